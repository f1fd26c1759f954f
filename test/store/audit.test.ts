import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditEvent } from '../../server/domain/audit.ts'
import {
  appendAudit,
  countAudit,
  findActors,
  findAudit,
  recordEvent,
  verifyAudit,
} from '../../server/store/audit.ts'
import type { Database } from '../../server/store/database.ts'
import { DATABASES } from '../support/databases.ts'

const event = (rest: Partial<AuditEvent> = {}): AuditEvent => ({
  at: '2026-05-01T12:00:00.000Z',
  actor: 'account:sam',
  action: 'sign-in',
  about: 'account:sam',
  before: null,
  after: null,
  why: null,
  ...rest,
})

/** What only whoever may alter the database itself can do: take the guards away. */
const UNGUARD: Record<(typeof DATABASES)[number][0], string[]> = {
  SQLite: ['audit_update', 'audit_delete', 'audit_insert', 'audit_head_update'].map(
    (name) => `drop trigger ${name}`,
  ),
  PostgreSQL: ['audit', 'audit_head'].map((table) => `alter table ${table} disable trigger user`),
}

/** What only one of the two knows how to try. */
const REFUSED: typeof UNGUARD = {
  SQLite: [
    "insert or replace into audit select number, at, actor, action, about, before, after, 'x', previous, hash from audit",
    "insert or replace into audit_head (id, number, hash) values (1, 4, 'f')",
  ],
  PostgreSQL: ['truncate audit', 'truncate audit_head'],
}

class Undone extends Error {}

