import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody, whoIs } from '../../server/auth/who.ts'
import { leaksOf } from '../../server/disclosure/solve.ts'
import { publicView } from '../../server/disclosure/view.ts'
import { publicEdition } from '../../server/store/edition.ts'
import { findReleases } from '../../server/store/releases.ts'
import { versionsByArea } from '../../server/store/versions.ts'
import { addressesOf, crawl, differing, makePlanted, patternsOf, patternsOfApi } from '../support/editions.ts'
import { findJudgedFigures } from '../support/judged.ts'
import { BLACKPOOL, type World } from '../support/world.ts'

const LEADER = whoIs({ id: '1', name: 'L. Eader', role: 'leader', rights: '', themes: null }, null)

/** What the public may not know to exist: two indicators, and what names nothing else. */
const RESTRICTED = /serious.incident|placements-high-cost|(about|why|hold)-incidents/i

/** Three children, and four: two worlds that are the same to the public. */
let [three, four]: World[] = []
const worlds = () => [three, four] as [World, World]
const asking = (world: World, who: unknown) => async (address: string) =>
  world.app.request(address, {}, { who } as object)
const read = async (address: string, who: unknown = nobody(true)) => {
  const response = await asking(worlds()[0], who)(address)
  return { status: response.status, text: await response.text() }
}

beforeAll(async () => {
  three = await makePlanted(3)
  four = await makePlanted(4)
}, 60_000)
afterAll(async () => {
  await Promise.all(worlds().map(({ db }) => db.destroy()))
})

describe('whatever the public asks for', () => {
  let addresses: Map<string, string[]>
  let open: Map<string, string>

  beforeAll(async () => {
    addresses = addressesOf(worlds()[0])
    open = await crawl(addresses, asking(worlds()[0], nobody(true)))
  }, 120_000)

  test('it is asked for everything that there is but what needs an account', async () => {
    const [world] = worlds()
    const asked = new Set(addresses.keys())
    const unasked = (await patternsOfApi(world)).filter((pattern) => !asked.has(pattern))
    expect(
      unasked.filter((pattern) => !/uploads|people|account|session|invitations|audit/.test(pattern)),
    ).toEqual(['/api/health'])
  })

  test('no answer depends on a small number', async () => {
    const other = await crawl(addresses, asking(worlds()[1], nobody(true)))
    expect(differing(open, other)).toEqual([])
  }, 120_000)

  test('those who may see it get other answers, from every kind of page that tells of figures', async () => {
    const [three_, four_] = await Promise.all(
      worlds().map((world) => crawl(addresses, asking(world, LEADER))),
    )
    expect(patternsOf(differing(three_ ?? new Map(), four_ ?? new Map()), addresses)).toEqual(
      expect.arrayContaining([
        '/api/indicators/{id}/series',
        '/api/scorecards/{id}',
        '/api/exceptions',
        '/api/figures',
        '/api/targets',
        '/api/targets/{id}',
        '/api/registers/{register}',
        '/api/commentary',
      ]),
    )
  }, 120_000)

  test('nothing names what is restricted, but a refusal that says again what was asked for', () => {
    const named = [...open].filter(([, answer]) => RESTRICTED.test(answer))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(([, answer]) => !/^404 .*"There is no /.test(answer))).toEqual([])
    expect(named.filter(([, answer]) => /did you mean.*(incident|high-cost)/.test(answer))).toEqual([])
  })

  test.each([
    ['/api/indicators/serious-incidents', 'There is no indicator \\"serious-incidents\\".'],
    ['/api/indicators/serious-incident/series', 'There is no indicator \\"serious-incident\\"'],
    ['/api/targets/hold-incidents', 'There is no target \\"hold-incidents\\".'],
    ['/api/commentary?indicator=serious-incidents', 'There is no indicator \\"serious-incidents\\".'],
  ])('%s is not there', async (address, words) => {
    const { status, text } = await read(address)
    expect(status).toBe(404)
    expect(text).toContain(words)
    expect(text).not.toMatch(/did you mean.*(incident|high-cost)/)
  })

  test('the catalogue counts only what is public', async () => {
    const count = async (who: unknown) => {
      const { text } = await read('/api/indicators', who)
      return (JSON.parse(text) as { indicators: unknown[] }).indicators.length
    }
    expect(await count(LEADER)).toBe(worlds()[0].reference.indicators.length)
    expect(await count(nobody(true))).toBe(worlds()[0].reference.indicators.length - 2)
  })
})

test('a figure that is withheld is told to be, with nothing in its place', async () => {
  const { text } = await read('/api/indicators/cpp-stepdown-pct/series?by=quarter&basis=in-period&compare=')
  const { points } = JSON.parse(text) as { points: Record<string, unknown>[] }
  expect(points.at(-1)).toMatchObject({
    period: '2020-21Q4',
    value: null,
    missing: 'suppressed',
    text: '[c]',
  })
})

test('commentary on it is absent, and that on what is shown is there', async () => {
  expect((await read('/api/commentary?indicator=cpp-stepdown-pct')).text).not.toContain('were stepped down')
  expect((await read('/api/commentary?indicator=cpp-ends-rate')).text).toContain(
    'Fewer plans ended in winter',
  )
  expect((await read('/api/commentary?indicator=cpp-stepdown-pct', LEADER)).text).toContain(
    'were stepped down',
  )
})

test('an action that names a restricted measure too loses the name, one that names nothing else is absent', async () => {
  const both = await read('/api/registers/action/about-both')
  expect(JSON.parse(both.text)).toMatchObject({ terms: { indicators: ['cla-rate'] } })
  expect((await read('/api/registers/action/about-incidents')).status).toBe(404)
  expect((await read('/api/registers/action/about-incidents', LEADER)).status).toBe(200)
})

test('a target that starts from what is withheld is absent', async () => {
  expect((await read('/api/targets/hold-steps')).status).toBe(404)
  expect((await read('/api/targets/hold-steps', LEADER)).status).toBe(200)
})

test('nothing that is hidden can be worked out from what is shown', async () => {
  const [{ db, reference }] = worlds()
  const edition = publicEdition(db, reference.indicators)
  const areas = versionsByArea(await findJudgedFigures(edition), await findReleases(edition))
  const home = areas.find(({ area }) => area === BLACKPOOL)
  const view = publicView({
    own: [...(home?.current ?? [])].map(({ figure }) => figure),
    published: home?.published ?? [],
    earlier: [],
    rules: reference.identities,
    indicator: reference.indicator,
  })
  expect(view.cells.length).toBeGreaterThan(500)
  expect(leaksOf(view)).toEqual([])
})
