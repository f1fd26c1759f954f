import { hostname } from 'node:os'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { addressHere, isOwnName, limitName } from './own-name.ts'

test.each<[string, boolean, string]>([
  ['localhost', true, '127.0.0.1'],
  ['localhost:8080', true, '127.0.0.1'],
  ['LOCALHOST:9000', true, '127.0.0.1'],
  ['localhost.:8080', true, '127.0.0.1'],
  ['dashboard.localhost:8080', true, '127.0.0.1'],
  ['127.0.0.1:8080', true, '127.0.0.1'],
  ['[::1]:8080', true, '127.0.0.1'],
  ['10.1.2.3:8080', true, '0.0.0.0'],
  ['[2001:db8::7]', true, '::'],
  [`${hostname()}:8080`, true, '0.0.0.0'],
  ['performance.council.example', true, 'performance.council.example'],
  ['elsewhere.example', false, '127.0.0.1'],
  ['elsewhere.example:8080', false, '0.0.0.0'],
  ['localhost.elsewhere.example', false, '127.0.0.1'],
  ['dashboard:8080', true, '0.0.0.0'],
  ['localhost.example', false, '127.0.0.1'],
  ['127.0.0.1.elsewhere.example', false, '127.0.0.1'],
  ['10.1.2.3.nip.example:8080', false, '0.0.0.0'],
  ['localhost@elsewhere.example', false, '127.0.0.1'],
  ['a b', false, '127.0.0.1'],
  ['', false, '127.0.0.1'],
])('%s is a name of this machine: %s, where it listens on %s', (host, expected, listensOn) => {
  expect(isOwnName(host, listensOn)).toBe(expected)
})

describe('a request under a name', () => {
  const ask = async (url: string, host: string | null, publicUrl: string | null, rawHeaders?: string[]) => {
    const app = new Hono()
      .use(limitName({ publicUrl, listensOn: '127.0.0.1' }))
      .get('/', (c) => c.text('here'))
      .onError((error, c) => c.text(error.message, error instanceof Problem ? error.status : 500))
    const env = rawHeaders && { incoming: { rawHeaders } }
    return app.request(url, { headers: host === null ? {} : { host } }, env)
  }
  const PUBLIC = 'https://performance.council.example'

  test.each<[string, number, string, string | null, string | null]>([
    ['ours', 200, 'http://localhost:8080/', 'localhost:8080', null],
    ['none', 200, 'http://localhost/', null, null],
    ['another', 421, 'http://elsewhere.example/', 'elsewhere.example', null],
    ['ours for another in the line', 421, 'http://elsewhere.example/', 'localhost', null],
    ['another for ours in the line', 421, 'http://localhost/', 'elsewhere.example', null],
    ['the public one', 200, `${PUBLIC}/`, 'performance.council.example', PUBLIC],
    ['that of the machine behind the proxy', 200, 'http://dashboard:8080/', 'dashboard:8080', PUBLIC],
    ['two', 400, 'http://localhost/', 'localhost, elsewhere.example', null],
    ['two, where there is a public one', 400, 'http://localhost/', 'localhost, localhost', PUBLIC],
  ])('%s is answered %i', async (_what, status, url, host, publicUrl) => {
    expect((await ask(url, host, publicUrl)).status).toBe(status)
  })

  test('two heads with one name are two', async () => {
    const heads = ['Host', 'localhost', 'Accept', '*/*', 'HOST', 'localhost']
    expect((await ask('http://localhost/', 'localhost', PUBLIC, heads)).status).toBe(400)
    expect((await ask('http://localhost/', 'localhost', PUBLIC, heads.slice(0, 4))).status).toBe(200)
  })

  test('the refusal says which setting tells the name, and repeats nothing', async () => {
    const text = await (await ask('http://elsewhere.example/', null, null)).text()
    expect(text).toContain('BASE_URL')
    expect(text).not.toContain('elsewhere')
  })
})

test.each([
  ['127.0.0.1', 'http://localhost:8080'],
  ['0.0.0.0', 'http://localhost:8080'],
  ['::', 'http://localhost:8080'],
  ['10.1.2.3', 'http://10.1.2.3:8080'],
  ['2001:db8::7', 'http://[2001:db8::7]:8080'],
])('what listens on %s is opened at %s', (listensOn, expected) => {
  expect(addressHere(listensOn, 8080)).toBe(expected)
})
