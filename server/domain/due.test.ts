import { describe, expect, test } from 'vitest'
import {
  dueLabel,
  dueWhen,
  isLate,
  newestQuarterDue,
  publicationDue,
  quarterOf,
  quartersBetween,
  returnDue,
  returnInWords,
} from './due.ts'
import { periodOf } from './period.ts'

describe('a council’s own return', () => {
  test.each([
    ['2026-27Q1', '2026-08-14'],
    ['2026-27Q2', '2026-11-14'],
    ['2026-27Q3', '2027-02-14'],
    ['2026-27Q4', '2027-05-15'],
    ['2023-24Q3', '2024-02-14'],
  ])('of %s is due on %s, 45 days after its quarter', (quarter, day) => {
    expect(returnDue(periodOf(quarter))).toEqual({ by: day, precision: 'day' })
  })

  test.each([
    ['2026-11-13', '2026-27Q1'],
    ['2026-11-14', '2026-27Q1'],
    ['2026-11-15', '2026-27Q2'],
    ['2026-11-21', '2026-27Q2'],
    ['2027-02-14', '2026-27Q2'],
    ['2027-02-15', '2026-27Q3'],
    ['2017-04-27', '2016-17Q3'],
  ])('on %s the newest that should be here is that of %s', (today, quarter) => {
    const newest = newestQuarterDue(today)
    expect(newest.id).toBe(quarter)
    expect(isLate(returnDue(newest), today)).toBe(true)
  })

  test.each([
    [
      '2026-27Q2',
      '2026-11-21',
      'The return for Quarter 2 2026/27 is 52 days after quarter end and not here. It was due on 14 November 2026.',
    ],
    ['2026-27Q2', '2026-11-14', 'The return for Quarter 2 2026/27 is due on 14 November 2026.'],
    ['2026-27Q3', '2026-11-21', 'The return for Quarter 3 2026/27 is due on 14 February 2027.'],
  ])('of %s is told on %s', (quarter, today, words) => {
    expect(returnInWords(periodOf(quarter), today)).toBe(words)
  })
})

describe('a national publication', () => {
  const children = { month: 10, yearsAfter: 0 }
  test.each([
    ['the children in need census', '2025-26', children, 'October 2026', '2026-10-31'],
    ['children looked after', '2025-26', { month: 11, yearsAfter: 0 }, 'November 2026', '2026-11-30'],
    ['the workforce census', '2026-09-30', { month: 3, yearsAfter: 1 }, 'March 2027', '2027-03-31'],
    ['youth justice', 'CY2025', { month: 2, yearsAfter: 2 }, 'February 2027', '2027-02-28'],
    ['outcomes', 'AY2025-26', { month: 4, yearsAfter: 1 }, 'April 2027', '2027-04-30'],
  ])('%s of %s comes out in its month', (_name, period, rule, label, by) => {
    const due = publicationDue(periodOf(period), rule)
    expect(due).toEqual({ by, precision: 'month' })
    expect(dueLabel(due)).toBe(label)
    expect(dueWhen(due)).toBe(`in ${label}`)
  })

  test.each([
    ['2026-10-31', false],
    ['2026-11-01', true],
  ])('is in time to the end of its month: on %s late is %s', (today, late) => {
    expect(isLate(publicationDue(periodOf('2025-26'), children), today)).toBe(late)
  })
})

describe('quarters', () => {
  test.each([
    ['2026-01-01', '2025-26Q4'],
    ['2026-03-31', '2025-26Q4'],
    ['2026-04-01', '2026-27Q1'],
    ['2026-09-30', '2026-27Q2'],
    ['2026-12-31', '2026-27Q3'],
  ])('%s lies in %s', (day, quarter) => {
    expect(quarterOf(day).id).toBe(quarter)
  })

  test.each([
    ['2020-21Q3', '2026-27Q2', 23],
    ['2020-21Q3', '2020-21Q4', 1],
    ['2020-21Q3', '2020-21Q3', 0],
    ['2020-21Q4', '2020-21Q3', -1],
  ])('from %s to %s are %i', (first, last, count) => {
    expect(quartersBetween(periodOf(first), periodOf(last))).toBe(count)
  })
})
