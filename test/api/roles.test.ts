import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TokenMadeAnswer } from '../../server/contract/account.ts'
import { makeTokenPath } from '../../server/contract/paths.ts'
import { post } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld } from '../support/world.ts'

/** Whoever may ask, by what they are let in for. A new address has to be put here before it is anywhere. */
const LEAST: Record<string, Need> = {
  'GET /api/health': 'nothing',
  'GET /api/session': 'nothing',
  'GET /api/invitations/{secret}': 'nothing',
  'POST /api/invitations/{secret}': 'nothing',

  'GET /api/areas': 'read',
  'GET /api/indicators': 'read',
  'GET /api/indicators/{id}': 'read',
  'GET /api/indicators/{id}/series': 'read',
  'GET /api/indicators/{id}/comparison': 'read',
  'GET /api/indicators/{id}/realism': 'read',
  'GET /api/indicators/{id}/actions': 'read',
  'GET /api/scorecards': 'read',
  'GET /api/scorecards/{id}': 'read',
  'GET /api/quality': 'read',
  'GET /api/figures': 'read',
  'GET /api/templates/quarterly-return': 'read',
  'GET /api/targets': 'read',
  'GET /api/targets/{id}': 'read',
  'GET /api/targets/{id}/trajectory': 'read',
  'GET /api/targets/{id}/projection': 'read',
  'GET /api/targets/{id}/realism': 'read',
  'GET /api/plans': 'read',
  'GET /api/plans/due.ics': 'read',
  'GET /api/plans/actions/{id}': 'read',
  'GET /api/plans/{id}': 'read',
  'GET /api/programmes': 'read',
  'GET /api/programmes/{id}': 'read',
  'GET /api/programmes/{id}/savings': 'read',
  'GET /api/savings/{id}': 'read',
  'GET /api/strategy': 'read',
  'GET /api/strategy/savings': 'read',
  'GET /api/scenario': 'read',
  'GET /api/scrutiny': 'read',
  'GET /api/scrutiny/tracker': 'read',
  'GET /api/scrutiny/questions': 'read',
  'GET /api/scrutiny/prompts': 'read',
  'GET /api/registers': 'read',
  'GET /api/registers/{register}': 'read',
  'GET /api/registers/{register}/form': 'read',
  'GET /api/registers/{register}/{id}': 'read',
  'GET /api/registers/{register}/{id}/form': 'read',
  'GET /api/exceptions': 'read',
  'GET /api/commentary': 'read',
  'GET /api/contracts': 'read',
  'GET /api/papers': 'read',
  'GET /api/papers/{id}': 'read',

  'POST /api/registers/{register}': 'ask',

  'PUT /api/registers/{register}/{id}': 'record',
  'POST /api/registers/{register}/{id}/retire': 'record',
  'POST /api/registers/{register}/{id}/bring-back': 'record',
  'POST /api/registers/{register}/{id}/undo': 'record',

  'POST /api/targets': 'set-targets',
  'PUT /api/targets/{id}': 'set-targets',
  'POST /api/targets/{id}/retire': 'set-targets',
  'POST /api/targets/{id}/bring-back': 'set-targets',
  'POST /api/targets/{id}/undo': 'set-targets',
  'POST /api/savings': 'set-targets',
  'PUT /api/savings/{id}': 'set-targets',
  'POST /api/savings/{id}/retire': 'set-targets',
  'POST /api/savings/{id}/bring-back': 'set-targets',
  'POST /api/savings/{id}/undo': 'set-targets',

  'GET /api/uploads': 'see-uploads',
  'GET /api/uploads/progress/{key}': 'see-uploads',
  'GET /api/uploads/{id}': 'see-uploads',
  'GET /api/uploads/{id}/file': 'see-uploads',
  'GET /api/uploads/{id}/findings': 'see-uploads',
  'POST /api/uploads': 'upload',
  'POST /api/uploads/annotate': 'upload',
  'DELETE /api/uploads/{id}': 'upload',
  'POST /api/uploads/{id}/publish': 'publish',
  'POST /api/uploads/{id}/withdraw': 'publish',
  'POST /api/uploads/{id}/compare': 'publish',

  'GET /api/account': 'a session',
  'GET /api/account/sessions': 'a session',
  'DELETE /api/account/sessions/{id}': 'a session',
  'POST /api/account/sessions/end-others': 'a session',
  'GET /api/account/tokens': 'a session',
  'DELETE /api/account/tokens/{id}': 'a session',
  'POST /api/account/tokens': 'make-tokens',

  'GET /api/people': 'manage-people',
  'POST /api/people/invitations': 'manage-people',
  'DELETE /api/people/invitations/{id}': 'manage-people',
  'DELETE /api/people/tokens/{id}': 'manage-people',
  'PUT /api/people/{id}': 'manage-people',
  'POST /api/people/{id}/close': 'manage-people',
  'POST /api/people/{id}/reopen': 'manage-people',
  'POST /api/people/{id}/erase': 'manage-people',
  'POST /api/people/{id}/password-link': 'manage-people',
  'POST /api/people/{id}/reset-second-step': 'manage-people',
  'POST /api/people/{id}/end-sessions': 'manage-people',

  'GET /api/audit': 'read-audit',
  'GET /api/audit/chain': 'read-audit',
}

