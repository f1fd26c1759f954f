import { expect, test } from 'vitest'
import { documentSchema } from '../../server/contract/catalogue.ts'
import { loadReference, readCsv } from '../../server/reference.ts'

const { calendar, breaks, indicators, indicator, area } = loadReference()

test('every publication that figures come from is in the calendar, and the other way round', () => {
  const sources = readCsv('published/sources.csv', documentSchema).map(({ id }) => id)
  const inCalendar = new Set(calendar.flatMap((each) => each.sources))
  // Lists of neighbours come when they come; populations have no month in the calendar.
  const others = sources.filter((id) => !/^(neighbours-|ons-)/.test(id))
  expect([...inCalendar].filter((id) => !sources.includes(id))).toEqual([])
  expect(others.filter((id) => !inCalendar.has(id))).toEqual([])
})

test('the calendar names returns, indicators and breakdowns that there are, and months of the year', () => {
  const returns = new Set(indicators.flatMap((each) => each.returns))
  expect(calendar.flatMap((each) => each.returns).filter((name) => !returns.has(name))).toEqual([])
  const unknown = calendar
    .flatMap((each) => each.measures)
    .filter((measure) => {
      const [id = '', dimension = ''] = measure.split('/')
      return dimension !== '' ? !hasDimension(id, dimension) : !indicator(id)
    })
  expect(unknown).toEqual([])
  expect(calendar.filter(({ month }) => month !== null && (month < 1 || month > 12))).toEqual([])
  expect(calendar.filter(({ month, note }) => month === null && note === '')).toEqual([])
})

test('every break is of an indicator and an area that there are', () => {
  expect(breaks.filter((each) => !indicator(each.indicator))).toEqual([])
  expect(breaks.filter((each) => each.area !== '' && !area(each.area))).toEqual([])
  expect(
    breaks.filter((each) => each.dimension !== '' && !hasDimension(each.indicator, each.dimension)),
  ).toEqual([])
})

function hasDimension(id: string, dimension: string): boolean {
  return indicator(id)?.dimensions.some((each) => each.id === dimension) ?? false
}
