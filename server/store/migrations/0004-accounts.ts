import { type Kysely, SqliteAdapter, sql } from 'kysely'

/**
 * People who may sign in, as better-auth keeps them (its names, so that its documentation can be read beside them), with
 * what they may do; the one-time links that bring them in; and the keys of programs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const sqlite = db.getExecutor().adapter instanceof SqliteAdapter
  // better-auth writes its times and truths as each database has them.
  const moment = sqlite ? 'text' : 'timestamptz'
  const truth = sqlite ? 'integer' : 'boolean'

  await db.schema
    .createTable('user')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('email', 'text', (col) => col.notNull().unique())
    .addColumn('emailVerified', truth, (col) => col.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', moment, (col) => col.notNull())
    .addColumn('updatedAt', moment, (col) => col.notNull())
    .addColumn('twoFactorEnabled', truth)
    .addColumn('role', 'text', (col) =>
      col.notNull().check(sql`role in ('viewer', 'leader', 'analyst', 'admin')`),
    )
    .addColumn('rights', 'text', (col) => col.notNull())
    .addColumn('themes', 'text')
    .addColumn('closedAt', 'text')
    .execute()
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('expiresAt', moment, (col) => col.notNull())
    .addColumn('token', 'text', (col) => col.notNull().unique())
    .addColumn('createdAt', moment, (col) => col.notNull())
    .addColumn('updatedAt', moment, (col) => col.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (col) => col.notNull().references('user.id').onDelete('cascade'))
    .execute()
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('accountId', 'text', (col) => col.notNull())
    .addColumn('providerId', 'text', (col) => col.notNull())
    .addColumn('userId', 'text', (col) => col.notNull().references('user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', moment)
    .addColumn('refreshTokenExpiresAt', moment)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', moment, (col) => col.notNull())
    .addColumn('updatedAt', moment, (col) => col.notNull())
    .execute()
  await db.schema
    .createTable('verification')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('identifier', 'text', (col) => col.notNull())
    .addColumn('value', 'text', (col) => col.notNull())
    .addColumn('expiresAt', moment, (col) => col.notNull())
    .addColumn('createdAt', moment, (col) => col.notNull())
    .addColumn('updatedAt', moment, (col) => col.notNull())
    .execute()
  await db.schema
    .createTable('twoFactor')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('secret', 'text', (col) => col.notNull())
    .addColumn('backupCodes', 'text', (col) => col.notNull())
    .addColumn('userId', 'text', (col) => col.notNull().references('user.id').onDelete('cascade'))
    .addColumn('verified', truth)
    .addColumn('failedVerificationCount', 'integer')
    .addColumn('lockedUntil', moment)
    .execute()
  for (const [table, column] of [
    ['session', 'userId'],
    ['account', 'userId'],
    ['verification', 'identifier'],
    ['twoFactor', 'userId'],
  ] as const) {
    await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute()
  }

  await db.schema
    .createTable('invitation')
    .addColumn('id', 'text', (col) => col.primaryKey())
    // Of the link only a hash is kept: who reads the database can't use it.
    .addColumn('hash', 'text', (col) => col.notNull().unique())
    .addColumn('kind', 'text', (col) => col.notNull().check(sql`kind in ('first', 'join', 'password')`))
    .addColumn('email', 'text')
    .addColumn('name', 'text')
    .addColumn('role', 'text', (col) => col.notNull())
    .addColumn('rights', 'text', (col) => col.notNull())
    .addColumn('themes', 'text')
    .addColumn('user_id', 'text', (col) => col.references('user.id').onDelete('cascade'))
    .addColumn('made_by', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .addColumn('used_at', 'text')
    .execute()
  await db.schema
    .createTable('api_token')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('hash', 'text', (col) => col.notNull().unique())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull().references('user.id').onDelete('cascade'))
    .addColumn('permissions', 'text', (col) => col.notNull())
    .addColumn('edition', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text', (col) => col.notNull())
    .addColumn('used_on', 'text')
    .addColumn('revoked_at', 'text')
    .execute()
}
