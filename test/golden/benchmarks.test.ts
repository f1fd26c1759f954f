import { beforeAll, describe, expect, test } from 'vitest'
import type { ComparisonAnswer } from '../../server/contract/comparison-answers.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { round } from '../../server/domain/rounding.ts'
import { BLACKPOOL, makeWorld, SANDWELL, type World } from '../support/world.ts'

/**
 * Worked by hand from the published figures by the method of DfE's Local Authority Interactive Tool: Blackpool, the
 * years 2021 to 2025, the mean of its ten neighbours by either list, the North West and England.
 */

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const YEARS = ['2020-21', '2021-22', '2022-23', '2023-24', '2024-25']
const CENSUS = ['2021-09-30', '2022-09-30', '2023-09-30', '2024-09-30', '2025-09-30']

async function ask<T>(path: string): Promise<T> {
  const response = await world.app.request(path)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

const series = (indicator: string, neighbours: string) =>
  ask<SeriesAnswer>(
    `/api/indicators/${indicator}/series?area=${BLACKPOOL}&by=financial-year&compare=neighbours,region,england&neighbours=${neighbours}`,
  )

type Points = readonly { period: string; value: number | null }[]
const valuesAt = (points: Points | undefined, periods: readonly string[]) =>
  periods.map((period) => points?.find((point) => point.period === period)?.value)

describe.each([
  {
    indicator: 'cla-rate',
    periods: YEARS,
    blackpool: [215, 219, 190, 182, 184],
    list2021: [140.9, 138.5, 140.6, 137, 130.1],
    list2025: [133.2, 128.8, 131.6, 131.9, 124.5],
    northWest: [98, 97, 96, 94, 90],
    england: [69, 70, 70, 69, 67],
  },
  {
    indicator: 'cin-rate',
    periods: YEARS,
    blackpool: [714.3, 733.3, 733.2, 619.3, 606.1],
    list2021: [579.17, 584.91, 536.59, 528.52, 515.63],
    list2025: [563.16, 554.36, 552.61, 536.19, 494.08],
    northWest: [369.6, 386.6, 381.1, 377.6, 383.7],
    england: [329.6, 343.7, 338.7, 331.2, 330.3],
  },
  {
    indicator: 'cpp-rate',
    periods: YEARS,
    blackpool: [126.2, 106.4, 125.8, 95.4, 86.1],
    list2021: [89.51, 79.98, 79.31, 74.41, 68.97],
    list2025: [88.78, 74.82, 72.98, 76.6, 65.58],
    northWest: [47.4, 48.8, 48.4, 48.5, 50.9],
    england: [42.4, 43.3, 42.7, 41.4, 40.6],
  },
  {
    indicator: 'referrals-rate',
    periods: YEARS,
    blackpool: [968.6, 1122.3, 850.5, 759.3, 935.9],
    list2021: [755.83, 810.64, 792.42, 706.37, 715.82],
    list2025: [780.78, 810.63, 782.39, 736.11, 705.26],
    northWest: [521.7, 551.4, 521.8, 509.8, 529.1],
    england: [507.1, 552.8, 538.1, 515.7, 519.4],
  },
  {
    indicator: 'rereferrals-pct',
    periods: YEARS,
    blackpool: [31.9, 28.8, 23.3, 19.3, 23.4],
    list2021: [21.16, 21.18, 23.15, 22.07, 20.99],
    list2025: [22.1, 22.32, 23.15, 23.28, 21.85],
    northWest: [22.2, 22, 22.4, 21.2, 21.7],
    england: [22.7, 21.5, 22.4, 22.4, 22.6],
  },
  {
    indicator: 'sw-caseload',
    periods: CENSUS,
    blackpool: [19.7, 16.7, 17, 15.1, 16.8],
    list2021: [18.38, 18.31, 17.56, 16.8, 17.05],
    list2025: [19.15, 18.41, 17.38, 17.23, 15.52],
    northWest: [18.3, 17.8, 16.5, 16.6, 15.8],
    england: [16.3, 16.6, 16, 15.4, 15.2],
  },
])(
  '$indicator, 2021 to 2025',
  ({ indicator, periods, blackpool, list2021, list2025, northWest, england }) => {
    test('Blackpool itself', async () => {
      expect(valuesAt((await series(indicator, '2025')).points, periods)).toEqual(blackpool)
    })

    test('the mean of the neighbours of 2021', async () => {
      const { comparators } = await series(indicator, '2021')
      expect(valuesAt(comparators[0]?.points, periods)).toEqual(list2021)
    })

    test('the mean of the neighbours of 2025', async () => {
      const { comparators } = await series(indicator, '2025')
      expect(valuesAt(comparators[0]?.points, periods)).toEqual(list2025)
    })

    test('the North West and England', async () => {
      const { comparators } = await series(indicator, '2025')
      expect(valuesAt(comparators[1]?.points, periods)).toEqual(northWest)
      expect(valuesAt(comparators[2]?.points, periods)).toEqual(england)
    })
  },
)

const comparison = (indicator: string, query: string) =>
  ask<ComparisonAnswer>(`/api/indicators/${indicator}/comparison?area=${BLACKPOOL}&${query}`)

describe.each([
  ['cla-rate', '2024-25', [-32.3, -29.3, -51.1, -63.6], [126, 98.25], [53, 67, 90], [151, 151]],
  ['cin-rate', '2024-25', [-18.5, -14.9, -36.7, -45.5], [486.25, 424.675], [300.5, 346, 412.9], [151, 153]],
  ['cpp-rate', '2024-25', [-23.8, -19.9, -40.9, -52.8], [61.3, 53.45], [32.05, 40.5, 53.15], [148, 151]],
  [
    'referrals-rate',
    '2024-25',
    [-24.6, -23.5, -43.5, -44.5],
    [666.1, 575.725],
    [422.3, 521.6, 619.6],
    [148, 153],
  ],
  ['rereferrals-pct', '2024-25', [-6.6, -10.3, -7.3, -3.4], [22.2, 17.525], [16.9, 20, 23], [121, 153]],
  ['sw-caseload', '2025-09-30', [-7.6, 1.5, -6, -9.5], [15.55, 14.8], [14, 15.2, 16.75], [114, 151]],
] as const)('%s in 2025', (indicator, period, gaps, [median, p25], quartiles, [rank, of]) => {
  test('the gap to each list, the region and England', async () => {
    const by2025 = await comparison(indicator, `period=${period}`)
    const by2021 = await comparison(indicator, `period=${period}&neighbours=2021`)
    expect(by2025.benchmarks.mean.gap.percent).toBe(gaps[0])
    expect(by2021.benchmarks.mean.gap.percent).toBe(gaps[1])
    const { points, comparators } = await series(indicator, '2025')
    const own = points.find((point) => point.period === period)?.value ?? Number.NaN
    const gapTo = (index: number) => {
      const theirs = comparators[index]?.points.find((point) => point.period === period)?.value ?? Number.NaN
      return round(((theirs - own) / own) * 100, 1)
    }
    expect([gapTo(1), gapTo(2)]).toEqual([gaps[2], gaps[3]])
  })

  test('the median and the lowest quarter of the neighbours of 2025', async () => {
    const answer = await comparison(indicator, `period=${period}`)
    expect(answer.benchmarks.median.value).toBe(median)
    expect(answer.p25).toBe(p25)
  })

  test('quartiles, rank and band among all authorities', async () => {
    const answer = await comparison(indicator, `period=${period}&group=england`)
    expect(answer.national).toEqual({ q1: quartiles[0], q2: quartiles[1], q3: quartiles[2], of })
    const blackpool = answer.areas.find((area) => area.own)
    expect(blackpool?.rank).toBe(rank)
    expect(blackpool?.band).toBe('D')
  })
})

describe('other worked figures', () => {
  test('three ways of averaging give three answers: children in need 2025', async () => {
    const { benchmarks } = await comparison('cin-rate', 'period=2024-25')
    expect(benchmarks.mean.value).toBe(494.08)
    expect(benchmarks.median.value).toBe(486.25)
    expect(round(benchmarks.pooled?.value ?? 0, 2)).toBe(471.64)
  })

  test('matching similar councils would mean 171 fewer children in care', async () => {
    const { benchmarks } = await comparison('cla-rate', 'period=2024-25')
    expect(benchmarks.mean.gap).toEqual({ percent: -32.3, count: -170.9, words: '−32.3%, 171 fewer' })
  })

  test('a missing neighbour is left out and counted: residential care 2024/25', async () => {
    const { benchmarks } = await comparison('unit-cost-week', 'period=2024-25&dimension=residential')
    expect(round(benchmarks.mean.value ?? 0, 2)).toBe(7118.33)
    expect(benchmarks.mean.contributing).toBe(9)
  })

  test('where high is good, rank 1 is the highest: care leavers in work or learning', async () => {
    const answer = await comparison('cl-eet-pct', 'period=2024-25&group=england')
    const blackpool = answer.areas.find((area) => area.own)
    expect([blackpool?.value, blackpool?.rank, blackpool?.tied, blackpool?.band]).toEqual([46, 129, 7, 'D'])
    const neighbours = await comparison('cl-eet-pct', 'period=2024-25')
    expect(neighbours.benchmarks.mean.value).toBe(51.6)
    expect(neighbours.benchmarks.mean.gap.percent).toBe(12.2)
  })

  test('repeat referrals were in band B in 2024 and in band C, on its upper edge, in 2023', async () => {
    const in2024 = await comparison('rereferrals-pct', 'period=2023-24&group=england')
    const in2023 = await comparison('rereferrals-pct', 'period=2022-23&group=england')
    expect(in2024.areas.find((area) => area.own)).toMatchObject({ band: 'B', rank: 59 })
    expect(in2023.areas.find((area) => area.own)).toMatchObject({ band: 'C', rank: 111 })
    expect(in2023.national?.q3).toBe(23.3)
  })

  test('the list decides the verdict: Sandwell in care 2025', async () => {
    const path = (neighbours: string) =>
      `/api/indicators/cla-rate/comparison?area=${SANDWELL}&period=2024-25&neighbours=${neighbours}`
    const by2025 = await ask<ComparisonAnswer>(path('2025'))
    const by2021 = await ask<ComparisonAnswer>(path('2021'))
    expect([by2025.benchmarks.mean.value, by2025.benchmarks.mean.gap.percent]).toEqual([101, 9.8])
    expect([by2021.benchmarks.mean.value, by2021.benchmarks.mean.gap.percent]).toEqual([88.6, -3.7])
  })

  test('the upper quartile of a council paper is the 75th percentile: referrals 2018/19', async () => {
    const answer = await comparison('referrals-rate', 'period=2018-19&neighbours=2021')
    const own = answer.areas.find((area) => area.own)?.value ?? Number.NaN
    expect([own, answer.p75]).toEqual([1042.5, 782])
    expect(round((((answer.p75 ?? Number.NaN) - own) / own) * 100, 2)).toBe(-24.99)
  })
})