describe.each(DATABASES)('the record of changes on %s', (name, open) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
    for (const day of [1, 2, 3, 4, 5]) {
      await recordEvent(db, event({ at: `2026-05-0${day}T12:00:00.000Z`, why: `why ${day}` }))
    }
  }, 60_000)
  afterAll(() => db.destroy())

  /** What is done to the record for a test is undone after it: it would be there for good otherwise. */
  async function undone(work: (tx: Database) => Promise<void>) {
    const all = db.transaction().execute(async (tx) => {
      await work(tx)
      throw new Undone()
    })
    await expect(all).rejects.toThrow(Undone)
  }
  const run = (statement: string, on = db) => sql.raw(statement).execute(on)
  async function asAdministrator(tx: Database, ...statements: string[]) {
    for (const statement of [...UNGUARD[name], ...statements]) await run(statement, tx)
  }
  const found = async (on = db) => (await verifyAudit(on)).breaks.map(({ words }) => words)
  const numbers = async (query: Parameters<typeof findAudit>[1], on = db) =>
    (await findAudit(on, query)).map(({ number }) => number)

  test('what was put on record is whole, and ends with the newest', async () => {
    const [newest] = await findAudit(db, { most: 1 })
    expect(await verifyAudit(db)).toEqual({ last: { number: 5, hash: newest?.hash }, breaks: [] })
  })

  test('an event comes back as it was, with the hash of the one before', async () => {
    await undone(async (tx) => {
      const changed = event({
        action: 'entry-changed',
        about: 'entry:target/t',
        before: { value: 1, note: 'a "b"' },
        after: { value: 1.5, note: '≈ £3' },
        why: 'Agreed\nby the board',
      })
      await appendAudit(tx, changed)
      const [newest, before] = await findAudit(tx, { most: 2 })
      expect(newest).toEqual({
        ...changed,
        number: 6,
        before: '{"value":1,"note":"a \\"b\\""}',
        after: '{"value":1.5,"note":"≈ £3"}',
        previous: before?.hash,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      expect(await found(tx)).toEqual([])
    })
  })

  test('a text that a database would not keep leaves the chain whole', async () => {
    await undone(async (tx) => {
      await appendAudit(tx, event({ why: 'half \ud800, nul \0', after: { text: '\ud800 \0' } }))
      expect(await found(tx)).toEqual([])
    })
  })

  test('an event is on record only if what it tells of is', async () => {
    const failed = db.transaction().execute(async (tx) => {
      await appendAudit(tx, event())
      throw new Error('not done')
    })
    await expect(failed).rejects.toThrow('not done')
    expect(await numbers({ most: 10 })).toEqual([5, 4, 3, 2, 1])
    expect(await found()).toEqual([])
  })

  test('more records than are read at once are checked to the last', async () => {
    await undone(async (tx) => {
      for (let i = 0; i < 450; i++) await appendAudit(tx, event())
      expect(await found(tx)).toEqual([])
      await asAdministrator(tx, "update audit set why = 'other' where number = 404")
      expect(await found(tx)).toEqual(['Record 404 is not as it was written.'])
    })
  })

  test.each([
    "update audit set why = 'other' where number = 3",
    'delete from audit where number = 5',
    'delete from audit',
    'insert into audit select 9, at, actor, action, about, before, after, why, previous, hash from audit where number = 5',
    "insert into audit select 6, at, actor, action, about, before, after, why, 'f', hash from audit where number = 5",
    'update audit_head set number = 4',
    "update audit_head set hash = 'f'",
    "update audit_head set number = 6, hash = 'f'",
    'delete from audit_head',
    "insert into audit_head (id, number, hash) values (2, 9, 'f')",
    ...REFUSED[name],
  ])('the database refuses: %s', async (statement) => {
    await expect(run(statement)).rejects.toThrow()
    expect(await numbers({ most: 10 })).toEqual([5, 4, 3, 2, 1])
    expect(await found()).toEqual([])
  })

  test('it says why it refuses', async () => {
    await expect(run('delete from audit')).rejects.toThrow('The record of changes is only ever added to.')
  })

  test.each([
    ['removed at the start', ['delete from audit where number = 1'], ['Record 1 is missing.']],
    ['removed between', ['delete from audit where number in (2, 3)'], ['Records 2 to 3 are missing.']],
    ['cut off at the end', ['delete from audit where number > 3'], ['Records 4 to 5 are missing.']],
    ['removed altogether', ['delete from audit'], ['Records 1 to 5 are missing.']],
    [
      'altered',
      ["update audit set actor = 'account:x' where number = 2"],
      ['Record 2 is not as it was written.'],
    ],
    [
      'removed, with those behind moved up',
      ['delete from audit where number = 4', 'update audit set number = 4 where number = 5'],
      [
        'Record 4 does not follow record 3: one of them was put in or written anew later.',
        'Record 4 is not as it was written.',
        'Record 5 is missing.',
      ],
    ],
    [
      'exchanged for another',
      ["update audit set hash = 'f', why = 'other' where number = 5"],
      ['Record 5 is not as it was written.', 'Record 5 is not the one that was written last.'],
    ],
    [
      'cut off at the end, and the head of the chain with it',
      [
        'delete from audit where number > 3',
        'update audit_head set number = 3, hash = (select hash from audit where number = 2)',
      ],
      ['Record 3 is not the one that was written last.'],
    ],
  ])('records %s show', async (_what, statements, words) => {
    await undone(async (tx) => {
      await asAdministrator(tx, ...statements)
      expect(await found(tx)).toEqual(words)
    })
  })

  test('a record put behind the last past the program shows', async () => {
    await undone(async (tx) => {
      await asAdministrator(
        tx,
        ...['SQLite'].filter((each) => each === name).map(() => 'drop trigger audit_append'),
        'insert into audit select 6, at, actor, action, about, before, after, why, hash, hash from audit where number = 5',
      )
      expect(await found(tx)).toEqual(['Record 6 was not put on record by the program.'])
    })
  })

  test('of very many breaks the first are told', async () => {
    await undone(async (tx) => {
      for (let i = 0; i < 60; i++) await appendAudit(tx, event())
      await asAdministrator(tx, "update audit set why = 'other'")
      expect(await found(tx)).toHaveLength(20)
    })
  })

  test('records are found by who, what, about what and when, the newest first, a page at a time', async () => {
    await undone(async (tx) => {
      const published = event({ actor: 'token:t', action: 'upload-published', about: 'upload:u' })
      await appendAudit(tx, { ...published, at: '2026-05-06T23:59:00.000Z' })
      expect(await numbers({ most: 2 }, tx)).toEqual([6, 5])
      expect(await numbers({ most: 2, before: 5 }, tx)).toEqual([4, 3])
      expect(await numbers({ most: 9, actor: 'token:t' }, tx)).toEqual([6])
      expect(await numbers({ most: 9, action: 'upload-published' }, tx)).toEqual([6])
      expect(await numbers({ most: 9, about: 'upload:u' }, tx)).toEqual([6])
      expect(await numbers({ most: 9, from: '2026-05-02', to: '2026-05-03' }, tx)).toEqual([3, 2])
      expect(await numbers({ most: 9, from: '2026-05-06', to: '2026-05-06' }, tx)).toEqual([6])
      expect(await countAudit(tx, { actor: 'account:sam', from: '2026-05-03' })).toBe(3)
      expect(await findActors(tx)).toEqual(['account:sam', 'token:t'])
    })
  })

  test('writers at once stand in one chain', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => recordEvent(db, event({ why: `${i}` }))))
    expect(await countAudit(db, {})).toBe(25)
    expect(await found()).toEqual([])
  })
})
