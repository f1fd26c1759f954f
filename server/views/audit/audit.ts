import type { AuditAnswer, AuditRowAnswer } from '../../contract/audit.ts'
import { AUDIT_ACTIONS, AUDIT_WORDS, type AuditAction } from '../../domain/audit.ts'
import type { AuditRow } from '../../domain/audit-chain.ts'
import { dayLabel } from '../../domain/period.ts'
import { formatNumber } from '../../domain/rounding.ts'
import { countAudit, findActors, findAudit, findKeptUploads } from '../../store/audit.ts'
import type { Database } from '../../store/database.ts'
import { findPeople } from '../../store/people.ts'
import { loadNames } from '../registers/entry-names.ts'
import type { Setting } from '../subject.ts'
import { type About, aboutOf, type Known } from './audit-about.ts'
import { changesOf } from './audit-changes.ts'
import { namesOf } from './audit-names.ts'
import { whyInWords } from './audit-why.ts'

export type AuditAsked = {
  /** How many records at the most. */
  most: number
  action?: AuditAction | undefined
  /** The key of whoever did it. */
  who?: string | undefined
  about?: string | undefined
  from?: string | undefined
  to?: string | undefined
  before?: number | undefined
}

/** Who did what, when, to what and why, with what it changed; the newest first. */
export async function viewAudit(db: Database, setting: Setting, asked: AuditAsked): Promise<AuditAnswer> {
  const { who, most, before, ...rest } = asked
  const query = { ...rest, actor: who }
  const found = await findAudit(db, { ...query, before, most: most + 1 })
  const rows = found.slice(0, most)
  const actors = await findActors(db)
  const abouts = [...rows.flatMap(({ about }) => about ?? []), ...(asked.about ? [asked.about] : [])]
  const known: Known = {
    entries: await loadNames(db),
    uploads: await findKeptUploads(db, idsOf('upload:', abouts)),
    people: new Set((await findPeople(db)).map(({ id }) => id)),
    nameOf: await namesOf(db, [...actors, ...abouts]),
  }
  const total = await countAudit(db, query)
  const about = asked.about === undefined ? null : aboutIn(asked.about, rows, known)
  return {
    words: inWords(total, asked, known, about),
    total,
    rows: rows.map((row) => rowAnswer(row, setting, known)),
    older: found.length > most ? (rows.at(-1)?.number ?? null) : null,
    people: actors
      .map((key) => ({ key, name: known.nameOf(key) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    actions: AUDIT_ACTIONS.map((action) => ({ action, words: AUDIT_WORDS[action] })),
    about,
  }
}

function rowAnswer(row: AuditRow, setting: Setting, known: Known): AuditRowAnswer {
  const { number, at, actor, action, about, before, after, why, hash } = row
  const told: About | null = aboutOf(row, known)
  return {
    number,
    at,
    who: { key: actor, name: known.nameOf(actor) },
    action,
    words: isAction(action) ? AUDIT_WORDS[action] : action,
    about: about !== null && told ? { id: about, ...told } : null,
    changed: changesOf(row, setting, known.entries),
    before,
    after,
    why: whyInWords(why),
    hash,
  }
}

const isAction = (action: string): action is AuditAction =>
  (AUDIT_ACTIONS as readonly string[]).includes(action)

const idsOf = (kind: string, abouts: readonly string[]) =>
  abouts.filter((about) => about.startsWith(kind)).map((about) => about.slice(kind.length))

/** A file is called by what its own records say of it. */
function aboutIn(about: string, rows: readonly AuditRow[], known: Known): string {
  const row = rows.find((each) => each.about === about) ?? { about, before: null, after: null }
  return aboutOf(row, known)?.words ?? about
}

function inWords(
  total: number,
  { action, who, from, to }: AuditAsked,
  { nameOf }: Known,
  about: string | null,
): string {
  const of = [
    ...(action ? [`of who ${AUDIT_WORDS[action]}`] : []),
    ...(who ? [`of what was done by ${nameOf(who)}`] : []),
    ...(about ? [`about ${about}`] : []),
    ...(from ? [`since ${dayLabel(from)}`] : []),
    ...(to ? [`until ${dayLabel(to)}`] : []),
  ]
  const count = total === 0 ? 'No record' : formatNumber(total, 0)
  const records = total === 0 ? '' : total === 1 ? ' record' : ' records'
  const scope = of.length > 0 ? ` ${of.join(', ')}` : ''
  return `${count}${records}${scope}.`
}
