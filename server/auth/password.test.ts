import { expect, test } from 'vitest'
import { whyWeak } from './password.ts'

test.each(['plumbus-harvest-kettle', 'thirteen grey umbrellas', 'vJ8#qLw2!sTx9'])(
  '%s is good',
  async (password) => {
    expect(await whyWeak(password)).toBeNull()
  },
)

test('a short one is refused with a way to a longer one', async () => {
  expect(await whyWeak('Tr0ub4dor&3')).toBe(
    'Use at least 12 characters: three random words, one after another, are easy to remember.',
  )
})

test.each(['password1234', 'qwertyuiop12', '123456789012', 'aaaaaaaaaaaa', 'Password2026'])(
  '%s is long enough, and guessed first',
  async (password) => {
    expect(await whyWeak(password)).toMatch(/^This password is among those that are guessed first/)
  },
)

test("a person's own name and address are guessed first, too", async () => {
  expect(await whyWeak('morganwilliams', ['morganwilliams@council.example'])).toMatch(/guessed first/)
})

test('one of more than 128 characters is refused', async () => {
  expect(await whyWeak('x'.repeat(129))).toBe('Use at most 128 characters.')
})
