import { describe, expect, test } from 'vitest'
import { cut, factsOf } from './linked-event.ts'

describe('a text on a card over a chart', () => {
  test.each([
    ['is whole where it is short, without its full stop', 'All were looked at.', 20, 'All were looked at'],
    ['may be as long as there is room', 'All were looked at', 18, 'All were looked at'],
    ['is cut behind a word where it is longer', 'All were looked at', 14, 'All were…'],
    ['has no blanks around it', '  All were looked at. ', 20, 'All were looked at'],
  ])('%s', (_, text, most, told) => {
    expect(cut(text, most)).toBe(told)
  })
})

test('a fact without words is left out', () => {
  expect(factsOf(['Who does it', 'Head of Safeguarding'], ['Start', null])).toEqual([
    { name: 'Who does it', text: 'Head of Safeguarding' },
  ])
})
