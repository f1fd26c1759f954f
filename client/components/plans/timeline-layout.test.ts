import { describe, expect, test } from 'vitest'
import type { PlanTimeline } from '../../../server/contract/plan-part-answers.ts'
import { dayNumber } from '../../charts/scale.ts'
import { monthTicks, timelineLayout, wrapped } from './timeline-layout.ts'

describe('words in lines', () => {
  test.each([
    ['', 10, ['']],
    ['one two three', 20, ['one two three']],
    ['one two three', 7, ['one two', 'three']],
    ['safeguarding hub', 5, ['safeguarding', 'hub']],
  ])('"%s" in lines of %i', (text, most, lines) => {
    expect(wrapped(text, most)).toEqual(lines)
  })
})

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
  stages: [stage('mapping', '2017-02-06', '2017-05-07'), stage('reporting', '2017-05-08', null)],
  rows: [row('meetings', null, '2017-04-24'), row('options', 'reporting', '2017-05-08', '2017-05-14')],
  months: [],
  sentence: '',
}

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
