import { beforeAll, describe, expect, test } from 'vitest'
import type { QualityAnswer } from '../../server/contract/quality.ts'
import { importFile } from '../../server/imports/run.ts'
import { withdrawRelease } from '../../server/store/releases.ts'
import { BLACKPOOL, makeWorld, SANDWELL, TODAY, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const ask = async (query = '', from = world) =>
  (await (
    await from.app.request(`/api/quality${query}`, { headers: { cookie: await from.as() } })
  ).json()) as QualityAnswer
const row = (grid: QualityAnswer['quarters'], indicator: string, dimension = '') =>
  grid.rows.find((each) => each.indicator === indicator && each.dimension === dimension)
const states = (grid: QualityAnswer['quarters'], indicator: string, dimension = '') =>
  row(grid, indicator, dimension)?.cells.map(({ state }) => state)
const said = ({ summary }: QualityAnswer, about: string) =>
  summary.filter((each) => each.about === about).map(({ text }) => text)

describe('the quarterly return', () => {
  test('is summed up: how much is held, how old it is, that it is made up, and what is late', async () => {
    expect(said(await ask(), 'quarters')).toEqual([
      '38 of 38 quarterly measures are held up to October to December 2020 (Quarter 3 2020/21), which ended ' +
        '5 years 10 months ago. All of these newest figures are illustrative: made up to show how the dashboard ' +
        'works. 18 more could be reported by quarter and never were.',
      'The return for Quarter 2 2026/27 is 52 days after quarter end and not here. It was due on 14 November ' +
        '2026. Those for the 22 quarters before it are not here either.',
    ])
  })

  test('is shown eight quarters at a time, the newest that are held first', async () => {
    const { quarters } = await ask()
    expect(quarters.columns.map(({ id }) => id)).toEqual([
      '2018-19Q4',
      '2019-20Q1',
      '2019-20Q2',
      '2019-20Q3',
      '2019-20Q4',
      '2020-21Q1',
      '2020-21Q2',
      '2020-21Q3',
    ])
    expect(quarters.pages.map(({ value }) => value)).toEqual(['2020-21Q3', '2018-19Q3', '2016-17Q3'])
    expect(quarters.rows).toHaveLength(60)
    expect(quarters.note).toContain('the 23 quarters that have fallen due since')
    expect(states(quarters, 'cla-rate')).toEqual(Array(8).fill('illustrative'))
    expect(row(quarters, 'cla-rate')?.newest).toEqual({
      period: '2020-21Q3',
      label: 'Quarter 3 2020/21',
      end: '2020-12-31',
      age: '5 years 10 months',
      illustrative: true,
    })
  })

  test('has hidden figures, which stay told apart', async () => {
    const { quarters } = await ask('?quarter=2018-19Q3')
    expect(states(quarters, 'cpp-reviews-pct')).toEqual([
      'suppressed',
      'suppressed',
      'suppressed',
      'suppressed',
      'illustrative',
      'suppressed',
      'suppressed',
      'illustrative',
    ])
  })

  test('says of a measure without figures whether it could have been sent', async () => {
    const { quarters } = await ask()
    expect(row(quarters, 'complaints')?.empty).toBe('Never sent.')
    expect(row(quarters, 'ks4-attainment8')?.empty).toBe('Not collected by quarter: it comes once a year.')
  })

  test('is expected of the home council only', async () => {
    const answer = await ask(`?area=${SANDWELL}`)
    expect(answer.quarters.rows).toEqual([])
    expect(said(answer, 'quarters')).toEqual([
      'Quarterly returns are a council’s own: none is held of Sandwell, and none is expected here.',
    ])
  })

  test('looked back at, is what was held and due on that day', async () => {
    const answer = await ask('?asAt=2017-04-27')
    expect(answer.quarters.columns.map(({ id }) => id)).toEqual(['2016-17Q1', '2016-17Q2', '2016-17Q3'])
    expect(said(answer, 'quarters')[1]).toBe('The return for Quarter 4 2016/17 is due on 15 May 2017.')
    expect(answer.years.note).toBe('No published figures are held of Blackpool.')
    expect(answer.releases.map(({ publishedOn }) => publishedOn)).toEqual([
      '2017-04-18',
      '2017-02-14',
      '2016-11-14',
      '2016-08-14',
    ])
  })
})

describe('published years', () => {
  test('are late from the month after that in which the publication comes out', async () => {
    const { years } = await ask()
    expect(years.columns.map(({ id }) => id)).toEqual([
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ])
    expect(states(years, 'referrals-rate')?.slice(-2)).toEqual(['final', 'late'])
    expect(row(years, 'referrals-rate')?.next).toEqual({ words: 'Late since October 2026', late: true })
    expect(states(years, 'cla-rate')?.slice(-2)).toEqual(['final', 'not-yet-due'])
    expect(row(years, 'cla-rate')?.next).toEqual({ words: 'Next due in November 2026', late: false })
    expect(row(years, 'cla-rate')?.cells.at(-1)).toMatchObject({
      label: '31 March 2026',
      reason: 'Due in November 2026.',
    })
    expect(states(years, 'sw-caseload')?.at(-1)).toBe('not-yet-due')
    expect(states(years, 'cla-residential-rate')?.slice(0, 2)).toEqual(['not-published', 'estimated'])
    expect(states(years, 'ks4-attainment8')?.at(-1)).toBe('no-date')
  })

  test('hold hidden figures of a small authority', async () => {
    const { years } = await ask('?area=E09000001')
    expect(states(years, 'cla-rate')?.slice(-3)).toEqual(['final', 'suppressed', 'not-yet-due'])
  })

  test('tell what the publication lacks from what is late, and what was discontinued', async () => {
    const { years } = await ask()
    // One year of it was published; the next edition of its family is held without it.
    expect(states(years, 'cla-3sw-pct')?.slice(-3)).toEqual(['final', 'not-published', 'not-yet-due'])
    expect(row(years, 'ey-good-outstanding-pct', 'two-year-olds')?.next?.words).toBe(
      'Discontinued after 2024.',
    )
    expect(states(years, 'ey-good-outstanding-pct', 'two-year-olds')?.slice(-2)).toEqual([
      'not-published',
      'not-published',
    ])
  })

  test('keep apart what is kept locally, with the nearest measure beside it', async () => {
    const { years } = await ask()
    expect(row(years, 'contacts-police-pct')?.empty).toBe(
      'Not collected by year: kept locally and published nowhere.',
    )
    expect(states(years, 'contacts-police-pct', 'referrals')?.at(-2)).toBe('final')
  })

  test('of an authority begin and end with it', async () => {
    const { years, breaks } = await ask('?area=E06000059')
    expect(row(years, 'referrals-rate')?.cells[0]).toMatchObject({
      state: 'not-applicable',
      reason: 'Dorset was founded on 1 April 2019.',
    })
    expect(breaks.find(({ kind }) => kind === 'New authority')?.reason).toBe(
      'Dorset was founded on 1 April 2019. Before it there was Dorset (to 2019).',
    )
  })

  test('come out in publications, of which two are late', async () => {
    const answer = await ask()
    const late = answer.publications.filter(({ next }) => next?.late).map(({ family }) => family)
    expect(late).toEqual(['children-in-need', 'court-applications'])
    expect(said(answer, 'years')).toEqual([
      '2 of 11 national publications are due and not here: Children in need (since October 2026), Care ' +
        'applications to court (since July 2026).',
    ])
    expect(answer.publications.find(({ family }) => family === 'youth-justice')).toMatchObject({
      newest: { label: 'Calendar year 2024', age: '22 months' },
      cameOut: 'February 2026',
      next: { label: 'Calendar year 2025', due: 'February 2027', late: false },
    })
  })
})

describe('breaks', () => {
  test('come from the register, for every area or for one', async () => {
    const { breaks } = await ask()
    expect(breaks.find(({ indicator }) => indicator === 'assessment-factors-pct')).toMatchObject({
      date: '2021-03-31',
      everywhere: true,
      kind: 'Defined another way',
    })
    const sickness = (answer: QualityAnswer) =>
      answer.breaks.filter(({ indicator }) => indicator === 'sw-sickness-pct')
    expect(sickness(await ask())).toHaveLength(1)
    expect(sickness(await ask(`?area=${SANDWELL}`))).toEqual([])
  })
})

test('the grids as CSV hold a row a cell, and one for what is not held at all', async () => {
  const response = await world.app.request('/api/quality.csv')
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="data-quality_blackpool.csv"',
  )
  const text = await response.text()
  expect(text).toContain(
    'cla-rate,Children in care,,Children in care,E06000009,Blackpool,year,2025-26,31 March 2026,not-yet-due,Not yet due,Due in November 2026.',
  )
  expect(text).toContain(
    'complaints,Complaints and compliments,,Children in care,E06000009,Blackpool,quarter,,,nothing-held,Never sent.',
  )
})

