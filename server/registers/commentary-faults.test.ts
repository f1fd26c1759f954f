import { expect, test } from 'vitest'
import { commentaryFaults } from './commentary-faults.ts'

const TERMS = {
  area: 'E06000009',
  indicator: 'cla-rate',
  period: '2016-17Q4',
  text: 'There were 525 children in care, up from 512.',
  cause: 'More came into care than left it.',
  action: 'A panel looks at every child who may come into care.',
  owner: 'Head of Safeguarding',
  recoveryOn: '2018-03-31',
  by: 'Head of Safeguarding',
}

test('a commentary that says something is taken as it is, and so is one that leaves its four parts empty', () => {
  expect(commentaryFaults(TERMS)).toEqual([])
  expect(commentaryFaults({ ...TERMS, cause: null, action: null, owner: null, recoveryOn: null })).toEqual([])
})

test.each<[change: Partial<Record<keyof typeof TERMS, string | null>>, field: string, message: RegExp]>([
  [{ text: '…' }, 'text', /^says too little: say what the figure shows, .* in 20 letters or more$/],
  [{ text: 'n/a' }, 'text', /^says too little/],
  [{ text: 'No comment at this time. To be confirmed.' }, 'text', /^says too little/],
  [{ text: 'Up to 900.' }, 'text', /^says too little/],
  [{ cause: 'TBC' }, 'cause', /^says nothing: name what lies behind the figure, or leave it empty$/],
  [{ action: 'None' }, 'action', /^says nothing: name what is done, or leave it empty$/],
  [{ owner: 'n/a' }, 'owner', /^names nobody: give the role/],
  [{ owner: null }, 'owner', /^is needed with what is done: name the role$/],
  [{ action: null }, 'action', /^is needed with who answers for it/],
  [
    { recoveryOn: '2017-03-31' },
    'recoveryOn',
    /^has to come after the last day of the period, 31 March 2017$/,
  ],
  [{ recoveryOn: '2016-12-31' }, 'recoveryOn', /^has to come after/],
])('one with %j is refused at its field', (change, field, message) => {
  expect(commentaryFaults({ ...TERMS, ...change })).toEqual([
    { path: `terms.${field}`, message: expect.stringMatching(message) },
  ])
})

test('the day after the period is early enough', () => {
  expect(commentaryFaults({ ...TERMS, recoveryOn: '2017-04-01' })).toEqual([])
})
