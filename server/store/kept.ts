import { LRUCache } from 'lru-cache'
import type { Database } from './database.ts'
import { keptUntilRevision } from './revision.ts'

/**
 * What many questions ask for again, each by a key of its own, read once and kept until what can be read changes. What
 * was least asked for goes when there is more than `most`, as `sizeOf` counts it. Each database handle keeps its own.
 */
export function keepMany<T extends object>({
  most,
  sizeOf,
}: {
  most: number
  sizeOf: (value: T) => number
}): (db: Database, key: string, load: () => Promise<T>) => Promise<T> {
  const open = keptUntilRevision(
    async () => new LRUCache<string, T>({ maxSize: most, sizeCalculation: (value) => 1 + sizeOf(value) }),
  )
  return async (db, key, load) => {
    const kept = await open(db)
    const known = kept.get(key)
    if (known) return known
    const value = await load()
    kept.set(key, value)
    return value
  }
}
