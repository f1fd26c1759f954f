import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TokenMadeAnswer } from '../../server/contract/account.ts'
import { makeTokenPath } from '../../server/contract/paths.ts'
import type { Theme } from '../../server/domain/indicator.ts'
import { crawl, differing, patternsOf } from '../support/editions.ts'
import { makeThemed, OTHER, SCREENS, SEEN, THEMES, themedAddressesOf } from '../support/themes.ts'
import { post } from '../support/uploads.ts'
import type { World } from '../support/world.ts'

const BUILT = existsSync(fileURLToPath(new URL('../../dist/client/index.html', import.meta.url)))
const themes = THEMES.split(' ') as Theme[]

/** Words that stand only in what names a measure of the other theme. */
const NAMES_OTHER = /(about|of|why|on|hold|held|done)-other|sw-(agency|turnover)-pct/

/** With entries about another theme, and without: the same to whoever is limited to one. */
let [withOther, without]: World[] = []
const worlds = () => [withOther, without] as [World, World]
let addresses: Map<string, string[]>

type Asker = (address: string) => Promise<Response>

beforeAll(async () => {
  withOther = await makeThemed(true)
  without = await makeThemed(false)
  addresses = themedAddressesOf(withOther)
}, 60_000)
afterAll(async () => {
  await Promise.all(worlds().map(({ db }) => db.destroy()))
})

const signedIn = async (world: World, name: string, grant: Parameters<World['as']>[1]): Promise<Asker> => {
  const cookie = await world.as(name, grant)
  return async (address) => world.app.request(address, { headers: { cookie } })
}
const leader = (world: World) => signedIn(world, 'Limited Leader', { role: 'leader', themes })
const viewer = (world: World) => signedIn(world, 'Limited Viewer', { role: 'viewer', themes })
const anybody = (world: World) => signedIn(world, 'Any Leader', { role: 'leader' })

/** A key that a limited analyst made for a program. */
async function program(world: World): Promise<Asker> {
  await world.as('Limited Analyst', { role: 'analyst', themes })
  const wish = { name: 'Reader', permissions: ['read'], edition: 'restricted', days: 1 }
  const made = (await (await post(world, makeTokenPath, wish, 'Limited Analyst')).json()) as TokenMadeAnswer
  const headers = { authorization: `Bearer ${made.secret}` }
  return async (address) => world.app.request(address, { headers })
}

/** Files are given an id by chance. */
const withoutChance = (answers: ReadonlyMap<string, string>) =>
  new Map([...answers].map(([at, answer]) => [at, answer.replaceAll(/"upload":"[-\w]+"/g, '')]))

const crawled = (as: (world: World) => Promise<Asker>, asked = addresses) =>
  Promise.all(worlds().map(async (world) => withoutChance(await crawl(asked, await as(world))))) as Promise<
    [Map<string, string>, Map<string, string>]
  >

