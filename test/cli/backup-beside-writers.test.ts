import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withFile } from '../../server/backup/file.ts'
import type { UploadAnswer } from '../../server/contract/uploads.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { cli } from '../support/cli.ts'
import { startProcess } from '../support/server.ts'
import { formOf, HEADING } from '../support/uploads.ts'
import { SANDWELL } from '../support/world.ts'

const INDICATORS = ['cla-rate', 'cpp-rate', 'cin-rate', 'referrals-rate', 's47-rate']
const BACKUPS = 5

let folder: string
let server: Awaited<ReturnType<typeof startProcess>>
let env: Record<string, string>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-beside-'))
  env = { DATABASE_URL: `sqlite:${join(folder, 'dashboard.db')}`, DEMO: '0' }
  server = await startProcess(env)
})
afterAll(async () => {
  await server?.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const returnOf = (count: number) =>
  [
    HEADING,
    ...INDICATORS.map(
      (indicator) => `2025-26Q1,${indicator},${SANDWELL},,${count},100000,${count / 10},illustrative,`,
    ),
  ].join('\n')

const EVENT = {
  area: SANDWELL,
  on: '2023-01-01',
  until: null,
  precision: 'quarter',
  kind: 'definition',
  label: 'A count is made in another way',
  judgements: [],
  body: null,
  publishedOn: null,
  abnormal: false,
  indicators: ['cin-rate'],
  doubt: null,
  source: 'A paper',
}

/** Publishes returns, as often as one may upload, and adds events without a pause, until it is stopped. */
function keepWriting(cookie: string) {
  const send = (path: string, body: unknown) =>
    fetch(server.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const upload = (count: number) =>
    fetch(`${server.address}/api/uploads`, {
      method: 'POST',
      headers: { cookie },
      body: formOf(returnOf(count)),
    })
  let going = true
  const written = (async () => {
    let count = 0
    for (; going; count++) {
      const uploaded = await upload(500 + count)
      if (uploaded.status === 201) {
        const { id } = (await uploaded.json()) as UploadAnswer
        const published = await send(`/api/uploads/${id}/publish`, { reason: `count ${count}` })
        expect(published.status).toBe(200)
      }
      const added = await send('/api/registers/event', { terms: EVENT, reason: `count ${count}` })
      expect(added.status).toBe(201)
    }
    return count
  })()
  return {
    stop() {
      going = false
      return written
    },
  }
}

type Counts = Record<
  | 'releases'
  | 'uploads'
  | 'files'
  | 'partial'
  | 'strays'
  | 'published'
  | 'toldPublished'
  | 'entries'
  | 'toldAdded',
  number
>

/** What belongs together in a backup: whatever one transaction wrote is in it whole or not at all. */
const lookInto = (path: string) =>
  withFile(path, 'read', async (file) => {
    const { rows } = await sql<Counts>`
      select
        (select count(*) from release) as releases,
        (select count(*) from upload) as uploads,
        (select count(*) from upload_file) as files,
        (select count(*) from release
          where (select count(*) from figure where release_id = release.id) <> ${INDICATORS.length}) as partial,
        (select count(*) from figure where release_id not in (select id from release)) as strays,
        (select count(*) from release where state = 'published') as published,
        (select count(*) from audit where action = 'upload-published') as "toldPublished",
        (select count(*) from entry) as entries,
        (select count(*) from audit where action = 'entry-added') as "toldAdded"
    `.execute(file)
    const [counts] = rows as [Counts]
    return { counts, breaks: (await verifyAudit(file)).breaks }
  })

/** One backup after another, each with what is in it. */
async function makeBackups() {
  const found: Awaited<ReturnType<typeof lookInto>>[] = []
  for (let number = 0; number < BACKUPS; number++) {
    const path = join(folder, `${number}.backup`)
    const { code, output } = await cli(env, 'backup', path)
    if (code !== 0) throw new Error(output)
    found.push(await lookInto(path))
  }
  return found
}

test('backups that are made while the dashboard publishes hold each release whole or not at all', {
  timeout: 120_000,
}, async () => {
  const writer = keepWriting(await server.signIn())
  const found = await makeBackups()
  expect(await writer.stop()).toBeGreaterThan(BACKUPS)
  // Each has more in it than the one before, so that somebody wrote while it was made or between the two.
  const entries = found.map(({ counts }) => counts.entries)
  expect(entries).toEqual([...new Set(entries)].sort((a, b) => a - b))
  expect(found).toEqual(
    found.map(({ counts }) => ({
      counts: {
        ...counts,
        uploads: counts.releases,
        files: counts.releases,
        partial: 0,
        strays: 0,
        toldPublished: counts.published,
        toldAdded: counts.entries,
      },
      breaks: [],
    })),
  )
})

test('nothing is restored under a dashboard that runs', async () => {
  const path = join(folder, 'last.backup')
  await cli(env, 'backup', path)
  expect(await cli(env, 'restore', path, '--replace')).toEqual({
    code: 1,
    output: 'Somebody else is at work in the database. Stop the dashboard, then repeat this.\n',
  })
  expect((await fetch(`${server.address}/api/health`)).status).toBe(200)
})
