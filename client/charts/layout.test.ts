import { expect, test } from 'vitest'
import { segments } from './layout.ts'

const runs = (...marks: { value: number | null; isBreak?: boolean }[]) =>
  segments(marks).map((run) => run.map((mark) => mark.value))

test('a line goes through all its figures', () => {
  expect(runs({ value: 1 }, { value: 2 }, { value: 3 })).toEqual([[1, 2, 3]])
})

test('it is broken where a figure is missing', () => {
  expect(runs({ value: 1 }, { value: null }, { value: 3 })).toEqual([[1], [3]])
})

test('it begins anew where figures are counted in another way', () => {
  expect(runs({ value: 1 }, { value: 2, isBreak: true }, { value: 3 })).toEqual([[1], [2, 3]])
})

test('a break whose figure is missing is one gap, not two', () => {
  expect(runs({ value: 1 }, { value: null, isBreak: true }, { value: 3 })).toEqual([[1], [3]])
})
