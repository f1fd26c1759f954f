import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Dataset } from '../../server/contract/datasets.ts'
import { importFile, type Mode } from '../../server/imports/run.ts'
import type { Reference } from '../../server/reference.ts'
import { findFigures } from '../../server/store/figures.ts'
import { countReleases } from '../../server/store/releases.ts'
import { loadAreaFigures } from '../../server/views/area-figures.ts'
import { findSubject } from '../../server/views/subject.ts'
import { makePglite, makeSqlite } from '../support/databases.ts'
import { makeWorld, SANDWELL, type World } from '../support/world.ts'

const HEADING = 'period,indicator_id,area_code,dimension,numerator,denominator,value,status,note'
const CARE = `2025-26Q2,cla-rate,${SANDWELL},,900,88593,101.6,illustrative,`

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(async () => {
  await world.db.destroy()
})

type Options = { reason?: string; mode?: Mode; now?: string; fileName?: string; reference?: Reference }
const importText = (text: string, options: Options = {}) =>
  importFile(world.db, options.reference ?? world.reference, {
    bytes: Buffer.from(text),
    fileName: options.fileName ?? 'return.csv',
    by: 'analyst',
    reason: options.reason ?? null,
    mode: options.mode ?? 'publish',
    now: options.now ?? '2026-11-21T10:00:00.000Z',
  })
const careOfSandwell = async (asAt?: string) =>
  (await findFigures(world.db, { indicator: 'cla-rate', dimension: '', areas: [SANDWELL], asAt })).find(
    (figure) => figure.period === '2025-26Q2',
  )

test('a good file is published, and can be read', async () => {
  const report = await importText(`${HEADING}\n${CARE}\n`)
  expect(report).toMatchObject({ outcome: 'published', changes: { new: 1, revised: 0, unchanged: 0 } })
  expect(await careOfSandwell()).toMatchObject({ value: 101.6, numerator: 900, status: 'illustrative' })
})

test('the same file again changes nothing and makes no release', async () => {
  await importText(`${HEADING}\n${CARE}\n`)
  const releases = await countReleases(world.db)
  const report = await importText(`${HEADING}\n${CARE}\n`)
  expect(report).toMatchObject({ outcome: 'unchanged', changes: { new: 0, revised: 0, unchanged: 1 } })
  expect(await countReleases(world.db)).toBe(releases)
})

test('a file with one fault stores nothing of it, the good rows included', async () => {
  const releases = await countReleases(world.db)
  const report = await importText(
    `${HEADING}\n${CARE}\n2025-26Q2,cla-rates,${SANDWELL},,1,2,3,illustrative,\n`,
  )
  expect(report.outcome).toBe('refused')
  expect(await careOfSandwell()).toBeUndefined()
  expect(await countReleases(world.db)).toBe(releases)
})

test('all faults of a file are told at once', async () => {
  const rows = [
    `Q2,cla-rate,${SANDWELL},,900,88593,101.6,illustrative,`,
    `2025-26Q2,cla-rates,${SANDWELL},,900,88593,101.6,illustrative,`,
    `2025-26Q2,cla-rate,E99,,900,88593,101.6,illustrative,`,
    `2025-26Q2,cla-rate,${SANDWELL},,-900,88593,-101.6,illustrative,`,
    `2025-26Q2,rereferrals-pct,${SANDWELL},,,,many,illustrative,`,
  ]
  const { findings } = await importText([HEADING, ...rows].join('\n'))
  expect(findings.map((finding) => finding.row)).toEqual([2, 3, 4, 5, 6])
})

test('all faults of one row are told at once, each at its cell', async () => {
  const { findings } = await importText(`${HEADING}\nQ2,cla-rates,E99,,many,few,lots,certain,\n`)
  expect(findings.map(({ row, column, check }) => [row, column, check])).toEqual([
    [2, 'period', 'period'],
    [2, 'indicator_id', 'unknown-indicator'],
    [2, 'area_code', 'unknown-area'],
    [2, 'status', 'status'],
    [2, 'value', 'not-a-number'],
    [2, 'numerator', 'not-a-number'],
    [2, 'denominator', 'not-a-number'],
  ])
})

