import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type AuditAnswer, auditAnswer, auditChainAnswer } from '../../server/contract/audit.ts'
import type { AuditEvent } from '../../server/domain/audit.ts'
import { loadReference } from '../../server/reference.ts'
import { appendAudit, countAudit, recordEvent } from '../../server/store/audit.ts'
import { findEntryVersions } from '../../server/store/entries.ts'
import { type RecordJob, record } from '../../server/uploads/jobs.ts'
import { ask } from '../support/uploads.ts'
import { BLACKPOOL, makeWorld, type World } from '../support/world.ts'

let world: World
let admin: string
beforeAll(async () => {
  world = await makeWorld()
  await world.as('Ada Admin')
  const { id } = await world.db
    .selectFrom('user')
    .select('id')
    .where('name', '=', 'Ada Admin')
    .executeTakeFirstOrThrow()
  admin = `account:${id}`
})
afterAll(() => world.db.destroy())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const asAda = (path: string) => ask(world, path, {}, 'Ada Admin')
const audit = async (query = '') => auditAnswer.parse(await (await asAda(`/api/audit?${query}`)).json())
const chain = async () => auditChainAnswer.parse(await (await asAda('/api/audit/chain')).json())
const newest = ({ rows }: AuditAnswer) => rows[0]

const event = (rest: Partial<AuditEvent>): AuditEvent => ({
  at: '2026-05-01T12:00:00.000Z',
  actor: admin,
  action: 'sign-in',
  about: admin,
  before: null,
  after: null,
  why: null,
  ...rest,
})
const put = (rest: Partial<AuditEvent>) => recordEvent(world.db, event(rest))

/** Makes the next version of an entry that the demonstration brings, with some of its terms changed. */
async function change(
  register: RecordJob['register'],
  id: string,
  terms: Record<string, unknown>,
  rest: Partial<RecordJob> = {},
) {
  const versions = (await findEntryVersions(world.db)).get(register)?.filter((each) => each.id === id) ?? []
  const body = JSON.parse(versions.at(-1)?.body ?? '{}')
  const workshop = { db: world.db, reference: loadReference(), home: BLACKPOOL, twoPersons: false }
  await record(workshop, {
    register,
    id,
    body: JSON.stringify({ ...body, ...terms }),
    retired: false,
    reason: 'Agreed by the board',
    madeBy: 'Ada Admin',
    madeAt: '2026-11-20T09:30:00.000Z',
    actor: admin,
    after: versions.length,
    ...rest,
  })
}

test.each(['/api/audit', '/api/audit.csv', '/api/audit/chain'])(
  '%s asks whoever is not signed in to do so, and refuses whoever may not read it',
  async (path) => {
    await world.as('Vera Viewer', { role: 'viewer' })
    expect((await world.app.request(path)).status).toBe(401)
    const refused = await ask(world, path, {}, 'Vera Viewer')
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('does not allow reading the record of changes')
  },
)

test('the loading of the demonstration is the first record', async () => {
  const [first] = (await audit()).rows.slice(-1)
  expect(first).toMatchObject({
    number: 1,
    who: { key: 'start', name: 'The start of the program' },
    words: 'loaded the demonstration',
    about: null,
    changed: [
      { field: 'Publications and papers', before: null, after: expect.stringMatching(/^\d+$/) },
      { field: 'Entries of registers', before: null, after: expect.stringMatching(/^\d+$/) },
    ],
  })
})

test('a change of a target says who, what and why, under the words of its form', async () => {
  await change('target', 'mtfs-care', { owner: 'The board' })
  expect(newest(await audit('action=entry-changed'))).toMatchObject({
    at: '2026-11-20T09:30:00.000Z',
    who: { key: admin, name: 'Ada Admin' },
    words: 'changed an entry',
    about: {
      id: 'entry:target/mtfs-care',
      words: expect.stringMatching(/^a target: /),
      href: '/targets/mtfs-care',
    },
    changed: [{ field: 'Who answers for it', before: expect.any(String), after: 'The board' }],
    why: 'Agreed by the board',
  })
})

