import { describe, expect, test } from 'vitest'
import { isSentence, lettersOf, namesSomething } from './commentary-substance.ts'

describe('what stands for nothing has no letters', () => {
  test.each([
    '…',
    '---',
    '.',
    'n/a',
    'N/A.',
    'NA',
    'None',
    'Nil',
    'TBC',
    'tbd',
    'To be confirmed.',
    'No comment at this time.',
    'No further comments',
    'Nothing to report this quarter.',
    'Not applicable',
    'See above',
    'As last quarter.',
    'Commentary to follow in due course',
    'Update is still awaited.',
    'n/a, n/a, n/a, n/a, n/a, n/a, n/a, n/a, n/a, n/a, n/a',
    '12345',
  ])('%s', (text) => {
    expect(lettersOf(text)).toBe(0)
    expect(isSentence(text)).toBe(false)
    expect(namesSomething(text)).toBe(false)
  })
})

describe('what says something is a sentence', () => {
  test.each([
    'More children came into care.',
    'None of the 14 children who left care came back within the year.',
    'No change of method lies behind it: three large families came into care.',
    'The figure is to be confirmed by the audit of the 36 plans in May.',
  ])('%s', (text) => {
    expect(isSentence(text)).toBe(true)
  })
})

test.each(['Up to 900.', 'It fell', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'improvement improvement improvement'])(
  '“%s” is too little to be told from',
  (text) => {
    expect(isSentence(text)).toBe(false)
  },
)

test('twenty letters are enough, nineteen are not', () => {
  expect(isSentence('abcdefgh ijklmnop qrst')).toBe(true)
  expect(isSentence('abcdefgh ijklmnop qrs')).toBe(false)
})

test.each(['Sickness', 'Panel', 'Head of Safeguarding', 'HR'])('“%s” names something', (text) => {
  expect(namesSomething(text)).toBe(true)
})
