import { describe, expect, test } from 'vitest'
import type { PlanTerms } from '../../contract/plans.ts'
import { endInWords, partsInWords, slippageInWords, weekInWords } from './plan-review-words.ts'

const START = '2017-02-06'

describe('the week of a review', () => {
  test.each([
    ['2017-02-01', 14, 'On 1 February 2017 it had not begun: week 1 began on 6 February 2017.'],
    ['2017-02-06', 14, 'On 6 February 2017 it was in week 1 of 14; no whole week had passed.'],
    ['2017-02-13', 14, 'On 13 February 2017 it was in week 2 of 14; 1 whole week had passed.'],
    ['2017-03-09', 14, 'On 9 March 2017 it was in week 5 of 14; 4 whole weeks had passed.'],
    ['2017-03-27', 14, 'On 27 March 2017 it was in week 8 of 14; 7 whole weeks had passed.'],
    ['2017-05-15', 14, 'On 15 May 2017 its 14 weeks were over: the last of them ended on 14 May 2017.'],
    ['2017-05-15', null, 'On 15 May 2017 it was in week 15; 14 whole weeks had passed.'],
  ])('on %s of %s weeks', (on, weeks, words) => {
    expect(weekInWords(START, weeks, on)).toBe(words)
  })

  test.each([
    ['2017-05-08', 'The stated end, 8 May 2017, lies in it.'],
    ['2017-05-22', 'The stated end, 22 May 2017, lies in week 16, 2 weeks later.'],
    ['2017-05-05', 'The stated end, 5 May 2017, lies in week 13, 1 week earlier.'],
    [null, 'No end is stated.'],
  ])('that the end %s lies in', (end, words) => {
    expect(endInWords(START, 14, end)).toBe(
      `Week 14, the last one planned, is that of 8 May 2017 to 14 May 2017. ${words}`,
    )
  })
})

const part = (state: PlanTerms['parts'][number]['state'], weeks: number | null = null) => ({
  name: 'A part',
  state,
  weeks,
  note: null,
})
const first = { from: START, to: '2017-05-08', weeksPlanned: 14, parts: [part('done')] }

describe('slippage', () => {
  test.each([
    ['nothing added', {}, 'No part was added after the start; the 14 weeks were kept.'],
    [
      'one part of two weeks',
      { parts: [part('added', 2), part('done', 3)] },
      '1 part was added after the start (2 weeks); the 14 weeks were kept.',
    ],
    [
      'two parts, one week known',
      { parts: [part('added', 1), part('added')] },
      '2 parts were added after the start (1 week); the 14 weeks were kept.',
    ],
    [
      'more weeks',
      { weeksPlanned: 16 },
      'No part was added after the start; the 14 weeks first planned became 16.',
    ],
    [
      'a later end',
      { to: '2017-05-22' },
      'No part was added after the start; the end was moved from 8 May 2017 to 22 May 2017.',
    ],
    [
      'no end any more',
      { to: null },
      'No part was added after the start; the end was moved from 8 May 2017 to no day.',
    ],
  ])('is told: %s', (_name, change, words) => {
    expect(slippageInWords({ ...first, ...change }, first)).toBe(words)
  })

  test.each([
    [
      'an end that never fitted the weeks',
      { to: '2017-05-22' },
      'No part was added after the start; the stated end lies 2 weeks after the 14 planned.',
    ],
    [
      'a review without a length',
      { weeksPlanned: null },
      'No part was added after the start; the end, 8 May 2017, was kept.',
    ],
    [
      'a review without length or end',
      { weeksPlanned: null, to: null },
      'No part was added after the start; no end is stated.',
    ],
  ])('without any change of what was first set: %s', (_name, terms, words) => {
    expect(slippageInWords({ ...first, ...terms }, { ...first, ...terms })).toBe(words)
  })
})

describe('parts', () => {
  test.each([
    [[], 'No part is listed as first planned.'],
    [[part('added')], 'No part is listed as first planned. 1 was added on the way and is counted apart.'],
    [[part('done')], 'Of the 1 part first planned all are done.'],
    [[part('remaining'), part('remaining')], 'Of the 2 parts first planned none is done, and 2 remain.'],
    [
      [part('done'), part('remaining'), part('added'), part('added')],
      'Of the 2 parts first planned 1 is done, and 1 remains. 2 were added on the way and are counted apart.',
    ],
  ])('%#', (parts, words) => {
    expect(partsInWords(parts)).toBe(words)
  })
})
