import { describe, expect, test } from 'vitest'
import { draftOf, grantFaults, grantRequest, NO_GRANT, personDraftOf, rebased } from './grant.ts'

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

test('an administrator cannot be limited to some themes', () => {
  const draft = { ...NO_GRANT, role: 'admin' as const, allThemes: false, themes: ['finance' as const] }
  expect(grantFaults('invite', draft)).toEqual([
    {
      field: 'invite-themes',
      message: 'An administrator sees all measures: choose all, or another role',
    },
  ])
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

describe('a draft that was begun before others changed the person', () => {
  const BASE = { name: 'Pat Hill', role: 'viewer', roleName: 'Viewer', rights: [], themes: null } as const
  const base = { ...BASE, rights: [] }
  const draft = personDraftOf(base)
  const approver = { id: 'approver' as const, name: 'Approver' }
  const now = {
    ...base,
    ...{ name: 'Pat Dale', role: 'leader' as const, roleName: 'Leader', rights: [approver] },
    themes: [{ id: 'workforce' as const, name: 'Workforce' }],
  }

  test('is as they made it where nothing was touched', () => {
    expect(rebased(draft, base, now)).toEqual(personDraftOf(now))
  })

  test.each([
    ['the name', { ...draft, name: 'Patricia Hill' }, { name: 'Patricia Hill' }],
    [
      'the role',
      { ...draft, grant: { ...draft.grant, role: 'analyst' as const } },
      { grant: { role: 'analyst' } },
    ],
    [
      'the rights',
      { ...draft, grant: { ...draft.grant, rights: ['restricted' as const] } },
      { grant: { rights: ['restricted'] } },
    ],
    [
      'the themes',
      { ...draft, grant: { ...draft.grant, allThemes: false, themes: ['finance' as const] } },
      { grant: { allThemes: false, themes: ['finance'] } },
    ],
  ])('keeps %s where that was touched, and only that', (_what, touched, kept) => {
    const theirs = personDraftOf(now)
    const own = kept as { name?: string; grant?: object }
    expect(rebased(touched, base, now)).toEqual({
      name: own.name ?? theirs.name,
      grant: { ...theirs.grant, ...own.grant },
    })
  })
})
