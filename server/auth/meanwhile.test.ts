import { expect, test } from 'vitest'
import { inWords } from './meanwhile.ts'

const VIEWER = { role: 'viewer', rights: [], themes: null }
const change = (before: object | null, after: object | null, action = 'person-changed') => ({
  action,
  before: before && JSON.stringify(before),
  after: after && JSON.stringify(after),
})

test.each([
  [change(VIEWER, { ...VIEWER, role: 'leader' }), 'Boss changed the role from Viewer to Leader.'],
  [
    change(VIEWER, { ...VIEWER, rights: ['approver', 'restricted'] }),
    'Boss changed the extra rights from none to Approver and Restricted figures.',
  ],
  [change({ ...VIEWER, themes: ['workforce'] }, VIEWER), 'Boss changed the themes from Workforce to all.'],
  [change(VIEWER, { ...VIEWER, renamed: true }), 'Boss changed the name to Pat Dale.'],
  [
    change(VIEWER, { role: 'leader', rights: ['approver'], themes: ['workforce'], renamed: true }),
    'Boss changed the role from Viewer to Leader, the extra rights from none to Approver, the themes from all to Workforce and the name to Pat Dale.',
  ],
  [change(VIEWER, VIEWER), 'Boss saved it as it was.'],
  [change(VIEWER, null, 'person-closed'), 'Boss closed the account.'],
  [change(null, VIEWER, 'person-reopened'), 'Boss reopened the account.'],
])('%j is told as: %s', (row, words) => {
  expect(inWords(row, 'Boss', 'Pat Dale')).toBe(words)
})

test('a record that says nothing of what somebody may do is no change of it', () => {
  expect(inWords(change(null, { passwordLink: true }), 'Boss', 'Pat Dale')).toBe('Boss saved it as it was.')
})
