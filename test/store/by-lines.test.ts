import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closePerson, erasePerson } from '../../server/auth/closing.ts'
import type { Acting } from '../../server/auth/on-record.ts'
import { nobody } from '../../server/auth/who.ts'
import type { Database } from '../../server/store/database.ts'
import { findEntryVersions, insertVersion } from '../../server/store/entries.ts'
import { up as keysForNames } from '../../server/store/migrations/0007-people.ts'
import { findOwner } from '../../server/store/names.ts'
import { createRelease, findReleaseEntries, publishRelease } from '../../server/store/releases.ts'
import { findUpload, findUploads, insertUpload, updateUpload } from '../../server/store/uploads.ts'
import { DATABASES } from '../support/databases.ts'

const AT = '2026-05-01T12:00:00.000Z'
const ACTING: Acting = { who: { ...nobody(true), key: 'account:boss' }, now: new Date(AT) }
const SOMEBODY = { emailVerified: 1, createdAt: AT, updatedAt: AT, twoFactorEnabled: null }
const ANALYST = { role: 'analyst', rights: '', themes: null, closedAt: null } as const

describe.each(DATABASES)('who did something, on %s', (name, open) => {
  let db: Database
  const isTrue = name === 'SQLite' ? 1 : true
  beforeAll(async () => {
    db = await open()
  }, 60_000)
  afterAll(() => db.destroy())
  beforeEach(async () => {
    for (const table of [
      'entry',
      'mapping',
      'upload_file',
      'upload',
      'release',
      'api_token',
      'user',
    ] as const)
      await db.deleteFrom(table).execute()
    await db
      .insertInto('user')
      .values(
        [
          ['ann-a', 'Ann Archer', 'ann.a@council.example'],
          ['ann-b', 'Ann Archer', 'ann.b@council.example'],
          ['pat', 'Pat Hill', 'pat@council.example'],
        ].map(([id = '', called = '', email = '']) => ({
          ...SOMEBODY,
          ...ANALYST,
          ...{ id, name: called, email, emailVerified: isTrue },
        })),
      )
      .execute()
    await db
      .insertInto('api_token')
      .values(
        [
          ['night-a', 'ann-a'],
          ['night-b', 'ann-b'],
          ['night-pat', 'pat'],
        ].map(([id = '', owner = '']) => ({
          ...{ id, hash: id, name: 'Nightly', user_id: owner, permissions: 'upload', edition: 'public' },
          ...{ made_at: AT, expires_at: AT, used_on: null, revoked_at: null },
        })) as never,
      )
      .execute()
  })

  /** An entry of each of them. */
  const write = async (...by: string[]) => {
    for (const [i, madeBy] of by.entries())
      await insertVersion(db, {
        ...{ register: 'event', id: String(i), version: 1, body: '{}', retired: false },
        ...{ reason: 'Agreed', madeBy, madeAt: AT },
      })
  }
  const written = async () =>
    (await findEntryVersions(db)).get('event')?.map((version) => version.madeBy) ?? []
  const kept = async () =>
    (await db.selectFrom('entry').select('made_by').orderBy('id').execute()).map((row) => row.made_by)
  const erase = async (id: string) => {
    await closePerson(db, ACTING, id, 'Agreed')
    await erasePerson(db, ACTING, id, 'Agreed')
  }
  const upload = async (by: string) => {
    const release = await createRelease(db, {
      ...{ kind: 'return', title: 'A return', publisher: 'Council', licence: 'OGL-3.0', source_date: null },
      ...{ file_name: 'a.csv', file_hash: 'f', loaded_at: AT, loaded_by: by, reason: null },
    })
    await insertUpload(
      db,
      {
        ...{ id: by, release_id: release, format: 'return', file_size: 1, sheet: null, period: null },
        ...{ rows: 0, figures: 0, findings: '[]', report: '{}', changes: '{}', compared_at: 0 },
      },
      Buffer.from(''),
    )
    await publishRelease(db, release, AT)
    await updateUpload(db, by, { published_by: by, withdrawn_by: by })
  }

  test('is told by the name of the account, or of the program and whose it is', async () => {
    await write('account:pat', 'token:night-pat', 'demonstration', 'Sam of the command line')
    expect(await written()).toEqual([
      'Pat Hill',
      'Nightly (Pat Hill)',
      'demonstration',
      'Sam of the command line',
    ])
    expect(await kept()).toEqual([
      'account:pat',
      'token:night-pat',
      'demonstration',
      'Sam of the command line',
    ])
  })

  test('is told so of a file too, with who published it and who took it back', async () => {
    await upload('token:night-pat')
    const told = {
      loaded_by: 'Nightly (Pat Hill)',
      published_by: 'Nightly (Pat Hill)',
      withdrawn_by: 'Nightly (Pat Hill)',
    }
    expect(await findUpload(db, 'token:night-pat')).toMatchObject({ ...told, loaded_key: 'token:night-pat' })
    expect(await findUploads(db)).toMatchObject([told])
    expect(await findReleaseEntries(db)).toMatchObject([told])
  })

  test('of two people of one name only the one whose account is erased has none any more', async () => {
    await write('account:ann-a', 'account:ann-b', 'token:night-a', 'token:night-b')
    await upload('account:ann-a')
    await upload('account:ann-b')
    await erase('ann-a')
    expect(await written()).toEqual([
      'Former member of staff',
      'Ann Archer',
      'Former member of staff',
      'Nightly (Ann Archer)',
    ])
    expect((await findUpload(db, 'account:ann-a'))?.loaded_by).toBe('Former member of staff')
    expect((await findUpload(db, 'account:ann-b'))?.loaded_by).toBe('Ann Archer')
  })

  test('where only a name is kept it stays for as long as somebody else has it', async () => {
    await write('Ann Archer', 'Nightly (Ann Archer)', 'Ann Archers')
    await erase('ann-a')
    expect(await kept()).toEqual(['Ann Archer', 'Nightly (Ann Archer)', 'Ann Archers'])
    await erase('ann-b')
    expect(await kept()).toEqual(['Former member of staff', 'Former member of staff', 'Ann Archers'])
  })

  test('names that were kept before become keys, but for those that are several people’s or nobody’s', async () => {
    await write(
      'Pat Hill',
      'Nightly (Pat Hill)',
      'Ann Archer',
      'Nightly (Ann Archer)',
      'demonstration',
      'Sam',
    )
    await upload('Pat Hill')
    await db
      .insertInto('mapping')
      .values({ signature: 'a', mapping: '{}', made_at: AT, made_by: 'Pat Hill' })
      .execute()
    await keysForNames(db as never)
    expect(await kept()).toEqual([
      'account:pat',
      'token:night-pat',
      'Ann Archer',
      'Nightly (Ann Archer)',
      'demonstration',
      'Sam',
    ])
    const [file] = await db.selectFrom('upload').select(['published_by', 'withdrawn_by']).execute()
    expect(file).toEqual({ published_by: 'account:pat', withdrawn_by: 'account:pat' })
    const [release] = await db.selectFrom('release').select('loaded_by').execute()
    const [mapping] = await db.selectFrom('mapping').select('made_by').execute()
    expect([release?.loaded_by, mapping?.made_by]).toEqual(['account:pat', 'account:pat'])
  })

  test.each([
    ['account:pat', 'pat'],
    ['token:night-b', 'ann-b'],
    ['token:none', null],
    ['Pat Hill', null],
  ])('%s is of %s', async (key, owner) => {
    expect(await findOwner(db, key)).toBe(owner)
  })
})
