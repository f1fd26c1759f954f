import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TokenMadeAnswer } from '../../server/contract/account.ts'
import { type ProblemAnswer, problemAnswer } from '../../server/contract/answers.ts'
import { makeTokenPath } from '../../server/contract/paths.ts'
import type { EntryAnswer } from '../../server/contract/registers.ts'
import type { Theme } from '../../server/domain/indicator.ts'
import { send } from '../support/accounts.ts'
import { action, OTHER, question, recommendation, SEEN, THEMES, target } from '../support/themes.ts'
import { post } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld } from '../support/world.ts'

const themes = THEMES.split(' ') as Theme[]
/** What no catalogue has; as far from any that is seen as the measure of the other theme is. */
const UNKNOWN = 'zz-nothing-pct'

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld()
  await world.as('Lee', { role: 'leader', themes })
  await world.as('Ann', { role: 'leader' })
}, 60_000)
afterAll(() => world.end())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

type Terms = Record<string, unknown>

/** Adds an entry as somebody who sees every theme. */
async function added(register: string, terms: object): Promise<string> {
  const response = await post(world, `/api/registers/${register}`, { terms, reason: 'As agreed' }, 'Ann')
  if (response.status !== 201) throw new Error(await response.text())
  return ((await response.json()) as EntryAnswer).id
}

const entryOf = async (path: string, name: string) =>
  (await (await send(world, 'GET', path, undefined, name)).json()) as EntryAnswer & { terms: Terms }

/** What somebody is told who may not do something, with what it is called left out. */
async function told(response: Response, called: string) {
  const { status, detail, errors } = problemAnswer.parse(await response.json()) as ProblemAnswer
  const answer = JSON.stringify({ status, detail, errors }).replaceAll(called, 'it')
  // Ids are made at random, so one that is seen may be near by chance.
  const guess = /; did you mean \\"action-[0-9a-f]{8}\\"\?/
  return JSON.parse(answer.replace(guess, '. GET /api/registers/action?all=1 lists them.'))
}

describe('a measure of another theme can’t be named, as if there were none', () => {
  test.each([
    ['/api/registers/action', (id: string) => action([SEEN, id])],
    ['/api/registers/question', (id: string) => question(id)],
    ['/api/registers/recommendation', (id: string) => recommendation([id])],
    ['/api/targets', (id: string) => target(id)],
  ])('in what is added at %s', async (path, terms) => {
    const add = async (id: string) =>
      told(await post(world, path, { terms: terms(id), reason: 'As agreed' }, 'Lee'), id)
    const refused = await add(OTHER)
    expect(refused.status).toBe(400)
    expect(refused).toEqual(await add(UNKNOWN))
  })

  test('in a change', async () => {
    const path = `/api/registers/action/${await added('action', action([SEEN]))}`
    const change = async (id: string) =>
      told(
        await send(world, 'PUT', path, { terms: action([SEEN, id]), after: 1, reason: 'As agreed' }, 'Lee'),
        id,
      )
    expect(await change(OTHER)).toEqual(await change(UNKNOWN))
    expect((await entryOf(path, 'Lee')).version).toBe(1)
  })

  test('nor an entry that names nothing else', async () => {
    const hidden = await added('recommendation', recommendation([OTHER]))
    const add = async (id: string) =>
      told(
        await post(
          world,
          '/api/registers/action',
          { terms: action([SEEN], { recommendation: id }), reason: 'As agreed' },
          'Lee',
        ),
        id,
      )
    const refused = await add(hidden)
    expect(refused.status).toBe(400)
    expect(refused).toEqual(await add('recommendation-00000000'))
  })
})

