import { setTimeout } from 'node:timers/promises'
import { type DatabaseConnection, type Driver, SqliteDialect } from 'kysely'

/** Between two tries. */
const PAUSE_MS = 20
/** The check of a file, which holds the lock for longest, is given up after a quarter of an hour. */
const LONGEST_MS = 16 * 60_000

/**
 * SQLite where a statement that finds the database locked by another writer is tried again after a pause. SQLite can wait
 * by itself, but then the whole thread stands still: nobody would be answered while somebody signs in beside the check of
 * a large file. To be used on a handle of its own, whose readers and writers wait for each other; its `busy_timeout` is 0.
 */
export class PatientSqliteDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver()
    const acquire = driver.acquireConnection.bind(driver)
    driver.acquireConnection = async (options) => patient(await acquire(options))
    return driver
  }
}

const patient = (connection: DatabaseConnection): DatabaseConnection => ({
  async executeQuery(query, options) {
    for (const start = performance.now(); ; await setTimeout(PAUSE_MS)) {
      try {
        return await connection.executeQuery(query, options)
      } catch (error) {
        if (!isLocked(error) || performance.now() - start > LONGEST_MS) throw error
        // Whoever asked waits no longer, and those behind have the connection.
        if (options?.signal?.aborted) return { rows: [] }
      }
    }
  },
  streamQuery: (...args) => connection.streamQuery(...args),
})

/** A snapshot that others have written past stays so however long one waits: that is told at once. */
const isLocked = (error: unknown): boolean => (error as { code?: unknown }).code === 'SQLITE_BUSY'
