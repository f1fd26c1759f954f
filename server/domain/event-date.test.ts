import { expect, test } from 'vitest'
import { eventDate, isStretch, lastDayOf, type Precision } from './event-date.ts'

test.each<[string, string | null, Precision, string]>([
  ['2019-03-25', null, 'day', '25 March 2019'],
  ['2019-03-25', '2019-03-25', 'day', '25 March 2019'],
  ['2019-08-01', null, 'month', 'August 2019'],
  ['2022-07-01', null, 'quarter', 'July to September 2022'],
  ['2022-01-01', null, 'quarter', 'January to March 2022'],
  ['2022-11-15', null, 'quarter', 'October to December 2022'],
  ['2017-01-01', null, 'year', '2017'],
])('%s until %s, known to the %s, is told as such', (on, until, precision, words) => {
  expect(eventDate({ on, until, precision })).toBe(words)
})

test.each<[string, string, Precision, string]>([
  ['2018-11-26', '2018-11-30', 'day', '26 to 30 November 2018'],
  ['2018-11-26', '2018-12-07', 'day', '26 November to 7 December 2018'],
  ['2018-12-20', '2019-01-07', 'day', '20 December 2018 to 7 January 2019'],
  ['2024-03-01', '2024-04-30', 'month', 'March to April 2024'],
  ['2024-03-01', '2024-03-31', 'month', 'March 2024'],
  ['2020-04-01', '2021-03-31', 'year', '1 April 2020 to 31 March 2021'],
])(
  'a stretch from %s to %s, known to the %s, says what both ends share once',
  (on, until, precision, words) => {
    expect(eventDate({ on, until, precision })).toBe(words)
  },
)

test.each<[string, string | null, Precision, string]>([
  ['2019-03-25', null, 'day', '2019-03-25'],
  ['2019-03-25', '2019-03-25', 'day', '2019-03-25'],
  ['2018-11-26', '2018-12-07', 'day', '2018-12-07'],
  ['2024-02-01', null, 'month', '2024-02-29'],
  ['2024-02-01', '2024-03-31', 'month', '2024-03-31'],
  ['2022-02-10', null, 'quarter', '2022-03-31'],
  ['2022-12-01', null, 'quarter', '2022-12-31'],
  ['2017-06-01', null, 'year', '2017-12-31'],
])('%s until %s, known to the %s, was on %s at the latest', (on, until, precision, last) => {
  expect(lastDayOf({ on, until, precision })).toBe(last)
})

test.each<[string, string | null, boolean]>([
  ['2018-11-26', null, false],
  ['2018-11-26', '2018-11-26', false],
  ['2018-11-26', '2018-11-27', true],
])('%s until %s is a stretch: %s', (on, until, stretch) => {
  expect(isStretch({ on, until })).toBe(stretch)
})
