import { SqliteAdapter, sql } from 'kysely'
import { leaksOf } from '../disclosure/solve.ts'
import { publicView } from '../disclosure/view.ts'
import { formatNumber } from '../domain/rounding.ts'
import type { Reference } from '../reference.ts'
import { verifyAudit } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { publicEdition } from '../store/edition.ts'
import { countFigures, countOrphans } from '../store/figures.ts'
import { findReleases } from '../store/releases.ts'
import { countUnjudged } from '../store/unjudged.ts'
import { type AreaVersions, versionsByArea } from '../store/versions.ts'
import { countWithheld, judgedByArea } from '../store/withheld.ts'
import type { Surroundings } from './import.ts'

/** What was looked at, how it is if nothing is wrong, and what is wrong. */
type Finding = { subject: string; says: string; faults: string[] }

/** How many faults of one check are told one by one. */
const MOST_FAULTS = 20

/** `check`: whether all is in order that the program relies on. Gives the exit code, 1 if anything is wrong. */
export async function checkCommand(_args: string[], { db, reference, write }: Surroundings): Promise<number> {
  let wrong = 0
  for (const check of [checkFile, checkFigures, checkAudit, checkPublic]) {
    const { subject, says, faults } = await check(db, reference).catch(unreadable)
    wrong += faults.length
    write(`${subject}: ${faults.length === 0 ? `in order, ${says}` : 'NOT in order'}.\n`)
    for (const fault of faults.slice(0, MOST_FAULTS)) write(`  ${fault}\n`)
    if (faults.length > MOST_FAULTS) write(`  … and ${faults.length - MOST_FAULTS} more.\n`)
  }
  write(wrong === 0 ? 'Everything is in order.\n' : `${things(wrong, 'thing is', 'things are')} wrong.\n`)
  return wrong === 0 ? 0 : 1
}

/** A database that is damaged may not even be read. */
const unreadable = (error: unknown): Finding => ({
  subject: 'The database',
  says: '',
  faults: [`It can’t be read: ${error instanceof Error ? error.message : error}`],
})

const things = (count: number, one: string, other: string) =>
  `${formatNumber(count, 0)} ${count === 1 ? one : other}`

/** The file of SQLite by itself; PostgreSQL looks after its own. */
async function checkFile(db: Database): Promise<Finding> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) {
    return { subject: 'The database', says: 'it answers; PostgreSQL looks after its own files', faults: [] }
  }
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const broken = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db)
  return {
    subject: 'The file of the database',
    says: 'it is whole, and nothing in it names what is not there',
    faults: [
      ...integrity.rows.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      ...broken.rows.map(
        ({ table, parent }) => `A row of "${table}" names a row of "${parent}" that is not there.`,
      ),
    ],
  }
}

async function checkFigures(db: Database): Promise<Finding> {
  const { series, releases } = await countOrphans(db)
  return {
    subject: 'The figures',
    says: `${things(await countFigures(db), 'is', 'are')} held, each of a series and in a release`,
    faults: [
      ...(series > 0 ? [`${things(series, 'figure has', 'figures have')} no series.`] : []),
      ...(releases > 0 ? [`${things(releases, 'figure has', 'figures have')} no release.`] : []),
    ],
  }
}

async function checkAudit(db: Database): Promise<Finding> {
  const { last, breaks } = await verifyAudit(db)
  return {
    subject: 'The record of who did what',
    says: `${things(last.number, 'entry', 'entries')}, complete and unchanged`,
    faults: breaks.map(({ words }) => words),
  }
}

/** Whether what the public is shown gives away what it is not shown, and whether all of it was judged. */
async function checkPublic(db: Database, reference: Reference): Promise<Finding> {
  const edition = publicEdition(db, reference.indicators)
  const unjudged = await countUnjudged(db)
  const releases = await findReleases(edition)
  const leaks: string[] = []
  for await (const figures of judgedByArea(edition)) {
    for (const versions of versionsByArea(figures, releases)) leaks.push(...leaksIn(versions, reference))
  }
  const withheld = [...(await countWithheld(db)).values()].reduce((sum, count) => sum + count, 0)
  return {
    subject: 'The public edition',
    says: `${things(withheld, 'figure is', 'figures are')} withheld, and no small number comes out of the others`,
    faults: [
      ...(unjudged > 0
        ? [
            `${things(unjudged, 'figure was', 'figures were')} never judged, and stay withheld until the next file is published.`,
          ]
        : []),
      ...leaks,
    ],
  }
}

/** What comes out of what the public is shown of one area. */
function leaksIn({ area, own, current, published }: AreaVersions, reference: Reference): string[] {
  const view = publicView({
    own: [...current].map(({ figure }) => figure),
    published,
    earlier: own
      .filter((each) => !current.has(each) && each.figure.value !== 'suppressed')
      .map(({ figure }) => figure),
    rules: reference.identities,
    indicator: reference.indicator,
  })
  return leaksOf(view).map((leak) => `${reference.area(area)?.name ?? area}: ${leakInWords(leak)}`)
}

const leakInWords = ({ cell, least, most, how }: ReturnType<typeof leaksOf>[number]) =>
  `"${cell}" can be known to be ${least === most ? least : `from ${least} to ${most}`}: ${how}`
