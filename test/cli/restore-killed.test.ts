import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemonstration } from '../../server/demonstration.ts'
import { loadReference } from '../../server/reference.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { migrate } from '../../server/store/database.ts'
import { countFigures } from '../../server/store/figures.ts'
import { backUp, inDatabase, restore } from '../support/backups.ts'

/** How many moments of a restore are tried, and how far apart they lie. */
const MOMENTS = 8
const STEP_MS = 30

let folder: string
let database: string
let url: string
let path: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-killed-'))
  const full = `sqlite:${join(folder, 'full.db')}`
  await inDatabase(full, async (db) => {
    await migrate(db)
    await loadDemonstration(db, loadReference(), '2026-11-21T08:00:00.000Z')
  })
  path = join(folder, 'full.backup')
  await backUp(full, path)
  database = join(folder, 'own.db')
  url = `sqlite:${database}`
  await restore(url, path)
  await inDatabase(url, (db) => db.insertInto('mapping').values(MINE).execute())
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

/** What tells the database from the backup. */
const MINE = { signature: 'mine', mapping: '{}', made_at: '2026-11-21', made_by: 'Ann' }

/** Whether a restore has kept what it replaces and begun to replace it. */
const hasBegun = (keptBefore: number) => keptNow() > keptBefore && existsSync(`${database}-journal`)
const keptNow = () => readdirSync(folder).filter((name) => /^before-restore-.*\.backup$/.test(name)).length

/** Restores in a process of its own, and kills that so long after it began. */
async function killAfter(ms: number): Promise<void> {
  const keptBefore = keptNow()
  const child = spawn(process.execPath, ['server/cli/main.ts', 'restore', path, '--replace'], {
    env: { ...process.env, BASE_URL: '', DATABASE_URL: url },
    stdio: 'ignore',
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  while (!hasBegun(keptBefore) && child.exitCode === null) await setTimeout(1)
  await setTimeout(ms)
  child.kill('SIGKILL')
  await gone
}

const look = () =>
  inDatabase(url, async (db) => ({
    mine: (await db.selectFrom('mapping').select('signature').execute()).length,
    figures: await countFigures(db),
    integrity: (await sql`pragma integrity_check`.execute(db)).rows,
    breaks: (await verifyAudit(db)).breaks,
    triggers: (await sql`select name from sqlite_master where type = 'trigger'`.execute(db)).rows.length,
  }))

/** Whether there is what SQLite goes back by; when a transaction is done, the head of that file is emptied. */
function hasWayBack(): boolean {
  const journal = `${database}-journal`
  return existsSync(journal) && readFileSync(journal).subarray(0, 4).toString('hex') === 'd9d505f9'
}

type State = Awaited<ReturnType<typeof look>>

/** Kills one restore after another, each later; says whether each was cut short, and what was there before and after. */
async function killAll() {
  const found: { cut: boolean; before: State; after: State }[] = []
  let before = await look()
  for (let moment = 0; moment < MOMENTS; moment++) {
    await killAfter(moment * STEP_MS)
    const cut = hasWayBack()
    const after = await look()
    found.push({ cut, before, after })
    before = after
  }
  return found
}

test(`killed at any of ${MOMENTS} moments of a restore, the database holds what it held`, {
  timeout: 120_000,
}, async () => {
  const found = await killAll()
  expect(found[0]?.before).toMatchObject({
    mine: 1,
    breaks: [],
    integrity: [{ integrity_check: 'ok' }],
    triggers: 7,
  })
  const cut = found.filter((each) => each.cut)
  expect(cut.length).toBeGreaterThan(1)
  expect(cut.map(({ after }) => after)).toEqual(cut.map(({ before }) => before))
})
