import { expect, test } from 'vitest'
import type { Movement } from './change.ts'
import { type Turn, turnOf } from './turn.ts'

test.each<[newestFirst: (Movement | null)[], turn: Turn | null]>([
  [['up', 'down', 'down'], { now: 'up', after: 2 }],
  [['down', 'up', 'up', 'up', 'down'], { now: 'down', after: 3 }],
  [['up', 'down', 'down', null, 'down'], { now: 'up', after: 2 }],
  [['up', 'down', 'up'], null],
  [['up', 'down'], null],
  [['up', 'same', 'down', 'down'], null],
  [['up', null, 'down', 'down'], null],
  [['up', 'up', 'up'], null],
  [['same', 'down', 'down'], null],
  [[null, 'down', 'down'], null],
  [[], null],
])('changes of %j, the newest first', (newestFirst, turn) => {
  expect(turnOf(newestFirst)).toEqual(turn)
})
