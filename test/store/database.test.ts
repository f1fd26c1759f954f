import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, migrate, openDatabase } from '../../server/store/database.ts'

let folder: string
let db: Database | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'))
})
afterEach(async () => {
  await db?.destroy()
  rmSync(folder, { recursive: true })
})

const modes = (at: string) => readdirSync(at).map((name) => [name, statSync(join(at, name)).mode & 0o777])

test('a new file, and what is kept beside it, is for its owner alone', async () => {
  db = await openDatabase(`sqlite:${join(folder, 'new/dashboard.db')}`)
  await migrate(db)
  expect(modes(join(folder, 'new'))).toEqual([
    ['dashboard.db', 0o600],
    ['dashboard.db-shm', 0o600],
    ['dashboard.db-wal', 0o600],
  ])
})

test('a file that is there keeps the rights that it was given', async () => {
  const path = join(folder, 'dashboard.db')
  db = await openDatabase(`sqlite:${path}`)
  await migrate(db)
  chmodSync(path, 0o640)
  await db.destroy()
  db = await openDatabase(`sqlite:${path}`)
  await migrate(db)
  expect(modes(folder)[0]).toEqual(['dashboard.db', 0o640])
})

test.each(['dashboard.db', 'mysql://root@localhost/db', ''])(
  'an address that is none, %j, is told with what it should look like',
  async (url) => {
    await expect(openDatabase(url)).rejects.toThrow('use sqlite:var/dashboard.db or postgres://')
  },
)
