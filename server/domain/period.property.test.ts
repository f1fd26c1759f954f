import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  academicYear,
  calendarYear,
  daysIn,
  financialYear,
  isNext,
  month,
  type Period,
  parsePeriod,
  periodOf,
  quarter,
  stepPeriod,
  yearBefore,
} from './period.ts'

const year = fc.integer({ min: 1990, max: 2060 })
// A month of 2000 to 2011 can look like a financial year, and is read as one.
const recentYear = fc.integer({ min: 2012, max: 2060 })
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.tuple(recentYear, fc.integer({ min: 1, max: 12 })).map(([y, m]) => month(y, m)),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => quarter(y, q)),
  year.map(financialYear),
  year.map(academicYear),
  year.map(calendarYear),
)

test('every period is read back from its own id', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(parsePeriod(period.id)).toEqual(period)
    }),
  )
})

test('stepping there and back comes home', () => {
  const steps = fc.integer({ min: -80, max: 80 })
  fc.assert(
    fc.property(anyPeriod, steps, (period, n) => {
      expect(stepPeriod(stepPeriod(period, n), -n)).toEqual(period)
    }),
  )
})

test('the next period begins on the day after', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const next = stepPeriod(period, 1)
      expect(isNext(period, next)).toBe(true)
      expect(Date.parse(next.start) - Date.parse(period.end)).toBe(86_400_000)
    }),
  )
})

test('four quarters have the days of their year', () => {
  fc.assert(
    fc.property(year, (y) => {
      const quarters = [1, 2, 3, 4].map((q) => daysIn(quarter(y, q)))
      expect(quarters.reduce((a, b) => a + b, 0)).toBe(daysIn(financialYear(y)))
    }),
  )
})

test('a year before is the same stretch of the year', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const before = yearBefore(period)
      expect(before.kind).toBe(period.kind)
      expect(before.start.slice(5)).toBe(period.start.slice(5))
      expect(Number(before.start.slice(0, 4))).toBe(Number(period.start.slice(0, 4)) - 1)
    }),
  )
})

test('any text is a period or is not one, and never an accident', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const period = parsePeriod(text)
      if (period) expect(periodOf(period.id)).toEqual(period)
    }),
  )
})
