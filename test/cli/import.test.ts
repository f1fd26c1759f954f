import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, openDatabase } from '../../server/store/database.ts'
import { findFigures } from '../../server/store/figures.ts'
import { cli as run } from '../support/cli.ts'

/** The command as a person runs it: another process, a database file, what it prints and its exit code. */
let folder: string
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashboard-cli-'))
  url = `sqlite:${join(folder, 'test.db')}`
})
afterAll(() => rmSync(folder, { recursive: true }))

const cli = (...args: string[]) => run({ DATABASE_URL: url }, ...args)

function file(name: string, ...rows: string[]): string {
  const path = join(folder, name)
  writeFileSync(
    path,
    ['period,indicator_id,area_code,dimension,numerator,denominator,value,status,note', ...rows].join('\n'),
  )
  return path
}

test('a good file is published, and the same again changes nothing', async () => {
  const path = file('good.csv', '2025-26Q2,cla-rate,E08000028,,900,88593,101.6,illustrative,')
  expect(await cli('import', path, '--by', 'A. Nalyst')).toEqual({
    code: 0,
    output:
      'good.csv: Quarterly return, Quarter 2 2025/26; 1 row read, 1 figure.\n' +
      'Published as release 1.\nNew 1, revised 0, unchanged 0.\n',
  })
  const again = await cli('import', path)
  expect(again.code).toBe(0)
  expect(again.output).toContain(
    'Nothing changed: every figure in it is published already, with the same value.',
  )
})

test('a faulty file says row, column, value and remedy, and stores nothing', async () => {
  const path = file('bad.csv', '2025-26Q1,cpp-rates,E08000028,,300,88593,33.9,illustrative,')
  const { code, output } = await cli('import', path)
  expect(code).toBe(1)
  expect(output).toContain(
    'STOP row 2, column indicator_id, value "cpp-rates": "cpp-rates" isn\'t known; did you mean "cpp-rate"? Correct it to "cpp-rate"',
  )
  expect(output).toContain('Not imported: 1 fault has to be put right first. Nothing was stored.')
})

test('a warning is accepted with a reason, and not without', async () => {
  const path = file('revised.csv', '2025-26Q2,cla-rate,E08000028,,910,88593,102.7,illustrative,')
  const without = await cli('import', path)
  expect(without.code).toBe(1)
  expect(without.output).toContain('repeat with --reason "why"')
  expect((await cli('import', path, '--dry-run')).output).toContain('Checked only: nothing was stored.')
  const accepted = await cli('import', path, '--reason', 'late recording')
  expect(accepted.output).toContain('New 0, revised 1, unchanged 0.')

  const db = await openDatabase(url)
  await migrate(db)
  const [held] = await findFigures(db, { indicator: 'cla-rate', dimension: '' })
  expect(held?.value).toBe(102.7)
  await db.destroy()
})

test.each([
  [['import'], 2, 'Say which one file to import'],
  [['import', 'nowhere.csv'], 1, "nowhere.csv can't be read. Check the path."],
  [['frobnicate'], 2, 'Usage: npm run cli -- <command>'],
])('%j is refused', async (args, code, message) => {
  const result = await cli(...args)
  expect(result.code).toBe(code)
  expect(result.output).toContain(message)
})
