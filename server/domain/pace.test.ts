import { expect, test } from 'vitest'
import { changeAYear, requiredChange, requiredPace } from './pace.ts'

test('from 520 children to 443 in eight quarters is 9.6 fewer each quarter', () => {
  expect(requiredPace(520, 443, 8)).toBeCloseTo(-9.625, 10)
})

test('from 520 to 443 is 14.8% less', () => {
  expect(requiredChange(520, 443)).toBeCloseTo(-14.81, 2)
})

test('47% less in five years is 11.9% less every year', () => {
  expect(changeAYear(-47, 5)).toBeCloseTo(-11.9, 1)
})
