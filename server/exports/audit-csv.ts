import type { AuditAnswer } from '../contract/audit.ts'
import type { CsvFile } from './csv.ts'

/** The record of changes, a row a record. Its hash is made of its own columns and the hash of the row under it. */
export function auditCsv({ rows }: AuditAnswer): CsvFile {
  const heading = [
    'number',
    'at',
    'who_key',
    'who',
    'action',
    'action_in_words',
    'about_id',
    'about',
    'changed',
    'before',
    'after',
    'why',
    'hash',
  ]
  return {
    name: 'audit.csv',
    rows: [
      heading,
      ...rows.map((row) => [
        row.number,
        row.at,
        row.who.key,
        row.who.name,
        row.action,
        row.words,
        row.about?.id ?? null,
        row.about?.words ?? null,
        row.changed
          .map(({ field, before, after }) => `${field}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`)
          .join(' | ') || null,
        row.before,
        row.after,
        row.why,
        row.hash,
      ]),
    ],
  }
}
