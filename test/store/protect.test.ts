import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Figure, SourceKind } from '../../server/domain/figure.ts'
import { loadReference } from '../../server/reference.ts'
import type { Database } from '../../server/store/database.ts'
import { publicEdition } from '../../server/store/edition.ts'
import { findFigures } from '../../server/store/figures.ts'
import { protectNow } from '../../server/store/protect.ts'
import { createRelease, publishRelease, withdrawRelease } from '../../server/store/releases.ts'
import { readRevision } from '../../server/store/revision.ts'
import { insertFigures, SeriesBook } from '../../server/store/write-figures.ts'
import { DATABASES } from '../support/databases.ts'
import { findJudgedFigures } from '../support/judged.ts'

const reference = loadReference()

const STEPDOWN = { indicator: 'cpp-stepdown-pct', dimension: '' }

const figure = (numerator: number, over: Partial<Figure> = {}): Figure => ({
  indicator: 'cpp-stepdown-pct',
  dimension: '',
  area: 'E06000009',
  period: '2024-25Q1',
  value: Math.round((1000 * numerator) / 60) / 10,
  numerator,
  denominator: 60,
  status: 'final',
  note: null,
  doubt: null,
  ...over,
})

describe.each(DATABASES)('what is withheld on %s', (_name, open) => {
  let db: Database
  let edition: Database
  /** Each test has an area of its own. */
  let area = ''
  let tests = 0

  beforeAll(async () => {
    db = await open()
    edition = publicEdition(db, reference.indicators)
  }, 60_000)
  beforeEach(() => {
    tests++
    area = `E06${String(tests).padStart(6, '0')}`
  })
  afterAll(() => db.destroy())

  async function publish(day: number, figures: Figure[], kind: SourceKind = 'return') {
    const at = `2026-01-${10 + day}T00:00:00.000Z`
    const release = await createRelease(db, {
      kind,
      title: `Release ${day}`,
      publisher: '',
      licence: '',
      source_date: null,
      file_name: null,
      file_hash: null,
      loaded_at: at,
      loaded_by: 'test',
      reason: null,
    })
    const own = figures.map((each) => ({ ...each, area }))
    await insertFigures(db, release, own, await (await SeriesBook.open(db)).idsOf(own))
    await publishRelease(db, release, at)
    return release
  }
  const protect = () => protectNow(db, reference)
  const valueIn = async (handle: Database, asAt?: string, period = '2024-25Q1') =>
    (await findFigures(handle, { ...STEPDOWN, areas: [area], period, asAt }))[0]?.value
  const reasons = async () =>
    (await findJudgedFigures(db)).filter((each) => each.figure.area === area).map(({ withheld }) => withheld)

  test('what nobody has judged is withheld', async () => {
    await publish(1, [figure(30)])
    expect(await valueIn(edition)).toBe('suppressed')
    expect(await protect()).toMatchObject({ changed: 1 })
    expect(await valueIn(edition)).toBe(50)
  })

  test.each([
    [3, 'suppressed', 'small-count'],
    [57, 'suppressed', 'small-rest'],
    [30, 50, ''],
  ])('of 60 children %d are shown as %s', async (numerator, shown, reason) => {
    await publish(1, [figure(numerator)])
    await protect()
    expect(await valueIn(edition)).toBe(shown)
    expect(await reasons()).toEqual([reason])
    expect(await valueIn(db)).not.toBe('suppressed')
  })

  test('a judgement that changes something grows the revision, one that does not leaves it', async () => {
    await publish(1, [figure(3)])
    const before = await readRevision(db)
    await protect()
    expect(await readRevision(db)).toBe(before + 1)
    expect(await protect()).toEqual({ changed: 0, exposed: [] })
    expect(await readRevision(db)).toBe(before + 1)
  })

  test('a correction by two children is not shown: what was shown before goes on standing, until it is by more', async () => {
    await publish(1, [figure(30)])
    await protect()
    await publish(3, [figure(32)])
    await protect()
    expect(await valueIn(db)).toBe(53.3)
    expect(await valueIn(edition)).toBe(50)
    await publish(5, [figure(45)])
    await protect()
    expect(await valueIn(edition)).toBe(75)
    expect(await valueIn(edition, '2026-01-14')).toBe(50)
  })

  test('a correction by two children is withheld where what was shown before was taken back', async () => {
    const first = await publish(1, [figure(30)])
    await protect()
    await publish(3, [figure(32)])
    await withdrawRelease(db, first, '2026-01-15T00:00:00.000Z')
    await protect()
    expect(await valueIn(edition)).toBe('suppressed')
  })

  test('a version that was never shown is not shown once another has taken its place', async () => {
    await publish(1, [figure(30)])
    await publish(3, [figure(45)])
    await protect()
    expect(await valueIn(edition)).toBe(75)
    expect(await valueIn(edition, '2026-01-12')).toBe('suppressed')
  })

  test('what a national publication prints is never withheld', async () => {
    await publish(1, [figure(3)], 'published')
    expect(await valueIn(edition)).toBe(5)
    expect(await protect()).toEqual({ changed: 0, exposed: [] })
  })

  test('what a paper prints without its numbers is public already', async () => {
    const bare = figure(0, { numerator: null, denominator: null, value: 11 })
    await publish(1, [bare], 'document')
    await protect()
    expect(await valueIn(edition)).toBe(11)
  })

  test('what is restricted is so in every version', async () => {
    const incidents = (value: number) =>
      figure(value, { indicator: 'serious-incidents', value, denominator: null })
    await publish(1, [incidents(30)])
    await publish(2, [incidents(40)])
    await protect()
    expect(await reasons()).toEqual(['restricted', 'restricted'])
  })

  test('a new national total that would give a quarter away is told of, and the quarter stays hidden', async () => {
    const quarters = ['2024-25Q1', '2024-25Q2', '2024-25Q3'].map((period) => figure(30, { period }))
    await publish(1, [...quarters, figure(3, { period: '2024-25Q4' })])
    await protect()
    await publish(2, [figure(93, { period: '2024-25', value: 38.8, denominator: 240 })], 'published')
    const { exposed } = await protect()
    expect(exposed.join()).toContain('2024-25Q4:count')
    expect(await valueIn(edition, undefined, '2024-25Q4')).toBe('suppressed')
  })
})
