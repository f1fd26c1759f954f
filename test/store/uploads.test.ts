import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../server/store/database.ts'
import { findMapping, saveMapping } from '../../server/store/mappings.ts'
import { countReleases, createRelease, publishRelease } from '../../server/store/releases.ts'
import {
  deleteDraft,
  findUpload,
  findUploadFile,
  findUploads,
  findUploadsOfFile,
  insertUpload,
  packFile,
  updateUpload,
} from '../../server/store/uploads.ts'
import { DATABASES } from '../support/databases.ts'

/** A draft with its file; gives the ids of both. */
async function draft(db: Database, bytes: Buffer, loadedAt: string) {
  const release = await createRelease(db, {
    kind: 'return',
    title: 'Quarterly return',
    publisher: 'The council',
    licence: '',
    source_date: null,
    file_name: 'return.csv',
    file_hash: bytes.toString('hex').slice(0, 64),
    loaded_at: loadedAt,
    loaded_by: 'Ann',
    reason: null,
  })
  const id = randomUUID()
  await insertUpload(
    db,
    {
      id,
      release_id: release,
      format: 'Quarterly return',
      file_size: bytes.length,
      sheet: null,
      period: null,
      rows: 1,
      figures: 1,
      findings: '[]',
      report: '{}',
      changes: '{}',
      compared_at: 0,
    },
    await packFile(bytes),
  )
  return { id, release }
}

describe.each(DATABASES)('uploads on %s', (_name, open) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db.destroy())

  test('a file comes back byte for byte, whatever bytes they are', async () => {
    const bytes = randomBytes(70_000)
    const { id } = await draft(db, bytes, '2026-01-01T00:00:00.000Z')
    expect((await findUploadFile(db, id))?.equals(bytes)).toBe(true)
    expect(await findUploadFile(db, randomUUID())).toBeUndefined()
  })

  test('an upload is found with its release, by its id and by its file, the newest first', async () => {
    const bytes = randomBytes(100)
    const old = await draft(db, bytes, '2026-02-01T00:00:00.000Z')
    const young = await draft(db, bytes, '2026-02-02T00:00:00.000Z')
    expect(await findUpload(db, old.id)).toMatchObject({
      id: old.id,
      release_id: old.release,
      state: 'draft',
      loaded_by: 'Ann',
    })
    const hash = bytes.toString('hex').slice(0, 64)
    expect((await findUploadsOfFile(db, hash)).map((each) => each.id)).toEqual([young.id, old.id])
    expect((await findUploads(db)).slice(0, 2).map((each) => each.id)).toEqual([young.id, old.id])
  })

  test('what became of it is noted', async () => {
    const { id, release } = await draft(db, randomBytes(10), '2026-03-01T00:00:00.000Z')
    await publishRelease(db, release, '2026-03-02T00:00:00.000Z', 'complete')
    await updateUpload(db, id, { published_by: 'Ben', warnings_reason: 'checked' })
    expect(await findUpload(db, id)).toMatchObject({
      state: 'published',
      published_at: '2026-03-02T00:00:00.000Z',
      reason: 'complete',
      published_by: 'Ben',
      warnings_reason: 'checked',
    })
  })

  test('a draft can be taken out whole; what was published cannot', async () => {
    const before = await countReleases(db)
    const gone = await draft(db, randomBytes(10), '2026-04-01T00:00:00.000Z')
    expect(await deleteDraft(db, gone.id)).toBe(true)
    expect(await findUpload(db, gone.id)).toBeUndefined()
    expect(await findUploadFile(db, gone.id)).toBeUndefined()
    expect(await countReleases(db)).toBe(before)

    const kept = await draft(db, randomBytes(10), '2026-04-02T00:00:00.000Z')
    await publishRelease(db, kept.release, '2026-04-03T00:00:00.000Z')
    expect(await deleteDraft(db, kept.id)).toBe(false)
    expect(await findUpload(db, kept.id)).toBeDefined()
  })

  test('a mapping is remembered, and the later one counts', async () => {
    const entry = { signature: 'abc', mapping: '{"a":1}', made_at: '2026-01-01', made_by: 'Ann' }
    expect(await findMapping(db, 'abc')).toBeUndefined()
    await saveMapping(db, entry)
    await saveMapping(db, { ...entry, mapping: '{"a":2}' })
    expect(await findMapping(db, 'abc')).toBe('{"a":2}')
  })

  test('what is said anew of a mapping is told with what was said before; the same again is not', async () => {
    const entry = { signature: 'told', mapping: '{"a":1,"b":2}', made_at: '2026-01-01', made_by: 'Ann' }
    const told: unknown[] = []
    const note = async (_tx: unknown, change: unknown) => void told.push(change)
    await saveMapping(db, entry, note)
    await saveMapping(db, { ...entry, mapping: '{"b":2,"a":1}', made_by: 'Ben' }, note)
    await saveMapping(db, { ...entry, mapping: '{"a":3}' }, note)
    expect(told).toEqual([
      { signature: 'told', before: null, after: '{"a":1,"b":2}' },
      { signature: 'told', before: '{"a":1,"b":2}', after: '{"a":3}' },
    ])
  })

  test('a mapping that could not be put on record is not remembered', async () => {
    const entry = { signature: 'lost', mapping: '{}', made_at: '2026-01-01', made_by: 'Ann' }
    await expect(saveMapping(db, entry, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect(await findMapping(db, 'lost')).toBeUndefined()
  })
})
