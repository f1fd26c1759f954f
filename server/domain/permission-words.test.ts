import { expect, test } from 'vitest'
import { PERMISSIONS } from './permission.ts'
import { addedBy, PERMISSION_WORDS, TOKEN_PERMISSIONS } from './permission-words.ts'

test('every permission has words of its own', () => {
  expect(new Set(Object.values(PERMISSION_WORDS)).size).toBe(PERMISSIONS.length)
})

test('a key for a program can be made for everything but further keys and other people', () => {
  expect(PERMISSIONS.filter((permission) => !TOKEN_PERMISSIONS.includes(permission))).toEqual([
    'make-tokens',
    'manage-people',
  ])
})

test.each([
  ['approver', { permissions: ['see-uploads', 'publish'], restricted: true }],
  ['restricted', { permissions: [], restricted: true }],
] as const)('the right %s adds only what it is for', (right, added) => {
  expect(addedBy(right)).toEqual(added)
})
