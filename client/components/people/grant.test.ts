import { expect, test } from 'vitest'
import { draftOf, grantFaults, grantRequest, NO_GRANT } from './grant.ts'

const LEADER = { role: 'leader', roleName: 'Leader', rights: [{ id: 'approver', name: 'Approver' }] } as const

test('what somebody has is the draft that a change begins with, and is sent as it was', () => {
  const given = {
    ...LEADER,
    rights: [...LEADER.rights],
    themes: [{ id: 'workforce' as const, name: 'Workforce' }],
  }
  expect(grantRequest(draftOf(given))).toEqual({
    role: 'leader',
    rights: ['approver'],
    themes: ['workforce'],
  })
})

test('all themes are sent as none in particular, whatever was ticked before', () => {
  const draft = { ...NO_GRANT, role: 'viewer' as const, themes: ['finance' as const] }
  expect(grantRequest(draft)).toEqual({ role: 'viewer', rights: [], themes: null })
})

test('a role has to be chosen, and at least one theme where not all are', () => {
  expect(grantFaults('invite', { ...NO_GRANT, allThemes: false })).toEqual([
    { field: 'invite-role', message: 'Choose a role' },
    { field: 'invite-themes', message: 'Choose at least one theme, or all of them' },
  ])
  expect(grantFaults('invite', { ...NO_GRANT, role: 'viewer' })).toEqual([])
  expect(() => grantRequest(NO_GRANT)).toThrow('No role')
})
