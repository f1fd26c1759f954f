import { sql } from 'kysely'
import type { Database } from '../store/database.ts'

/**
 * How many people's second step of sign-in can't be read with what the program signs with: it was set up under another
 * AUTH_SECRET, and whoever it belongs to can't come in.
 */
export async function countUnreadableSecondSteps(db: Database, secret: string): Promise<number> {
  const { rows } = await sql<{ secret: string }>`select secret from ${sql.table('twoFactor')}`.execute(db)
  if (rows.length === 0) return 0
  const { symmetricDecrypt } = await import('better-auth/crypto')
  const read = await Promise.allSettled(
    rows.map((row) => symmetricDecrypt({ key: secret, data: row.secret })),
  )
  return read.filter(({ status }) => status === 'rejected').length
}