describe('an entry of another theme', () => {
  test.each([
    ['PUT', ''],
    ['POST', '/retire'],
    ['POST', '/bring-back'],
    ['POST', '/undo'],
  ])('is not there to be changed: %s %s', async (method, move) => {
    const id = await added('action', action([OTHER]))
    const body = { after: 1, reason: 'As agreed', ...(method === 'PUT' ? { terms: action([SEEN]) } : {}) }
    const refused = async (called: string) =>
      told(await send(world, method, `/api/registers/action/${called}${move}`, body, 'Lee'), called)
    expect((await refused(id)).status).toBe(404)
    expect(await refused(id)).toEqual(await refused('action-00000000'))
    expect((await entryOf(`/api/registers/action/${id}`, 'Ann')).version).toBe(1)
  })

  test('nor a target of one', async () => {
    const made = await post(world, '/api/targets', { terms: target(OTHER), reason: 'As agreed' }, 'Ann')
    const {
      target: { id },
    } = (await made.json()) as { target: { id: string } }
    const body = { after: 1, reason: 'As agreed' }
    const refused = async (called: string) =>
      told(await send(world, 'POST', `/api/targets/${called}/retire`, body, 'Lee'), called)
    expect((await refused(id)).status).toBe(404)
    expect(await refused(id)).toEqual(await refused('no-such-target'))
  })
})

describe('whoever changes an entry that names measures of both', () => {
  const BOTH = [SEEN, OTHER]
  const makeBoth = async (more: object = {}) => {
    const path = `/api/registers/action/${await added('action', action(BOTH, more))}`
    const change = (terms: object, after = 1) =>
      send(world, 'PUT', path, { terms, after, reason: 'As agreed' }, 'Lee')
    return { path, change }
  }

  test('changes what they see, and leaves what they do not', async () => {
    const { path, change } = await makeBoth()
    const response = await change(action(['cla-starts-rate', SEEN], { title: 'Another title' }))
    expect(((await response.json()) as EntryAnswer).terms).toMatchObject({
      title: 'Another title',
      indicators: ['cla-starts-rate', SEEN],
    })
    expect((await entryOf(path, 'Ann')).terms).toMatchObject({
      title: 'Another title',
      indicators: ['cla-starts-rate', SEEN, OTHER],
    })
  })

  test('leaves the entry that it names and they do not see', async () => {
    const hidden = await added('recommendation', recommendation([OTHER]))
    const { path, change } = await makeBoth({ recommendation: hidden })
    const seen = await entryOf(path, 'Lee')
    expect(seen.terms.recommendation).toBeNull()
    await change({ ...seen.terms, title: 'Another title' })
    expect((await entryOf(path, 'Ann')).terms).toMatchObject({
      title: 'Another title',
      recommendation: hidden,
    })
  })

  test('can’t take the last measure away that they see', async () => {
    const { path, change } = await makeBoth()
    const response = await change(action([]))
    expect(response.status).toBe(400)
    expect(((await response.json()) as ProblemAnswer).detail).toBe(
      'Leave at least one of the measures that it names: without any you could not see this action any more.',
    )
    expect((await entryOf(path, 'Ann')).version).toBe(1)
  })

  test('takes it out, brings it back and undoes with what they do not see still in it', async () => {
    const { path, change } = await makeBoth()
    await change(action([SEEN], { title: 'Another title' }))
    await send(world, 'POST', `${path}/retire`, { after: 2, reason: 'As agreed' }, 'Lee')
    await send(world, 'POST', `${path}/bring-back`, { after: 3, reason: 'As agreed' }, 'Lee')
    expect((await entryOf(path, 'Ann')).terms).toMatchObject({ title: 'Another title', indicators: BOTH })
    await change(action([SEEN], { title: 'A third title' }), 4)
    await send(world, 'POST', `${path}/undo`, { after: 5, reason: 'As agreed' }, 'Lee')
    expect(await entryOf(path, 'Ann')).toMatchObject({
      version: 6,
      retired: false,
      terms: { title: 'Another title', indicators: BOTH },
    })
  })
})

