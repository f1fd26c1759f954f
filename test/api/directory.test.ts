import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseGroupRules } from '../../server/auth/groups.ts'
import { cookieOf, json } from '../hostile/entering.ts'
import { openDirectory } from '../support/directory.ts'
import { makeWorld, type World } from '../support/world.ts'

/** A real OpenID provider, which keeps its own rules, and two browsers of which one is a thief's. */

const BASE = 'https://performance.council.example'
const CALLBACK = `${BASE}/api/auth/callback/council`
const MEMBERS = {
  'ann@council.example': { name: 'Ann Archer', groups: ['analysts'] },
  'mal@council.example': { name: 'Mal Moss', groups: ['members'] },
}

let directory: Awaited<ReturnType<typeof openDirectory>>
let world: World
beforeAll(async () => {
  directory = await openDirectory(MEMBERS, CALLBACK)
  const rules = parseGroupRules('analysts=analyst,members=viewer')
  world = await makeWorld(undefined, {
    demonstration: false,
    baseUrl: BASE,
    directory: { ...directory, name: 'Council account', groupsClaim: 'groups', rules },
  })
})
afterAll(async () => {
  await world.db.destroy()
  await directory.close()
})

async function setOut() {
  const form = { provider: 'council', callbackURL: '/', errorCallbackURL: '/sign-in?error=1' }
  const response = await world.app.request(`${BASE}/api/auth/sign-in/social`, json(form, { origin: BASE }))
  const { url } = (await response.json()) as { url: string }
  return { url, state: new URL(url).searchParams.get('state') ?? '', cookie: cookieOf(response, 'state') }
}
/** What came of coming back: a session, or the screen that says no. */
async function comeBack(address: string, cookie: string) {
  const response = await world.app.request(address, { headers: { cookie } })
  return { session: cookieOf(response), page: response.headers.get('location')?.split('?')[0] }
}
const nameFor = async (cookie: string) => {
  const response = await world.app.request(`${BASE}/api/session`, { headers: { cookie } })
  return ((await response.json()) as { person: { name: string } | null }).person?.name
}
const REFUSED = { session: '', page: '/sign-in' }

test('whoever signs in there is let in here', async () => {
  const { url, cookie } = await setOut()
  const { session, page } = await comeBack(await directory.codeFor(url, 'ann@council.example'), cookie)
  expect([page, await nameFor(session)]).toEqual(['/', 'Ann Archer'])
  const noted = world.db.selectFrom('audit').select('why').where('action', '=', 'sign-in')
  expect(await noted.execute()).toEqual([{ why: 'with the council’s directory' }])
})

test('a way back that was used opens nothing again, for nobody', async () => {
  const { url, cookie } = await setOut()
  const back = await directory.codeFor(url, 'ann@council.example')
  expect((await comeBack(back, cookie)).session).not.toBe('')
  expect(await comeBack(back, cookie)).toEqual(REFUSED)
  expect(await comeBack(back, (await setOut()).cookie)).toEqual(REFUSED)
})

test('a code that was used opens nothing with a fresh question', async () => {
  const [first, second] = [await setOut(), await setOut()]
  const back = await directory.codeFor(first.url, 'ann@council.example')
  await comeBack(back, first.cookie)
  expect(await comeBack(back.replace(first.state, second.state), second.cookie)).toEqual(REFUSED)
})

test('a code that was stolen opens nothing in the thief’s browser: it belongs to the secret of the other', async () => {
  const [ann, thief] = [await setOut(), await setOut()]
  const back = await directory.codeFor(ann.url, 'ann@council.example')
  expect(await comeBack(back.replace(ann.state, thief.state), thief.cookie)).toEqual(REFUSED)
})

test('nobody is signed in as the thief by the thief’s way back', async () => {
  const [ann, thief] = [await setOut(), await setOut()]
  const back = await directory.codeFor(thief.url, 'mal@council.example')
  expect(await comeBack(back, ann.cookie)).toEqual(REFUSED)
  expect(await comeBack(back.replace(thief.state, ann.state), ann.cookie)).toEqual(REFUSED)
  expect(await comeBack(back, '')).toEqual(REFUSED)
})
