import { type Kysely, sql } from 'kysely'

const BY_LINES = [
  ['release', 'loaded_by'],
  ['upload', 'published_by'],
  ['upload', 'withdrawn_by'],
  ['mapping', 'made_by'],
  ['entry', 'made_by'],
] as const

/**
 * Beside what was done stands the key of whoever did it, no more the name. A name that several people have, or nobody,
 * stays the text that it is: nobody can tell any more whom it means.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const keys = await keysByName(db)
  for (const [tableName, columnName] of BY_LINES) {
    const table = sql.table(tableName)
    const column = sql.ref(columnName)
    const held = await sql<{ name: string }>`
      select distinct ${column} as name from ${table} where ${column} is not null
    `.execute(db)
    for (const { name } of held.rows) {
      const key = keys.get(name)
      if (key) await sql`update ${table} set ${column} = ${key} where ${column} = ${name}`.execute(db)
    }
  }
}

type Named = { id: string; name: string; owner: string }

/** The key behind each name that is one person's; null for one that several have. */
async function keysByName(db: Kysely<unknown>): Promise<Map<string, string | null>> {
  const people = await sql<Named>`
    select id, name, id as owner from "user" where email not like '%@erased.invalid'
  `.execute(db)
  const programs = await sql<Named>`
    select api_token.id, api_token.name || ' (' || "user".name || ')' as name, "user".id as owner
    from api_token inner join "user" on "user".id = api_token.user_id
  `.execute(db)
  const owners = new Map<string, Set<string>>()
  for (const { name, owner } of [...people.rows, ...programs.rows])
    owners.set(name, (owners.get(name) ?? new Set()).add(owner))
  const keyOf = (kind: string, { id, name }: Named): [string, string | null] => [
    name,
    owners.get(name)?.size === 1 ? `${kind}:${id}` : null,
  ]
  return new Map([
    ...programs.rows.map((row) => keyOf('token', row)),
    ...people.rows.map((row) => keyOf('account', row)),
  ])
}
