import { describe, expect, test } from 'vitest'
import type { Register } from '../../server/domain/register.ts'
import type { Edition } from '../../server/store/edition.ts'
import type { EntryVersion } from '../../server/store/entries.ts'
import { withoutRestricted } from '../../server/store/public-entries.ts'

const indicator = (id: string, restricted = false) =>
  [id, { id, kind: 'snapshot' as const, restricted }] as const
const edition: Edition = {
  indicators: new Map([indicator('cla-rate'), indicator('cpp-rate'), indicator('secret', true)]),
  whole: undefined as never,
}

const entry = (
  terms: unknown,
  { register = 'action' as Register, id = 'one', version = 1 } = {},
): EntryVersion => ({
  register,
  id,
  version,
  body: JSON.stringify(terms),
  retired: false,
  reason: 'as told',
  madeBy: 'analyst',
  madeAt: '2026-01-01T00:00:00.000Z',
})

const left = (...versions: EntryVersion[]) =>
  withoutRestricted(versions, edition).map(({ id, version, body }) => [id, version, JSON.parse(body)])

describe('one entry', () => {
  test.each([
    ['that names nothing', { title: 'A secret', indicators: [] }, { title: 'A secret', indicators: [] }],
    ['that names what is public', { indicator: 'cla-rate' }, { indicator: 'cla-rate' }],
    ['that names both', { indicators: ['secret', 'cla-rate'] }, { indicators: ['cla-rate'] }],
    [
      'whose rows name both',
      {
        indicator: 'cla-rate',
        rows: [
          { measure: 'secret', note: 'x' },
          { measure: 'cpp-rate', note: 'y' },
        ],
      },
      { indicator: 'cla-rate', rows: [{ measure: 'cpp-rate', note: 'y' }] },
    ],
    [
      'that names a breakdown of it',
      { indicators: ['secret/other', 'secret:count', 'cla-rate'] },
      { indicators: ['cla-rate'] },
    ],
    [
      'that tells of it in words',
      { indicators: ['cla-rate'], text: 'the secret' },
      { indicators: ['cla-rate'], text: 'the secret' },
    ],
  ])('%s is left as far as it is public', (_what, terms, expected) => {
    expect(left(entry(terms))).toEqual([['one', 1, expected]])
  })

  test.each([
    ['that names only what is restricted', { indicators: ['secret'] }],
    ['that is about it', { indicator: 'secret', title: 'x' }],
    ['that is about it, whatever else it names', { indicator: 'secret', others: ['cla-rate'] }],
    ['a part of which is about it', { benchmark: { of: 'secret:count' }, indicators: ['cla-rate'] }],
  ])('%s is absent', (_what, terms) => {
    expect(left(entry(terms))).toEqual([])
  })
})

describe('the history of an entry', () => {
  test('loses the versions that were about nothing else', () => {
    expect(
      left(entry({ indicators: ['secret'] }), entry({ indicators: ['cla-rate'] }, { version: 2 })),
    ).toEqual([['one', 2, { indicators: ['cla-rate'] }]])
  })

  test('goes whole once the entry is about nothing else', () => {
    expect(
      left(entry({ indicators: ['cla-rate'] }), entry({ indicators: ['secret'] }, { version: 2 })),
    ).toEqual([])
  })
})

test('what names an absent entry loses that name, and a row that does goes', () => {
  const hidden = entry({ indicators: ['secret'] }, { register: 'recommendation', id: 'hush' })
  const target = entry({ indicator: 'secret' }, { register: 'target', id: 'aim' })
  const action = entry({ recommendation: 'hush', title: 'hush', indicators: [] })
  const contract = entry(
    {
      name: 'Homes',
      outcomes: [
        { target: 'aim', text: 'x' },
        { target: 'other', text: 'y' },
      ],
    },
    { register: 'contract', id: 'two' },
  )
  expect(left(hidden, target, action, contract)).toEqual([
    ['one', 1, { recommendation: null, title: 'hush', indicators: [] }],
    ['two', 1, { name: 'Homes', outcomes: [{ target: 'other', text: 'y' }] }],
  ])
})
