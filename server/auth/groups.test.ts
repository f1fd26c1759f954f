import { expect, test } from 'vitest'
import { grantOf, groupsOf, parseGroupRules } from './groups.ts'

const RULES = parseGroupRules('performance-admins=admin, analysts=analyst+approver,members=viewer+restricted')

test('each group has its role and the rights behind it', () => {
  expect(RULES).toEqual([
    { group: 'performance-admins', grant: { role: 'admin', rights: [], themes: null } },
    { group: 'analysts', grant: { role: 'analyst', rights: ['approver'], themes: null } },
    { group: 'members', grant: { role: 'viewer', rights: ['restricted'], themes: null } },
  ])
})

test.each(['analysts', 'analysts=king', '=admin', 'analysts=analyst+everything'])('%s is refused', (text) => {
  expect(() => parseGroupRules(text)).toThrow(`"${text}" is not group=role`)
})

test('of several groups the first rule counts', () => {
  expect(grantOf(['members', 'analysts'], RULES)?.role).toBe('analyst')
})

test('who is in none of the groups is nobody here', () => {
  expect(grantOf(['catering'], RULES)).toBeNull()
})

test.each([
  [{ groups: ['a', 'b', 3] }, ['a', 'b']],
  [{ groups: 'a' }, ['a']],
  [{ groups: { a: true } }, []],
  [{}, []],
  [undefined, []],
])('the groups in %j', (profile, groups) => {
  expect(groupsOf(profile, 'groups')).toEqual(groups)
})
