import { describe, expect, test } from 'vitest'
import type { Register } from '../../server/domain/register.ts'
import type { Edition } from '../../server/store/edition.ts'
import type { EntryVersion } from '../../server/store/entries.ts'
import { withoutRestricted, withoutUnseen } from '../../server/store/public-entries.ts'

const indicator = (id: string, restricted = false) =>
  [id, { id, kind: 'snapshot' as const, restricted }] as const
const edition: Pick<Edition, 'indicators' | 'unseen'> = {
  indicators: new Map([
    indicator('cla-rate'),
    indicator('cpp-rate'),
    indicator('complaints'),
    indicator('secret', true),
  ]),
  unseen: new Set(['cpp-rate', 'complaints']),
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

describe('a plan', () => {
  const plan = (terms: object) => entry(terms, { register: 'plan', id: 'plan' })
  const strand = (id: string, indicators: string[]) => ({ id, name: 'A part', indicators })

  test('of which every measure is restricted stays without them, and so does whatever belongs to it', () => {
    const made = plan({ name: 'A plan', strands: [strand('a', ['secret'])] })
    const target = entry({ programme: 'plan', indicator: 'cla-rate' }, { register: 'target', id: 'aim' })
    expect(left(made, target)).toEqual([
      ['plan', 1, { name: 'A plan', strands: [strand('a', [])] }],
      ['aim', 1, { programme: 'plan', indicator: 'cla-rate' }],
    ])
  })

  test('loses the targets that are absent, and keeps the shares', () => {
    const hidden = entry({ indicator: 'secret' }, { register: 'target', id: 'aim' })
    const made = plan({ savingTarget: 'aim', savingShare: 33, reinvestTarget: 'aim', strands: [] })
    expect(left(hidden, made)).toEqual([
      ['plan', 1, { savingTarget: null, savingShare: 33, reinvestTarget: null, strands: [] }],
    ])
  })

  test('may call a part as a measure is called, and an action may serve it', () => {
    const named = { ...edition, unseen: new Set(['cpp-rate']) }
    const made = plan({ strands: [strand('cpp-rate', ['cla-rate', 'cpp-rate'])] })
    const action = entry({ serves: 'cpp-rate', stage: 'cpp-rate', indicators: ['cla-rate'] })
    expect(withoutUnseen([made, action], named).map(({ body }) => JSON.parse(body))).toEqual([
      { strands: [strand('cpp-rate', ['cla-rate'])] },
      { serves: 'cpp-rate', stage: 'cpp-rate', indicators: ['cla-rate'] },
    ])
  })
})

describe('to whoever is limited to some themes', () => {
  const seen = (...versions: EntryVersion[]) => withoutUnseen(versions, edition)
  const terms = (...versions: EntryVersion[]) => seen(...versions).map(({ body }) => JSON.parse(body))

  test.each([
    ['a measure of theirs', { indicators: ['cla-rate'] }, { indicators: ['cla-rate'] }],
    ['no measure', { title: 'x', indicators: [] }, { title: 'x', indicators: [] }],
    [
      'measures of theirs and of others',
      { indicators: ['cpp-rate', 'cla-rate'] },
      { indicators: ['cla-rate'] },
    ],
    ['a measure by a single word', { indicators: ['complaints', 'cla-rate'] }, { indicators: ['cla-rate'] }],
    [
      'a word that is a measure elsewhere',
      { title: 'complaints', text: 'complaints: fewer of them' },
      { title: 'complaints', text: 'complaints: fewer of them' },
    ],
    [
      'a measure of others in words only',
      { indicators: ['cla-rate'], text: 'cpp-rate: look at it' },
      { indicators: ['cla-rate'], text: 'cpp-rate: look at it' },
    ],
  ])('an entry that names %s is told as far as it is theirs', (_what, body, expected) => {
    expect(terms(entry(body))).toEqual([expected])
  })

  test.each([
    ['is about', { indicator: 'complaints' }],
    ['names', { indicators: ['cpp-rate', 'cpp-rate:count', 'complaints/other'] }],
  ])('an entry that %s only what is of others is absent', (_what, body) => {
    expect(seen(entry(body))).toEqual([])
  })

  test('what ships with the program is no exception, unlike in the public edition', () => {
    const shipped = (id: string): EntryVersion => ({
      ...entry({ indicators: [id] }),
      madeBy: 'demonstration',
    })
    expect(seen(shipped('cpp-rate'))).toEqual([])
    expect(withoutRestricted([shipped('secret')], edition)).toHaveLength(1)
  })

  test('it is told who wrote an entry', () => {
    expect(seen(entry({ indicators: ['cla-rate', 'cpp-rate'] }))[0]?.madeBy).toBe('analyst')
  })
})
