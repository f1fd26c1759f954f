import { expect, test } from 'vitest'
import { PERMISSIONS, powersOf } from './permission.ts'

test.each([
  ['viewer', 'public', ['read', 'ask']],
  ['leader', 'restricted', ['read', 'ask', 'record', 'set-targets', 'see-uploads']],
  ['analyst', 'restricted', ['read', 'ask', 'record', 'see-uploads', 'upload', 'publish', 'make-tokens']],
  ['admin', 'restricted', [...PERMISSIONS]],
] as const)('a %s sees the %s edition and may do its part', (role, edition, permissions) => {
  expect(powersOf(role, [])).toEqual({ edition, permissions })
})

test('a viewer under confidentiality sees the restricted edition and may do no more than before', () => {
  expect(powersOf('viewer', ['restricted'])).toEqual({ edition: 'restricted', permissions: ['read', 'ask'] })
})

test('a leader who approves may publish, and not upload', () => {
  expect(powersOf('leader', ['approver']).permissions).toEqual([
    'read',
    'ask',
    'record',
    'set-targets',
    'see-uploads',
    'publish',
  ])
})

test('only an administrator says who may do what', () => {
  expect(powersOf('analyst', ['approver', 'restricted']).permissions).not.toContain('manage-people')
  expect(powersOf('leader', ['approver', 'restricted']).permissions).not.toContain('manage-people')
})
