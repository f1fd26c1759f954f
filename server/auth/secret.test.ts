import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signingSecret } from './secret.ts'

const somewhere = () => `sqlite:${join(mkdtempSync(join(tmpdir(), 'secret-')), 'dashboard.db')}`

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
  expect(statSync(`${url.slice('sqlite:'.length)}.secret`).mode & 0o777).toBe(0o600)
})

test('with a database that is no file it lasts until the program ends, and says so', () => {
  const first = signingSecret(undefined, 'postgres://council@host/dashboard')
  expect(first.lasting).toBe(false)
  expect(signingSecret(undefined, 'postgres://council@host/dashboard').secret).not.toBe(first.secret)
})
