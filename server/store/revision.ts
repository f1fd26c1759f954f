import type { Database } from './database.ts'

/** Grows by one whenever what can be read changes. */
export async function readRevision(db: Database): Promise<number> {
  const row = await db.selectFrom('revision').select('number').executeTakeFirstOrThrow()
  return row.number
}

/** To be called by whatever publishes or withdraws, in the same transaction. */
export async function nextRevision(db: Database): Promise<void> {
  await db
    .updateTable('revision')
    .set((eb) => ({ number: eb('number', '+', 1) }))
    .execute()
  readThisTurn = new WeakMap()
}

/** Makes other writers wait until the transaction ends, on either database. */
export async function lockForWriting(db: Database): Promise<void> {
  await db
    .updateTable('revision')
    .set((eb) => ({ number: eb.ref('number') }))
    .execute()
}

/** Revisions that were read in this turn of the event loop; what this process itself changes is read again at once. */
let readThisTurn = new WeakMap<Database, Promise<number>>()
let awaitsEnd = false

/** An answer needs it for each of the things that it keeps, one after the other: it is read for the first of them. */
function revisionThisTurn(db: Database): Promise<number> {
  const known = readThisTurn.get(db)
  if (known) return known
  const revision = readRevision(db)
  readThisTurn.set(db, revision)
  if (!awaitsEnd) {
    awaitsEnd = true
    setImmediate(() => {
      readThisTurn = new WeakMap()
      awaitsEnd = false
    })
  }
  return revision
}

/**
 * Something small that nearly every question needs (the releases, the neighbours), read once and kept until what can
 * be read changes. Each database handle keeps its own.
 */
export function keptUntilRevision<T>(load: (db: Database) => Promise<T>): (db: Database) => Promise<T> {
  const kept = new WeakMap<Database, { revision: number; value: T }>()
  return async (db) => {
    const revision = await revisionThisTurn(db)
    const held = kept.get(db)
    if (held?.revision === revision) return held.value
    const value = await load(db)
    kept.set(db, { revision, value })
    return value
  }
}
