import type { AuditEvent } from './audit.ts'
import { formatNumber } from './rounding.ts'

/**
 * A chain of records: each holds the hash of the one before it and of itself, so none can be removed, altered or put in
 * between without the next one showing it. The construction is that of Haber and Stornetta, "How to time-stamp a digital
 * document", Journal of Cryptology 3 (1991). What it cannot show: that every record after some point was written anew.
 * Whoever wants to know that keeps a number and its hash elsewhere.
 */

/** A record as it is kept; `before` and `after` are JSON. */
export type AuditRow = Omit<AuditEvent, 'action' | 'before' | 'after'> & {
  /** 1, 2, 3 … without a gap. */
  number: number
  action: string
  before: string | null
  after: string | null
  /** The hash of the record before. */
  previous: string
  hash: string
}

/** A place in the chain: what the next record follows. */
export type Link = { number: number; hash: string }

/** What the first record follows. */
export const START: Link = { number: 0, hash: '0'.repeat(64) }

/** Gives the hash of a text, as hexadecimal digits. */
export type Hash = (text: string) => string

export type ChainBreak = { number: number; kind: 'missing' | 'altered' | 'out-of-place'; words: string }

/** What is hashed: every column in this order, as one JSON array, so that no two records can have the same text. */
export const canonicalText = (row: Omit<AuditRow, 'hash'>): string =>
  JSON.stringify([
    row.number,
    row.at,
    row.actor,
    row.action,
    row.about,
    row.before,
    row.after,
    row.why,
    row.previous,
  ])

/** The record of an event that follows another. Throws if `before` or `after` cannot be written as JSON. */
export function chained(event: AuditEvent, last: Link, hash: Hash): AuditRow {
  const row = {
    number: last.number + 1,
    at: event.at,
    actor: event.actor,
    action: event.action,
    about: event.about === null ? null : storable(event.about),
    before: json(event.before),
    after: json(event.after),
    why: event.why === null ? null : storable(event.why),
    previous: last.hash,
  }
  return { ...row, hash: hash(canonicalText(row)) }
}

/** Databases change or refuse half a character and the character NUL: what is hashed must come back as it was. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\u{fffd}')

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)

/** Where records that should follow `after` one by one do not, in the order in which they stand. */
export function breaksOf(rows: readonly AuditRow[], hash: Hash, after: Link = START): ChainBreak[] {
  return rows.flatMap((row, i) => breaksAt(row, rows[i - 1] ?? after, hash))
}

function breaksAt(row: AuditRow, last: Link, hash: Hash): ChainBreak[] {
  const { number } = row
  const breaks: ChainBreak[] = []
  if (number <= last.number)
    breaks.push({
      number,
      kind: 'out-of-place',
      words: `Record ${count(number)} stands behind record ${count(last.number)}.`,
    })
  else if (number > last.number + 1) breaks.push(missing(last.number + 1, number - 1))
  else if (row.previous !== last.hash)
    breaks.push({
      number,
      kind: 'out-of-place',
      words: `Record ${count(number)} does not follow ${last.number === 0 ? 'the start' : `record ${count(last.number)}`}: one of them was put in or written anew later.`,
    })
  if (hash(canonicalText(row)) !== row.hash)
    breaks.push({ number, kind: 'altered', words: `Record ${count(number)} is not as it was written.` })
  return breaks
}

/** Whether the last record is the one that was noted elsewhere as the last. */
export function breaksAtEnd(last: Link, head: Link): ChainBreak[] {
  if (last.number < head.number) return [missing(last.number + 1, head.number)]
  if (last.number > head.number)
    return [
      {
        number: head.number + 1,
        kind: 'out-of-place',
        words: `Record ${count(head.number + 1)} was not put on record by the program.`,
      },
    ]
  if (last.hash === head.hash) return []
  return [
    {
      number: last.number,
      kind: 'altered',
      words: `Record ${count(last.number)} is not the one that was written last.`,
    },
  ]
}

const missing = (from: number, to: number): ChainBreak => ({
  number: from,
  kind: 'missing',
  words:
    from === to ? `Record ${count(from)} is missing.` : `Records ${count(from)} to ${count(to)} are missing.`,
})

const count = (number: number) => formatNumber(number, 0)
