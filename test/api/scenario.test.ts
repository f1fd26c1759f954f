import { beforeAll, describe, expect, test } from 'vitest'
import { problemAnswer } from '../../server/contract/answers.ts'
import { csvPath, scenarioPath } from '../../server/contract/paths.ts'
import { type ScenarioAnswer, scenarioAnswer } from '../../server/contract/scenario.ts'
import { SCENARIO_ASSUMPTIONS } from '../../server/domain/scenario.ts'
import { importFile } from '../../server/imports/run.ts'
import { BLACKPOOL, makeWorld, SANDWELL, TODAY, type World } from '../support/world.ts'

const MIDDLESBROUGH = 'E06000002'
const CITY_OF_LONDON = 'E09000001'
const ISLES_OF_SCILLY = 'E06000053'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

async function view(query: Record<string, string> = {}, of = world): Promise<ScenarioAnswer> {
  const response = await of.app.request(scenarioPath(query))
  expect(response.status).toBe(200)
  return scenarioAnswer.parse(await response.json())
}
const basesOf = ({ assumptions }: ScenarioAnswer) =>
  Object.fromEntries(assumptions.map(({ id, base }) => [id, base]))
const lastOf = ({ rows }: ScenarioAnswer) => rows.at(-1)

describe('what it starts from', () => {
  test('are the published figures of the newest year', async () => {
    const answer = await view()
    expect(answer.start).toMatchObject({
      on: '2025-03-31',
      label: '31 March 2025',
      children: 531,
      population: 28_923,
      spend: 87_902_719,
      careSpend: 55_693_602,
    })
    expect(basesOf(answer)).toEqual({
      starts: 165,
      ends: 26.7,
      residential: 14,
      fostering: 66,
      residentialCost: 6390,
      fosteringCost: 740,
      otherCost: 3135,
    })
    expect(answer.rest).toEqual({ base: 20, value: 20, baseText: '20%', text: '20%' })
  })

  test('each with its source and when that was published', async () => {
    const { assumptions, start } = await view()
    const sources = [...assumptions.map(({ source }) => source), ...Object.values(start?.sources ?? {})]
    expect(sources.filter((source) => !/\(published [A-Z][a-z]+ 20\d\d\)\.$/.test(source))).toEqual([])
    expect(assumptions.at(-1)?.source).toMatch(
      /^Worked out: what the average of all placements, £2,010 a week/,
    )
  })

  test('shares are whole percentages, as they are published', async () => {
    expect(basesOf(await view({ area: 'E92000001' }))).toMatchObject({ residential: 12, fostering: 67 })
  })

  test('is an older year where the newest lacks something', async () => {
    const { start } = await view({ area: MIDDLESBROUGH })
    expect(start?.on).toBe('2024-03-31')
  })

  test('is never a figure that is made up', async () => {
    const own = await makeWorld()
    const report = await importFile(own.db, own.reference, {
      bytes: Buffer.from(
        'period,indicator_id,area_code,dimension,numerator,denominator,value,status,note\n' +
          `2024-25,cla-rate,${BLACKPOOL},,540,28923,186.7,illustrative,\n`,
      ),
      fileName: 'return.csv',
      by: 'test',
      reason: 'made up for this test',
      mode: 'publish',
      now: `${TODAY}T10:00:00.000Z`,
    })
    expect(report.outcome).toBe('published')
    expect((await view({}, own)).start).toMatchObject({ on: '2024-03-31', children: 520 })
  })
})

describe('where figures are missing', () => {
  test('it names each, with the reason', async () => {
    const answer = await view({ area: CITY_OF_LONDON })
    expect(answer).toMatchObject({ start: null, rows: [], quarters: [], summary: null })
    expect(answer.none).toBe(
      'This starts from published figures that all belong to one year, and for City of London there is no year with all of them. Missing for the year to 31 March 2025:',
    )
    expect(answer.missing).toEqual([
      'the number of children in care (hidden because so few children are counted that one could be recognised)',
      'the share of children in care in children’s homes (not available from the source)',
      'the share of children in care with foster carers (not available from the source)',
    ])
  })

  test('unit costs are among them', async () => {
    const { missing } = await view({ area: ISLES_OF_SCILLY })
    expect(missing).toContain('the weekly cost of a foster place (not available from the source)')
  })

  test('another council has no path and no target of ours', async () => {
    const answer = await view({ area: SANDWELL, starts: '200' })
    expect(answer).toMatchObject({ none: null, target: null, path: null })
    expect(lastOf(answer)?.path).toBeNull()
    expect(answer.summary?.path).toBeNull()
  })
})

