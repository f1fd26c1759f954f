import { expect, test } from 'vitest'
import { directionOf, formatValue, parseIndicatorId, type Unit } from './indicator.ts'

test.each<[number, Unit, number, string]>([
  [184, 'per-10000', 0, '184'],
  [935.9, 'per-10000', 1, '935.9'],
  [23.4, 'percent', 1, '23.4%'],
  [87902719, 'pounds', 0, '£87,902,719'],
  [-1200, 'pounds', 0, '−£1,200'],
  [16.8, 'ratio', 1, '16.8'],
  [1, 'ratio', 2, '1.00'],
])('%d in %s to %i decimals reads %s', (value, unit, decimals, text) => {
  expect(formatValue(value, { unit, decimals })).toBe(text)
})

test('a missing value reads as its symbol, whatever the unit', () => {
  expect(formatValue('suppressed', { unit: 'percent', decimals: 1 })).toBe('[c]')
})

test('an id names the rate, or with :count the number behind it', () => {
  expect(parseIndicatorId('cla-rate')).toEqual({ id: 'cla-rate', view: 'rate' })
  expect(parseIndicatorId('cla-rate:count')).toEqual({ id: 'cla-rate', view: 'count' })
})

const mtfs = { aim: 'lower', strategy: 'the local strategy (2021)' } as const

test("DfE's own direction comes first, and names DfE", () => {
  expect(directionOf({ dfe: 'low', local: null }, true)).toEqual({
    goodEnd: 'low',
    setBy: 'dfe',
    words: 'Lower is better, says the Department for Education.',
    short: 'Lower is better (national)',
  })
  expect(directionOf({ dfe: 'high', local: null }, true).goodEnd).toBe('high')
})

test('where DfE sets none, the local strategy is named as such', () => {
  expect(directionOf({ dfe: 'none', local: mtfs }, true)).toEqual({
    goodEnd: 'low',
    setBy: 'local',
    words: 'The Department for Education sets no good direction; the local strategy (2021) aims lower.',
    short: 'Aim: lower (local strategy (2021); none is set nationally)',
  })
})

test("another area's figures are not read by a strategy that is not theirs", () => {
  expect(directionOf({ dfe: 'none', local: mtfs }, false).goodEnd).toBeNull()
})

test('without either there is no good direction', () => {
  expect(directionOf({ dfe: 'not-given', local: null }, true).words).toBe(
    'No direction is good in itself: read it with other measures.',
  )
})
