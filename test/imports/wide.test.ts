import { describe, expect, test } from 'vitest'
import { type Mapping, mappingProposal, mappingSchema } from '../../server/contract/mapping.ts'
import { openTable } from '../../server/imports/file.ts'
import { type Finding, Findings } from '../../server/imports/finding.ts'
import type { Context, FigureRow } from '../../server/imports/format.ts'
import { looksWide, openWide, proposeMapping, signatureOf } from '../../server/imports/formats/wide.ts'
import { stemOf } from '../../server/imports/formats/wide-headings.ts'
import { loadReference } from '../../server/reference.ts'
import { BLACKPOOL, TODAY } from '../support/world.ts'

const reference = loadReference()
const ENGLAND = 'E92000001'
const POPULATION = 28923

function contextFor(period: string | null): Context {
  return {
    fileName: 'sheet.csv',
    today: TODAY,
    reference,
    period,
    population: (area) => (area === BLACKPOOL ? POPULATION : undefined),
  }
}

async function tableOf(text: string) {
  const table = await openTable(Buffer.from(text.trim()), new Findings())
  if (!table) throw new Error('not a table')
  const rows: { row: number; cells: string[] }[] = []
  for await (const batch of table.batches())
    for (const [i, cells] of batch.rows.entries()) rows.push({ row: batch.first + i, cells })
  return { header: table.header, rows }
}

async function propose(text: string, period: string | null = null) {
  const { header, rows } = await tableOf(text)
  const cells = rows.map((each) => each.cells)
  const proposal = proposeMapping(header, cells, contextFor(period), { home: BLACKPOOL })
  return mappingProposal.parse(proposal)
}

/** Reads a sheet as staging does; by the mapping that would be proposed for it, but for what is given. */
async function read(text: string, change: Partial<Mapping> = {}, period: string | null = null) {
  const { header, rows } = await tableOf(text)
  const { mapping } = await propose(text, period)
  const findings = new Findings()
  const context = contextFor(period)
  const reader = openWide(mappingSchema.parse({ ...mapping, ...change }), header, context, findings)
  const figures: FigureRow[] = []
  if (reader) {
    for (const { row, cells } of rows) figures.push(...reader.read(cells, row))
    figures.push(...(reader.end?.() ?? []))
  }
  return { reader, figures, findings: findings.list() }
}

/** A figure in one line: row, indicator with its breakdown, area, period, value, numerator/denominator. */
function lines(figures: readonly FigureRow[]) {
  return figures.map(({ row, figure }) => {
    const { indicator, dimension, area, period, value, numerator, denominator } = figure
    const name = dimension === '' ? indicator : `${indicator}:${dimension}`
    const where = area === BLACKPOOL ? '' : ` ${area}`
    return `${row} ${name}${where} ${period} ${value} ${numerator ?? '-'}/${denominator ?? '-'}`
  })
}

const stops = (findings: readonly Finding[]) => findings.filter((finding) => finding.level === 'stop')
const of = (check: string, findings: readonly Finding[]) =>
  findings.filter((finding) => finding.check === check)

const QUARTERS = `
Measure,Q1 2025/26,2025-26Q2,Quarter 3 2025/2026
Re-referrals %,21.4%,[c],
Number of referrals,701,"1,012",
CLA rate per 10k,182.2,183.6,
`

