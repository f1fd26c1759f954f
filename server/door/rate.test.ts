import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { kindOf } from './rate.ts'

const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const app = new Hono().all('*', (c) => c.json(kindOf(c)))
  return (await app.request(path, { method, headers })).json()
}

test.each([
  ['POST', '/api/auth/sign-in/email', 'sign-in'],
  ['POST', '/api/auth/two-factor/verify-totp', 'sign-in'],
  ['GET', '/api/invitations/abc', 'sign-in'],
  ['POST', '/api/invitations/abc', 'sign-in'],
  ['POST', '/api/auth/sign-out', 'other'],
  ['GET', '/api/auth/get-session', 'other'],
  ['POST', '/api/uploads', 'upload'],
  ['POST', '/api/uploads?key=12345678', 'upload'],
  ['POST', '/api/uploads/annotate', 'upload'],
  ['POST', '/api/uploads/11111111-1111-4111-8111-111111111111/publish', 'other'],
  ['GET', '/api/uploads', 'other'],
  ['GET', '/api/areas.csv', 'export'],
  ['GET', '/api/indicators/cla-rate/series.csv?by=quarter', 'export'],
  ['GET', '/api/plans/due.ics', 'export'],
  ['GET', '/api/uploads/11111111-1111-4111-8111-111111111111/file', 'export'],
  ['GET', '/api/uploads/11111111-1111-4111-8111-111111111111/findings', 'export'],
  ['GET', '/api/areas', 'other'],
  ['GET', '/api/areas?name=x.csv', 'other'],
  ['GET', '/measures/cla-rate', 'other'],
  ['GET', '/assets/index-abc.js', null],
])('%s %s is counted as %s', async (method, path, kind) => {
  expect(await ask(method, path)).toBe(kind)
})

test('what is asked for as a file by its header is a download, too', async () => {
  expect(await ask('GET', '/api/areas', { accept: 'text/csv' })).toBe('export')
})