describe('what comes of it', () => {
  test('as things are: a little more each year, as more enter than leave', async () => {
    const answer = await view()
    expect(answer.changed).toEqual([])
    expect(answer.rows.map(({ text }) => text.base.children)).toEqual(['537', '541', '544', '546', '548'])
    expect(answer.rows.map(({ text }) => text.base)).toEqual(answer.rows.map(({ text }) => text.adjusted))
    expect(lastOf(answer)?.base.spend).toBeCloseTo(89_545_838, 0)
    expect(answer.settles?.base).toBeCloseTo(552.1, 1)
  })

  test('with 20 fewer entering, base beside adjusted', async () => {
    const answer = await view({ starts: '145' })
    expect(lastOf(answer)?.text).toEqual({
      base: { children: '548', rate: '189 per 10,000', spend: '£89.5m' },
      adjusted: { children: '495', rate: '171 per 10,000', spend: '£84.2m' },
      path: '£45.7m',
      difference: '£5.3m less',
    })
    expect(answer.summary?.headline).toBe(
      'If 20 fewer children entered care each year, there would be 495 children in care on 31 March 2030 instead of 548, and spending in 2029/30 would be £5.3m lower (average costs, so the real saving would be less).',
    )
    expect(answer.changed).toEqual(['Children entering care: 145 a year instead of 165 a year'])
  })

  test('with other placements: as many children at another cost', async () => {
    const answer = await view({ residential: '10', fostering: '70' })
    expect(lastOf(answer)?.text).toMatchObject({
      adjusted: { children: '548', spend: '£83.6m' },
      difference: '£6.0m less',
    })
  })

  test('with everything set, everything counts', async () => {
    const all = {
      starts: '150',
      ends: '30.5',
      years: '3',
      residential: '12',
      fostering: '70',
      residentialCost: '6000',
      fosteringCost: '800',
      otherCost: '3000',
    }
    const answer = await view(all)
    expect(Object.fromEntries(answer.assumptions.map(({ id, value }) => [id, String(value)]))).toEqual({
      starts: '150',
      ends: '30.5',
      residential: '12',
      fostering: '70',
      residentialCost: '6000',
      fosteringCost: '800',
      otherCost: '3000',
    })
    expect(answer.rows).toHaveLength(3)
    expect(answer.quarters).toHaveLength(13)
    expect(answer.changed).toHaveLength(8)
    const without = await Promise.all(
      Object.keys(all)
        .filter((key) => key !== 'years')
        .map((key) => view({ ...all, [key]: '' })),
    )
    const spend = lastOf(answer)?.adjusted.spend
    expect(without.filter((each) => lastOf(each)?.adjusted.spend === spend)).toEqual([])
  })

  test('quarter by quarter from the published day', async () => {
    const { quarters } = await view({ years: '1' })
    expect(quarters.map(({ label }) => label)).toEqual([
      '31 March 2025',
      '30 June 2025',
      '30 September 2025',
      '31 December 2025',
      '31 March 2026',
    ])
    expect(quarters[0]).toMatchObject({ base: 531, adjusted: 531 })
  })

  test('beside the path of the strategy, which stays at its goal after its day', async () => {
    const { start, rows, path } = await view()
    expect(start?.path).toBeCloseTo(50_159_353.86, 1)
    expect(rows.map((row) => row.path?.toFixed(0))).toEqual(Array(5).fill('45661368'))
    expect(path?.words).toBe(
      'Medium-term financial strategy: Spend 33% less in five years. £45,661,368: 33% less than £68,151,296 on 31 March 2021. Due on 31 March 2026; from then on it stays there.',
    )
  })

  test('beside the rate that is aimed at, and the number that it means', async () => {
    const { target } = await view()
    expect(target).toMatchObject({ text: '360 children in care (124.5 per 10,000)', by: '31 March 2026' })
    expect(target?.rate).toBeCloseTo(124.5, 1)
    expect(target?.children).toBeCloseTo(360.1, 1)
  })

  test('with everything that the model takes for granted', async () => {
    const { fixed } = await view()
    expect(fixed.slice(1)).toEqual(SCENARIO_ASSUMPTIONS)
    expect(fixed[0]).toContain('It starts on 31 March 2025')
  })
})

describe('a slider', () => {
  test('reaches twice what it is, and as far as was asked for', async () => {
    const ends = async (query = {}) => (await view(query)).assumptions.map(({ max }) => max)
    expect(await ends()).toEqual([330, 60, 30, 100, 13_000, 1500, 6500])
    expect(await ends({ starts: '333', residential: '31', fostering: '0' })).toEqual([
      340, 60, 40, 100, 13_000, 1500, 6500,
    ])
  })

  test('goes by tens where thousands enter care', async () => {
    const { assumptions } = await view({ area: 'E92000001' })
    expect(assumptions.map(({ step }) => step)).toEqual([10, 0.1, 1, 1, 5, 5, 5])
  })
})

