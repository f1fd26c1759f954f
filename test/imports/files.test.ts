import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { CHECKS, FILE_CHECKS, SERIES_CHECKS } from '../../server/imports/checks.ts'
import { importFile } from '../../server/imports/run.ts'
import { makeWorld, TODAY, type World } from '../support/world.ts'

/**
 * A tiny file for each thing an importer must see, named for it: the listing of pass, fixed, warn and fail is the book
 * of rules. A name may have a variant behind two hyphens.
 */
const folder = (name: string) => new URL(`./${name}/`, import.meta.url)
const filesIn = (name: string) => readdirSync(folder(name))
const checkOf = (file: string) => file.replace(/(--.*)?\.csv$/, '')

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

/** The quarter that a file is said to be for, where that matters. */
const QUARTER = '2025-26Q2'

/** What would become of a file, without storing it. */
const tryOut = (kind: string, file: string) =>
  importFile(world.db, world.reference, {
    bytes: readFileSync(new URL(file, folder(kind))),
    fileName: file,
    by: 'test',
    reason: null,
    mode: 'check',
    period: checkOf(file) === 'wrong-period' ? QUARTER : null,
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

const EVERY_CHECK = [...CHECKS, ...SERIES_CHECKS, ...FILE_CHECKS].map((check) => check.id)

test('every check of figures has a file that it finds fault with, and one beside it that is right', () => {
  const [right, wrong] = [filesIn('pass'), [...filesIn('fixed'), ...filesIn('warn'), ...filesIn('fail')]]
  const without = (files: readonly string[]) => EVERY_CHECK.filter((id) => !files.map(checkOf).includes(id))
  expect(without(wrong)).toEqual([])
  expect(without(right)).toEqual([])
})

test.each(filesIn('fixed'))('fixed/%s is accepted without a question, and is told of', async (file) => {
  const { outcome, findings, figures } = await tryOut('fixed', file)
  expect(outcome).toBe('checked')
  expect(findings.map((finding) => [finding.level, finding.check])).toEqual(
    findings.map(() => ['fixed', checkOf(file)]),
  )
  expect(findings.length).toBeGreaterThan(0)
  expect(figures).toBeGreaterThan(0)
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
    ['fail', 'swapped.csv', 2, 'numerator', '2707'],
    ['fail', 'wrong-period.csv', 3, 'period', '2025-26Q3'],
    ['fixed', 'small-number.csv', 2, 'numerator', '3'],
    ['fixed', 'small-number--rate-alone.csv', 2, 'value', '0.3'],
    ['fixed', 'small-number--of-a-few.csv', 2, 'denominator', '8'],
    ['warn', 'formula.csv', 2, 'note', '=HYPERLINK("https://'],
    ['warn', 'wrong-population.csv', 2, 'denominator', '81769'],
    ['warn', 'outlier.csv', 2, 'value', '260'],
    ['warn', 'same-as-before--within-the-file.csv', 8, 'period', '2025-26Q2'],
    ['warn', 'identity.csv', 2, 'numerator', '650'],
    ['warn', 'england-range.csv', 2, 'rate_per_10000', '211'],
    ['warn', 'partial-return.csv', null, null, 'cla-ifa-count'],
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

  test.each([
    ['fail', 'swapped.csv', '634 ÷ 2,707 expected; the file has 2,707 ÷ 634 = 427%.'],
    ['fail', 'swapped--only-in-the-value.csv', '427% is 2,707 ÷ 634; the file has 634 ÷ 2,707 = 23.4%.'],
    ['warn', 'fraction.csv', '0.234 looks like a fraction; did you mean 23.4%?'],
    ['warn', 'same-as-before.csv', 'All 6 values equal Quarter 3 2020/21: same file again?'],
    ['warn', 'partial-return.csv', 'Missing: Agency foster placements (held until Quarter 3 2020/21).'],
    ['warn', 'outlier.csv', 'Highest in 13 quarters: 260 (was 113 to 160).'],
    [
      'warn',
      'wrong-population.csv',
      '81,769 is the population of 2016; July to September 2025 (Quarter 2 2025/26) is divided by that of 2024: 88,593.',
    ],
    [
      'warn',
      'wrong-population--of-a-year-that-is-near.csv',
      '28,397 is the population of 2017; December 2016 is divided by that of 2016: 28,354.',
    ],
    [
      'warn',
      'identity.csv',
      'Children in care before, and those who entered and left, make 608 + 50 − 60 = 598; for January to March 2021 (Quarter 4 2020/21) it is 650.',
    ],
    [
      'fixed',
      'small-number.csv',
      'It counts so few that a child could be recognised: the public sees [c] in its place, and whoever may see small numbers sees the figure.',
    ],
    ['fail', 'unknown-area--name.csv', 'No area has the code "Sandwell"; did you mean E08000028 (Sandwell)?'],
  ])('%s/%s says: %s', async (kind, file, message) => {
    const { findings } = await tryOut(kind, file)
    expect(findings[0]?.message).toBe(message)
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