describe('one column a quarter', () => {
  test('a row a measure: percentages, symbols, and counts that become rates of the population held', async () => {
    const { figures, findings } = await read(QUARTERS)
    expect(lines(figures)).toEqual([
      '2 rereferrals-pct 2025-26Q1 21.4 -/-',
      '2 rereferrals-pct 2025-26Q2 suppressed -/-',
      '3 referrals-rate 2025-26Q1 242.4 701/28923',
      '3 referrals-rate 2025-26Q2 349.9 1012/28923',
      '4 cla-rate 2025-26Q1 182.2 -/-',
      '4 cla-rate 2025-26Q2 183.6 -/-',
    ])
    expect(stops(findings)).toEqual([])
  })

  test('a figure knows the heading that it stands under, so that a finding can name it', async () => {
    const { reader, figures } = await read(QUARTERS)
    const [first] = figures
    const columns = {
      period: 'Q1 2025/26',
      area: 'Q1 2025/26',
      value: 'Q1 2025/26',
      numerator: 'Q1 2025/26',
      denominator: 'Q1 2025/26',
    }
    expect(first?.columns).toEqual(columns)
    expect(reader?.kind === 'figures' && reader.releaseKind === 'return').toBe(true)
    if (reader?.kind === 'figures' && reader.releaseKind === 'return' && first)
      expect(reader.columnsOf(first.figure)).toEqual(columns)
    expect(reader?.publication.title).toBe('Quarterly sheet')
  })

  test('numerator, denominator and value on rows of their own become one figure, whatever their order', async () => {
    const { figures, findings } = await read(
      `
Measure,Q1 2025/26,Q2 2025/26
Referrals that were re-referrals,150,160
Re-referrals %,21.4,23.2
All referrals,700,690
`,
      {
        measures: {
          'Referrals that were re-referrals': {
            indicator: 'rereferrals-pct',
            dimension: '',
            part: 'numerator',
          },
          'Re-referrals %': { indicator: 'rereferrals-pct', dimension: '', part: 'value' },
          'All referrals': { indicator: 'rereferrals-pct', dimension: '', part: 'denominator' },
        },
      },
    )
    expect(lines(figures)).toEqual([
      '3 rereferrals-pct 2025-26Q1 21.4 150/700',
      '3 rereferrals-pct 2025-26Q2 23.2 160/690',
    ])
    expect(stops(findings)).toEqual([])
  })

  test('a column can say which part a row is, under a measure in a merged cell', async () => {
    const { figures, findings } = await read(`
Indicator,Type,Q1 2025/26,Q2 2025/26
Re-referrals,Numerator,150,160
,Denominator,700,690
,%,21.4%,23.2%
Care leavers in EET,Num,20,22
,Den,40,44
`)
    expect(lines(figures)).toEqual([
      '4 rereferrals-pct 2025-26Q1 21.4 150/700',
      '4 rereferrals-pct 2025-26Q2 23.2 160/690',
      '5 cl-eet-pct 2025-26Q1 50 20/40',
      '5 cl-eet-pct 2025-26Q2 50 22/44',
    ])
    expect(of('merged-cell', findings)[0]?.message).toContain('3 rows (the first is row 3) without a measure')
  })

  test('each quarter can have a column for every part', async () => {
    const { figures } = await read(`
Measure,Q1 2025/26 Num,Q1 2025/26 Den,Q1 2025/26 %,Q2 2025/26 Num,Q2 2025/26 Den,Q2 2025/26 %
Re-referrals,150,700,21.4,160,690,
`)
    expect(lines(figures)).toEqual([
      '2 rereferrals-pct 2025-26Q1 21.4 150/700',
      '2 rereferrals-pct 2025-26Q2 23.2 160/690',
    ])
    expect(figures[0]?.columns).toMatchObject({ value: 'Q1 2025/26 %', numerator: 'Q1 2025/26 Num' })
  })

  test('a row can name its area by name, council or code', async () => {
    const { figures } = await read(`
Measure,Area,Q1 2025/26
CLA rate per 10k,Blackpool Council,182.2
CLA rate per 10k,England,70
CLA rate per 10k,E08000028,90.1
`)
    expect(lines(figures)).toEqual([
      '2 cla-rate 2025-26Q1 182.2 -/-',
      `3 cla-rate ${ENGLAND} 2025-26Q1 70 -/-`,
      '4 cla-rate E08000028 2025-26Q1 90.1 -/-',
    ])
  })

  test('months that end quarters are the quarters, and it is told once', async () => {
    const { figures, findings } = await read('Measure,Jun-25,Sep-25\nRe-referrals %,21,23')
    expect(lines(figures)).toEqual([
      '2 rereferrals-pct 2025-26Q1 21 -/-',
      '2 rereferrals-pct 2025-26Q2 23 -/-',
    ])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ check: 'month-as-quarter', level: 'fixed', row: 1, column: 'Jun-25' })
    expect(findings[0]?.message).toBe(
      'Read the headings "Jun-25" as 2025-26Q1, "Sep-25" as 2025-26Q2: the quarter that ends then.',
    )
  })

  test('so are the dates that a workbook makes of them', async () => {
    const { figures } = await read('Measure,2025-06-01,2025-09-01\nRe-referrals %,21,23')
    expect(figures.map(({ figure }) => figure.period)).toEqual(['2025-26Q1', '2025-26Q2'])
    const months = await read('Measure,2025-06-01,2025-07-01\nRe-referrals %,21,23')
    expect(months.figures.map(({ figure }) => figure.period)).toEqual(['2025-06', '2025-07'])
  })

  test('one such month alone could be a monthly sheet: it is asked about, unless its quarter was chosen', async () => {
    const sheet = 'Measure,Jun-25\nRe-referrals %,21'
    expect((await read(sheet)).findings).toMatchObject([{ check: 'month-as-quarter', level: 'warn' }])
    expect((await read(sheet, {}, '2025-26Q1')).findings).toMatchObject([{ level: 'fixed' }])
  })

  test('a monthly sheet stays monthly', async () => {
    const { figures, findings } = await read('Measure,Apr-25,May-25,Jun-25\nRe-referrals %,21,23,22')
    expect(figures.map(({ figure }) => figure.period)).toEqual(['2025-04', '2025-05', '2025-06'])
    expect(findings).toMatchObject([{ check: 'period-spelling', level: 'fixed' }])
  })

  test('"Q1" without a year is of the financial year of the quarter chosen', async () => {
    const sheet = 'Measure,Q1,Q2\nRe-referrals %,21,23'
    const { figures } = await read(sheet, {}, '2025-26Q2')
    expect(figures.map(({ figure }) => figure.period)).toEqual(['2025-26Q1', '2025-26Q2'])
    const { findings } = await read(sheet)
    expect(stops(findings)).toMatchObject([{ check: 'period', column: 'Q1' }, { column: 'Q2' }])
    expect(stops(findings)[0]?.remedy).toContain('Choose the quarter that the sheet is for')
  })

  test.each([
    ['Q1 2025/26,Apr-Jun 2025', '2025-26Q1'],
    ['Q1 2025/26,Q1 2025-26', '2025-26Q1'],
  ])('two columns of the same quarter (%s) stop the file', async (headings) => {
    const { reader, findings } = await read(`Measure,${headings}\nRe-referrals %,21,23`)
    expect(reader).toBeUndefined()
    expect(stops(findings)).toMatchObject([{ check: 'header', row: 1 }])
    expect(stops(findings)[0]?.message).toContain(
      '(column 3) both mean April to June 2025 (Quarter 1 2025/26).',
    )
  })
})

