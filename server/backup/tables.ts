import type { Schema } from '../store/schema.ts'

/** A table of a backup: the columns that tell its rows apart, and how many of its rows are held in memory at once. */
export type BackupTable = { name: keyof Schema; key: readonly [string, ...string[]]; atOnce: number }

/** Rows are small but for those that keep files, and what was found in files. */
const MANY = 200
const FEW = 10

/** What a backup holds, each table behind those that its rows name. A new table is put here or among those left out. */
export const TABLES: readonly BackupTable[] = [
  { name: 'revision', key: ['id'], atOnce: MANY },
  { name: 'release', key: ['id'], atOnce: MANY },
  { name: 'series', key: ['id'], atOnce: MANY },
  { name: 'figure', key: ['series_id', 'period', 'release_id'], atOnce: MANY },
  { name: 'neighbour', key: ['model', 'area_id', 'position', 'release_id'], atOnce: MANY },
  { name: 'upload', key: ['id'], atOnce: FEW },
  { name: 'upload_file', key: ['upload_id'], atOnce: 1 },
  { name: 'mapping', key: ['signature'], atOnce: MANY },
  { name: 'entry', key: ['register', 'id', 'version'], atOnce: MANY },
  { name: 'user', key: ['id'], atOnce: MANY },
  { name: 'account', key: ['id'], atOnce: MANY },
  { name: 'twoFactor', key: ['id'], atOnce: MANY },
  { name: 'api_token', key: ['id'], atOnce: MANY },
  { name: 'audit', key: ['number'], atOnce: MANY },
  { name: 'audit_head', key: ['id'], atOnce: 1 },
]

/** What no backup holds: whoever finds an old one must not come in by it, nor by a database that was made from it. */
export const LEFT_OUT: readonly (keyof Schema)[] = ['session', 'verification', 'invitation']