test('a change of a register entry is told in words, and only what is not as it was', async () => {
  const [action] = (await findEntryVersions(world.db)).get('action') ?? []
  await change('action', action?.id ?? '', { owner: 'Head of service' })
  expect(newest(await audit('action=entry-changed'))).toMatchObject({
    about: { words: expect.stringMatching(/^an action: /), href: `/registers/action/${action?.id}` },
    changed: [{ field: 'Who does it', before: expect.any(String), after: 'Head of service' }],
  })
})

test('taking an entry out is told as that', async () => {
  await change('target', 'mtfs-care', {}, { retired: true })
  expect(newest(await audit('action=entry-retired'))?.changed).toEqual([
    { field: 'Taken out', before: 'no', after: 'yes' },
  ])
})

test('a file that is not kept any more is called by its name, and leads nowhere', async () => {
  const facts = { file: 'return.csv', hash: 'f', release: 9, new: 2, revised: 0 }
  await put({ action: 'upload-discarded', about: 'upload:u', before: { state: 'draft', ...facts } })
  expect(newest(await audit('action=upload-discarded'))).toMatchObject({
    about: { id: 'upload:u', words: 'return.csv', href: null },
    changed: expect.arrayContaining([{ field: 'New figures', before: '2', after: null }]),
  })
})

test.each([
  ['account:none', 'An account that is not there any more'],
  ['token:none', 'A key of a program that is not there any more'],
  ['nobody', 'Somebody who was not signed in'],
  ['command-line', 'The command line'],
  ['directory', 'The council’s directory'],
])('what was done by %s is told of: %s', async (actor, name) => {
  await put({ actor, action: 'sign-out' })
  expect(newest(await audit('action=sign-out'))?.who).toEqual({ key: actor, name })
})

test('a name is as it is now, since the record holds none', async () => {
  await put({ action: 'sessions-ended' })
  const rename = (name: string) =>
    world.db.updateTable('user').set({ name }).where('id', '=', admin.slice('account:'.length)).execute()
  await rename('Former member of staff')
  expect(newest(await audit('action=sessions-ended'))).toMatchObject({
    who: { name: 'Former member of staff' },
    about: { words: 'Former member of staff', href: `/people/${admin.slice('account:'.length)}` },
  })
  await rename('Ada Admin')
  const kept = await world.db.selectFrom('audit').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain('Ada Admin')
})

test('what is about a person leads to their page, and nowhere once the account is erased', async () => {
  await world.as('Gone Soon', { role: 'viewer' })
  const { id } = await world.db
    .selectFrom('user')
    .select('id')
    .where('name', '=', 'Gone Soon')
    .executeTakeFirstOrThrow()
  await put({ action: 'person-changed', about: `account:${id}` })
  const about = async () => newest(await audit(`about=account:${id}&action=person-changed`))?.about
  expect(await about()).toEqual({ id: `account:${id}`, words: 'Gone Soon', href: `/people/${id}` })
  const erased = { name: 'Former member of staff', email: `${id}@erased.invalid` }
  await world.db.updateTable('user').set(erased).where('id', '=', id).execute()
  expect(await about()).toMatchObject({ words: 'Former member of staff', href: null })
})

test('what is said of the headings of a sheet is told in words, and only what is not as it was', async () => {
  const before = {
    ...{ area: BLACKPOOL, areaColumn: null, measureColumn: 'Measure', partColumn: 'Type', areas: {} },
    columns: { Actual: { use: 'dated', part: 'value' }, Remarks: { use: 'ignore' } },
    measures: { 'In care': null },
    parts: { 'No.': 'value' },
    status: 'final',
  }
  const after = {
    ...before,
    columns: { ...before.columns, Remarks: { use: 'note' } },
    measures: { 'In care': { indicator: 'cla-rate', dimension: '', part: 'numerator' } },
    parts: { 'No.': 'numerator' },
  }
  await put({ action: 'mapping-said', about: 'mapping:abc', before, after })
  expect(newest(await audit('action=mapping-said'))).toMatchObject({
    words: 'said what the headings of a sheet mean',
    about: { words: 'the headings of a sheet', href: null },
    changed: [
      { field: 'Column “Remarks”', before: 'left out', after: 'a note' },
      {
        field: 'Measure “In care”',
        before: 'left out',
        after: 'Children in care: counted (numerator)',
      },
      { field: 'Part “No.”', before: 'the figure itself', after: 'counted (numerator)' },
    ],
  })
})