const THIS_AND_LAST = `
Measure,Target,Last quarter,This quarter,Direction of travel,RAG,Comments
Social worker vacancy rate,10,12.5,13.1,up,R,Two leavers
Average social worker caseload,15,16.2,15.9,down,A,
`

describe('a column for this quarter and one for the last', () => {
  test('are of the quarter chosen and of the one before it; targets, colours and arrows are left alone', async () => {
    const { figures, findings } = await read(THIS_AND_LAST, {}, '2025-26Q1')
    expect(lines(figures)).toEqual([
      '2 sw-vacancy-pct 2024-25Q4 12.5 -/-',
      '2 sw-vacancy-pct 2025-26Q1 13.1 -/-',
      '3 sw-caseload 2024-25Q4 16.2 -/-',
      '3 sw-caseload 2025-26Q1 15.9 -/-',
    ])
    expect(findings.map(({ check, level }) => [check, level])).toEqual([['target-column', 'fixed']])
    expect(findings[0]?.message).toBe(
      'Passed over "Target": targets are kept separately and not read from sheets.',
    )
  })

  test('stop when no quarter was chosen', async () => {
    const { reader, findings } = await read(THIS_AND_LAST)
    expect(reader).toBeUndefined()
    expect(stops(findings)).toMatchObject([
      {
        check: 'period',
        row: 1,
        column: 'Last quarter',
        message: '"Last quarter" doesn\'t say which quarter it is.',
        remedy: 'Choose the quarter that the sheet is for.',
      },
      { column: 'This quarter' },
    ])
  })

  test('stop when the heading itself names another quarter', async () => {
    const sheet = 'Measure,Current quarter (Q2 2025/26)\nRe-referrals %,21'
    expect((await read(sheet, {}, '2025-26Q2')).figures).toHaveLength(1)
    expect((await read(sheet)).figures).toHaveLength(1)
    expect(stops((await read(sheet, {}, '2025-26Q3')).findings)[0]?.message).toContain(
      'names July to September 2025',
    )
  })

  test('a comment goes with the newest figure of its row, one with a quarter with that quarter', async () => {
    const columns: Mapping['columns'] = {
      Target: { use: 'target' },
      'Last quarter': { use: 'previous-period' },
      'This quarter': { use: 'this-period' },
      'Direction of travel': { use: 'ignore' },
      RAG: { use: 'ignore' },
      Comments: { use: 'note' },
    }
    const { figures } = await read(THIS_AND_LAST, { columns }, '2025-26Q1')
    expect(figures.map(({ figure }) => figure.note)).toEqual([null, 'Two leavers', null, null])
    const dated = await read(
      'Measure,Q1 2025/26,Q1 comment,Q2 2025/26\nRe-referrals %,21,Recording changed,23',
      {},
      '2025-26Q2',
    )
    expect(dated.figures.map(({ figure }) => figure.note)).toEqual(['Recording changed', null])
  })
})

