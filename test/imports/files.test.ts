import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { CHECKS } from '../../server/imports/checks.ts'
import { importFile } from '../../server/imports/run.ts'
import { makeWorld, TODAY, type World } from '../support/world.ts'

/**
 * A tiny file for each thing an importer must see, named for it: the listing of pass, warn and fail is the book of
 * rules. A name may have a variant behind two hyphens.
 */
const folder = (name: string) => new URL(`./${name}/`, import.meta.url)
const filesIn = (name: string) => readdirSync(folder(name))
const checkOf = (file: string) => file.replace(/(--.*)?\.csv$/, '')

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

/** What would become of a file, without storing it. */
const tryOut = (kind: string, file: string) =>
  importFile(world.db, world.reference, {
    bytes: readFileSync(new URL(file, folder(kind))),
    fileName: file,
    by: 'test',
    reason: null,
    dryRun: true,
    now: `${TODAY}T10:00:00.000Z`,
  })

test.each(filesIn('pass'))('pass/%s is accepted without a question', async (file) => {
  const report = await tryOut('pass', file)
  expect(report.findings.filter((finding) => finding.level !== 'fixed')).toEqual([])
  expect(['checked', 'unchanged']).toContain(report.outcome)
  expect(report.figures).toBeGreaterThan(0)
})

test.each(filesIn('warn'))('warn/%s is accepted only with a reason', async (file) => {
  const report = await tryOut('warn', file)
  expect(report.counts.stop).toBe(0)
  expect(
    report.findings.filter((finding) => finding.level === 'warn').map((finding) => finding.check),
  ).toEqual([checkOf(file)])
})

test.each(filesIn('fail'))('fail/%s is refused, and says what to do', async (file) => {
  const report = await tryOut('fail', file)
  expect(report.outcome).toBe('refused')
  const stops = report.findings.filter((finding) => finding.level === 'stop')
  expect([...new Set(stops.map((finding) => finding.check))]).toEqual([checkOf(file)])
  expect(stops.every((finding) => finding.message.length > 10 && finding.remedy.length > 10)).toBe(true)
})

test('every check of a figure has a file that it finds fault with', () => {
  const tried = [...filesIn('warn'), ...filesIn('fail')].map(checkOf)
  expect(CHECKS.map((check) => check.id).filter((id) => !tried.includes(id))).toEqual([])
})

describe('a finding names the place', () => {
  test.each([
    ['fail', 'unknown-indicator.csv', 2, 'indicator_id', 'cpp-rates'],
    ['fail', 'not-a-number.csv', 2, 'numerator', 'about 900'],
    ['fail', 'duplicate.csv', 4, 'period', '2025-26Q2'],
    ['fail', 'quotes.csv', 2, null, null],
    ['fail', 'unknown-area--dfe.csv', 2, 'old_la_code', '89'],
    ['fail', 'unknown-area--neighbours.csv', 2, 'SN_10 (column 21)', '999'],
    ['warn', 'rate-mismatch.csv', 2, 'value', '163'],
    ['warn', 'legacy-symbol.csv', 2, 'value', '..'],
  ])('%s/%s: row %i, column %s, value %s', async (kind, file, row, column, value) => {
    const { findings } = await tryOut(kind, file)
    expect(findings[0]).toMatchObject({ row, column, value })
  })

  test('an unknown id comes with the nearest one', async () => {
    const { findings } = await tryOut('fail', 'unknown-indicator.csv')
    expect(findings[0]?.message).toBe('"cpp-rates" isn\'t known; did you mean "cpp-rate"?')
  })

  test('the slip of the council paper would have been told', async () => {
    const { findings } = await tryOut('warn', 'rate-mismatch.csv')
    expect(findings[0]?.message).toBe(
      "163 doesn't match 527 ÷ 28,354 × 10,000 = 185.9. Wrong year or population?",
    )
  })

  test('a second figure for a key names the row of the first', async () => {
    const { findings } = await tryOut('fail', 'duplicate.csv')
    expect(findings[0]?.message).toContain('stands in row 2 already')
  })
})

test('of child-level data nothing is told but the column', async () => {
  const { findings } = await tryOut('fail', 'child-level.csv')
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({ column: 'UPN', value: null })
  expect(JSON.stringify(findings)).not.toContain('A1234')
})
