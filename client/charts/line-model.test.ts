import { describe, expect, test } from 'vitest'
import type { EventAnswer, PointAnswer } from '../../server/contract/points.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { framed, type Line, lineModel } from './line-model.ts'
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
const nothing = { lines: [own], bands: [], paths: [], facts: [], milestones: [], base: null }
const event = (date: string, some: Partial<EventAnswer> = {}) =>
  ({
    id: date,
    date,
    until: null,
    label: date,
    shortLabel: date,
    when: date,
    abnormal: false,
    ...some,
  }) as EventAnswer
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

describe('events', () => {
  test('are numbered from one among those that are on the chart, its first and last day too', () => {
    const events = ['2018-01-01', '2019-03-31', '2020-01-01', '2020-03-31', '2020-04-01']
    const { events: shown } = framed(
      nothing,
      events.map((date) => event(date)),
    )
    expect(shown.map(({ number, event: { label } }) => [number, label])).toEqual([
      [1, '2019-03-31'],
      [2, '2020-01-01'],
      [3, '2020-03-31'],
    ])
  })

  test('that are done about the measure after its newest figure make the chart longer, by a third at most', () => {
    const entry = { register: 'action' } as EventAnswer['entry']
    const chart = (date: string, some: Partial<EventAnswer>) => framed(nothing, [event(date, some)])
    expect(chart('2020-07-01', { entry }).days.max).toBe(dayNumber('2020-07-01'))
    expect(chart('2020-07-01', { entry }).events).toHaveLength(1)
    expect(chart('2020-09-01', { entry }).days.max).toBe(dayNumber('2020-03-31'))
    expect(chart('2020-07-01', { entry: null }).days.max).toBe(dayNumber('2020-03-31'))
  })

  test('that do not compare are shaded and take no number', () => {
    const pandemic = event('2019-12-01', {
      until: '2019-12-31',
      abnormal: true,
      shortLabel: 'The pandemic',
      when: 'a month',
    })
    const { events, shades } = framed(nothing, [pandemic, event('2020-01-01')])
    expect(events.map(({ number, event: { id } }) => [number, id])).toEqual([[1, '2020-01-01']])
    expect(shades).toEqual([
      {
        id: '2019-12-01',
        label: 'The pandemic',
        name: 'The pandemic, a month: figures of this time do not compare with others',
        from: dayNumber('2019-12-01'),
        to: dayNumber('2020-01-01'),
      },
    ])
  })

  test('that go on beyond the chart are shaded as far as it goes', () => {
    const long = event('2018-01-01', { until: '2021-12-31', abnormal: true })
    const { shades } = framed(nothing, [long])
    expect(shades.map(({ from, to }) => [from, to])).toEqual([
      [dayNumber('2019-03-31'), dayNumber('2020-03-31')],
    ])
  })

  test('that do not compare and lie beside the chart are not drawn', () => {
    const before = event('2018-01-01', { until: '2018-12-31', abnormal: true })
    expect(framed(nothing, [before]).shades).toEqual([])
  })
})

describe('the chart of a measure', () => {
  const series = (target: SeriesAnswer['target'] | null, some: Partial<SeriesAnswer> = {}) =>
    ({
      area: { name: 'Blackpool' },
      points: [point('2019-03-31', 200), point('2020-03-31', 228)],
      comparators: [],
      facts: [],
      events: [event('2022-12-05'), event('2027-01-01')],
      base: null,
      target,
      ...some,
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

  test('numbers events as far as it goes: to the newest figure, or to the end of a path', () => {
    const shown = (some: SeriesAnswer['target'] | null) => lineModel(series(some)).events
    expect(shown(null)).toEqual([])
    expect(shown(target(['2019-12-31', 215], ['2026-03-31', 124.5]))).toHaveLength(1)
  })

  test('marks the point that the newest figure is set against', () => {
    const points = [
      { ...point('2019-03-31', 200), text: '200', shortLabel: 'Mar 2019' },
      point('2020-03-31', 228),
    ]
    const { base } = lineModel(
      series(null, { points, base: { period: '2019-03-31', label: '31 March 2019' } }),
    )
    expect(base).toEqual({ at: dayNumber('2019-03-31'), value: 200, label: 'Base, Mar 2019: 200' })
  })

  test('marks none that has no value, or that is not on the chart', () => {
    const points = [point('2019-03-31', null), point('2020-03-31', 228)]
    const base = (period: string) => lineModel(series(null, { points, base: { period, label: '' } })).base
    expect([base('2019-03-31'), base('2015-03-31')]).toEqual([null, null])
  })
})