test('every number of a row that is less than nothing is told', async () => {
  const { findings } = await importText(`${HEADING}\n2025-26Q2,cla-rate,${SANDWELL},,-900,88593,-101.6,,\n`)
  expect(findings.find(({ check }) => check === 'negative')).toMatchObject({
    row: 2,
    column: 'value',
    message: '-101.6 is less than nothing, and so is -900 under "numerator".',
  })
})

test('a revision needs a reason; the figure that stood before stays readable as at its day', async () => {
  await importText(`${HEADING}\n${CARE}\n`, { now: '2026-11-01T10:00:00.000Z' })
  const revised = `${HEADING}\n${CARE.replace('900', '910').replace('101.6', '102.7')}\n`
  const refused = await importText(revised)
  expect(refused.outcome).toBe('unaccepted')
  expect(await careOfSandwell()).toMatchObject({ value: 101.6 })

  const accepted = await importText(revised, { reason: 'late recording', now: '2026-11-20T10:00:00.000Z' })
  expect(accepted).toMatchObject({ outcome: 'published', changes: { new: 0, revised: 1, unchanged: 0 } })
  expect(await careOfSandwell()).toMatchObject({ value: 102.7 })
  expect(await careOfSandwell('2026-11-10')).toMatchObject({ value: 101.6 })
})

test('a final figure that changes is marked as revised, and its file again changes nothing', async () => {
  const final = CARE.replace('illustrative', 'final')
  const revised = final.replace('900', '910').replace('101.6', '102.7')
  await importText(`${HEADING}\n${final}\n`)
  const { findings } = await importText(`${HEADING}\n${revised}\n`)
  expect(findings.find((finding) => finding.check === 'revision')?.message).toBe(
    'Changes 1 figure that is published already: Children in care, Q2 2025/26: 101.6 → 102.7.',
  )
  await importText(`${HEADING}\n${revised}\n`, { reason: 'late recording' })
  expect(await careOfSandwell()).toMatchObject({ value: 102.7, status: 'revised' })
  expect(await importText(`${HEADING}\n${revised}\n`)).toMatchObject({ outcome: 'unchanged', findings: [] })
})

test('a dry run says what would happen and stores nothing', async () => {
  const report = await importText(`${HEADING}\n${CARE}\n`, { mode: 'check' })
  expect(report).toMatchObject({ outcome: 'checked', changes: { new: 1, revised: 0, unchanged: 0 } })
  expect(await careOfSandwell()).toBeUndefined()
})

test('a rate without its population takes the one held; until that is published, the year before, as provisional', async () => {
  const row = (period: string) => `${period},cla-rate,${SANDWELL},,900,,,final,`
  await importText(`${HEADING}\n${row('2024-25Q4')}\n${row('2025-26Q2')}\n`, { reason: 'test' })
  const figures = await findFigures(world.db, { indicator: 'cla-rate', dimension: '', areas: [SANDWELL] })
  const at = (period: string) => figures.find((figure) => figure.period === period)
  expect(at('2024-25Q4')).toMatchObject({ denominator: 88593, value: 101.6, status: 'final' })
  expect(at('2025-26Q2')).toMatchObject({ denominator: 88593, value: 101.6, status: 'provisional' })
})

describe('a rate that came before its population', () => {
  const RATES = `${HEADING}\n2024-25Q4,cla-rate,${SANDWELL},,900,,101.6,illustrative,\n`
  const POPULATIONS = [
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,age_group,population_estimate',
    `2024,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,333,${SANDWELL},Sandwell,Children aged 0 to 17 years,88593`,
  ].join('\n')
  const rates = async () => (await loadAreaFigures(world.db, careSubject(), { areas: [SANDWELL] }))(SANDWELL)
  const careSubject = () => findSubject(world.setting, 'cla-rate', '', SANDWELL)
  beforeEach(async () => {
    await world.db.destroy()
    world = await makeWorld(undefined, { demonstration: false })
    await importText(RATES)
  })

  test('has it once it is there', async () => {
    expect((await rates()).quarter).toMatchObject([{ numerator: 900, denominator: null }])
    await importText(POPULATIONS, { fileName: 'ons_mid-year_population_estimates.csv' })
    expect((await rates()).quarter).toMatchObject([{ numerator: 900, denominator: 88593 }])
  })

  test('is the same rate afterwards: its file again changes nothing', async () => {
    await importText(POPULATIONS, { fileName: 'ons_mid-year_population_estimates.csv' })
    expect(await importText(RATES)).toMatchObject({ outcome: 'unchanged', findings: [] })
  })
})

