import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { backOf } from '../../client/components/registers/back.ts'
import { makeWorld, type World } from '../support/world.ts'
import { atDoor, emailOf, HERE, PASSWORD } from './entering.ts'

/** Addresses by which somebody would be sent from our sign-in to a page that looks like it. */
const ELSEWHERE = [
  'https://elsewhere.example/',
  'http://localhost.elsewhere.example/',
  'http://localhost:8080.elsewhere.example/',
  'http://localhost@elsewhere.example/',
  'http://elsewhere.example/http://localhost/',
  'HTTPS://ELSEWHERE.EXAMPLE/',
  '//elsewhere.example',
  '///elsewhere.example',
  '////elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '\\/elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/\r\\elsewhere.example',
  '\t//elsewhere.example',
  '/%5celsewhere.example/%2e%2e//elsewhere.example',
  'https:elsewhere.example',
  'https:/elsewhere.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:http://localhost/x',
  'file:///etc/passwd',
  'elsewhere.example',
  '@elsewhere.example',
  '.elsewhere.example',
  ':80',
]

/** Paths that lead elsewhere once somebody has made them shorter. */
const SHORTENED = ['/.//elsewhere.example', '/..//elsewhere.example', '/x/..//elsewhere.example']

test.each([...ELSEWHERE, ...SHORTENED])('our own sign-in goes on to no %j', (back) => {
  expect(backOf(back)).toBeNull()
})

let world: World
beforeAll(async () => {
  world = await makeWorld(undefined, { demonstration: false })
  await Promise.all(ELSEWHERE.map((_, i) => world.as(`Person ${i % 7}`, { role: 'viewer' })))
}, 60_000)
afterAll(() => world.db.destroy())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

/** Where an answer sends a browser, as the browser reads it; null where it stays. */
const placeOf = (response: Response) => {
  const to = response.headers.get('location')
  return to && new URL(to, HERE).origin
}

describe('the door sends nobody elsewhere', () => {
  const WHERE = ELSEWHERE.map((url, i) => ({ url, i }))

  test.each(WHERE)('who signs in: $url', async ({ url, i }) => {
    const body = { email: emailOf(`Person ${i % 7}`), password: PASSWORD, callbackURL: url }
    const response = await atDoor(world, '/sign-in/email', body)
    expect([response.status, placeOf(response), response.headers.getSetCookie()]).toEqual([403, null, []])
  })

  test.each(WHERE)('who comes from the directory: $url', async ({ url }) => {
    const fields = ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL']
    const answers = await Promise.all(
      fields.map((field) => atDoor(world, '/sign-in/social', { provider: 'council', [field]: url })),
    )
    expect(answers.map((answer) => [answer.status, placeOf(answer)])).toEqual(fields.map(() => [403, null]))
  })

  test.each(WHERE)('by an address alone: $url', async ({ url }) => {
    const to = encodeURIComponent(url)
    const paths = [
      `/reset-password/x?callbackURL=${to}`,
      `/verify-email?token=x&callbackURL=${to}`,
      `/delete-user/callback?token=x&callbackURL=${to}`,
      `/callback/council?state=x&code=y&callbackURL=${to}&errorCallbackURL=${to}&redirectTo=${to}`,
      `/error?error=x&callbackURL=${to}&redirectTo=${to}`,
      `/sign-out?callbackURL=${to}`,
    ]
    const answers = await Promise.all(paths.map((path) => world.app.request(`${HERE}/api/auth${path}`)))
    expect(answers.map(placeOf).filter((place) => place !== null && place !== HERE)).toEqual([])
    expect(answers.map(({ headers }) => headers.get('location') ?? '').join()).not.toContain('elsewhere')
  })

  test.each(SHORTENED)('a browser that follows %s stays here', async (url) => {
    const path = `/api/auth/reset-password/x?callbackURL=${encodeURIComponent(url)}`
    expect(placeOf(await world.app.request(`${HERE}${path}`))).toBe(HERE)
  })

  test('who goes on to a screen of ours is let', async () => {
    await world.as('Own', { role: 'viewer' })
    const body = { email: emailOf('Own'), password: PASSWORD, callbackURL: '/uploads' }
    expect((await atDoor(world, '/sign-in/email', body)).status).toBe(200)
    const unknown = await atDoor(world, '/sign-in/social', { provider: 'council', callbackURL: '/uploads' })
    expect(unknown.status).toBe(404)
  })
})

test.each([
  'state=none',
  'state=%00',
  'error=access_denied',
  'code=x',
  'error=%3Cscript%3Ealert(1)%3C/script%3E',
])('who comes back from the directory in vain reads so on our own screen: %s', async (query) => {
  const response = await world.app.request(`${HERE}/api/auth/callback/council?${query}`)
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toMatch(/^\/sign-in\?error=[\w%]+$/)
})

test.each([
  '/error',
  '/error?error=x&error_description=Call+this+number',
  '/ok',
  '/reference',
  '/list-sessions',
])('a page of the sign-in’s own making is not shown: %s', async (path) => {
  const response = await world.app.request(`${HERE}/api/auth${path}`)
  expect(response.status).toBe(404)
  expect(await response.text()).not.toMatch(/<|number/)
})