describe('rows', () => {
  test('empty cells are no figures; each column tells of its own once, and names the rows', async () => {
    const { figures, findings } = await read(`
Measure,Q1 2025/26,Q2 2025/26,Q3 2025/26
Re-referrals %,21,,
Social worker vacancy rate,12,13,
`)
    expect(figures).toHaveLength(3)
    expect(of('empty-cell', findings).map(({ row, column, message }) => ({ row, column, message }))).toEqual([
      {
        row: 1,
        column: 'Q3 2025/26',
        message: 'Nothing is filled in under "Q3 2025/26" yet; no figure was read from it.',
      },
      {
        row: 2,
        column: 'Q2 2025/26',
        message: '1 of 2 cells under "Q2 2025/26" is not filled in (row 2); no figure was read there.',
      },
    ])
  })

  test('under a quarter that has not begun, dashes and errors count as empty; a number does not', async () => {
    const { figures, findings } = await read(
      'Measure,Q1 2026/27,Q4 2026/27\nRe-referrals %,21,#DIV/0!\nSocial worker vacancy rate,12,-\nSocial worker turnover,9,0',
    )
    expect(stops(findings)).toEqual([])
    expect(figures.map(({ figure }) => figure.period)).toEqual([
      '2026-27Q1',
      '2026-27Q1',
      '2026-27Q1',
      '2026-27Q4',
    ])
  })

  test("a section's heading and a footnote are passed over, and told", async () => {
    const { figures, findings } = await read(
      'Measure,Target,Q1 2025/26\nFront door,,\nRe-referrals %,22,21\nSource: case system,,',
    )
    expect(figures).toHaveLength(1)
    expect(of('section-row', findings)).toMatchObject([
      { level: 'fixed', row: 2, value: 'Front door' },
      { level: 'fixed', row: 4, value: 'Source: case system' },
    ])
  })

  test('a measure that is not in the mapping stops the file, with its row and the nearest indicator', async () => {
    const { findings } = await read('Measure,Q1 2025/26\nRe-referrals %,21\nRe-referrals %,22', {
      measures: {},
    })
    expect(stops(findings)).toEqual([
      {
        check: 'mapping',
        level: 'stop',
        row: 2,
        column: 'Measure',
        value: 'Re-referrals %',
        message: '"Re-referrals %" isn\'t in the mapping of this sheet.',
        remedy:
          'Map it to an indicator ("Repeat referrals", rereferrals-pct, is the nearest), or leave it out in the mapping.',
      },
    ])
  })

  test('a measure left out on purpose is passed over without a word', async () => {
    const { figures, findings } = await read('Measure,Q1 2025/26\nTotal,21', { measures: { Total: null } })
    expect([figures, stops(findings), of('section-row', findings)]).toEqual([[], [], []])
  })

  test('figures without a measure stop the file', async () => {
    const { findings } = await read('Measure,Target,Q1 2025/26\nRe-referrals %,,21\n,,22')
    expect(stops(findings)).toMatchObject([{ row: 3, message: 'Row 3 has figures but names no measure.' }])
  })

  test('a numerator of which nothing can be made stops the file', async () => {
    const { figures, findings } = await read('Measure,Q1 2025/26\nNumber of re-referrals,150', {
      measures: {
        'Number of re-referrals': { indicator: 'rereferrals-pct', dimension: '', part: 'numerator' },
      },
    })
    expect(figures).toEqual([])
    expect(stops(findings)).toMatchObject([
      { check: 'missing-part', row: 2, column: 'Q1 2025/26', value: '150' },
    ])
  })

  test('two rows for the same part of a figure stop the file, and name each other', async () => {
    const { findings } = await read(
      'Measure,Type,Q1 2025/26\nRe-referrals,Numerator,150\nRe-referrals,Numerator,151\nRe-referrals,Denominator,700',
    )
    expect(stops(findings)).toMatchObject([{ check: 'duplicate', row: 3, value: '151' }])
    expect(stops(findings)[0]?.message).toContain('Row 2 gives the numerator of "Repeat referrals"')
  })

  test('a cell that can not be read stops the file by itself, and no more is said of its figure', async () => {
    const { figures, findings } = await read(
      'Measure,Type,Q1 2025/26\nRe-referrals,Numerator,about 150\nRe-referrals,Denominator,700',
    )
    expect(figures).toEqual([])
    expect(stops(findings)).toMatchObject([{ check: 'not-a-number', row: 2, column: 'Q1 2025/26' }])
  })

  test('a percentage under a measure mapped to a count stops the file', async () => {
    const { findings } = await read('Measure,Q1 2025/26\nReferrals,21.4%', {
      measures: { Referrals: { indicator: 'referrals-rate', dimension: '', part: 'numerator' } },
    })
    expect(stops(findings)).toMatchObject([{ check: 'mapping', row: 2, value: '21.4%' }])
  })

  test('an area that nobody knows stops the file, unless the mapping leaves it out or says who it is', async () => {
    const sheet = 'Measure,Area,Q1 2025/26\nRe-referrals %,Blackpool,21\nRe-referrals %,Our neighbours,22'
    const { findings } = await read(sheet, { areas: {} })
    expect(stops(findings)).toMatchObject([{ check: 'unknown-area', row: 3, column: 'Area' }])
    expect(lines((await read(sheet, { areas: { 'Our neighbours': null } })).figures)).toHaveLength(1)
    expect(lines((await read(sheet, { areas: { 'Our neighbours': ENGLAND } })).figures)).toHaveLength(2)
  })

  test('a column without a heading is passed over and told, or names the measures', async () => {
    const { findings } = await read('Measure,,Q1 2025/26\nRe-referrals %,x,21')
    expect(of('no-heading', findings)).toMatchObject([{ row: 2, column: 'column 2' }])
    const { figures } = await read(',Q1 2025/26,Q2 2025/26\nRe-referrals %,21,22')
    expect(figures).toHaveLength(2)
  })
})

