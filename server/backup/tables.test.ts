import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate, openDatabase } from '../store/database.ts'
import { tableNames } from './level.ts'
import { LEFT_OUT, TABLES } from './tables.ts'

const db = await openDatabase('sqlite::memory:')
await migrate(db)

test('every table is either in a backup or left out of it on purpose', async () => {
  const named = [...TABLES.map(({ name }) => name), ...LEFT_OUT]
  expect(new Set(named)).toEqual(await tableNames(db))
  expect(new Set(named).size).toBe(named.length)
})

test.each(TABLES)('$name goes by its primary key', async ({ name, key }) => {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_info(${name}) where pk > 0 order by pk
  `.execute(db)
  expect(rows.map((row) => row.name)).toEqual(key)
})
