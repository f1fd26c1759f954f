import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { isOwnPage } from './origin.ts'

const ask = async (headers: Record<string, string>, publicUrl: string | null) => {
  const app = new Hono().post('/', (c) => c.json(isOwnPage(c, publicUrl)))
  return (await app.request('http://localhost:8080/', { method: 'POST', headers })).json()
}

const PUBLIC = 'https://performance.example.gov.uk/'
const BEHIND_PROXY = { host: '10.0.0.5:8080' }

test.each<[string, boolean, Record<string, string>, string | null]>([
  ['a program says nothing', true, {}, null],
  ['a program with a token', true, { authorization: 'Bearer abc' }, PUBLIC],
  ['our page', true, { origin: 'http://localhost:8080' }, null],
  [
    'our page, in a newer browser',
    true,
    { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' },
    null,
  ],
  ['typed into the address bar', true, { 'sec-fetch-site': 'none' }, null],
  ['another site', false, { origin: 'https://elsewhere.example' }, null],
  ['another site without an origin', false, { 'sec-fetch-site': 'cross-site' }, null],
  ['a neighbour under the same name', false, { 'sec-fetch-site': 'same-site' }, null],
  ['another port', false, { origin: 'http://localhost:8081' }, null],
  ['a page that hides where it is from', false, { origin: 'null' }, null],
  ['an origin that is none', false, { origin: 'elsewhere' }, null],
  ['an empty origin', false, { origin: '' }, null],
  [
    'another site that has stolen a token',
    false,
    { origin: 'https://elsewhere.example', authorization: 'Bearer a' },
    null,
  ],
  ['the public address', true, { ...BEHIND_PROXY, origin: 'https://performance.example.gov.uk' }, PUBLIC],
  ['the public address without TLS', false, { origin: 'http://performance.example.gov.uk' }, PUBLIC],
  [
    'the name of the machine where a public address is set',
    false,
    { origin: 'http://localhost:8080' },
    PUBLIC,
  ],
  ['a longer name', false, { origin: 'https://performance.example.gov.uk.elsewhere.example' }, PUBLIC],
])('%s: %s', async (_what, expected, headers, publicUrl) => {
  expect(await ask(headers, publicUrl)).toBe(expected)
})
