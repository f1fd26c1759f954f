import { expect, test } from 'vitest'
import { measuresInWords } from './plan-measures.ts'

const NAMED = 'named by its targets, its parts or its actions'
const LATER = 'a figure of a later day than the plan’s first.'

test.each([
  [1, 1, `1 measure is ${NAMED}; it has ${LATER}`],
  [1, 0, `1 measure is ${NAMED}; none has ${LATER}`],
  [3, 0, `3 measures are ${NAMED}; none has ${LATER}`],
  [3, 1, `3 measures are ${NAMED}; 1 has ${LATER}`],
  [3, 2, `3 measures are ${NAMED}; 2 have ${LATER}`],
  [3, 3, `3 measures are ${NAMED}; each has ${LATER}`],
])('of %i measures %i are told', (named, told, words) => {
  expect(measuresInWords(named, told)).toBe(words)
})
