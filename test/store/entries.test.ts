import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadReference, type Reference } from '../../server/reference.ts'
import type { Database } from '../../server/store/database.ts'
import {
  countEntries,
  countVersions,
  type EntryVersion,
  findEntryVersions,
  insertVersion,
} from '../../server/store/entries.ts'
import { readRevision } from '../../server/store/revision.ts'
import { record } from '../../server/uploads/jobs.ts'
import { DATABASES } from '../support/databases.ts'

const version = (id: string, number: number, rest: Partial<EntryVersion> = {}): EntryVersion => ({
  register: 'target',
  id,
  version: number,
  body: '{"value":443}',
  retired: false,
  reason: 'Agreed',
  madeBy: 'Sam',
  madeAt: '2026-05-01T12:00:00.000Z',
  ...rest,
})

describe.each(DATABASES)('on %s', (_name, open) => {
  let db: Database
  let reference: Reference
  beforeAll(async () => {
    db = await open()
    reference = loadReference()
  })
  afterAll(() => db.destroy())

  const versionsOf = async (id: string, register: EntryVersion['register'] = 'target') =>
    (await findEntryVersions(db)).get(register)?.filter((each) => each.id === id)
  const change = (id: string, after: number, reason: string) => {
    const { version: _, ...entry } = version(id, 0, { reason })
    return record(
      { db, reference, home: 'E06000009', twoPersons: false },
      { ...entry, after, actor: 'account:sam' },
    )
  }

  test('versions come back as they were made, by register and in their order', async () => {
    const second = version('a', 2, { retired: true, reason: 'Done' })
    await insertVersion(db, version('a', 1))
    await insertVersion(db, second)
    await insertVersion(db, version('a', 1, { register: 'saving' }))
    expect(await versionsOf('a')).toEqual([version('a', 1), second])
    expect(await versionsOf('a', 'saving')).toEqual([version('a', 1, { register: 'saving' })])
    expect(await countEntries(db)).toBe(3)
  })

  test('the newest version is known by its number, of an entry that there is not by 0', async () => {
    await insertVersion(db, version('b', 1))
    await insertVersion(db, version('b', 2))
    expect(await countVersions(db, 'target', 'b')).toBe(2)
    expect(await countVersions(db, 'saving', 'b')).toBe(0)
  })

  test('a version that is there already is not written over', async () => {
    await insertVersion(db, version('c', 1))
    await expect(insertVersion(db, version('c', 1, { reason: 'Other' }))).rejects.toThrow()
    expect(await versionsOf('c')).toEqual([version('c', 1)])
  })

  test('what is read is kept until there is a new version', async () => {
    await insertVersion(db, version('d', 1))
    const [revision, kept] = [await readRevision(db), await findEntryVersions(db)]
    expect(await findEntryVersions(db)).toBe(kept)
    await insertVersion(db, version('d', 2))
    expect(await readRevision(db)).toBeGreaterThan(revision)
    expect(await versionsOf('d')).toHaveLength(2)
  })

  test('a change from the newest version is recorded, one from an older version is refused', async () => {
    await change('e', 0, 'Set')
    await change('e', 1, 'Changed')
    await expect(change('e', 1, 'Changed by somebody else')).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Somebody else changed this meanwhile'),
    })
    expect((await versionsOf('e'))?.map(({ reason }) => reason)).toEqual(['Set', 'Changed'])
  })

  test('an entry is set once: a second one of its name is refused', async () => {
    await change('f', 0, 'Set')
    await expect(change('f', 0, 'Set again')).rejects.toMatchObject({ kind: 'conflict' })
  })
})
