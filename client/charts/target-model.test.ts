import { describe, expect, test } from 'vitest'
import type { PointAnswer } from '../../server/contract/points.ts'
import type { ProjectionAnswer, TrajectoryAnswer } from '../../server/contract/target-answers.ts'
import { dayNumber } from './scale.ts'
import { targetModel } from './target-model.ts'

const point = (end: string, value: number | null, some: Partial<PointAnswer> = {}) =>
  ({
    period: end,
    label: end,
    end,
    value,
    text: String(value),
    doubt: null,
    numerator: null,
    denominator: null,
    ...some,
  }) as PointAnswer
const onPath = (on: string, value: number) => ({ on, value, label: on, text: String(value) })

const ANSWER = {
  area: { id: 'E06000009', name: 'Blackpool' },
  points: [point('2024-03-31', 182), point('2025-03-31', 184)],
  path: [onPath('2020-12-31', 215), onPath('2026-03-31', 124.5)],
  pathLabel: 'Path to 124.5',
  amber: [onPath('2020-12-31', 225.8), onPath('2026-03-31', 130.7)],
  range: null,
  earlier: null,
  benchmark: {
    group: 'neighbours',
    label: 'Similar councils (mean of 10)',
    points: [{ ...onPath('2025-03-31', 124.5), contributing: 9, of: 10 }],
  },
  milestones: [],
  events: [{ id: 'one', date: '2024-12-05', until: null, label: 'Ofsted inspection', abnormal: false }],
  rows: [{ end: '2025-03-31', expected: { value: 141.7, text: '141.7' } }],
} as unknown as TrajectoryAnswer
const PROJECTION = {
  points: [
    {
      end: '2026-03-31',
      label: '31 March 2026',
      value: 189,
      low: 162,
      high: 215,
      text: '189',
      range: '162 to 215',
    },
  ],
} as ProjectionAnswer

describe('the chart of a target', () => {
  test('draws figures, what it goes to, and where recent change leads, in this order', () => {
    const { lines } = targetModel(ANSWER, PROJECTION)
    expect(lines.map(({ name }) => name)).toEqual(['Blackpool', 'Similar councils', 'If change continues'])
  })

  test('draws the path over its amber limit', () => {
    const { paths } = targetModel(ANSWER, undefined)
    expect(paths.map(({ name, text }) => [name, text])).toEqual([
      ['Amber limit', '130.7'],
      ['Path to 124.5', ''],
    ])
  })

  test('tells with a figure what was asked for by its day', () => {
    const own = targetModel(ANSWER, undefined).lines[0]
    expect(own?.marks.map(({ details }) => details.at(-1))).toEqual([undefined, 'asked for by then: 141.7'])
  })

  test('tells how many of the similar councils reported', () => {
    expect(targetModel(ANSWER, undefined).lines[1]?.marks[0]?.details).toEqual(['9 of 10 councils'])
  })

  test('opens the fan at the newest figure', () => {
    const { bands, lines } = targetModel(ANSWER, PROJECTION)
    expect(bands[0]?.points).toEqual([
      { at: dayNumber('2025-03-31'), low: 184, high: 184 },
      { at: dayNumber('2026-03-31'), low: 162, high: 215 },
    ])
    expect(lines.at(-1)?.marks.map(({ value, silent }) => [value, silent ?? false])).toEqual([
      [184, true],
      [189, false],
    ])
  })

  test('opens it at no figure that is doubted', () => {
    const points = [...ANSWER.points, point('2025-06-30', 400, { doubt: 'too high' })]
    expect(targetModel({ ...ANSWER, points }, PROJECTION).bands[0]?.points[0]?.low).toBe(184)
  })

  test('has no fan without a projection', () => {
    expect(targetModel(ANSWER, undefined).bands).toEqual([])
    expect(targetModel(ANSWER, { ...PROJECTION, points: [] }).bands).toEqual([])
  })

  test('draws the path of an earlier version beside the newest', () => {
    const earlier = { version: 1, label: 'Path of version 1', path: [onPath('2026-03-31', 100)] }
    const { paths } = targetModel({ ...ANSWER, earlier }, undefined)
    expect(paths.map(({ name, text }) => `${name} ${text}`)[0]).toBe('Path of version 1 100')
  })

  test('draws a range as a band', () => {
    const range = { low: 10, high: 20, label: 'Range 10 to 20', from: '2024-03-31', to: '2026-03-31' }
    const { bands } = targetModel({ ...ANSWER, range }, undefined)
    expect(bands.map(({ name, points }) => [name, points[1]?.low, points[1]?.high])).toEqual([
      ['Range 10 to 20', 10, 20],
    ])
  })

  test('numbers the events, those before the path ends too', () => {
    const events = [
      ...ANSWER.events,
      { ...ANSWER.events[0], date: '2025-12-01' },
    ] as TrajectoryAnswer['events']
    expect(targetModel({ ...ANSWER, events }, undefined).events.map(({ number }) => number)).toEqual([1, 2])
  })

  test('shades a stretch that does not compare', () => {
    const stretch = { ...ANSWER.events[0], date: '2024-04-01', until: '2024-09-30', abnormal: true }
    const { events, shades } = targetModel(
      { ...ANSWER, events: [stretch] as TrajectoryAnswer['events'] },
      undefined,
    )
    expect([events, shades.map(({ from }) => from)]).toEqual([[], [dayNumber('2024-04-01')]])
  })
})