describe('whoever changes a plan whose parts name measures of both', () => {
  const part = (id: string, indicators: string[]) => ({
    kind: 'component',
    id,
    name: `Part ${id}`,
    text: null,
    owner: null,
    body: null,
    indicators,
  })
  const planOf = (more: object) => ({
    kind: 'strategy',
    area: 'E06000009',
    name: 'A plan',
    purpose: 'To do better.',
    from: '2026-04-01',
    to: '2029-03-31',
    lengthText: null,
    periodNote: null,
    stages: [],
    boards: [],
    parts: [],
    findings: [],
    weeksPlanned: null,
    recommendations: null,
    inspection: null,
    notes: [],
    statedOn: '2026-02-10',
    document: 'A paper',
    page: null,
    ...more,
  })

  test('leaves what they do not see in each part, and a target of which they see the share only', async () => {
    const made = await post(world, '/api/targets', { terms: target(OTHER), reason: 'As agreed' }, 'Ann')
    const { target: unseen } = (await made.json()) as { target: { id: string } }
    const money = { savingTarget: unseen.id, savingShare: 10 }
    const strands = [part('a', [SEEN, OTHER]), part('b', [OTHER])]
    const path = `/api/registers/plan/${await added('plan', planOf({ ...money, strands }))}`
    const seen = (await entryOf(path, 'Lee')).terms
    expect(seen).toMatchObject({
      savingTarget: null,
      savingShare: 10,
      strands: [part('a', [SEEN]), part('b', [])],
    })
    const terms = {
      ...seen,
      strands: [part('b', []), { ...part('a', [SEEN]), name: 'Renamed' }, part('c', [])],
    }
    const response = await send(world, 'PUT', path, { terms, after: 1, reason: 'As agreed' }, 'Lee')
    expect(response.status).toBe(200)
    expect((await entryOf(path, 'Ann')).terms).toMatchObject({
      ...money,
      strands: [part('b', [OTHER]), { ...part('a', [SEEN, OTHER]), name: 'Renamed' }, part('c', [])],
    })
  })

  test('is asked for the target of a share that they add themselves', async () => {
    const path = `/api/registers/plan/${await added('plan', planOf({ strands: [part('a', [SEEN])] }))}`
    const terms = { ...(await entryOf(path, 'Lee')).terms, savingShare: 10 }
    const response = await send(world, 'PUT', path, { terms, after: 1, reason: 'As agreed' }, 'Lee')
    expect(response.status).toBe(400)
  })
})

describe('a key for a program', () => {
  const keyOf = async (name: string, permissions: string[], edition = 'restricted') => {
    const wish = { name: 'Program', permissions, edition, days: 1 }
    const made = (await (await post(world, makeTokenPath, wish, name)).json()) as TokenMadeAnswer
    return { authorization: `Bearer ${made.secret}`, 'content-type': 'application/json' }
  }
  beforeAll(async () => {
    await world.as('Una', { role: 'analyst' })
    await world.as('Tom', { role: 'analyst', themes })
  })

  test('that may only write is limited all the same, whoever wrote before it', async () => {
    const unlimited = await keyOf('Una', ['record', 'ask'])
    const limited = await keyOf('Tom', ['record', 'ask'])
    const ask = (headers: HeadersInit) =>
      world.app.request('/api/registers/question', {
        method: 'POST',
        headers,
        body: JSON.stringify({ terms: question(OTHER), reason: 'As agreed' }),
      })
    expect((await ask(unlimited)).status).toBe(201)
    expect((await ask(limited)).status).toBe(400)
  })

  test('of the public edition leaves what it does not see too', async () => {
    const id = await added('action', action([SEEN, 'serious-incidents']))
    const path = `/api/registers/action/${id}`
    const response = await world.app.request(path, {
      method: 'PUT',
      headers: await keyOf('Una', ['read', 'record'], 'public'),
      body: JSON.stringify({ terms: action([SEEN], { title: 'Other' }), after: 1, reason: 'As agreed' }),
    })
    expect(response.status).toBe(200)
    expect((await entryOf(path, 'Ann')).terms).toMatchObject({
      title: 'Other',
      indicators: [SEEN, 'serious-incidents'],
    })
  })
})

test('the record of changes, which is of every theme, is not for whoever is limited to some', async () => {
  await world.as('Adi', { role: 'admin', themes })
  await world.as('Ada', { role: 'admin' })
  const status = async (path: string, name: string) =>
    (await send(world, 'GET', path, undefined, name)).status
  expect(await status('/api/audit', 'Ada')).toBe(200)
  expect(await status('/api/audit', 'Adi')).toBe(403)
  expect(await status('/api/audit/chain', 'Adi')).toBe(403)
  expect(await status('/api/people', 'Adi')).toBe(200)
})