test.each([
  ['person-reopened', 'reopened an account'],
  ['person-added', 'added an account'],
  ['password-link-made', 'made a link for another password'],
  ['password-chosen', 'chose a password by a link'],
  ['invitation-withdrawn', 'withdrew an invitation'],
  ['second-factor-reset', 'reset the second step of a person’s sign-in'],
] as const)('%s has words and a choice of its own', async (action, words) => {
  await put({ action })
  const answer = await audit(`action=${action}`)
  expect(newest(answer)).toMatchObject({ action, words })
  expect(answer.actions).toContainEqual({ action, words })
})

test('records are chosen by who, what about and when, and counted in words', async () => {
  await put({
    actor: 'command-line',
    action: 'upload-published',
    about: 'upload:x',
    at: '2026-03-02T10:00:00.000Z',
  })
  const found = await audit(
    'who=command-line&action=upload-published&about=upload:x&from=2026-03-02&to=2026-03-02',
  )
  expect(found).toMatchObject({ total: 1, older: null, about: 'a file' })
  expect(found.words).toBe(
    '1 record of who published a file, of what was done by The command line, about a file, since 2 March 2026, until 2 March 2026.',
  )
  const none = await audit('from=2020-01-01&to=2020-01-02')
  expect(none).toMatchObject({ total: 0, rows: [] })
  expect(none.words).toBe('No record since 1 January 2020, until 2 January 2020.')
  expect(found.people).toContainEqual({ key: admin, name: 'Ada Admin' })
})

test.each([
  ['action=shouted', 'action'],
  ['from=yesterday', 'from: is not a day: use 2026-03-31'],
  ['before=0', 'before'],
])('%s is refused, and says why', async (query, words) => {
  const refused = await asAda(`/api/audit?${query}`)
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain(words)
})

test('many records come in pages, one after another without a gap', async () => {
  await world.db.transaction().execute(async (tx) => {
    for (let i = 0; i < 100; i++) await appendAudit(tx, event({ action: 'second-factor-on' }))
  })
  const first = await audit('action=second-factor-on')
  const second = await audit(`action=second-factor-on&before=${first.older}`)
  expect([first, second].map(({ total }) => total)).toEqual([100, 100])
  expect(second.older).toBeNull()
  const numbers = [first, second].flatMap(({ rows }) => rows.map(({ number }) => number))
  const [highest = 0] = numbers
  expect(numbers).toEqual(Array.from({ length: 100 }, (_, i) => highest - i))
})

test('reading it is on record once an hour, and each file that is taken of it', async () => {
  const count = () => countAudit(world.db, { action: 'audit-read', actor: admin })
  await audit()
  const before = await count()
  await audit('action=sign-in')
  expect(await count()).toBe(before)
  const file = await asAda('/api/audit.csv?action=audit-read')
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [heading, newest] = (await file.text()).split('\r\n')
  expect(heading).toBe(
    'number,at,who_key,who,action,action_in_words,about_id,about,changed,before,after,why,hash',
  )
  expect(newest).toContain(`${admin},Ada Admin,audit-read,read the record of changes,,,`)
  expect(newest).toContain('Taken as a file: nothing → yes')
  expect(await count()).toBe(before + 1)
})

test('nobody keeps a copy of it on the way', async () => {
  expect((await asAda('/api/audit')).headers.get('cache-control')).toBe('no-store')
})

test('the chain is whole until somebody alters a record past the program', async () => {
  const whole = await chain()
  expect(whole).toMatchObject({ whole: true, checkedOn: '2026-11-21', breaks: [] })
  expect(whole.words).toMatch(
    /^The record is whole\. All \d+ records follow on from the start as they were written, checked on 21 November 2026\.$/,
  )
  await sql`drop trigger audit_update`.execute(world.db)
  await sql`update audit set why = 'other' where number = 2`.execute(world.db)
  const broken = await chain()
  expect(broken).toMatchObject({
    whole: false,
    breaks: [{ number: 2, words: 'Record 2 is not as it was written.' }],
  })
  expect(broken.words).toContain('Somebody changed the database past this program')
})
