import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCommand } from '../../server/cli/check.ts'
import { importFile } from '../../server/imports/run.ts'
import { loadReference } from '../../server/reference.ts'
import { appendAudit } from '../../server/store/audit.ts'
import { type Database, migrate, openDatabase } from '../../server/store/database.ts'
import { HEADING } from '../support/uploads.ts'

const reference = loadReference()
const run = promisify(execFile)
let folder: string
let url: string
let db: Database

/** Three of thirty-one plans are the only small number; the other figure is of the same children. */
const RETURN = [
  HEADING,
  '2025-26Q2,cpp-2yr-pct,E08000028,,3,31,9.7,illustrative,',
  '2025-26Q2,cla-rate,E08000028,,900,88593,101.6,illustrative,',
].join('\n')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-check-'))
  url = `sqlite:${join(folder, 'test.db')}`
  db = await openDatabase(url)
  await migrate(db)
  await importFile(db, reference, {
    bytes: Buffer.from(RETURN),
    fileName: 'return.csv',
    by: 'A. Nalyst',
    reason: 'as meant',
    mode: 'publish',
    now: '2026-11-21T08:00:00.000Z',
  })
})
afterAll(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

async function check() {
  const output: string[] = []
  const code = await checkCommand([], { db, reference, now: new Date(), write: (text) => output.push(text) })
  return { code, output: output.join('') }
}

/** Does something by hand, looks, and puts it back. */
async function checkAfter(damage: (tx: Database) => Promise<unknown>) {
  const output: string[] = []
  let code = -1
  const back = new Error('put back')
  await db
    .transaction()
    .execute(async (tx) => {
      await damage(tx)
      code = await checkCommand([], {
        db: tx,
        reference,
        now: new Date(),
        write: (text) => output.push(text),
      })
      throw back
    })
    .catch((error) => expect(error).toBe(back))
  return { code, output: output.join('') }
}

test('a sound database is in order, and the command says so', async () => {
  const { stdout } = await run(process.execPath, ['server/cli/main.ts', 'check'], {
    env: { ...process.env, BASE_URL: '', DATABASE_URL: url },
  })
  expect(stdout).toMatch(
    /^The file of the database: in order.*\nThe figures: in order, 2 are held.*\nThe record of who did what: in order, 0 entries.*\nThe public edition: in order, 1 figure is withheld.*\nEverything is in order.\n$/,
  )
})

test.each<[string, (tx: Database) => Promise<unknown>, RegExp]>([
  [
    'a figure of no series',
    (tx) => tx.deleteFrom('series').where('indicator_id', '=', 'cla-rate').execute(),
    /The figures: NOT in order.\n {2}1 figure has no series\./,
  ],
  [
    'a small number that the public is shown',
    (tx) => tx.updateTable('figure').set({ withheld: '' }).execute(),
    /The public edition: NOT in order.\n {2}Sandwell: .*cpp-2yr-pct.* can be known to be 3: It is shown\./,
  ],
  [
    'a figure that nobody has judged',
    (tx) => tx.updateTable('figure').set({ withheld: null }).execute(),
    /2 figures were never judged, and stay withheld until the next file is published\./,
  ],
  [
    'a record that was changed',
    async (tx) => {
      await appendAudit(tx, {
        at: '2026-11-21T08:00:00.000Z',
        actor: 'command-line',
        action: 'upload-published',
        about: 'upload:1',
        before: null,
        after: null,
        why: null,
      })
      await sql`drop trigger audit_update`.execute(tx)
      await tx.updateTable('audit').set({ actor: 'somebody-else' }).execute()
    },
    /The record of who did what: NOT in order.\n {2}Record 1/,
  ],
  [
    'an upload of no release',
    async (tx) => {
      await sql`pragma defer_foreign_keys = on`.execute(tx)
      await tx.updateTable('upload').set({ release_id: 99 }).execute()
    },
    /names a row of "release" that is not there/,
  ],
])('%s is told', async (_what, damage, words) => {
  const { code, output } = await checkAfter(damage)
  expect(output).toMatch(words)
  expect(code).toBe(1)
  expect((await check()).code).toBe(0)
})

test('a database that cannot be read is told, not thrown', async () => {
  const closed = await openDatabase('sqlite::memory:')
  const output: string[] = []
  const code = await checkCommand([], {
    db: closed,
    reference,
    now: new Date(),
    write: (text) => output.push(text),
  })
  expect(code).toBe(1)
  expect(output.join('')).toMatch(/The database: NOT in order.\n {2}It can’t be read: no such table/)
  await closed.destroy()
})
