import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, test } from 'vitest'
import { whyWeak } from './password.ts'

const GUESSED = /^This password is among those that are guessed first\. /
const NEAR = /^This password is among those that are guessed first here: /

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

/** The most used first. */
const MOST_USED = dictionary['passwords-common']

test('the list of what is used most is long', () => {
  expect(MOST_USED.length).toBeGreaterThan(3000)
})

test('of the most used, each that is long enough is refused', { timeout: 60_000 }, async () => {
  const long = MOST_USED.filter((password) => password.length >= 12)
  const answers = await Promise.all(long.map((password) => whyWeak(password)))
  expect(long.length).toBeGreaterThan(300)
  expect(long.filter((_, i) => answers[i] === null)).toEqual([])
})

test.each([1, 10, 100, 300, 1000, 1500, 2000, 2500, 3000])(
  'that which is used most but %d is refused however people lengthen it',
  async (rank) => {
    const password = MOST_USED[rank - 1] ?? ''
    const longer = [
      password.repeat(4),
      `${password}${password}1234`,
      `${password}123456789`,
      `123456789${password}`,
      `${password}!!!!!!!!!!`,
      `${password.charAt(0).toUpperCase()}${password.slice(1)}111111111`,
    ]
    const answers = await Promise.all(longer.map((each) => whyWeak(each)))
    expect(longer.filter((_, i) => answers[i] === null)).toEqual([])
  },
)

test.each([
  'password1234',
  'P@ssw0rd1234',
  'qwertyuiop12',
  '1qaz2wsx3edc4rfv',
  '123456789012',
  'aaaaaaaaaaaa',
  'Password2026',
  'letmeinletmein',
  'Liverpool1234',
])('%s is long enough, and guessed first', async (password) => {
  expect(await whyWeak(password)).toMatch(GUESSED)
})

test.each([
  'morganwilliams',
  'Morgan-Williams-2026',
  'WILLIAMS.morgan!',
  'morganmorgan12',
  'morgan19840512!',
  'williams@blackpool',
  'Blackpool.Council.1',
  'childrens-services',
  'Performance-Dashboard-2026',
])('%s is near to a person, the council or the program', async (password) => {
  expect(await whyWeak(password, ['Morgan Williams', 'morgan.williams@blackpool.gov.uk'])).toMatch(NEAR)
})

test.each(['morgan-plumbus-kettle', 'blackpool otter lantern', 'careful-gravel-otter', '83920174650192'])(
  '%s has enough in it that is not near',
  async (password) => {
    expect(await whyWeak(password, ['Morgan Williams', 'morgan.williams@blackpool.gov.uk'])).toBeNull()
  },
)

test('a name is no fault in the password of somebody else', async () => {
  expect(await whyWeak('morgan-and-williams', ['Ann Archer', 'ann@council.example'])).toBeNull()
})

test('one of more than 128 characters is refused', async () => {
  expect(await whyWeak('x'.repeat(129))).toBe('Use at most 128 characters.')
})