describe('a mapping that does not fit', () => {
  const SHEET = 'Measure,Target,Q1 2025/26\nRe-referrals %,20,21'
  test.each<[string, Partial<Mapping>, string, string]>([
    [
      'names a column that has gone',
      { measureColumn: 'Measures' },
      'There is no column "Measures", which the mapping of this sheet takes for the measure; is it "Measure" now?',
      'Call the column "Measures" again',
    ],
    [
      'reads a column that has gone',
      { columns: { Target: { use: 'target' }, 'Latest position': { use: 'this-period' } } },
      'There is no column "Latest position", which the mapping of this sheet reads.',
      'take it out of the mapping',
    ],
    [
      'says nothing of a column',
      { columns: {} },
      'The column "Target" isn\'t in the mapping of this sheet.',
      'Say in the mapping what it holds',
    ],
    [
      'names an unknown indicator',
      { measures: { 'Re-referrals %': { indicator: 'rereferral-pct', dimension: '', part: 'value' } } },
      'reads "Re-referrals %" as "rereferral-pct", which isn\'t known; did you mean "rereferrals-pct"?',
      'Map "Re-referrals %" to an indicator',
    ],
    [
      'names an unknown breakdown',
      { measures: { 'Re-referrals %': { indicator: 'rereferrals-pct', dimension: 'girls', part: 'value' } } },
      'as the breakdown "girls" of "rereferrals-pct"',
      'has no breakdowns',
    ],
    [
      'takes a plain number for a denominator',
      { measures: { 'Re-referrals %': { indicator: 'open-cases', dimension: '', part: 'denominator' } } },
      'as the denominator of "open-cases", which is a plain number',
      'leave it out',
    ],
    [
      'names no area',
      { area: null },
      'The mapping of this sheet does not say which area it is about.',
      'Choose the area',
    ],
    ['names an unknown area', { area: 'E99999999' }, 'No area has the code "E99999999"', 'Choose the area'],
    [
      'gives a column a period that is none',
      { columns: { Target: { use: 'period', period: '2025-26Q5' } } },
      'reads "Target" as the period "2025-26Q5", which isn\'t one.',
      'Give a quarter such as 2025-26Q1.',
    ],
  ])('%s: it stops, and says what to do', async (_, change, message, remedy) => {
    const { figures, findings } = await read(SHEET, change)
    expect(figures).toEqual([])
    expect(stops(findings)).toHaveLength(1)
    expect(stops(findings)[0]?.message).toContain(message)
    expect(stops(findings)[0]?.remedy).toContain(remedy)
  })

  test('a target that is gone, or a colour, is not missed', async () => {
    const { findings } = await read('Measure,Q1 2025/26\nRe-referrals %,21', {
      columns: { Target: { use: 'target' }, RAG: { use: 'ignore' } },
    })
    expect(stops(findings)).toEqual([])
  })
})

