import { expect, test } from 'vitest'
import type { FlowBasis } from './flow.ts'
import type { Kind } from './indicator.ts'
import { periodOf } from './period.ts'
import { pointLabel, shortPointLabel, whenInSentence } from './point-label.ts'

test.each<[string, Kind, FlowBasis | null, string, string]>([
  ['2024-25', 'snapshot', null, '31 March 2025', 'On 31 March 2025'],
  ['2016-17Q3', 'snapshot', null, '31 December 2016 (Quarter 3 2016/17)', 'On 31 December 2016'],
  ['2025-09-30', 'snapshot', null, '30 September 2025', 'On 30 September 2025'],
  ['2020-12', 'snapshot', null, 'December 2020', 'In December 2020'],
  ['2017-03-24', 'snapshot', null, '24 March 2017', 'On 24 March 2017'],
  ['2024-25', 'rolling-year', null, 'Year to 31 March 2025', 'In the year to 31 March 2025'],
  ['2025-09-30', 'rolling-year', null, 'Year to 30 September 2025', 'In the year to 30 September 2025'],
  ['2016-17Q4', 'rolling-year', 'rolling-year', 'Year to 31 March 2017', 'In the year to 31 March 2017'],
  [
    '2016-17Q3',
    'flow',
    'in-period',
    'October to December 2016 (Quarter 3 2016/17)',
    'In October to December 2016 (Quarter 3 2016/17)',
  ],
  [
    '2016-17Q3',
    'flow',
    'year-to-date',
    '1 April 2016 to 31 December 2016',
    'From 1 April 2016 to 31 December 2016',
  ],
  ['AY2024-25', 'yearly', null, 'Academic year 2024/25', 'In the academic year 2024/25'],
  ['CY2024', 'rolling-year', null, '2024', 'In 2024'],
])('%s of a %s on basis %s is "%s" and begins "%s"', (id, kind, basis, label, when) => {
  expect(pointLabel(periodOf(id), kind, basis)).toBe(label)
  expect(whenInSentence(periodOf(id), kind, basis)).toBe(when)
})

test.each<[string, Kind, string]>([
  ['2024-25', 'snapshot', 'Mar 2025'],
  ['2024-25', 'rolling-year', '2024/25'],
  ['2016-17Q3', 'snapshot', 'Q3 2016/17'],
  ['2025-09-30', 'rolling-year', 'Sep 2025'],
])('%s of a %s is "%s" where there is no room', (id, kind, label) => {
  expect(shortPointLabel(periodOf(id), kind)).toBe(label)
})
