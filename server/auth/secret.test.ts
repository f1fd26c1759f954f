import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { signingSecret } from './secret.ts'

const somewhere = () => `sqlite:${join(mkdtempSync(join(tmpdir(), 'secret-')), 'dashboard.db')}`

const fileOf = (url: string) => `${url.slice('sqlite:'.length)}.secret`

test('a secret that is set is the one that is used', () => {
  expect(signingSecret('the council keeps this in its vault', somewhere())).toEqual({
    secret: 'the council keeps this in its vault',
    lasting: true,
  })
})

test('without one it is made beside the database, for its owner only, and is the same at the next start', () => {
  const url = somewhere()
  const first = signingSecret(undefined, url)
  expect(first.secret).toHaveLength(43)
  expect(signingSecret(undefined, url)).toEqual(first)
  expect(statSync(fileOf(url)).mode & 0o777).toBe(0o600)
  expect(readdirSync(dirname(fileOf(url)))).toEqual(['dashboard.db.secret'])
})

test('one that somebody put there is taken, without the end of its line', () => {
  const url = somewhere()
  writeFileSync(fileOf(url), 'the council keeps this in its vault\n')
  expect(signingSecret(undefined, url).secret).toBe('the council keeps this in its vault')
})

test.each(['', '\n', 'too short to be a secret'])(
  'a file with “%s” in it is no secret: the program says so, and signs with nothing that others know',
  (text) => {
    const url = somewhere()
    writeFileSync(fileOf(url), text)
    expect(() => signingSecret(undefined, url)).toThrow(/holds no secret of 32 characters or more/)
  },
)

test('with a database that is no file it lasts until the program ends, and says so', () => {
  const first = signingSecret(undefined, 'postgres://council@host/dashboard')
  expect(first.lasting).toBe(false)
  expect(signingSecret(undefined, 'postgres://council@host/dashboard').secret).not.toBe(first.secret)
})