describe('the signature of headings', () => {
  test.each([
    [['Measure', 'Q1 2025/26'], 'Q2 2025/26'],
    [['Measure', 'Target', 'Jun-25', 'Sep-25'], 'Dec-25'],
    [['Measure', 'Q1 2025/26 Actual', 'Q1 2025/26 RAG'], 'Q2 2025/26 Actual'],
    [['Measure', 'Target 2025/26', 'Q1', 'Q2'], 'Q3'],
  ])('%j stays the same when "%s" is added', (header, added) => {
    const signature = signatureOf(header)
    expect(signature).toMatch(/^[0-9a-f]{32}$/)
    for (let at = 0; at <= header.length; at++) {
      expect(signatureOf(header.toSpliced(at, 0, added))).toBe(signature)
    }
  })

  test('changes with any other heading, and with whether the sheet names quarters at all', () => {
    const signatures = [
      ['Measure', 'Q1 2025/26'],
      ['Measures', 'Q1 2025/26'],
      ['Measure', 'Target', 'Q1 2025/26'],
      ['Measure', 'Target', 'This quarter'],
      ['Measure', 'This quarter'],
    ].map(signatureOf)
    expect(new Set(signatures).size).toBe(signatures.length)
  })

  test('does not mind the order of columns, nor the column of findings that the importer added', () => {
    expect(signatureOf(['Target', 'Q1 2025/26', 'Measure', 'findings'])).toBe(
      signatureOf(['Measure', 'Target', 'Q1 2025/26']),
    )
  })

  test('so a mapping made for one quarter reads the next, and the year after', async () => {
    const { signature, mapping } = await propose('Measure,Q1 2025/26 Actual,Q1 RAG\nRe-referrals %,21,G')
    const next = 'Measure,Q4 2025/26 Actual,Q4 RAG,Q1 2026/27 Actual,Q1 RAG\nRe-referrals %,22,G,23,R'
    expect((await propose(next)).signature).toBe(signature)
    const { figures } = await read(next, mapping)
    expect(lines(figures)).toEqual([
      '2 rereferrals-pct 2025-26Q4 22 -/-',
      '2 rereferrals-pct 2026-27Q1 23 -/-',
    ])
  })
})

test.each([
  ['Q1 2025/26', ''],
  ['Actual Q1 2025/26', 'Actual'],
  ['Q4 Jan-Mar 2025/26 Actual', 'Actual'],
  ['Target 2025/26', 'Target'],
  ['Q2 (RAG)', 'RAG'],
  ['As at 30 June 2025', ''],
  ['Q1 (Apr-Jun 2025)', ''],
  // A quarter of the calendar year is not ours of that number.
  ['Q1 (Jan-Mar 2025)', 'Q1 (Jan-Mar 2025)'],
  ['Direction of travel', 'Direction of travel'],
])('the heading "%s" without its period is "%s"', (heading, stem) => {
  expect(stemOf(heading)).toBe(stem)
})

