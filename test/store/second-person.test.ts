import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadReference } from '../../server/reference.ts'
import { findUpload } from '../../server/store/uploads.ts'
import { checkFile, publish, type Workshop } from '../../server/uploads/jobs.ts'
import { makeSqlite } from '../support/databases.ts'
import { HEADING } from '../support/uploads.ts'
import { BLACKPOOL, SANDWELL } from '../support/world.ts'

/** Where a second person has to publish, it is the account that has to be another, whatever people are called. */
let workshop: Workshop
const NOW = '2026-05-01T12:00:00.000Z'
beforeAll(async () => {
  const db = await makeSqlite()
  workshop = { db, reference: loadReference(), home: BLACKPOOL, twoPersons: true }
  const person = {
    ...{ name: 'Ann Archer', emailVerified: 1, createdAt: NOW, updatedAt: NOW, twoFactorEnabled: null },
    ...{ role: 'analyst' as const, rights: '', themes: null, closedAt: null },
  }
  await db
    .insertInto('user')
    .values([
      { ...person, id: 'ann-a', email: 'ann.a@council.example' },
      { ...person, id: 'ann-b', email: 'ann.b@council.example' },
    ])
    .execute()
  await db
    .insertInto('api_token')
    .values({
      ...{ id: 'night', hash: 'h', name: 'Nightly', user_id: 'ann-a', permissions: 'upload' },
      ...{ edition: 'public', made_at: NOW, expires_at: NOW, used_on: null, revoked_at: null },
    })
    .execute()
})
afterAll(() => workshop.db.destroy())

let value = 100
async function uploadedBy(by: string): Promise<string> {
  value += 0.1
  const row = `2025-26Q1,cla-rate,${SANDWELL},,900,88593,${value.toFixed(1)},illustrative,`
  const bytes = Uint8Array.from(Buffer.from([HEADING, row].join('\n')))
  const job = { bytes, fileName: 'return.csv', by, actor: by, now: NOW }
  const { upload } = await checkFile(workshop, job, () => undefined)
  return upload ?? ''
}
const publishedBy = (id: string, by: string) =>
  publish(workshop, { id, reason: 'Complete', warningsReason: 'Looked at', by, actor: by, now: NOW })
const UPLOADED = 'Ann Archer) uploaded this file, so somebody else has to publish it'

test.each([
  ['account:ann-a', 'Ann Archer uploaded this file, so somebody else has to publish it'],
  ['token:night', `Nightly (${UPLOADED}`],
  ['Ann Archer', 'Ann Archer uploaded this file, so somebody else has to publish it'],
])('what %s uploaded is not published by Ann herself', async (by, words) => {
  const id = await uploadedBy(by)
  await expect(publishedBy(id, 'account:ann-a')).rejects.toThrow(words)
  expect((await findUpload(workshop.db, id))?.state).toBe('draft')
})

test.each(['account:ann-a', 'token:night'])('what %s uploaded is published by her namesake', async (by) => {
  const id = await uploadedBy(by)
  await publishedBy(id, 'account:ann-b')
  expect(await findUpload(workshop.db, id)).toMatchObject({ state: 'published', published_by: 'Ann Archer' })
})

test('of an upload of which only a name is kept, nobody of that name publishes it', async () => {
  await expect(publishedBy(await uploadedBy('Ann Archer'), 'account:ann-b')).rejects.toThrow(
    'somebody else has to publish it',
  )
})
