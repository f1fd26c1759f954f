import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import type { Insertable, Selectable } from 'kysely'
import { withNames } from './by-lines.ts'
import type { Database } from './database.ts'
import type { ReleaseTable, UploadTable } from './schema.ts'

type Fate = 'published_by' | 'warnings_reason' | 'withdrawn_by' | 'withdrawn_reason' | 'effects'
export type NewUpload = Omit<Insertable<UploadTable>, Fate>

type ReleaseColumns = Pick<
  Selectable<ReleaseTable>,
  | 'kind'
  | 'title'
  | 'state'
  | 'file_name'
  | 'file_hash'
  | 'loaded_at'
  | 'loaded_by'
  | 'published_at'
  | 'withdrawn_at'
  | 'reason'
>
/** An upload with the release that it became. Who did something is told by name; `loaded_key` is who uploaded it, as it is kept. */
export type Upload = Selectable<UploadTable> & ReleaseColumns & { loaded_key: string }

const unpack = promisify(gunzip)

/** A file as it is kept; packing goes on beside whatever else is done meanwhile. */
export const packFile = (file: Buffer): Promise<Buffer> =>
  promisify(gzip)(file, { level: constants.Z_BEST_SPEED })

/** Keeps an upload and its packed file beside the release of its figures. */
export async function insertUpload(db: Database, upload: NewUpload, packed: Uint8Array): Promise<void> {
  await db.insertInto('upload').values(upload).execute()
  await db.insertInto('upload_file').values({ upload_id: upload.id, bytes: packed }).execute()
}

const selectUploads = (db: Database) =>
  db
    .selectFrom('upload')
    .innerJoin('release', 'release.id', 'upload.release_id')
    .selectAll('upload')
    .select([
      'release.kind',
      'release.title',
      'release.state',
      'release.file_name',
      'release.file_hash',
      'release.loaded_at',
      'release.loaded_by',
      'release.loaded_by as loaded_key',
      'release.published_at',
      'release.withdrawn_at',
      'release.reason',
    ])

const named = (db: Database, rows: Upload[]): Promise<Upload[]> =>
  withNames(db, rows, ['loaded_by', 'published_by', 'withdrawn_by'])

export async function findUpload(db: Database, id: string): Promise<Upload | undefined> {
  const rows = await selectUploads(db).where('upload.id', '=', id).execute()
  return (await named(db, rows))[0]
}

/** Every upload, the newest first. */
export async function findUploads(db: Database): Promise<Upload[]> {
  return named(
    db,
    await selectUploads(db).orderBy('release.loaded_at', 'desc').orderBy('release.id', 'desc').execute(),
  )
}

/** Those of exactly these bytes, the newest first. */
export async function findUploadsOfFile(db: Database, hash: string): Promise<Upload[]> {
  const rows = await selectUploads(db)
    .where('release.file_hash', '=', hash)
    .orderBy('release.loaded_at', 'desc')
    .orderBy('release.id', 'desc')
    .execute()
  return named(db, rows)
}

/** The file of an upload, byte for byte. */
export async function findUploadFile(db: Database, id: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('upload_file')
    .select('bytes')
    .where('upload_id', '=', id)
    .executeTakeFirst()
  return row && unpack(row.bytes)
}

/** Notes what became of an upload. */
export async function updateUpload(
  db: Database,
  id: string,
  fate: Partial<Pick<Selectable<UploadTable>, Fate | 'changes' | 'compared_at'>>,
): Promise<void> {
  await db.updateTable('upload').set(fate).where('id', '=', id).execute()
}

/** Takes a draft out whole: its figures, its neighbours, its file and itself. Says whether there was one. */
export async function deleteDraft(db: Database, id: string): Promise<boolean> {
  const upload = await findUpload(db, id)
  if (upload?.state !== 'draft') return false
  const release = upload.release_id
  await db.deleteFrom('upload_file').where('upload_id', '=', id).execute()
  await db.deleteFrom('upload').where('id', '=', id).execute()
  await db.deleteFrom('figure').where('release_id', '=', release).execute()
  await db.deleteFrom('neighbour').where('release_id', '=', release).execute()
  await db.deleteFrom('release').where('id', '=', release).execute()
  return true
}