test.each([
  ['?quarter=2024-25', 'is not a quarter'],
  ['?year=20', 'is not a year'],
  ['?asAt=yesterday', 'is not a day'],
])('%s is refused in words', async (query, words) => {
  const response = await world.app.request(`/api/quality${query}`)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(words)
})

test('what was accepted is told to those who may see it, and not denied to the others', async () => {
  const told = (await (await world.app.request('/api/quality')).json()) as QualityAnswer
  expect(said(told, 'warnings')).toEqual(['Which warnings were accepted is not part of the public edition.'])
  expect(said(await ask(), 'warnings')).toEqual(['No file was published with warnings.'])
})

describe('releases', () => {
  const send = (from: World, rows: string, reason: string | null) =>
    importFile(from.db, from.reference, {
      bytes: Buffer.from(
        `period,indicator_id,area_code,dimension,numerator,denominator,value,status,note\n${rows}\n`,
      ),
      fileName: 'return.csv',
      by: 'Pat',
      reason,
      mode: 'publish',
      now: `${TODAY}T10:00:00.000Z`,
    })

  test('are all told, the newest first, with what they hold and who let them in', async () => {
    const answer = await ask()
    expect(answer.releases).toHaveLength(37)
    expect(answer.releases.map(({ publishedOn }) => publishedOn)).toEqual(
      answer.releases
        .map(({ publishedOn }) => publishedOn)
        .sort()
        .reverse(),
    )
    const returns = answer.releases.filter(({ kind }) => kind === 'return')
    expect(returns.map(({ figures }) => figures)).toEqual(Array(19).fill(39))
    expect(returns[0]).toMatchObject({
      title: 'Illustrative return, Quarter 3 2020/21',
      kindWords: 'A council’s own return',
      state: 'published',
      publishedLabel: '14 February 2021',
      by: 'the demonstration',
      upload: null,
      withdrawn: null,
    })
    expect(answer.releases.find(({ title }) => title.startsWith('Children in need, 2025'))).toMatchObject({
      publishedLabel: 'October 2025',
      figures: 19188,
    })
    expect(said(answer, 'releases')).toEqual(['37 releases were published; none was withdrawn.'])
  })

  test('a file that was published with warnings says which, why they were accepted, and by whom', async () => {
    const own = await makeWorld()
    const rows = `2020-21Q4,cla-rate,${BLACKPOOL},,612,28278,250,final,[b] Counted by the new system`
    const report = await send(own, rows, 'The population was revised')
    expect(report.outcome).toBe('published')
    const answer = await ask('', own)
    expect(answer.accepted).toHaveLength(1)
    const [accepted] = answer.accepted
    expect(accepted).toMatchObject({
      upload: report.upload,
      acceptedOn: TODAY,
      by: 'Pat',
      reason: 'The population was revised',
    })
    expect(accepted?.warnings).toBe(report.counts.warn)
    expect(accepted?.kinds.map(({ check }) => check)).toContain('rate-mismatch')
    expect(answer.releases[0]).toMatchObject({ upload: report.upload, fileName: 'return.csv', figures: 1 })

    // A figure that an analyst marked is a break, and the other measures of the return are late.
    expect(answer.breaks.find(({ kind }) => kind === 'Marked by an analyst')).toMatchObject({
      indicator: 'cla-rate',
      date: '2021-03-31',
      reason: 'Counted by the new system',
    })
    expect(said(answer, 'quarters')[0]).toMatch(
      /^1 of 38 quarterly measures is held up to January to March 2021/,
    )
    expect(states(answer.quarters, 'cla-rate')?.at(-1)).toBe('final')
    expect(states(answer.quarters, 'cpp-rate')?.at(-1)).toBe('late')
  })

  test('a return that comes without a measure leaves it late, and what nobody waits for any more not reported', async () => {
    const own = await makeWorld()
    await send(own, `2026-27Q1,cla-rate,${BLACKPOOL},,580,28923,200.5,final,`, 'A first part')
    const { quarters } = await ask('', own)
    expect(quarters.last).toBe('2026-27Q2')
    expect(quarters.note).toBeNull()
    const before = Array(6).fill('not-reported')
    expect(states(quarters, 'cla-rate')).toEqual([...before, 'final', 'late'])
    expect(states(quarters, 'cpp-rate')).toEqual([...before, 'late', 'late'])
  })

  test('one that was withdrawn stays in the history and says so', async () => {
    const own = await makeWorld()
    const newest = (await ask('', own)).releases.find(({ kind }) => kind === 'return')
    await withdrawRelease(own.db, newest?.id ?? 0, `${TODAY}T11:00:00.000Z`)
    const answer = await ask(`?area=${BLACKPOOL}`, own)
    expect(answer.releases.find(({ id }) => id === newest?.id)).toMatchObject({
      state: 'withdrawn',
      withdrawn: { on: TODAY, label: '21 November 2026' },
    })
    expect(said(answer, 'releases')).toEqual(['37 releases were published; 1 was withdrawn.'])
    expect(answer.quarters.last).toBe('2020-21Q2')
    const before = await ask('?asAt=2026-11-20', own)
    expect(before.releases.find(({ id }) => id === newest?.id)?.state).toBe('published')
    expect(before.quarters.last).toBe('2020-21Q3')
  })
})

test('where nothing is held the page says so and waits for the return', async () => {
  const empty = await makeWorld(undefined, { demonstration: false })
  const answer = await ask('', empty)
  expect(said(answer, 'quarters')).toEqual([
    'No quarterly return of Blackpool is held.',
    'The return for Quarter 2 2026/27 is 52 days after quarter end and not here. It was due on 14 November 2026.',
  ])
  expect(answer.years.columns).toEqual([])
  expect(answer.releases).toEqual([])
})
