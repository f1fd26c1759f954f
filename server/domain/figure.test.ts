import { expect, test } from 'vitest'
import { bareSymbolFor, calculate, MISSING_REASONS, missingFromSymbol, symbolFor } from './figure.ts'

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

test.each([
  ['c', 'suppressed'],
  ['[c]', 'suppressed'],
  ['z', 'not-applicable'],
  ['x', 'not-available'],
  ['u', 'low-reliability'],
  ['low', 'rounds-to-zero'],
  ['k', 'rounds-to-zero'],
])('%s means %s', (symbol, reason) => {
  expect(missingFromSymbol(symbol)).toBe(reason)
})

test.each(['-', '..', ':', '~', '*', '<5', 'N/A', '', 'C'])(
  '"%s" is no symbol of the national format',
  (symbol) => {
    expect(missingFromSymbol(symbol)).toBeUndefined()
  },
)

test.each(MISSING_REASONS)('%s keeps its meaning when written and read again', (reason) => {
  expect(missingFromSymbol(symbolFor(reason))).toBe(reason)
  expect(missingFromSymbol(bareSymbolFor(reason))).toBe(reason)
})

test('numbers are calculated with', () => {
  expect(calculate([1, 2, 3], sum)).toBe(6)
})

test('what is made of a missing figure is missing for the same reason', () => {
  expect(calculate([1, 'not-available', 3], sum)).toBe('not-available')
})

test('what is made of a suppressed figure stays suppressed, whatever else is missing', () => {
  expect(calculate(['not-reported', 'rounds-to-zero', 'suppressed'], sum)).toBe('suppressed')
})
