import { describe, expect, test } from 'vitest'
import type { Quantity } from './figure.ts'
import { day, financialYear, month, type Period, quarter, stepPeriod, yearAfter } from './period.ts'
import { chartOf, segmentsOf } from './xmr-series.ts'

const next = (period: Period, steps: number) =>
  period.kind === 'day'
    ? Array.from({ length: steps }).reduce<Period>((each) => yearAfter(each), period)
    : stepPeriod(period, steps)
const from = (first: Period) => (values: readonly Quantity[]) =>
  values.map((value, i) => ({
    at: next(first, i),
    value,
    doubt: null as string | null,
    note: null as string | null,
  }))
const quarters = from(quarter(2016, 1))
const years = from(financialYear(2015))

const series = (figures: ReturnType<typeof quarters>, breaks: string[] = []) => ({
  figures,
  breaks,
  kind: 'snapshot' as const,
  basis: null,
})
const found = (answer: ReturnType<typeof chartOf>) =>
  'unfit' in answer ? `${answer.unfit}, ${answer.found} of ${answer.needed}` : answer.chart.points
const wave = (length: number) => Array.from({ length }, (_, i) => 10 + (i % 2))

test.each([
  ['eight quarters', quarters(wave(8)), 8],
  ['seven quarters', quarters(wave(7)), 'too-few, 7 of 8'],
  ['eight months', from(month(2024, 11))(wave(8)), 8],
  ['ten years', years(wave(10)), 10],
  ['nine years', years(wave(9)), 'too-few, 9 of 10'],
  ['ten census days', from(day('2016-09-30'))(wave(10)), 10],
  ['nine census days', from(day('2016-09-30'))(wave(9)), 'too-few, 9 of 10'],
  ['nothing', quarters([]), 'no-figure, 0 of 8'],
])('%s', (_case, figures, expected) => {
  expect(found(chartOf(series(figures)))).toBe(expected)
})

test.each([
  ['twelve months, told every quarter', 'rolling-year', 'rolling-year', 'overlapping, 8 of 8'],
  ['since April', 'flow', 'year-to-date', 'adding-up, 8 of 8'],
  ['since a programme began', 'cumulative', null, 'adding-up, 8 of 8'],
  ['of the quarter alone', 'rolling-year', 'in-period', 8],
  ['annualised', 'flow', 'annualised', 8],
] as const)('figures %s', (_case, kind, basis, expected) => {
  expect(found(chartOf({ ...series(quarters(wave(8))), kind, basis }))).toBe(expected)
})

test('a published figure of twelve months a year shares no month with the one before', () => {
  expect(found(chartOf({ ...series(years(wave(10))), kind: 'rolling-year' }))).toBe(10)
})

test.each([
  ['half of them zero', [0, 0, 0, 0, 1, 2, 1, 2], 8],
  ['more than half zero', [0, 0, 0, 0, 0, 2, 1, 2], 'mostly-zero, 8 of 8'],
])('%s', (_case, values, expected) => {
  expect(found(chartOf(series(quarters(values))))).toBe(expected)
})

describe('what ends a run', () => {
  const before = wave(9)
  const after = wave(8)
  test.each([
    ['a hidden figure', quarters([...before, 'suppressed', ...after])],
    ['one that nobody sent', quarters([...before, 'not-reported', ...after])],
    ['one without a row', [...quarters(before), ...from(quarter(2018, 3))(after)]],
    [
      'one that is doubted',
      quarters([...before, 999, ...after]).map((figure) =>
        figure.value === 999 ? { ...figure, doubt: 'of another day' } : figure,
      ),
    ],
  ])('%s: only those after it count', (_case, figures) => {
    expect(segmentsOf(series(figures)).map((segment) => segment.length)).toEqual([9, 8])
    expect(found(chartOf(series(figures)))).toBe(8)
  })

  test('that the row is cut is known, and that a short one is not', () => {
    expect(chartOf(series(quarters([...wave(4), 'not-reported', ...wave(4)])))).toMatchObject({ isCut: true })
    expect(chartOf(series(quarters(wave(4))))).toMatchObject({ isCut: false })
    expect(chartOf(series(quarters(['not-reported', ...wave(4)])))).toMatchObject({ isCut: false })
  })

  test('where it is the newest, nothing is told', () => {
    expect(found(chartOf(series(quarters([...before, 'suppressed']))))).toBe('hidden, 0 of 8')
    expect(found(chartOf(series(quarters([...before, 'not-reported']))))).toBe('no-figure, 0 of 8')
  })
})

describe('a break begins a segment', () => {
  const figures = quarters(wave(18))
  const lengths = (breaks: string[], of = figures) =>
    segmentsOf(series(of, breaks)).map((segment) => segment.length)

  test.each([
    ['known by the end of the first period that it holds for', ['2018-06-30'], [8, 10]],
    ['known by a day inside that period', ['2018-04-27'], [8, 10]],
    ['known by the last day of the period before', ['2018-03-31'], [7, 11]],
    ['two of them', ['2017-06-30', '2018-06-30'], [4, 4, 10]],
    ['before the first figure', ['2010-01-01'], [18]],
    ['on the first figure', ['2016-06-30'], [18]],
    ['after the last', ['2030-01-01'], [18]],
  ])('%s', (_case, breaks, expected) => {
    expect(lengths(breaks)).toEqual(expected)
  })

  test('marked by an analyst', () => {
    const marked = figures.map((figure, i) => ({
      ...figure,
      note: i === 8 ? '[b] counted anew' : 'as usual',
    }))
    expect(lengths([], marked)).toEqual([8, 10])
  })

  test('and a level before it raises no flag after it', () => {
    const [low, high] = [wave(9), wave(9).map((value) => value + 100)]
    const stepped = quarters([...low, ...high])
    const signals = (breaks: string[]) => {
      const answer = chartOf(series(stepped, breaks))
      return 'unfit' in answer ? answer.unfit : answer.chart.signals.filter(Boolean).length
    }
    expect(signals([])).toBe(18)
    expect(signals(['2018-09-30'])).toBe(0)
  })
})