test.each<[string[], boolean]>([
  [['Measure', 'Q1 2025/26'], true],
  [['', 'Q1', 'Q2'], true],
  [['Measure', 'Last quarter', 'This quarter'], true],
  [['KPI', 'Q1 Actual', 'Q1 Target'], true],
  [['Measure', 'Target'], false],
  [['Measure', 'Target 2025/26'], false],
  [['Q1 2025/26', 'Q2 2025/26'], false],
  [['Team', 'Manager', 'Cases'], false],
])('headings %j are a sheet of quarters: %s', (header, wide) => {
  expect(looksWide(header)).toBe(wide)
})

describe('the mapping that is proposed', () => {
  test('finds the columns, and the indicators by the words of a council', async () => {
    const { mapping, unsure, sample, header } = await propose(`
Ref,Performance indicator,Owner,Target,Q1 2025/26,Q2 2025/26,RAG
1,Re-referrals within 12 months (%),Jo,22,21.4,23,G
2,Children subject to a CP plan per 10k,Sam,50,52.1,51.8,A
3,Number of Looked After Children,Sam,,527,531,R
4,% of C&F assessments completed in timescale,Jo,90,88,87.5,A
5,Bins collected,Alex,99,98,97,R
`)
    expect(mapping).toMatchObject({
      area: BLACKPOOL,
      areaColumn: null,
      measureColumn: 'Performance indicator',
      partColumn: null,
      columns: {
        Ref: { use: 'ignore' },
        Owner: { use: 'ignore' },
        Target: { use: 'target' },
        RAG: { use: 'ignore' },
      },
    })
    expect(mapping.measures).toEqual({
      'Re-referrals within 12 months (%)': { indicator: 'rereferrals-pct', dimension: '', part: 'value' },
      'Children subject to a CP plan per 10k': { indicator: 'cpp-rate', dimension: '', part: 'value' },
      'Number of Looked After Children': { indicator: 'cla-rate', dimension: '', part: 'numerator' },
      '% of C&F assessments completed in timescale': {
        indicator: 'assessments-45d-pct',
        dimension: '',
        part: 'value',
      },
      'Bins collected': null,
    })
    expect(unsure).toContain('Bins collected')
    expect(sample).toHaveLength(5)
    expect(header[1]).toBe('Performance indicator')
  })

  test.each([
    'Adult safeguarding enquiries',
    'Council tax collected',
    'CLA reviews on time',
    'Private fostering arrangements',
    'Initial health assessments on time',
    'Housing complaints',
    'Permanent exclusions',
    'constructor',
  ])('has no indicator for "%s"', async (measure) => {
    const { mapping, unsure } = await propose(`Measure,Q1 2025/26\n${measure},12`)
    expect(mapping.measures).toEqual({ [measure]: null })
    expect(unsure).toContain(measure)
  })

  test('a percentage is never mapped to a count', async () => {
    const { mapping } = await propose('Measure,Q1 2025/26\nReferrals,12%')
    expect(mapping.measures).toEqual({ Referrals: null })
  })

  test('children in care in whole numbers could be a rate or a count: it is listed as unsure', async () => {
    const { mapping, unsure } = await propose('Measure,Q1 2025/26\nChildren in care,527')
    expect(mapping.measures['Children in care']).toEqual({
      indicator: 'cla-rate',
      dimension: '',
      part: 'numerator',
    })
    expect(unsure).toEqual(['Children in care'])
  })

  test('lists areas and columns of numbers that it can not tell', async () => {
    const { mapping, unsure } = await propose(
      'Measure,Area,Q1 2025/26,Stretch\nRe-referrals %,Blackpool,21,20\nRe-referrals %,Our neighbours,22,20',
    )
    expect(mapping).toMatchObject({ area: null, areaColumn: 'Area', areas: { 'Our neighbours': null } })
    expect(mapping.columns).toEqual({ Stretch: { use: 'ignore' } })
    expect(unsure).toEqual(['Stretch', 'Our neighbours'])
  })

  test('"Actual" beside no quarter is this quarter, but unsure', async () => {
    const { mapping, unsure } = await propose('Measure,Target,Actual\nRe-referrals %,20,21')
    expect(mapping.columns).toEqual({ Target: { use: 'target' }, Actual: { use: 'this-period' } })
    expect(unsure).toEqual(['Actual'])
  })
})
