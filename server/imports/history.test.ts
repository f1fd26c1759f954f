import { describe, expect, test } from 'vitest'
import type { Figure, PublishedFigure } from '../domain/figure.ts'
import type { SeriesInFile } from './checks.ts'
import type { Context } from './format.ts'
import { median, quantile, withPast } from './history.ts'

type Given = [period: string, value: number, note?: string]

const figure = ([period, value, note]: Given): Figure => ({
  indicator: 'cla-rate',
  dimension: '',
  area: 'E06000009',
  period,
  value,
  numerator: null,
  denominator: null,
  status: 'final',
  note: note ?? null,
  doubt: null,
})
const held = (given: Given): PublishedFigure => ({
  ...figure(given),
  release: 1,
  publishedAt: '2020-01-01T00:00:00.000Z',
  source: { kind: 'return', title: 'Return' },
})

function past(file: Given[], before: Given[], breaks: { area: string; date: string }[] = []) {
  const series: SeriesInFile = {
    indicator: 'cla-rate',
    dimension: '',
    area: 'E06000009',
    figures: file.map(figure),
    held: before.map(held),
  }
  const known = breaks.map((each) => ({ ...each, indicator: 'cla-rate', dimension: '' }))
  const context = { reference: { breaks: known } } as unknown as Context
  return withPast(series, context).map(({ figure, past }) => ({
    period: figure.period,
    numbers: past.numbers,
    ...past.steps(),
  }))
}

describe('the past of a figure', () => {
  test('is what was held before it, in the order of time', () => {
    expect(
      past(
        [['2020-21Q3', 9]],
        [
          ['2020-21Q1', 5],
          ['2020-21Q4', 7],
          ['2020-21Q2', 6],
        ],
      ),
    ).toEqual([{ period: '2020-21Q3', numbers: [5, 6], before: [1], own: 3 }])
  })

  test('goes back twelve periods', () => {
    const years = Array.from(
      { length: 20 },
      (_, i): Given => [`${2000 + i}-${String(i + 1).padStart(2, '0')}`, i],
    )
    expect(past([['2020-21', 50]], years)[0]?.numbers).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  })

  test('takes what the file itself has before what is held', () => {
    expect(
      past(
        [
          ['2020-21Q2', 8],
          ['2020-21Q3', 9],
        ],
        [
          ['2020-21Q1', 5],
          ['2020-21Q2', 6],
        ],
      ),
    ).toEqual([
      { period: '2020-21Q2', numbers: [5], before: [], own: 3 },
      { period: '2020-21Q3', numbers: [5, 8], before: [3], own: 1 },
    ])
  })

  test('has periods of one kind only, and days of one day of the year', () => {
    expect(
      past(
        [['2020-21Q2', 8]],
        [
          ['2019-20', 1],
          ['2020-05', 2],
          ['2020-21Q1', 3],
        ],
      )[0]?.numbers,
    ).toEqual([3])
    const days: Given[] = [
      ['2018-09-30', 1],
      ['2019-09-30', 2],
      ['2020-03-24', 3],
    ]
    expect(past([['2020-09-30', 8]], days)[0]).toMatchObject({ numbers: [1, 2], before: [1], own: 6 })
  })

  test('knows no step across a gap', () => {
    expect(
      past(
        [['2020-21Q4', 9]],
        [
          ['2019-20Q4', 5],
          ['2020-21Q1', 7],
          ['2020-21Q2', 6],
        ],
      )[0],
    ).toMatchObject({
      numbers: [5, 7, 6],
      before: [2, 1],
      own: undefined,
    })
  })

  test('begins anew with a marked break', () => {
    const before: Given[] = [
      ['2020-21Q1', 5],
      ['2020-21Q2', 50, '[b] Counted anew'],
      ['2020-21Q3', 51],
    ]
    expect(past([['2020-21Q4', 52]], before)[0]?.numbers).toEqual([50, 51])
    expect(past([['2020-21Q4', 520, '[b] Again']], before)[0]?.numbers).toEqual([])
  })

  test('begins anew where the catalogue knows of a break, for every area or for this one', () => {
    const before: Given[] = [
      ['2020-21Q1', 5],
      ['2020-21Q2', 50],
      ['2020-21Q3', 51],
    ]
    const since = (area: string) =>
      past([['2020-21Q4', 52]], before, [{ area, date: '2020-09-30' }])[0]?.numbers
    expect(since('')).toEqual([50, 51])
    expect(since('E06000009')).toEqual([50, 51])
    expect(since('E08000028')).toEqual([5, 50, 51])
    expect(past([['2020-21Q4', 52]], before, [{ area: '', date: '2021-06-30' }])[0]?.numbers).toEqual([
      5, 50, 51,
    ])
  })
})

test('a value that is held already was looked at when it came', () => {
  expect(
    past(
      [
        ['2020-21Q2', 6],
        ['2020-21Q3', 9],
      ],
      [
        ['2020-21Q1', 5],
        ['2020-21Q2', 6],
      ],
    ),
  ).toEqual([{ period: '2020-21Q3', numbers: [5, 6], before: [1], own: 3 }])
})

test('the middle and the quarters of numbers', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2)
  expect(quantile([1, 2], 0.75)).toBe(1.75)
})
