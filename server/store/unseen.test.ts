import { expect, test } from 'vitest'
import { withUnseen } from './unseen.ts'

test.each([
  ['nothing was unseen', { a: ['x'] }, { a: ['x'] }, { a: ['y'] }, { a: ['y'] }],
  ['an item was unseen', { a: ['x', 'hid'] }, { a: ['x'] }, { a: ['y', 'x'] }, { a: ['y', 'x', 'hid'] }],
  ['all items were unseen', { a: ['hid'] }, { a: [] }, { a: ['x'] }, { a: ['x', 'hid'] }],
  [
    'a row was unseen',
    { a: [{ of: 'hid' }, { of: 'x' }] },
    { a: [{ of: 'x' }] },
    { a: [] },
    { a: [{ of: 'hid' }] },
  ],
  [
    'a measure was unseen in a row that has an id',
    {
      a: [
        { id: 'r1', name: 'x', of: ['seen', 'hid'] },
        { id: 'r2', of: [] },
      ],
    },
    {
      a: [
        { id: 'r1', name: 'x', of: ['seen'] },
        { id: 'r2', of: [] },
      ],
    },
    {
      a: [
        { id: 'r2', of: [] },
        { id: 'r1', name: 'y', of: [] },
      ],
    },
    {
      a: [
        { id: 'r2', of: [] },
        { id: 'r1', name: 'y', of: ['hid'] },
      ],
    },
  ],
  [
    'a row that has an id was unseen',
    { a: [{ id: 'r1' }, { id: 'r2' }] },
    { a: [{ id: 'r2' }] },
    { a: [{ id: 'r2' }, { id: 'r3' }] },
    { a: [{ id: 'r2' }, { id: 'r3' }, { id: 'r1' }] },
  ],
  [
    'a row that has an id was seen and taken away',
    { a: [{ id: 'r1', of: ['hid'] }] },
    { a: [{ id: 'r1', of: [] }] },
    { a: [] },
    { a: [] },
  ],
  [
    'a row was unseen and another was written by the same id',
    { a: [{ id: 'r1', name: 'x' }] },
    { a: [] },
    { a: [{ id: 'r1', name: 'y' }] },
    { a: [{ id: 'r1', name: 'y' }] },
  ],
  ['a name was unseen and none was written', { a: 'hid' }, { a: null }, { a: null }, { a: 'hid' }],
  ['a name was unseen and another was written', { a: 'hid' }, { a: null }, { a: 'x' }, { a: 'x' }],
  ['a field was seen and emptied', { a: 'x' }, { a: 'x' }, { a: null }, { a: null }],
  ['a field was empty and stays so', { a: null }, { a: null }, { a: null }, { a: null }],
  ['a field is new', {}, {}, { a: null }, { a: null }],
  [
    'a part was unseen deep within',
    { a: { b: ['hid'] } },
    { a: { b: [] } },
    { a: { b: [] } },
    { a: { b: ['hid'] } },
  ],
])('what was made is kept with what could not be seen: %s', (_what, whole, seen, made, expected) => {
  expect(withUnseen(whole, seen, made)).toEqual(expected)
})