describe('refused, with the remedy', () => {
  test.each([
    ['starts=abc', 'starts', 'enter a number, such as 12 or 12.5'],
    ['starts=-1', 'starts', 'enter 0 or more'],
    ['starts=100001', 'starts', 'enter 100000 or less'],
    ['ends=100.5', 'ends', 'enter 100 or less'],
    ['residentialCost=50001', 'residentialCost', 'enter 50000 or less'],
    ['years=0', 'years', 'enter whole years, 1 to 10'],
    ['years=11', 'years', 'enter whole years, 1 to 10'],
    ['years=2.5', 'years', 'enter whole years, 1 to 10'],
    ['area=Blackpool', 'area', 'is not an area: use an ONS code such as E06000009'],
  ])('%s', async (query, path, message) => {
    const response = await world.app.request(`/api/scenario?${query}`)
    expect(response.status).toBe(400)
    expect(problemAnswer.parse(await response.json()).errors).toEqual([{ path, message }])
  })

  test.each(['residential=60', 'residential=40&fostering=60.1', 'fostering=86.5'])(
    'more than all children: %s',
    async (query) => {
      const response = await world.app.request(`/api/scenario?${query}`)
      expect(response.status).toBe(400)
      const { errors } = problemAnswer.parse(await response.json())
      expect(errors?.map(({ path }) => path)).toEqual(['residential', 'fostering'])
    },
  )

  test('both shares are named, and by how much to lower one', async () => {
    const response = await world.app.request('/api/scenario?residential=40&fostering=60.1')
    expect(problemAnswer.parse(await response.json()).detail).toBe(
      'residential and fostering: 40% in children’s homes and 60.1% with foster carers are 100.1% together, more than all children in care; lower one of them by 0.1 points or more',
    )
  })

  test('an area that nobody knows', async () => {
    expect((await world.app.request('/api/scenario?area=E06999999')).status).toBe(404)
  })
})

test('shares that are all children together are taken, and so is an empty field', async () => {
  expect((await view({ residential: '33.3', fostering: '66.7' })).rest?.value).toBe(0)
  const empty = await world.app.request('/api/scenario?starts=&years=')
  expect(scenarioAnswer.parse(await empty.json())).toMatchObject({ years: 5, changed: [] })
})

describe('as CSV', () => {
  const rowsOf = async (query: Record<string, string>) => {
    const response = await world.app.request(csvPath(scenarioPath(query)))
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="what-if_blackpool.csv"')
    return (await response.text()).split('\r\n')
  }

  test('the assumptions come first, each as it was and as it was set', async () => {
    const rows = await rowsOf({ starts: '145', years: '2' })
    expect(rows[0]).toBe(
      'part,id,name,period,date,unit,as_things_are,with_your_changes,path_or_target,source',
    )
    expect(rows[2]).toBe('assumption,years,How far ahead,,,years,2,2,,')
    expect(rows[3]).toMatch(
      /^assumption,starts,Children entering care,,,a year,165,145,,"165 children entered/,
    )
    expect(rows.slice(1, 10).filter((row) => !row.startsWith('assumption,'))).toEqual([])
  })

  test('what is taken for granted and what comes of it follow', async () => {
    const rows = await rowsOf({ starts: '145', years: '2' })
    expect(rows.filter((row) => row.startsWith('taken for granted,'))).toHaveLength(
      SCENARIO_ASSUMPTIONS.length + 3,
    )
    expect(rows).toContain(
      'result,spend,Spending on children’s services,2026/27,2027-03-31,£,88733370,85969474,45661368,',
    )
    expect(rows).toContain(
      'result,children,Children in care,31 March 2027,2027-03-31,children,540.8,509.8,360.1,',
    )
  })

  test('an area without figures says which are missing', async () => {
    const response = await world.app.request(csvPath(scenarioPath({ area: CITY_OF_LONDON })))
    expect(await response.text()).toContain('in words,,the number of children in care (hidden')
  })
})

test('the description of the API says what may be asked', async () => {
  const response = await world.app.request('/api/openapi.json')
  const document = (await response.json()) as {
    paths: Record<string, { get: { parameters: { name: string; required?: boolean }[] } }>
  }
  const parameters = document.paths['/api/scenario']?.get.parameters ?? []
  expect(parameters.map(({ name }) => name)).toEqual([
    'area',
    'starts',
    'ends',
    'years',
    'residential',
    'fostering',
    'residentialCost',
    'fosteringCost',
    'otherCost',
  ])
  expect(parameters.filter(({ required }) => required)).toEqual([])
})