describe.each([
  ['a leader', leader],
  ['a viewer', viewer],
])('%s of some themes', (_who, as) => {
  let there: Map<string, string>
  let gone: Map<string, string>
  beforeAll(async () => {
    ;[there, gone] = await crawled(as)
  }, 180_000)

  test('is answered alike wherever it is asked, whatever there is about another theme', () => {
    expect(differing(there, gone)).toEqual([])
  })

  test('is told of no measure of another theme, and of nothing that names one', () => {
    const named = [...there].filter(([, answer]) => NAMES_OTHER.test(answer))
    expect(named.length).toBeGreaterThan(10)
    // A refusal says again what was asked for.
    expect(named.filter(([, answer]) => !/^404 .*"There is no /.test(answer))).toEqual([])
    expect(
      named.filter(([, answer]) => /did you mean/.test(answer) && NAMES_OTHER.test(guessIn(answer))),
    ).toEqual([])
  })

  test('is told of their own theme', () => {
    const told = patternsOf(
      [...there]
        .filter(([, answer]) => /^200 .*(about-seen|hold-seen|why-seen)/s.test(answer))
        .map(([at]) => at),
      addresses,
    )
    expect(told).toEqual(
      expect.arrayContaining([
        '/api/indicators/{id}/actions',
        '/api/targets',
        '/api/plans/due.ics',
        '/api/scrutiny',
        '/api/scrutiny/questions',
        '/api/registers/{register}',
        '/api/contracts',
      ]),
    )
  })
})

test('a key for a program is answered as whoever made it', async () => {
  const some = new Map([...addresses].map(([pattern, own]) => [pattern, own.slice(-12)]))
  const [there, gone] = await crawled(program, some)
  expect(differing(there, gone)).toEqual([])
  expect([...there].filter(([, answer]) => /^200 .*about-seen/s.test(answer)).length).toBeGreaterThan(5)
  expect([...there].filter(([, answer]) => /^200 /.test(answer) && NAMES_OTHER.test(answer))).toEqual([])
}, 60_000)

const guessIn = (answer: string) => /did you mean[^?]*/.exec(answer)?.[0] ?? ''

test('whoever is not limited is answered otherwise, at every kind of page that tells of entries', async () => {
  const [there, gone] = await crawled(anybody)
  expect(patternsOf(differing(there, gone), addresses)).toEqual(
    expect.arrayContaining([
      '/api/indicators/{id}/series',
      '/api/indicators/{id}/actions',
      '/api/targets',
      '/api/targets/{id}',
      '/api/targets/{id}/trajectory',
      '/api/plans',
      '/api/plans/due.ics',
      '/api/plans/{id}',
      '/api/plans/actions/{id}',
      '/api/programmes/{id}',
      '/api/scrutiny',
      '/api/scrutiny/tracker',
      '/api/scrutiny/questions',
      '/api/registers',
      '/api/registers/{register}',
      '/api/registers/{register}/form',
      '/api/registers/{register}/{id}',
      '/api/registers/{register}/{id}/form',
      '/api/commentary',
      '/api/contracts',
    ]),
  )
}, 180_000)

describe.skipIf(!BUILT)('the page of a screen', () => {
  test.each(SCREENS)('%s brings along what a limited leader may see and no more', async (screen) => {
    const [there, gone] = await Promise.all(
      worlds().map(async (world) => (await (await leader(world))(screen)).text()),
    )
    expect(there).toBe(gone)
    expect(there).toContain('Limited Leader')
    expect(there).not.toMatch(NAMES_OTHER)
  })
})

describe('an entry that names measures of both', () => {
  const answer = async (as: (world: World) => Promise<Asker>, path: string) =>
    (await (await as(worlds()[0]))(path)).json()

  test('stays, with only those named that are seen', async () => {
    expect(await answer(leader, '/api/registers/action/about-both')).toMatchObject({
      terms: { indicators: [SEEN], title: `Do something about ${SEEN}` },
      names: [{ kind: 'plan' }, { kind: 'measure', id: SEEN }],
    })
    expect(await answer(anybody, '/api/registers/action/about-both')).toMatchObject({
      terms: { indicators: [SEEN, OTHER, 'sw-turnover-pct'] },
    })
  })

  test('names no entry any more that is absent', async () => {
    expect(await answer(leader, '/api/registers/action/about-seen')).toMatchObject({
      terms: { recommendation: null },
    })
    expect(await answer(leader, '/api/registers/contract/homes')).toMatchObject({
      terms: { measures: [{ target: 'hold-seen' }] },
    })
  })
})

describe('a page that is made of several measures', () => {
  const some = async (path: string, seen: Theme[]) => {
    const cookie = await worlds()[0].as(`Sees ${seen.join(' ')}`, { role: 'leader', themes: seen })
    return (await worlds()[0].app.request(path, { headers: { cookie } })).json()
  }
  const NEEDED: Theme[] = ['children-in-care', 'placements', 'finance']

  test('says what it lacks where one of them is not seen', async () => {
    const scenario = await some('/api/scenario', themes)
    expect(scenario).toMatchObject({ missing: [], rows: [], summary: null })
    expect(scenario.none).toContain('not among the measures that your account shows')
    expect(await some('/api/programmes/mtfs-2021/savings', themes)).toMatchObject({
      path: null,
      bridge: null,
      unitCosts: null,
    })
  })

  test('is made where all of them are', async () => {
    expect(await some('/api/scenario', NEEDED)).toMatchObject({ none: null })
    const savings = await some('/api/programmes/mtfs-2021/savings', NEEDED)
    expect(savings.path).not.toBeNull()
    expect(savings.bridge).not.toBeNull()
    expect(savings.unitCosts).not.toBeNull()
  })
})