/** Whoever asks, in the order of the columns below. */
const ASKERS = [
  'nobody, where all may read',
  'nobody, where none may',
  'a viewer',
  'a viewer with restricted figures',
  'a viewer who approves',
  'a leader',
  'an analyst',
  'an administrator',
  'a leader of some themes',
  'an administrator of some themes',
  'a key that reads',
] as const
type Asker = (typeof ASKERS)[number]

/** Who is let in for what: `+`. */
const LET_IN = {
  nothing: '+ + + + + + + + + + +',
  read: '+ - + + + + + + + + +',
  ask: '- - + + + + + + + + -',
  'a session': '- - + + + + + + + + -',
  record: '- - - - - + + + + + -',
  'set-targets': '- - - - - + - + + + -',
  'see-uploads': '- - - - + + + + - - -',
  upload: '- - - - - - + + - - -',
  publish: '- - - - + - + + - - -',
  'make-tokens': '- - - - - - + + - + -',
  'manage-people': '- - - - - - - + - + -',
  'read-audit': '- - - - - - - + - - -',
} as const
type Need = keyof typeof LET_IN

let open: FileWorld
let closed: FileWorld
const headers = new Map<Asker, Record<string, string>>()
beforeAll(async () => {
  open = await makeFileWorld({ demonstration: false })
  closed = await makeFileWorld({ demonstration: false, publicRead: false })
  const cookies: [Asker, Promise<string>][] = [
    ['a viewer', open.as('Vi', { role: 'viewer' })],
    ['a viewer with restricted figures', open.as('Re', { role: 'viewer', rights: ['restricted'] })],
    ['a viewer who approves', open.as('Ap', { role: 'viewer', rights: ['approver'] })],
    ['a leader', open.as('Le', { role: 'leader' })],
    ['an analyst', open.as('An', { role: 'analyst' })],
    ['an administrator', open.as('Ad', { role: 'admin' })],
    ['a leader of some themes', open.as('Lt', { role: 'leader', themes: ['finance'] })],
    ['an administrator of some themes', open.as('At', { role: 'admin', themes: ['finance'] })],
  ]
  for (const [asker, cookie] of cookies) headers.set(asker, { cookie: await cookie })
  const wish = { name: 'Reader', permissions: ['read'], edition: 'public', days: 1 }
  const made = (await (await post(open, makeTokenPath, wish, 'An')).json()) as TokenMadeAnswer
  headers.set('a key that reads', { authorization: `Bearer ${made.secret}` })
})
afterAll(() => Promise.all([open.end(), closed.end()]))
afterEach(() => {
  expect([...open.errors.splice(0), ...closed.errors.splice(0)]).toEqual([])
})

/** What somebody is told at an address: nothing exists under the names that are asked for, and nothing is sent along. */
async function ask(asker: Asker, route: string): Promise<string> {
  const [method = '', path = ''] = route.split(' ')
  const { app } = asker === 'nobody, where none may' ? closed : open
  const address = path.replaceAll(/\{\w+\}/g, 'not-there-at-all')
  const { status } = await app.request(address, { method, headers: headers.get(asker) ?? {} })
  return status === 401 ? 'sign in first' : status === 403 ? 'not for you' : 'let in'
}

function expected(need: Need): [Asker, string][] {
  const marks = LET_IN[need].split(' ')
  return ASKERS.map((asker, i) => [
    asker,
    marks[i] === '+' ? 'let in' : asker.startsWith('nobody') ? 'sign in first' : 'not for you',
  ])
}

test.each(Object.entries(LEAST))('%s is for whoever may: %s', async (route, need) => {
  const told: [Asker, string][] = []
  for (const asker of ASKERS) told.push([asker, await ask(asker, route)])
  expect(told).toEqual(expected(need))
})

/** Every address of a kind, once, as the document writes it. */
const sorted = (routes: Iterable<string>) => [...new Set(routes)].sort()

test('every address of the document is in the table above, and the other way round', async () => {
  const document = (await (await open.app.request('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(sorted(Object.keys(LEAST))).toEqual(sorted(described))
})

test('no address is left out of the document, but for the door’s own and the document itself', () => {
  const served = open.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/\/$/, '').replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(sorted(served).filter((route) => !(route in LEAST))).toEqual([
    'GET /api/auth/*',
    'GET /api/openapi.json',
    'POST /api/auth/*',
  ])
})
