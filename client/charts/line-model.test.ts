import { describe, expect, test } from 'vitest'
import type { SeriesAnswer } from '../../server/contract/answers.ts'
import type { PointAnswer } from '../../server/contract/points.ts'
import { framed, type Line, lineModel, numbered } from './line-model.ts'
import { dayNumber } from './scale.ts'
import { styleOf } from './styles.ts'

const point = (end: string, value: number | null) =>
  ({ period: end, end, value, text: '', label: end, numerator: null, denominator: null }) as PointAnswer
const own: Line = {
  id: 'own',
  name: 'Blackpool',
  style: styleOf('own', 0),
  marks: [
    ['2019-03-31', 200],
    ['2020-03-31', 228],
  ].map(([on, value]) => ({
    key: String(on),
    at: dayNumber(String(on)),
    value: Number(value),
    label: '',
    text: '',
    details: [],
    hollow: false,
  })),
}
const nothing = { lines: [own], bands: [], paths: [], facts: [], milestones: [] }
const path = (...points: [string, number][]) => ({
  id: 'path',
  name: 'Path to 10',
  text: '',
  style: { colour: '#000', dash: undefined, width: 1 },
  points: points.map(([on, value]) => ({ at: dayNumber(on), value })),
})
const band = (on: string, low: number, high: number) => ({
  id: 'fan',
  name: '',
  colour: '#000',
  points: [{ at: dayNumber(on), low, high }],
})

describe('the frame of a chart', () => {
  test('goes from the first figure to the last', () => {
    const { days, values } = framed(nothing, [])
    expect(days).toEqual({ min: dayNumber('2019-03-31'), max: dayNumber('2020-03-31') })
    expect(values).toEqual({ min: 200, max: 230 })
  })

  test('reaches on to the end of a path, and as low as it goes', () => {
    const { days, values } = framed(
      { ...nothing, paths: [path(['2019-12-31', 215], ['2026-03-31', 10])] },
      [],
    )
    expect(days.max).toBe(dayNumber('2026-03-31'))
    expect(values.min).toBe(0)
  })

  test('begins no earlier for a path, nor grows by what is cut off', () => {
    const { days, values } = framed(
      { ...nothing, paths: [path(['2015-03-31', 900], ['2020-03-31', 210])] },
      [],
    )
    expect(days.min).toBe(dayNumber('2019-03-31'))
    expect(values.max).toBe(230)
  })

  test('holds both edges of a band', () => {
    const { days, values } = framed({ ...nothing, bands: [band('2022-03-31', 150, 410)] }, [])
    expect(days.max).toBe(dayNumber('2022-03-31'))
    expect([values.min, values.max]).toEqual([0, 500])
  })
})

test('events are numbered from one among those that are on the chart', () => {
  const events = ['2018-01-01', '2019-06-01', '2020-01-01'].map((date) => ({ date, label: date }))
  const days = { min: dayNumber('2019-03-31'), max: dayNumber('2020-03-31') }
  expect(numbered(events, days).map(({ number, label }) => [number, label])).toEqual([
    [1, '2019-06-01'],
    [2, '2020-01-01'],
  ])
})

describe('the chart of a measure', () => {
  const series = (target: SeriesAnswer['target'] | null) =>
    ({
      area: { name: 'Blackpool' },
      points: [point('2019-03-31', 200), point('2020-03-31', 228)],
      comparators: [],
      facts: [],
      events: [{ date: '2022-12-05', label: 'after the newest figure' }],
      target,
    }) as unknown as SeriesAnswer
  const target = (...days: [string, number][]) =>
    ({
      pathLabel: 'Path to 124.5',
      path: days.map(([on, value]) => ({ on, value, text: String(value) })),
    }) as SeriesAnswer['target']

  test('has the path of its target, to the end of it', () => {
    const model = lineModel(series(target(['2019-12-31', 215], ['2026-03-31', 124.5])))
    expect(model.paths.map(({ name, points }) => [name, points.length])).toEqual([['Path to 124.5', 2]])
    expect(model.days.max).toBe(dayNumber('2026-03-31'))
  })

  test('has none where the path ended before the first figure, or without a target', () => {
    expect(lineModel(series(target(['2015-12-31', 215], ['2018-03-31', 124.5]))).paths).toEqual([])
    expect(lineModel(series(null)).paths).toEqual([])
  })

  test('numbers no event that the list below it leaves out: those after the newest figure', () => {
    expect(lineModel(series(target(['2019-12-31', 215], ['2026-03-31', 124.5]))).events).toEqual([])
  })
})
