import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { UploadAnswer } from '../../server/contract/uploads.ts'
import { openDatabase } from '../../server/store/database.ts'
import { findFigures } from '../../server/store/figures.ts'
import { findUpload } from '../../server/store/uploads.ts'
import { startProcess } from '../support/server.ts'
import { formOf, HEADING } from '../support/uploads.ts'
import { SANDWELL } from '../support/world.ts'

/** How many moments a publish is killed at, and how far apart they lie. */
const MOMENTS = 50
const STEP_MS = 0.6
const INDICATORS = ['cla-rate', 'cpp-rate', 'cin-rate', 'referrals-rate', 's47-rate']

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let running: Awaited<ReturnType<typeof startProcess>> | undefined
afterEach(() => running?.kill('SIGKILL'))

const returnOf = (count: number) =>
  [
    HEADING,
    ...INDICATORS.map(
      (indicator) => `2025-26Q1,${indicator},${SANDWELL},,${count},100000,${count / 10},illustrative,`,
    ),
  ].join('\n')

/** What can be read afterwards: the count of every indicator, and whether the upload says that it is published. */
async function stateAfter(url: string, upload: string) {
  const db = await openDatabase(url)
  const counts = await Promise.all(
    INDICATORS.map((indicator) => findFigures(db, { indicator, dimension: '', areas: [SANDWELL] })),
  )
  const found = await findUpload(db, upload)
  await db.destroy()
  return {
    counts: counts.map((figures) => figures[0]?.numerator ?? null),
    published: found?.state === 'published',
    signed: found?.published_by !== null,
  }
}

test(`killed at any of ${MOMENTS} moments of a publish, either all of it is there or nothing`, {
  timeout: 240_000,
}, async () => {
  const url = `sqlite:${join(folder, 'killed.db')}`
  const outcomes: boolean[] = []
  let before: number | null = null
  for (let moment = 0; moment < MOMENTS; moment++) {
    const server = await startProcess({ DATABASE_URL: url, DEMO: '0' })
    running = server
    const cookie = await server.signIn()
    const count = 500 + moment
    const response = await fetch(`${server.address}/api/uploads`, {
      method: 'POST',
      headers: { cookie },
      body: formOf(returnOf(count)),
    })
    expect(response.status).toBe(201)
    const { id } = (await response.json()) as UploadAnswer
    const publishing = fetch(`${server.address}/api/uploads/${id}/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ reason: `moment ${moment}` }),
    }).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, moment * STEP_MS))
    await server.kill('SIGKILL')
    const acknowledged = (await publishing)?.status === 200

    const { counts, published, signed } = await stateAfter(url, id)
    const whole: number | null = published ? count : before
    expect({ moment, counts }).toEqual({ moment, counts: INDICATORS.map(() => whole) })
    expect({ moment, signed }).toEqual({ moment, signed: published })
    expect(published || !acknowledged).toBe(true)
    before = whole
    outcomes.push(published)
  }
  // The moments reach from before the publish to after it.
  expect(new Set(outcomes)).toEqual(new Set([false, true]))
})