describe('another DfE file of the national layout needs a catalogue entry and no code', () => {
  // Invented for this test: a file with a filter whose values are breakdowns.
  const dataset: Dataset = {
    id: 'invented',
    title: 'Invented: assessments by factor',
    filePattern: '^invented',
    source: 'dfe-children-in-need',
    reportingYear: 'year-to-31-march',
    where: { phase: 'End of assessment' },
    figures: [
      {
        indicator: 'assessment-factors-pct',
        dimension: {
          column: 'factor',
          values: { 'Domestic abuse: parent': 'domestic-abuse-parent', Neglect: 'neglect' },
        },
        where: {},
        numerator: 'assessments_with_factor',
        denominator: { columns: ['assessments'] },
      },
    ],
  }
  const text = [
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,phase,factor,assessments_with_factor,assessments',
    '2025,Reporting year,Local authority,E92000001,England,E12000002,North West,890,E06000009,Blackpool,End of assessment,Domestic abuse: parent,905,2361',
    '2025,Reporting year,Local authority,E92000001,England,E12000002,North West,890,E06000009,Blackpool,End of assessment,Neglect,c,2361',
    '2025,Reporting year,Local authority,E92000001,England,E12000002,North West,890,E06000009,Blackpool,Start of assessment,Neglect,1,2361',
    '2025,Reporting year,Local authority,E92000001,England,E12000002,North West,890,E06000009,Blackpool,End of assessment,Gangs,12,2361',
  ].join('\n')

  test('without the entry it is refused by name', async () => {
    const report = await importText(text, { fileName: 'invented_2025.csv' })
    expect(report.findings[0]).toMatchObject({ check: 'unknown-dataset', level: 'stop' })
  })

  test('with the entry its figures are there, filtered, and what is hidden stays hidden', async () => {
    const reference = { ...world.reference, datasets: [...world.reference.datasets, dataset] }
    const report = await importText(text, { fileName: 'invented_2025.csv', reference })
    expect(report).toMatchObject({ outcome: 'published', figures: 2 })
    const figures = async (dimension: string) =>
      (await findFigures(world.db, { indicator: 'assessment-factors-pct', dimension }))[0]
    expect(await figures('domestic-abuse-parent')).toMatchObject({ value: 38.3, period: '2024-25' })
    expect(await figures('neglect')).toMatchObject({ value: 'suppressed', numerator: null })
  })

  test('of files with the same columns the name decides', async () => {
    const other: Dataset = { ...dataset, id: 'other', title: 'Other', filePattern: '^other' }
    const reference = { ...world.reference, datasets: [...world.reference.datasets, dataset, other] }
    const report = await importText(text, { fileName: 'other_2025.csv', reference, mode: 'check' })
    expect(report.title).toBe('Other')
  })
})

test.each([
  ['SQLite', makeSqlite],
  ['PostgreSQL', makePglite],
])('importing works the same on %s', { timeout: 30_000 }, async (_name, open) => {
  const own = await makeWorld(open)
  const request = {
    bytes: Buffer.from(`${HEADING}\n${CARE}\n`),
    fileName: 'return.csv',
    by: 'analyst',
    reason: null,
    mode: 'publish' as const,
    now: '2026-11-21T10:00:00.000Z',
  }
  expect((await importFile(own.db, own.reference, request)).outcome).toBe('published')
  expect((await importFile(own.db, own.reference, request)).outcome).toBe('unchanged')
  await own.db.destroy()
})
