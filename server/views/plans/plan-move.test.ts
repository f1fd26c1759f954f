import { describe, expect, test } from 'vitest'
import type { PlanMove } from '../../contract/plan-action-answers.ts'
import { movesInWords, movesOf } from './plan-move.ts'

type Counted = Pick<PlanMove, 'of' | 'kind' | 'id'>
const set = (id: string): Counted => ({ of: 'action', kind: 'set', id })
const changed = (id: string, of: PlanMove['of'] = 'action'): Counted => ({ of, kind: 'changed', id })

describe('what moved, in words', () => {
  test.each<[string, Counted[], string]>([
    ['nothing', [], 'nothing was put on record or changed.'],
    ['one new', [set('a')], '1 action was put on record; none was changed.'],
    ['two new', [set('a'), set('b')], '2 actions were put on record; none was changed.'],
    ['one changed twice', [changed('a'), changed('a')], '2 changes were made to 1 action.'],
    [
      'some of each',
      [changed('a'), changed('b'), { of: 'action', kind: 'retired', id: 'c' }, set('d')],
      '2 changes were made to 2 actions; 1 action was put on record; 1 action was taken out.',
    ],
    [
      'a new plan',
      [{ of: 'plan', kind: 'set', id: 'p' }, set('a')],
      'the plan was put on record; 1 action was put on record; none was changed.',
    ],
    ['the plan once', [changed('p', 'plan')], 'the plan itself was changed once.'],
    [
      'the plan twice, and an action',
      [changed('p', 'plan'), changed('p', 'plan'), changed('a')],
      'the plan itself was changed 2 times; 1 change was made to 1 action.',
    ],
    [
      'the plan taken out',
      [{ of: 'plan', kind: 'retired', id: 'p' }],
      'the plan was taken out; none was changed.',
    ],
    [
      'a recommendation',
      [changed('r', 'recommendation')],
      '1 change was made to 1 recommendation that they answer.',
    ],
  ])('%s', (_, moves, words) => {
    expect(movesInWords(moves)).toBe(words)
  })
})

describe('what a version changed', () => {
  const changes = (before: string, after: string) =>
    movesOf('plan', {
      id: 'p',
      title: 'A plan',
      history: [
        {
          version: 2,
          kind: 'changed',
          madeBy: 'Ann Reed',
          madeOn: '2017-05-02',
          reason: 'Test',
          sameAs: null,
          changed: [{ field: 'Stages', before, after }],
        },
      ],
    }).flatMap((move) => move.changed.map((change) => [change.before, change.after]))

  test.each([
    ['one value', '8 May 2017', '22 May 2017', ['8 May 2017', '22 May 2017']],
    ['one line of two', 'a\nb', 'a\nc', ['b', 'c']],
    ['a line more', 'a\nb', 'a\nb\nc', ['not in it', 'c']],
    ['a line less', 'a\nb', 'b', ['a', 'no longer in it']],
    ['the order alone', 'a\nb', 'b\na', ['a\nb', 'b\na']],
    ['from nothing', 'nothing', 'a\nb', ['nothing', 'a\nb']],
  ])('is told by what differs: %s', (_, before, after, told) => {
    expect(changes(before, after)).toEqual([told])
  })
})
