import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDemonstration } from '../server/demonstration.ts'
import { loadReference } from '../server/reference.ts'
import { migrate, openDatabase } from '../server/store/database.ts'
import { benchBrowser } from './browser.ts'
import { benchHttp } from './http.ts'
import { benchImport } from './imports.ts'
import { makeLarger } from './larger.ts'
import { type Row, report } from './report.ts'
import { benchStart } from './start.ts'

/**
 * Measures what the project holds itself to, each beside its floor in the same run, and prints a table and one line of
 * JSON. `npm run bench` measures all; `npm run bench -- browser http import start` only what is named.
 */
const asked = process.argv.slice(2)
const wants = (name: string) => asked.length === 0 || asked.includes(name)
const folder = mkdtempSync(join(tmpdir(), 'dashboard-bench-'))

async function makeDatabase(name: string): Promise<string> {
  const path = join(folder, name)
  const db = await openDatabase(`sqlite:${path}`)
  await migrate(db)
  await loadDemonstration(db, loadReference(), new Date().toISOString())
  await db.destroy()
  return path
}

try {
  execFileSync(process.execPath, ['server/cli/build.ts'], { stdio: 'inherit' })
  const database = await makeDatabase('demonstration.db')
  const rows: Row[] = []
  if (wants('browser')) rows.push(...(await benchBrowser(`sqlite:${database}`, folder)))
  if (wants('start')) rows.push(...(await benchStart(`sqlite:${database}`)))
  if (wants('http')) {
    const larger = join(folder, 'larger.db')
    makeLarger(database, larger)
    rows.push(...(await benchHttp(`sqlite:${database}`, `sqlite:${larger}`)))
  }
  if (wants('import'))
    rows.push(...(await benchImport(folder, `sqlite:${await makeDatabase('imported.db')}`)))
  process.stdout.write(`${report(rows, new Date().toISOString().slice(0, 10))}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
