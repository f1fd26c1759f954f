import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Figure } from '../../server/domain/figure.ts'
import { loadReference } from '../../server/reference.ts'
import type { Database } from '../../server/store/database.ts'
import { publicEdition } from '../../server/store/edition.ts'
import { protectEdition } from '../../server/store/protect.ts'
import { createRelease, publishRelease, withdrawRelease } from '../../server/store/releases.ts'
import { insertFigures, SeriesBook } from '../../server/store/write-figures.ts'
import { loadAreaFigures } from '../../server/views/area-figures.ts'
import { findSubject } from '../../server/views/subject.ts'
import { DATABASES } from '../support/databases.ts'
import { BLACKPOOL, TODAY } from '../support/world.ts'

/** Figures are kept for the next answers about the same areas; nobody is shown one that stands no more. */

const reference = loadReference()
const subject = findSubject({ reference, home: BLACKPOOL, today: TODAY }, 'open-cases', '')

describe.each(DATABASES)('figures that are kept on %s', (_name, open) => {
  let db: Database
  let edition: Database
  /** Each test has an area of its own. */
  let area = ''
  let tests = 0

  beforeAll(async () => {
    db = await open()
    edition = publicEdition(db, reference.indicators)
  }, 60_000)
  afterAll(() => db.destroy())
  beforeEach(() => {
    tests++
    area = `E06${String(tests).padStart(6, '0')}`
  })

  async function draft(tx: Database, value: number) {
    const figure: Figure = {
      indicator: 'open-cases',
      dimension: '',
      area,
      period: '2024-25Q1',
      value,
      numerator: null,
      denominator: null,
      status: 'final',
      note: null,
      doubt: null,
    }
    const release = await createRelease(tx, {
      kind: 'return',
      title: 'A return',
      publisher: '',
      licence: '',
      source_date: null,
      file_name: null,
      file_hash: null,
      loaded_at: `${TODAY}T08:00:00.000Z`,
      loaded_by: 'test',
      reason: null,
    })
    await insertFigures(tx, release, [figure], await (await SeriesBook.open(tx)).idsOf([figure]))
    return release
  }
  const publish = async (tx: Database, value: number, at = `${TODAY}T08:00:00.000Z`) => {
    const release = await draft(tx, value)
    await publishRelease(tx, release, at)
    return release
  }
  const shown = async (handle: Database, asAt?: string) => {
    const of = await loadAreaFigures(handle, subject, { areas: [area], asAt })
    return of(area).quarter.map(({ value }) => value)
  }

  test('are the new ones once something is published, and the old ones once it is withdrawn', async () => {
    await publish(db, 1200)
    expect(await shown(db)).toEqual([1200])
    const second = await publish(db, 1300)
    expect(await shown(db)).toEqual([1300])
    await withdrawRelease(db, second, `${TODAY}T09:00:00.000Z`)
    expect(await shown(db)).toEqual([1200])
  })

  test('are not those of a draft', async () => {
    await publish(db, 1200)
    expect(await shown(db)).toEqual([1200])
    await draft(db, 1300)
    expect(await shown(db)).toEqual([1200])
  })

  test('are told apart by the day that is looked back at', async () => {
    await publish(db, 1200, '2026-01-10T08:00:00.000Z')
    await publish(db, 1300, '2026-02-10T08:00:00.000Z')
    expect([await shown(db, '2026-01-31'), await shown(db), await shown(db, '2026-01-31')]).toEqual([
      [1200],
      [1300],
      [1200],
    ])
  })

  test('are each edition’s own', async () => {
    await publish(db, 4)
    await protectEdition(db, reference)
    expect([await shown(db), await shown(edition), await shown(db)]).toEqual([[4], ['suppressed'], [4]])
  })

  test('are shown to the public as soon as they are judged', async () => {
    await publish(db, 1200)
    expect(await shown(edition)).toEqual(['suppressed'])
    await protectEdition(db, reference)
    expect(await shown(edition)).toEqual([1200])
  })

  test('are what they were once a transaction has looked at what publishing would do', async () => {
    await publish(db, 1200)
    expect(await shown(db)).toEqual([1200])
    const tried = db.transaction().execute(async (tx) => {
      await publish(tx, 1300)
      expect(await shown(tx)).toEqual([1300])
      throw new Error('only tried')
    })
    await expect(tried).rejects.toThrow('only tried')
    expect(await shown(db)).toEqual([1200])
  })
})
