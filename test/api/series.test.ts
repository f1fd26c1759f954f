import { beforeAll, describe, expect, test } from 'vitest'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { makeWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const series = async (path: string) => {
  const response = await world.app.request(`/api/indicators/${path}`)
  expect(response.status).toBe(200)
  return (await response.json()) as SeriesAnswer
}
const at = (answer: SeriesAnswer, period: string) => answer.points.find((point) => point.period === period)

test('children in care of Blackpool beside neighbours, region and England', async () => {
  const answer = await series(
    'cla-rate/series?area=E06000009&by=financial-year&compare=neighbours,region,england&neighbours=2025',
  )
  expect(at(answer, '2024-25')).toMatchObject({
    value: 184,
    text: '184',
    label: '31 March 2025',
    start: '2024-04-01',
    end: '2025-03-31',
    numerator: 531,
    denominator: 28923,
    status: 'final',
    missing: null,
    publishedAt: '2025-11-30',
  })
  const last = answer.comparators.map(({ kind, points }) => [
    kind,
    points.at(-1)?.value,
    points.at(-1)?.contributing,
  ])
  expect(last).toEqual([
    ['neighbours', 124.5, 10],
    ['region', 90, 1],
    ['england', 67, 1],
  ])
})

test('the other list of neighbours gives another average', async () => {
  const answer = await series('cla-rate/series?by=financial-year&compare=neighbours&neighbours=2021')
  expect(answer.comparators[0]?.points.at(-1)?.value).toBe(130.1)
})

test('the summary says it in sentences', async () => {
  const { summary } = await series('cla-rate/series?by=financial-year')
  expect(summary.title).toBe('Children in care rose from 182 to 184 per 10,000')
  expect(summary.text).toBe(
    'On 31 March 2025 Blackpool had 531 children in care, 184 for every 10,000 children (2024: 520, 182). ' +
      'Similar councils averaged 125 (10 of 10 reported); England 67. ' +
      'Matching similar councils would mean 171 fewer children in care. ' +
      'The Department for Education sets no good direction; the local strategy (2021) aims lower.',
  )
  expect(summary.age).toBe('19 months')
})

test('another council is not read by Blackpool’s strategy', async () => {
  const answer = await series('cla-rate/series?area=E08000028&by=financial-year')
  expect(answer.indicator.direction.goodEnd).toBeNull()
  expect(answer.summary.text).toContain('No direction is good in itself')
})

describe('quarters', () => {
  test('are illustrative and say so', async () => {
    const answer = await series('cla-rate/series?by=quarter')
    expect(at(answer, '2020-21Q3')).toMatchObject({
      value: 215,
      text: '215.0',
      numerator: 608,
      status: 'illustrative',
    })
    expect(answer.illustrative).toBe(true)
    expect(answer.summary.text).toContain('This figure is illustrative')
  })

  test('are set beside the newest benchmark of their time, with its own day', async () => {
    const answer = await series('cla-rate/series?by=quarter&compare=england')
    expect(answer.summary.text).toContain('On 31 March 2020 similar councils averaged 132')
    expect(answer.comparators[0]?.points.map((point) => point.end)).toContain('2020-03-31')
  })

  test('of a flow are shown as twelve months, or alone, or since April, or times four', async () => {
    const year = await series('referrals-rate/series?by=quarter')
    const alone = await series('referrals-rate/series?by=quarter&basis=in-period')
    const toDate = await series('referrals-rate/series?by=quarter&basis=year-to-date')
    const timesFour = await series('referrals-rate/series?by=quarter&basis=annualised')
    const quarters = ['2016-17Q1', '2016-17Q2', '2016-17Q3', '2016-17Q4'].map(
      (id) => at(alone, id)?.numerator ?? 0,
    )
    expect(year.basis).toBe('rolling-year')
    expect(at(year, '2016-17Q4')?.numerator).toBe(3502)
    expect(quarters.reduce((a, b) => a + b, 0)).toBe(3502)
    expect(at(toDate, '2016-17Q2')?.numerator).toBe((quarters[0] ?? 0) + (quarters[1] ?? 0))
    expect(at(timesFour, '2016-17Q1')?.numerator).toBe((quarters[0] ?? 0) * 4)
  })

  test('a rolling year without four quarters has no value, and says why', async () => {
    const answer = await series('referrals-rate/series?by=quarter')
    expect(at(answer, '2016-17Q3')).toMatchObject({
      value: null,
      missing: 'not-reported',
      reason: 'Twelve months in a row are needed, and some of these were not reported.',
    })
  })

  test('with a hidden part stay hidden', async () => {
    const answer = await series('cpp-reviews-pct/series?by=quarter')
    expect(at(answer, '2016-17Q1')).toMatchObject({
      value: null,
      text: '[c]',
      missing: 'suppressed',
      numerator: null,
    })
  })
})

describe('what is asked for', () => {
  test('the number behind a rate, which is compared with nobody', async () => {
    const answer = await series('cla-rate:count/series?by=financial-year&compare=neighbours')
    expect(at(answer, '2024-25')).toMatchObject({ value: 531, text: '531' })
    expect(answer.comparators).toEqual([])
    expect(answer.noComparators).toContain('Numbers grow with the size of a place')
  })

  test('a number whose rate was never published', async () => {
    const rate = await series('cla-starts-rate/series?by=financial-year')
    const count = await series('cla-starts-rate:count/series?by=financial-year')
    expect(at(rate, '2016-17')).toMatchObject({ value: null, missing: 'not-available', numerator: 267 })
    expect(at(count, '2016-17')?.value).toBe(267)
  })

  test('a stretch of periods', async () => {
    const answer = await series('cla-rate/series?by=financial-year&from=2021-22&to=2023-24')
    expect(answer.points.map((point) => point.period)).toEqual(['2021-22', '2022-23', '2023-24'])
  })

  test('a breakdown', async () => {
    const answer = await series('unit-cost-week/series?dimension=residential')
    expect(at(answer, '2024-25')?.text).toBe('£6,390')
  })

  test('named areas', async () => {
    const answer = await series('cla-rate/series?by=financial-year&compare=E08000028')
    expect(answer.comparators.map(({ kind, label, points }) => [kind, label, points.at(-1)?.value])).toEqual([
      ['area', 'Sandwell', 92],
    ])
  })

  test('a former code of an area', async () => {
    const answer = await series('cla-rate/series?area=E10000027&by=financial-year')
    expect(answer.area).toMatchObject({ id: 'E06000066', name: 'Somerset' })
  })

  test('neighbours by their median, or all added up', async () => {
    const value = async (method: string) =>
      (
        await series(`cin-rate/series?by=financial-year&compare=neighbours&method=${method}`)
      ).comparators[0]?.points.at(-1)?.value
    expect(await value('median')).toBe(486.25)
    expect(await value('pooled')).toBeCloseTo(471.64, 2)
  })

  test('what was known on a day', async () => {
    const answer = await series('cla-rate/series?by=quarter&asAt=2019-01-31')
    expect(answer.points.at(-1)?.period).toBe('2018-19Q2')
    const published = await series('cla-rate/series?by=financial-year&asAt=2019-01-31')
    expect(published.points).toEqual([])
  })

  test('if no rhythm is asked for, the one with the newest figure', async () => {
    expect((await series('cla-rate/series')).by).toBe('financial-year')
    expect((await series('contacts-rate/series')).by).toBe('quarter')
  })

  test('the yearly figures of the workforce census stand on its day', async () => {
    const answer = await series('sw-caseload/series?by=financial-year')
    expect(at(answer, '2025-09-30')).toMatchObject({ value: 16.8, numerator: 1815, denominator: 107.8 })
  })

  test('net change is the entries less the exits', async () => {
    const answer = await series('cla-net-change/series?by=financial-year')
    expect(at(answer, '2024-25')).toMatchObject({ value: 6, text: '6' })
    expect(at(answer, '2023-24')).toMatchObject({ value: -24, text: '−24' })
  })
})

test('a region has no neighbours, and is compared with England', async () => {
  const answer = await series(
    'cla-rate/series?area=E12000002&by=financial-year&compare=neighbours,region,england',
  )
  expect(answer.comparators.map((comparator) => comparator.kind)).toEqual(['england'])
})

test('a year that nobody reported is a gap with its reason', async () => {
  const answer = await series('cpp-2yr-pct/series?area=E09000001&by=financial-year')
  expect(at(answer, '2022-23')).toMatchObject({ value: null, missing: 'not-applicable', text: '[z]' })
})

describe('a series with a target', () => {
  test('says where its path should be on the day of each figure, and whether it was there', async () => {
    const { target } = await series('cla-rate/series?by=financial-year')
    expect(target).toMatchObject({
      id: 'mtfs-care',
      text: '124.5',
      dueLabel: '31 March 2026',
      rating: { state: 'red' },
    })
    expect(target?.expected).toEqual([
      { period: '2020-21', text: '210.7', state: 'amber' },
      { period: '2021-22', text: '193.5', state: 'red' },
      { period: '2022-23', text: '176.2', state: 'red' },
      { period: '2023-24', text: '159.0', state: 'red' },
      { period: '2024-25', text: '141.7', state: 'red' },
    ])
    expect(target?.path[0]).toMatchObject({ on: '2020-12-31', text: '215' })
    expect(target?.path.at(-1)).toMatchObject({ on: '2026-03-31', text: '124.5' })
  })

  test('takes the list of similar councils that the target names, whichever the chart compares with', async () => {
    const { target } = await series('cla-rate/series?by=financial-year&neighbours=2021')
    expect(target?.text).toBe('124.5')
  })

  test('as at a day before it was stated has none', async () => {
    const { target, aims } = await series('cla-rate/series?asAt=2019-06-30')
    expect(target).toBeNull()
    expect(aims.map(({ id }) => id)).toEqual(['council-plan-care'])
  })

  test('has its path in the file', async () => {
    const response = await world.app.request('/api/indicators/cla-rate/series.csv?by=financial-year')
    const text = await response.text()
    expect(text).toContain('target-path,E06000009,Blackpool,2026-03-31,31 March 2026,2026-03-31,124.5')
  })

  test('in the count is the one of the Council Plan, which ran out', async () => {
    const { target } = await series('cla-rate:count/series?by=financial-year')
    expect(target).toMatchObject({ id: 'council-plan-care', value: 443, state: 'ended' })
    expect(target?.rating.words).toBe('Not rated: the target counted until 31 March 2020.')
    expect(target?.path.at(-1)?.on).toBe('2020-03-31')
  })
})
