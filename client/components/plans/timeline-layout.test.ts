import { describe, expect, test } from 'vitest'
import type { PlanTimeline } from '../../../server/contract/plan-part-answers.ts'
import { dayNumber } from '../../charts/scale.ts'
import { monthTicks, timelineLayout } from './timeline-layout.ts'

describe('months at the head of a timeline', () => {
  const labels = (from: string, to: string, most: number) =>
    monthTicks({ min: dayNumber(from), max: dayNumber(to) }, most).map(({ label }) => label)

  test('are all there where there is room', () => {
    expect(labels('2017-02-06', '2017-05-08', 8)).toEqual(['Mar 2017', 'Apr 2017', 'May 2017'])
  })

  test('are every third where there is less, from January', () => {
    expect(labels('2017-04-01', '2018-03-31', 5)).toEqual(['Apr 2017', 'Jul 2017', 'Oct 2017', 'Jan 2018'])
  })

  test('are years over a long time', () => {
    expect(labels('2017-04-01', '2021-03-31', 5)).toEqual(['Jan 2018', 'Jan 2019', 'Jan 2020', 'Jan 2021'])
  })
})

const row = (
  action: string,
  stage: string | null,
  from: string,
  to = from,
): PlanTimeline['rows'][number] => ({
  action,
  title: 'An action',
  stage,
  from,
  to,
  state: 'under-way',
  words: 'Under way',
})
const stage = (id: string, from: string | null, to: string | null): PlanTimeline['stages'][number] => ({
  id,
  name: id,
  from,
  to,
  words: '',
})
const timeline: PlanTimeline = {
  from: '2017-02-06',
  to: '2017-05-14',
  onLabel: 'Today',
  awayWords: null,
  period: { from: null, to: null },
  milestones: [],
  stages: [stage('mapping', '2017-02-06', '2017-05-07'), stage('reporting', '2017-05-08', null)],
  rows: [row('meetings', null, '2017-04-24'), row('options', 'reporting', '2017-05-08', '2017-05-14')],
  months: [],
  sentence: '',
}

const milestone = (
  from: string,
  to = from,
  more: Partial<PlanTimeline['milestones'][number]> = {},
): PlanTimeline['milestones'][number] => ({
  id: `${from} ${to}`,
  label: 'Ofsted’s report of the inspection is published, with a letter to children',
  when: from,
  from,
  to,
  isStretch: false,
  toCome: false,
  doubt: null,
  sources: [],
  ...more,
})

describe('a timeline', () => {
  const layout = timelineLayout(timeline, '2017-03-27', 960)

  test('has its stages in their order and what is in none of them last', () => {
    expect(layout.groups.map(({ key }) => key)).toEqual(['mapping', 'reporting', ''])
    expect(layout.rows.map(({ action }) => action)).toEqual(['options', 'meetings'])
  })

  test('puts no row on another', () => {
    const [first, second] = layout.rows
    expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThan(second?.y ?? 0)
    expect(layout.height).toBeGreaterThan((second?.y ?? 0) + (second?.height ?? 0))
  })

  test('draws a bar over its days and a single day as one', () => {
    const [bar, day] = layout.rows
    expect((bar?.x2 ?? 0) - (bar?.x1 ?? 0)).toBeGreaterThan(20)
    expect(day?.x1).toBe(day?.x2)
  })

  test('has today between what was before it and what comes after', () => {
    const [, day] = layout.rows
    expect(layout.now?.at).toBeGreaterThan(layout.groups[0]?.band?.x1 ?? 0)
    expect(layout.now?.at).toBeLessThan(day?.x1 ?? 0)
  })

  test('lets a stage without an end go on to the edge, and draws no band for one without days', () => {
    expect(layout.groups.map(({ band }) => band?.x2 ?? null)).toEqual([
      expect.any(Number),
      layout.plot.right,
      null,
    ])
  })

  test('has no line for a day that is too far away', () => {
    expect(timelineLayout({ ...timeline, onLabel: null }, '2026-11-21', 960).now).toBeNull()
  })

  test('keeps all bars to the right of the words, in any width', () => {
    const narrow = timelineLayout(timeline, '2017-03-27', 720)
    expect(Math.min(...narrow.rows.map(({ x1 }) => x1))).toBeGreaterThan(narrow.plot.left)
    expect(Math.max(...narrow.rows.map(({ x2 }) => x2))).toBeLessThan(narrow.plot.right)
  })

  test('without stages has no heading', () => {
    expect(timelineLayout({ ...timeline, stages: [] }, '2017-03-27', 960).groups).toEqual([])
  })
})

