import { describe, expect, test } from 'vitest'
import type { RatingAnswer, TargetAnswer } from '../../contract/target-answers.ts'
import { targetCounts } from '../targets/target-counts.ts'
import { groupsOf, headlineOf, ownersInWords, periodInWords } from './programme-words.ts'

const target = (state: RatingAnswer['state'], more: Partial<TargetAnswer> = {}) =>
  ({
    id: 'care',
    aim: 'lower',
    state: 'in-force',
    stateWords: 'In force since 1 April 2021',
    owner: 'Director',
    setBy: 'set by the council',
    rating: { state, words: '', rule: '', expected: null },
    point: null,
    illustrative: false,
    ...more,
  }) as TargetAnswer
const none = targetCounts([])
const dated = (end: string, illustrative = false) =>
  target('red', { point: { end } as TargetAnswer['point'], illustrative })

describe('the headline', () => {
  test.each([
    ['no targets', [], 'No target is set in this programme.'],
    [
      'one that ran out without a figure',
      [target('no-data', { state: 'ended' })],
      'No target is in force any more. The only one ran out.',
    ],
    [
      'one that ran out on its path',
      [target('green', { state: 'ended' })],
      'No target is in force any more. The only one ran out; by its last figure it was on its path.',
    ],
    [
      'one that nobody approved',
      [target('not-approved', { state: 'not-approved' })],
      'The only target is not in force: nobody has approved it.',
    ],
    [
      'one that ran out and one that nobody approved',
      [target('red', { state: 'ended' }), target('not-approved', { state: 'not-approved' })],
      'None of the 2 targets is in force; 1 ran out.',
    ],
  ])('of %s', (_name, targets, words) => {
    expect(headlineOf(none, targets)).toBe(words)
  })
})

describe('when a programme runs', () => {
  const programme = { from: '2021-04-01', to: '2026-03-31' }
  test.each([
    ['under way', [dated('2024-03-31')], '2026-03-31', 'It runs from 1 April 2021 to 31 March 2026.'],
    [
      'over, and its last figures are there',
      [dated('2025-03-31'), dated('2026-03-31')],
      '2026-11-21',
      'It ran from 1 April 2021 to 31 March 2026.',
    ],
    [
      'over, and its last figures are not there yet',
      [dated('2025-03-31'), dated('2024-03-31')],
      '2026-04-01',
      'It ran from 1 April 2021 to 31 March 2026. The newest figures held are of 31 March 2025, so how it ended can’t be told yet.',
    ],
    [
      'over, and only a made-up figure reaches its end',
      [dated('2025-03-31'), dated('2026-03-31', true)],
      '2026-04-01',
      'It ran from 1 April 2021 to 31 March 2026. The newest figures held are of 31 March 2025, so how it ended can’t be told yet.',
    ],
    [
      'over, without any figure',
      [target('no-data')],
      '2026-04-01',
      'It ran from 1 April 2021 to 31 March 2026.',
    ],
  ])('%s', (_name, targets, today, words) => {
    expect(periodInWords(programme, targets, today)).toBe(words)
  })

  test.each([
    ['2021-04-01', null, 'It runs from 1 April 2021; no end is stated.'],
    [null, '2027-03-31', 'It runs until 31 March 2027; no start is stated.'],
    [null, '2026-03-31', 'It ran until 31 March 2026; no start is stated.'],
    [null, null, 'When it runs is not stated.'],
  ])('from %s to %s', (from, to, words) => {
    expect(periodInWords({ from, to }, [], '2026-11-21')).toBe(words)
  })
})

describe('the groups of the summary', () => {
  const saving = { target: 'spend', share: 33, reinvest: 'reinvested', reinvestShare: 15 }
  test('are reductions only where every target aims lower', () => {
    const aims = (aim: TargetAnswer['aim']) => [target('red', { id: 'a' }), target('red', { id: 'b', aim })]
    expect(groupsOf(null, aims('lower'))).toEqual([{ title: 'The two reductions', targets: ['a', 'b'] }])
    expect(groupsOf(null, aims('higher'))).toEqual([{ title: 'What is aimed at', targets: ['a', 'b'] }])
  })

  test('have the money apart, and leave out what is empty', () => {
    const spend = target('red', { id: 'spend' })
    expect(groupsOf(saving, [spend])).toEqual([
      { title: 'Spending and what is put into prevention', targets: ['spend'] },
    ])
    expect(groupsOf(null, [spend])).toEqual([{ title: 'What is aimed at', targets: ['spend'] }])
  })
})

test('owners are told once only where several targets have the same', () => {
  const told = 'Whose they all are: Director; set by the council. In force since 1 April 2021.'
  expect(ownersInWords([target('red'), target('green')])).toBe(told)
  expect(ownersInWords([target('red')])).toBeNull()
  expect(ownersInWords([target('red'), target('red', { owner: 'Head of Care' })])).toBeNull()
})
