import { expect, test } from 'vitest'
import { runsOn } from './plan-parts-on.ts'

const years = { from: '2021-04-01', to: '2026-03-31', statedOn: '2021-02-26' }
const begun = { from: '2021-04-01', to: null, statedOn: '2021-02-26' }
const ending = { from: null, to: '2026-03-31', statedOn: '2021-02-26' }
const undated = { from: null, to: null, statedOn: '2019-06-17' }

test.each([
  ['2021-03-31', years, false],
  ['2021-04-01', years, true],
  ['2026-03-31', years, true],
  ['2026-04-01', years, false],
  ['2021-03-31', begun, false],
  ['2030-01-01', begun, true],
  ['2010-01-01', ending, true],
  ['2026-04-01', ending, false],
  ['2018-06-16', undated, true],
  ['2018-06-15', undated, false],
  ['2020-06-17', undated, true],
  ['2020-06-18', undated, false],
])('on %s a plan of %j runs: %s', (day, terms, runs) => {
  expect(runsOn(terms, day)).toBe(runs)
})
