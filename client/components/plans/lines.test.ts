import { describe, expect, test } from 'vitest'
import { balanced, wrapped } from './lines.ts'

describe('words in lines', () => {
  test.each([
    ['', 10, ['']],
    ['one two three', 20, ['one two three']],
    ['one two three', 7, ['one two', 'three']],
    ['safeguarding hub', 5, ['safeguarding', 'hub']],
  ])('"%s" in lines of %i', (text, most, lines) => {
    expect(wrapped(text, most)).toEqual(lines)
  })
})

describe('words in lines of about the same length', () => {
  test.each([
    ['', 10, ['']],
    ['one two three', 20, ['one two three']],
    ['one two three four five', 20, ['one two three', 'four five']],
    ['one two three four five', 8, ['one two', 'three', 'four', 'five']],
    ['safeguarding hub', 5, ['safeguarding', 'hub']],
  ])('"%s" in lines of %i', (text, most, lines) => {
    expect(balanced(text, most)).toEqual(lines)
  })
})