describe('the lane of milestones', () => {
  const milestones = [
    milestone('2017-02-06'),
    milestone('2017-02-07'),
    milestone('2017-03-01', '2017-03-31'),
    milestone('2017-04-01', '2017-04-20', { isStretch: true }),
    milestone('2017-05-14', '2017-05-14', { toCome: true, label: 'A review of the plan' }),
  ]
  const layout = timelineLayout({ ...timeline, milestones }, '2017-03-27', 960)

  test('lies above all actions and stages', () => {
    expect(layout.lane?.bottom).toBeLessThan(layout.groups[0]?.y ?? 0)
    expect(layout.milestones.at(-1)?.y).toBeLessThan(layout.lane?.bottom ?? 0)
  })

  test('is not there without any', () => {
    expect(timelineLayout(timeline, '2017-03-27', 960)).toMatchObject({ lane: null, milestones: [] })
  })

  test('has a line for each, below the one before, however near their days are', () => {
    const [first, second] = layout.milestones
    expect(second?.y).toBe((first?.y ?? 0) + (first?.height ?? 0))
    expect(second?.x1).toBeGreaterThan(first?.x1 ?? 0)
  })

  test('has the mark on the day, in the middle of a month whose day is not known, at the start of what lasted', () => {
    const [day, , month, stretch] = layout.milestones
    expect(day?.mark).toBe(day?.x1)
    expect(month?.mark).toBe(((month?.x1 ?? 0) + (month?.x2 ?? 0)) / 2)
    expect(stretch?.mark).toBe(stretch?.x1)
    expect(stretch?.x2).toBeGreaterThan(stretch?.x1 ?? 0)
  })

  test('has the words after the mark, or before it where they fit there only, and within the drawing', () => {
    const [first] = layout.milestones
    const last = layout.milestones.at(-1)
    expect(first?.words.anchor).toBe('start')
    expect(last?.words.anchor).toBe('end')
    expect(last?.lines.join(' ')).toMatch(/, still to come$/)
    const widest = Math.max(...(first?.lines.map((line) => line.length) ?? []))
    expect((first?.words.x ?? 0) + widest * 8.6).toBeLessThanOrEqual(960)
  })

  test('takes the whole width where there are neither actions nor stages with days', () => {
    const alone = { ...timeline, milestones, rows: [], stages: [stage('operational', null, null)] }
    const wide = timelineLayout(alone, '2017-03-27', 960)
    expect(wide.plot.left).toBeLessThan(10)
    expect(wide.groups).toEqual([])
  })

  test('puts words above what lasted so long that neither side has room', () => {
    const long = milestone('2017-02-08', '2017-05-12', { isStretch: true })
    const [drawn] = timelineLayout({ ...timeline, milestones: [long] }, '2017-03-27', 900).milestones
    expect(drawn?.words).toEqual({ x: expect.any(Number), anchor: 'start' })
    expect(drawn?.markY).toBeGreaterThan((drawn?.y ?? 0) + (drawn?.lines.length ?? 0) * 21)
    expect(drawn?.markY).toBeLessThan((drawn?.y ?? 0) + (drawn?.height ?? 0))
  })

  test.each([720, 760, 1200])('in a width of %i lets no words leave the drawing', (width) => {
    const drawn = timelineLayout({ ...timeline, milestones }, '2017-03-27', width).milestones
    const ends = drawn.flatMap(({ lines, words }) =>
      lines.map((line) => words.x + (words.anchor === 'start' ? 1 : -1) * line.length * 8.6),
    )
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...ends)).toBeLessThanOrEqual(width)
  })
})

test.each([
  ['no day', null, null, null],
  ['both days', '2017-02-06', '2017-05-08', { x1: expect.any(Number), x2: expect.any(Number) }],
])('the plan’s own time is drawn by %s', (_, from, to, period) => {
  expect(timelineLayout({ ...timeline, period: { from, to } }, '2017-03-27', 960).period).toEqual(period)
})

test('the plan’s own time without an end goes on to the edge', () => {
  const { period, plot } = timelineLayout(
    { ...timeline, period: { from: '2017-02-06', to: null } },
    '2017-03-27',
    960,
  )
  expect(period?.x2).toBe(plot.right)
})
