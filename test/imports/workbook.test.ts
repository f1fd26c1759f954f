import { readFileSync } from 'node:fs'
import { constants, deflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTable, type Table } from '../../server/imports/file.ts'
import { Findings } from '../../server/imports/finding.ts'
import { importFile } from '../../server/imports/run.ts'
import { LIMITS, type Limits } from '../../server/imports/workbook/refusal.ts'
import { openWorkbook } from '../../server/imports/workbook.ts'
import {
  type Cell,
  cell,
  columnName,
  sheetOf,
  type WorkbookToWrite,
  workbook,
  workbookParts,
  zip,
} from '../support/workbook.ts'
import { makeWorld, TODAY, type World } from '../support/world.ts'

const MB = 1024 * 1024

type Options = { sheet?: string | null; limits?: Partial<Limits> }

/** Everything that can be had of a workbook: rows with something in them by their number, and what is told. */
async function read(bytes: Buffer, { sheet = null, limits = {} }: Options = {}) {
  const findings = new Findings()
  const table = await openWorkbook(bytes, sheet, findings, { ...LIMITS, ...limits })
  const rows: Record<number, string[]> = {}
  if (table) {
    for await (const batch of table.batches()) {
      for (const [i, cells] of batch.rows.entries()) if (cells.length > 0) rows[batch.first + i] = cells
    }
  }
  const list = findings.list()
  const stops = list.filter(({ level }) => level === 'stop')
  return { table, header: table?.header, rows, findings: list, stops, stop: stops[0]?.message }
}

async function all(table: Table | undefined) {
  const batches: { first: number; rows: string[][] }[] = []
  for await (const batch of table?.batches() ?? []) batches.push(batch)
  return batches
}

const HEADING = ['a', 'b', 'c']
const one = (rows: Cell[][], more: Partial<WorkbookToWrite> = {}) =>
  workbook({ sheets: [{ name: 'Return', rows: [HEADING, ...rows] }], ...more })
/** A workbook of one sheet of this XML. */
const raw = (xml: string, more: Partial<WorkbookToWrite> = {}) =>
  workbook({ sheets: [{ name: 'Return', rows: [], xml }], ...more })
const TOP = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'
/** What the first cell under the heading reads as. */
const firstCell = async (value: Cell, more: Partial<WorkbookToWrite> = {}) =>
  (await read(one([[value, 'end']], more))).rows[2]?.[0]

describe('a workbook is imported as its CSV is', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.db.destroy())

  const tryOut = (bytes: Buffer, fileName: string) =>
    importFile(world.db, world.reference, {
      bytes,
      fileName,
      by: 'test',
      reason: null,
      mode: 'check',
      now: `${TODAY}T10:00:00.000Z`,
    })

  test.each([
    'pass/quarterly-return.csv',
    'pass/values-worked-out.csv',
    'pass/numbers-as-text.csv',
    'pass/symbols.csv',
    'pass/quoted-newline.csv',
    'pass/dfe-placement-stability.csv',
    'warn/rate-mismatch.csv',
    'fail/not-a-number.csv',
    'fail/period.csv',
    'fail/duplicate.csv',
    'fail/blank.csv',
    'fail/child-level.csv',
    'fail/header--title-row.csv',
  ])('%s', async (file) => {
    const bytes = readFileSync(new URL(file, import.meta.url))
    const rows: string[][] = parse(bytes, { relax_column_count: true })
    const asTyped = (text: string) => (/^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text)
    const fromText = await tryOut(bytes, 'return.csv')
    const { sheets, ...fromWorkbook } = await tryOut(
      workbook({ sheets: [{ name: 'Return', rows: rows.map((cells) => cells.map(asTyped)) }] }),
      'return.xlsx',
    )
    expect({ ...fromWorkbook, sheets: [] }).toEqual(fromText)
    expect(fromText.outcome === 'refused').toBe(file.startsWith('fail/'))
    if (file.startsWith('pass/')) expect(sheets).toEqual(['Return'])
  })

  test('its name must not say that it is text', async () => {
    const bytes = one([])
    for (const ending of ['.csv', '.txt', '.CSV']) {
      const { findings } = await tryOut(bytes, `return${ending}`)
      expect(findings).toHaveLength(1)
      expect(findings[0]).toMatchObject({
        check: 'workbook',
        message: `This is an Excel workbook although its name ends in ${ending.toLowerCase()}.`,
      })
    }
  })

  test('whatever else its name is, its bytes decide', async () => {
    for (const fileName of ['return.xlsx', 'return.xlsm', 'return', '']) {
      expect((await openTable(one([]), new Findings(), { fileName, sheet: null }))?.header).toEqual(HEADING)
    }
    expect((await openTable(one([]), new Findings()))?.sheets?.chosen).toBe('Return')
  })
})

describe('texts', () => {
  test('come through as they were typed', async () => {
    for (const text of ['Blackpool', '  two  spaces ', 'A & B < C', 'Ünïcødé £ 😀', 'line\nbreak', '0012']) {
      expect(await firstCell(text)).toBe(text)
    }
  })

  test('of several prints are joined, without how they are spoken', async () => {
    const parts = {
      'xl/sharedStrings.xml':
        '<sst xmlns="x"><si><r><t>in </t></r><r><rPr><b/></rPr><t>care</t></r><rPh sb="0"><t>NO</t></rPh><phoneticPr/></si></sst>',
    }
    const xml = sheetOf(`${TOP}<row r="2"><c r="A2" t="s"><v>0</v></c></row>`)
    expect((await read(raw(xml, { parts }))).rows[2]).toEqual(['in care', ''])
  })

  test('may stand in the sheet itself', async () => {
    const inside = '<is><r><t>in </t></r><r><t>care</t></r><rPh><t>NO</t></rPh></is>'
    expect(await firstCell(cell('t="inlineStr"', inside))).toBe('in care')
    expect(await firstCell(cell('t="inlineStr"', '<is><t><![CDATA[a<b]]></t></is>'))).toBe('a<b')
  })

  test('of formulas are their results', async () => {
    expect(await firstCell(cell('t="str"', '<f>A1&amp;"x"</f><v>ax</v>'))).toBe('ax')
    expect(await firstCell(cell('t="str"', '<f>IF(1,"","")</f><v></v>'))).toBe('')
  })

  test('with characters that XML cannot hold are put together again', async () => {
    expect(await firstCell(cell('t="inlineStr"', '<is><t>a_x000D_b _x005F_x0041_</t></is>'))).toBe(
      'a\rb _x0041_',
    )
  })

  test('no text is lost at the borders of what is read at a time', async () => {
    const texts = Array.from({ length: 12_000 }, (_, i) => `naïve 😀 ${i} &`)
    const { rows } = await read(
      one(
        texts.map((text) => [text, cell('t="inlineStr"', `<is><t>é${text.replace('&', '&amp;')}</t></is>`)]),
      ),
    )
    expect(texts.filter((text, i) => rows[i + 2]?.[0] !== text || rows[i + 2]?.[1] !== `é${text}`)).toEqual(
      [],
    )
  })
})

describe('numbers', () => {
  test.each([
    ['900', '900'],
    ['101.6', '101.6'],
    ['0.30000000000000004', '0.3'],
    ['101.59999999999999', '101.6'],
    ['1.0000000000000001E-2', '0.01'],
    ['-5', '-5'],
    ['-0', '0'],
    ['1E+15', '1000000000000000'],
    ['123456789012345678', '123456789012346000'],
    ['0.1', '0.1'],
    ['33.333333333333336', '33.3333333333333'],
    [' 7 ', '7'],
    ['seven', 'seven'],
    ['0x10', '0x10'],
    ['1e999', '1e999'],
  ])('%s is %s', async (written, read) => {
    expect(await firstCell(cell('', `<v>${written}</v>`))).toBe(read)
  })

  test.each([
    ['0%', '0.234', '23.4%'],
    ['0.0%', '0.07', '7%'],
    ['0.00%;[Red]-0.00%', '-0.29', '-29%'],
    [9, '0.21', '21%'],
    [10, '1', '100%'],
    ['0.0" % of all"', '23.4', '23.4'],
    ['0.0\\%', '23.4', '23.4'],
  ])('as the percentage %s, %s is %s', async (format, written, read) => {
    expect(await firstCell(cell('s="1"', `<v>${written}</v>`), { formats: [format] })).toBe(read)
  })

  test.each([
    '#,##0',
    '#,##0.0 "days"',
    '[Red]0.0;[<5]"c"',
    '_-£* #,##0.00_-',
    '[$£-809]#,##0',
    '0.00E+00',
    '\\y0',
    '0_d',
    '@',
    3,
    44,
    49,
  ])('the format %s makes no date of them', async (format) => {
    expect(await firstCell(cell('s="1"', '<v>45838</v>'), { formats: [format] })).toBe('45838')
  })
})

describe('dates', () => {
  const dates: [format: string | number, serial: string, text: string][] = [
    [14, '45838', '2025-06-30'],
    ['dd/mm/yyyy', '45838', '2025-06-30'],
    ['[$-809]d mmmm yyyy;@', '45838.75', '2025-06-30'],
    ['mmm', '45838', '2025-06-30'],
    [22, '45838', '2025-06-30'],
    [22, '45838.770833333336', '2025-06-30T18:30:00'],
    ['yyyy-mm-dd hh:mm:ss', '45838.999999999', '2025-07-01'],
    ['h:mm AM/PM', '0.378472222222222', '09:05:00'],
    [21, '45838.5', '12:00:00'],
    ['[h]:mm', '1.5', '36:00:00'],
    [57, '45838', '2025-06-30'],
    [14, '1', '1900-01-01'],
    [14, '59', '1900-02-28'],
    [14, '60', '1900-02-29'],
    [14, '61', '1900-03-01'],
    [14, '2958465', '9999-12-31'],
    [14, '2958466', '2958466'],
    [14, '-1', '-1'],
    [14, '0', '0'],
  ]
  test.each(dates)('as %s, %s is %s', async (format, serial, text) => {
    expect(await firstCell(cell('s="1"', `<v>${serial}</v>`), { formats: [format] })).toBe(text)
  })

  test('count from 1904 in workbooks that began on a Macintosh', async () => {
    const from1904 = { formats: [14], from1904: true }
    expect(await firstCell(cell('s="1"', '<v>44376</v>'), from1904)).toBe('2025-06-30')
    expect(await firstCell(cell('s="1"', '<v>0</v>'), from1904)).toBe('1904-01-01')
  })

  test('may be written out', async () => {
    expect(await firstCell(cell('t="d"', '<v>2025-06-30T00:00:00.000</v>'))).toBe('2025-06-30')
    expect(await firstCell(cell('t="d"', '<v>2025-06-30T18:30:00</v>'))).toBe('2025-06-30T18:30:00')
  })

  test('a style that is not there is none', async () => {
    expect(await firstCell(cell('s="99"', '<v>45838</v>'))).toBe('45838')
    expect(await firstCell(cell('s="-1"', '<v>45838</v>'))).toBe('45838')
  })
})

describe('other cells', () => {
  test('yes and no are words, and a fault keeps its sign', async () => {
    expect(await firstCell(true)).toBe('TRUE')
    expect(await firstCell(false)).toBe('FALSE')
    expect(await firstCell(cell('t="e"', '<f>1/0</f><v>#DIV/0!</v>'))).toBe('#DIV/0!')
  })

  test('a formula gives its result; where it has none, that is told with its place', async () => {
    expect(await firstCell(cell('', '<f>1+1</f><v>2</v>'))).toBe('2')
    for (const nothing of ['', '<v/>', '<v></v>']) {
      const { stops, rows } = await read(one([['x'], [null, cell('', `<f>1+1</f>${nothing}`)]]))
      expect(rows[3] ?? []).toEqual([])
      expect(stops).toHaveLength(1)
      expect(stops[0]).toMatchObject({ check: 'formula', row: 3, column: 'b' })
    }
  })

  test('a formula without result beside the table is nobody’s business', async () => {
    const { findings } = await read(one([['x', 1, 2, null, cell('', '<f>1+1</f>')]]))
    expect(findings).toEqual([])
  })

  test('an empty text is a result', async () => {
    const { findings } = await read(one([['x', cell('t="str"', '<f>IF(1,"","x")</f><v></v>')]]))
    expect(findings).toEqual([])
  })

  test('of merged cells the first has the value', async () => {
    const xml = sheetOf(`${TOP}<row r="2"><c r="A2"><v>1</v></c><c r="B2"/></row>`).replace(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>',
    )
    expect((await read(raw(xml))).rows).toEqual({ 2: ['1', ''] })
  })
})

describe('rows and columns', () => {
  test('rows keep the numbers of the spreadsheet, however far apart', async () => {
    const xml = sheetOf(
      `${TOP}<row r="2"/><row r="4"><c r="A4"><v>4</v></c></row><row r="203"><c r="B203"><v>5</v></c></row><row r="1048576"><c r="A1048576"><v>6</v></c></row>`,
    )
    expect((await read(raw(xml))).rows).toEqual({ 4: ['4', ''], 203: ['', '5'], 1048576: ['6', ''] })
    const table = await openWorkbook(raw(xml), null, new Findings())
    const batches = await all(table)
    expect(batches.map(({ first, rows }) => [first, rows.length])).toEqual([
      [2, 202],
      [1048576, 1],
    ])
  })

  test('rows and cells without a reference follow each other', async () => {
    const xml = sheetOf(
      `${TOP}<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c></row><row><c><v>4</v></c></row>`,
    )
    expect((await read(raw(xml))).rows).toEqual({ 2: ['1', '2'], 5: ['', '3'], 6: ['4', ''] })
  })

  test('every row is as wide as the heading, and what stands beside it is kept for the reader to refuse', async () => {
    const { header, rows } = await read(
      workbook({
        sheets: [{ name: 'S', rows: [[' a ', 'b', '', 'd', ' ', ''], ['x'], [1, 2, 3, 4, 5, 6]] }],
      }),
    )
    expect(header).toEqual(['a', 'b', '', 'd'])
    expect(rows).toEqual({ 2: ['x', '', '', ''], 3: ['1', '2', '3', '4', '5', '6'] })
  })

  test('a table of many rows comes in batches that follow each other', async () => {
    const bytes = one(Array.from({ length: 2345 }, (_, i) => [i, 'x']))
    const table = await openWorkbook(bytes, null, new Findings())
    let next = 2
    expect(table?.progress()).toBeLessThanOrEqual(1)
    for await (const batch of table?.batches() ?? []) {
      expect(batch.first).toBe(next)
      expect(batch.rows.length).toBeLessThanOrEqual(500)
      expect(batch.rows[0]?.[0]).toBe(String(next - 2))
      next += batch.rows.length
    }
    expect(next).toBe(2347)
    expect(table?.progress()).toBe(1)
  })

  test('the heading must stand in row 1', async () => {
    const xml = sheetOf(TOP.replaceAll('1"', '2"'))
    const title = workbook({ sheets: [{ name: 'S', rows: [['Title']] }] })
    const farDown = raw(sheetOf(TOP.replaceAll('1"', '600"')))
    for (const bytes of [raw(xml), raw(sheetOf('')), title, farDown]) {
      const { stops } = await read(bytes)
      expect(stops).toHaveLength(1)
      expect(stops[0]).toMatchObject({ check: 'header' })
    }
  })

  test('another program may name everything in its own way', async () => {
    const X = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    const bytes = zip([
      {
        name: '_rels/.rels',
        data: `<p:Relationships xmlns:p="p"><p:Relationship Id="a" Type="x/officeDocument" Target="/Book/Book1.xml"/></p:Relationships>`,
      },
      {
        name: 'book\\BOOK1.xml',
        data: `<x:workbook xmlns:x="${X}" xmlns:q="q"><x:sheets><x:sheet name="S" sheetId="1" q:id="k"/></x:sheets></x:workbook>`,
      },
      {
        name: 'Book/_rels/Book1.xml.rels',
        data: `<Relationships><Relationship Id="k" Type="x/worksheet" Target="../S.xml"/></Relationships>`,
      },
      {
        name: 's.xml',
        method: 0,
        data: Buffer.from(
          `\ufeff<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="${X}"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v><y:v xmlns:y="y">NO</y:v></x:c><x:c t="str"><x:v>£</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
          'utf16le',
        ),
      },
    ])
    expect((await read(bytes)).header).toEqual(['a', '£'])
  })
})

describe('sheets', () => {
  const rows = (name: string) => [HEADING, [name]]
  const three = workbook({
    sheets: [
      { name: 'Secret', rows: rows('secret'), state: 'hidden' },
      { name: 'Return', rows: rows('return') },
      { name: 'Chart', rows: [], kind: 'chartsheet' },
      { name: 'Lists & notes', rows: rows('lists') },
      { name: 'Older', rows: rows('older') },
      { name: 'Deep', rows: rows('deep'), state: 'veryHidden' },
    ],
  })

  test('the first that is shown is read, and told where there are others', async () => {
    const { table, rows, findings } = await read(three)
    expect(rows[2]?.[0]).toBe('return')
    expect(table?.sheets).toEqual({ names: ['Return', 'Lists & notes', 'Older'], chosen: 'Return' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      check: 'sheet',
      level: 'fixed',
      message: 'Read the sheet "Return", the first of 3. Not read: "Lists & notes", "Older".',
    })
  })

  test('one can be asked for by name, in small letters too', async () => {
    for (const sheet of ['Lists & notes', 'lists & NOTES ']) {
      const { table, rows, findings } = await read(three, { sheet })
      expect(rows[2]?.[0]).toBe('lists')
      expect(table?.sheets?.chosen).toBe('Lists & notes')
      expect(findings).toEqual([])
    }
  })

  test('of one that is not there, or hidden, those that are there are told', async () => {
    for (const sheet of ['Data', 'Secret', 'Chart', '']) {
      const { table, stops } = await read(three, { sheet })
      expect(table).toBeUndefined()
      expect(stops).toHaveLength(1)
      expect(stops[0]).toMatchObject({
        check: 'sheet',
        message: `The workbook has no sheet "${sheet}".`,
        remedy: 'Choose one of those that it has: "Return", "Lists & notes", "Older".',
      })
    }
  })

  test('where all are hidden they are read all the same', async () => {
    const sheets = [
      { name: 'One', rows: rows('one'), state: 'hidden' },
      { name: 'Two', rows: rows('two'), state: 'hidden' },
    ]
    expect((await read(workbook({ sheets }))).table?.sheets).toEqual({ names: ['One', 'Two'], chosen: 'One' })
  })

  test('a cover sheet in front is refused with the names of the others', async () => {
    const sheets = [
      { name: 'Cover', rows: [['Quarterly return']] },
      { name: 'Data', rows: rows('data') },
    ]
    const { stops } = await read(workbook({ sheets }))
    expect(stops[0]?.remedy).toContain('Or choose another sheet: "Data".')
  })

  test('a list of many is cut short', async () => {
    const sheets = Array.from({ length: 30 }, (_, i) => ({
      name: `Sheet ${i} ${'x'.repeat(80)}`,
      rows: rows('x'),
    }))
    const { findings } = await read(workbook({ sheets }))
    expect(findings[0]?.message).toMatch(/ and 19 more\.$/)
    expect(findings[0]?.message.length).toBeLessThan(600)
  })
})

describe('what is no workbook that can be read is refused, and what to do is said', () => {
  const good = one([['x', 1, 2]])
  const parts = workbookParts({ sheets: [{ name: 'S', rows: [HEADING] }] })
  const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const encrypted = parts.map((entry) => ({ ...entry, flags: 1 }))
  const cases: [what: string, bytes: Buffer, message: RegExp][] = [
    ['a zip in name only', Buffer.from('PK\x03\x04 and nothing more'), /damaged/],
    ['one that broke off', good.subarray(0, good.length - 30), /damaged/],
    ['one that broke off early', good.subarray(0, 200), /damaged/],
    ['an empty zip', zip([]), /no Excel workbook in it/],
    ['a zip of tables', zip([{ name: 'return.csv', data: 'a,b' }]), /no Excel workbook in it/],
    [
      'an OpenDocument table',
      zip([{ name: 'mimetype', data: 'application/vnd.oasis', method: 0 }]),
      /OpenDocument/,
    ],
    ['a document', zip([{ name: 'word/document.xml', data: '<a/>' }]), /Word document/],
    ['a presentation', zip([{ name: 'ppt/presentation.xml', data: '<a/>' }]), /presentation/],
    ['a binary workbook', zip([{ name: 'xl/workbook.bin', data: 'x' }]), /binary workbook/],
    ['an old workbook', Buffer.concat([COMPOUND, Buffer.alloc(600)]), /older Excel \(\.xls\)/],
    [
      'a workbook with a password',
      Buffer.concat([COMPOUND, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      /password/,
    ],
    ['a zip with a password', zip(encrypted), /password/],
    ['a zip with a stronger password', zip(parts.map((entry) => ({ ...entry, flags: 0x41 }))), /password/],
    [
      'a zip packed in another way',
      zip(parts.map((entry) => ({ ...entry, method: 12, packed: deflateRawSync(entry.data) }))),
      /damaged/,
    ],
    ['no sheets', workbook({ sheets: [] }), /no sheet with a table/],
    [
      'only charts',
      workbook({ sheets: [{ name: 'C', rows: [], kind: 'chartsheet' }] }),
      /no sheet with a table/,
    ],
  ]
  test.each(cases)('%s', async (_, bytes, message) => {
    const findings = new Findings()
    expect(await openTable(bytes, findings, { fileName: 'return.xlsx', sheet: null })).toBeUndefined()
    expect(findings.list()).toHaveLength(1)
    expect(findings.list()[0]).toMatchObject({ check: 'workbook', level: 'stop' })
    expect(findings.list()[0]?.message).toMatch(message)
    expect(findings.list()[0]?.remedy.length).toBeGreaterThan(20)
  })

  test('an old workbook is told as such even if it is called .csv', async () => {
    const findings = new Findings()
    const bytes = Buffer.concat([COMPOUND, Buffer.alloc(600)])
    await openTable(bytes, findings, { fileName: 'return.csv', sheet: null })
    expect(findings.list()[0]?.message).toMatch(/older Excel/)
  })
})

describe('a workbook whose parts do not fit together is refused', () => {
  const parts = (changed: Record<string, string | null>) => one([['x']], { parts: changed })
  const rels = (target: string, more = '') =>
    raw(sheetOf(TOP), {
      parts: {
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"${more}/></Relationships>`,
      },
    })
  const row = (xml: string) => raw(sheetOf(`${TOP}${xml}`))
  const cases: [what: string, bytes: Buffer][] = [
    ['no relations', parts({ 'xl/_rels/workbook.xml.rels': null })],
    ['a sheet that is not there', rels('worksheets/none.xml')],
    ['a sheet outside', rels('../../../../../../etc/passwd')],
    ['a sheet on the web', rels('worksheets/sheet1.xml', ' TargetMode="External"')],
    ['a sheet that is the workbook', rels('workbook.xml')],
    ['a sheet that is its own list of relations', rels('_rels/workbook.xml.rels')],
    ['a sheet that is a folder', rels('/')],
    ['no shared texts', parts({ 'xl/sharedStrings.xml': null })],
    ['too few shared texts', parts({ 'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>' })],
    ['no styles', parts({ 'xl/styles.xml': null })],
    ['styles that are something else', parts({ 'xl/styles.xml': '<a/>' })],
    ['XML that is none', parts({ 'xl/workbook.xml': 'workbook' })],
    ['XML that ends early', parts({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' })],
    ['XML in which something is unknown', raw(sheetOf('<row>&nbsp;</row>'))],
    ['rows in disorder', row('<row r="3"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>')],
    ['a row twice', row('<row r="2"/><row r="2"/>')],
    ['a row without number', row('<row r="two"/>')],
    ['a cell of another row', row('<row r="2"><c r="A3"><v>1</v></c></row>')],
    ['a cell of no column', row('<row r="2"><c r="2"><v>1</v></c></row>')],
    ['a cell twice', row('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>')],
    ['a text of no number', row('<row r="2"><c r="A2" t="s"><v>-1</v></c></row>')],
  ]
  test.each(cases)('%s', async (_, bytes) => {
    const { stop, stops } = await read(bytes)
    expect(stop).toBe('Part of this workbook is damaged and cannot be read.')
    expect(stops).toHaveLength(1)
  })

  test('a sheet is found by its relation', async () => {
    for (const target of [
      'worksheets/sheet1.xml',
      '/xl/Worksheets/sheet1.xml',
      '../xl/./worksheets/sheet1.xml',
    ]) {
      expect((await read(rels(target))).header).toEqual(['a', 'b'])
    }
  })

  test('names that lead out of the file, or come twice, are refused', async () => {
    const entries = workbookParts({ sheets: [{ name: 'S', rows: [HEADING] }] })
    for (const name of ['../../evil', '/etc/passwd', 'C:\\evil']) {
      expect((await read(zip([...entries, { name, data: 'x' }]))).stop).toMatch(/damaged/)
    }
    const sheet = { name: 'XL/worksheets/SHEET1.xml', data: sheetOf(TOP) }
    expect((await read(zip([...entries, sheet]))).stop).toMatch(/damaged/)
    expect((await read(zip([...entries, { name: 'docProps/', data: '' }]))).stop).toBeUndefined()
  })

  test('a part that cannot be unpacked is refused', async () => {
    const entries = workbookParts({ sheets: [{ name: 'S', rows: [HEADING, ['x']] }] })
    for (const { name } of entries.slice(1)) {
      for (const packed of [Buffer.alloc(50, 0xff), Buffer.alloc(0), deflateRawSync('<a/>').subarray(0, 3)]) {
        const broken = entries.map((entry) => (entry.name === name ? { ...entry, packed } : entry))
        expect((await read(zip(broken))).stop).toMatch(/damaged/)
      }
    }
  })

  test('sizes and sums that lie are refused', async () => {
    const entries = workbookParts({ sheets: [{ name: 'S', rows: [HEADING, ['x']] }] })
    for (const lie of [{ size: 1 }, { size: 4_000_000_000 }, { sum: 1 }]) {
      for (const name of ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml']) {
        const lying = entries.map((entry) => (entry.name === name ? { ...entry, ...lie } : entry))
        expect((await read(zip(lying))).stop).toMatch(/damaged/)
      }
    }
  })

  test('a fault far down gives the rows above it, and a Stop', async () => {
    const many = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>1</v></c></row>`,
    )
    const { rows, stops } = await read(raw(sheetOf(`${TOP}${many.join('')}<row r="1"/>`)))
    expect(Object.keys(rows).length).toBeGreaterThan(500)
    expect(stops).toHaveLength(1)
    expect(stops[0]).toMatchObject({ check: 'workbook', row: 3001 })
  })
})

describe('no file, however it is made, takes much time or memory', { timeout: 30_000 }, () => {
  /** A part of a thousand times a block of spaces, packed without ever being there at once. */
  function bomb(name: string, head: string, blocks: number) {
    const flush = { finishFlush: constants.Z_FULL_FLUSH }
    const block = deflateRawSync(Buffer.alloc(4 * MB, ' '), flush)
    const packed = [deflateRawSync(Buffer.from(head), flush), ...Array<Buffer>(blocks).fill(block)]
    return { name, data: '', packed: Buffer.concat([...packed, deflateRawSync(Buffer.alloc(0))]) }
  }
  const withPart = (entry: ReturnType<typeof bomb>) => [
    ...workbookParts({ sheets: [{ name: 'S', rows: [HEADING] }], parts: { [entry.name]: null } }),
    entry,
  ]
  async function measured(bytes: Buffer, options: Options = {}) {
    const before = { time: performance.now(), memory: process.memoryUsage().rss }
    const result = await read(bytes, options)
    return {
      ...result,
      ms: performance.now() - before.time,
      grown: (process.memoryUsage().rss - before.memory) / MB,
    }
  }

  test.each([
    ['xl/worksheets/sheet1.xml', sheetOf('').replace(/<sheetData>.*/, '<sheetData>')],
    ['xl/sharedStrings.xml', '<sst>'],
    ['xl/workbook.xml', '<workbook>'],
    ['_rels/.rels', '<Relationships>'],
  ])('a bomb of 4 GB in %s', async (name, head) => {
    const bytes = zip(withPart(bomb(name, head, 1024)))
    expect(bytes.length).toBeLessThan(6 * MB)
    const { stop, ms, grown } = await measured(bytes)
    expect(stop).toBeDefined()
    expect(ms).toBeLessThan(3000)
    expect(grown).toBeLessThan(200)
  })

  test('a bomb of many elements is refused by how far it unpacks', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(1_000_000)
    const { stop, ms } = await measured(raw(sheetOf(`${TOP}${rows}`)))
    expect(stop).toMatch(/far more than its size/)
    expect(ms).toBeLessThan(5000)
  })

  const limited: [what: string, limits: Partial<Limits>, bytes: Buffer, message: RegExp][] = [
    ['bytes of a sheet', { sheetBytes: 400 }, one([['x'], ['x'], ['x']]), /more than 0 MB/],
    ['bytes of the shared texts', { stringsBytes: 100 }, one([['x'.repeat(200)]]), /too large/],
    ['bytes of another part', { partBytes: 100 }, one([['x']]), /too large/],
    ['bytes of all parts', { totalBytes: 2000 }, one([['x']]), /too large/],
    ['parts', { parts: 6 }, one([['x']]), /more than 6 parts/],
    ['shared texts', { strings: 3 }, one([['x']]), /more text than can be read/],
    ['characters of shared texts', { stringCharacters: 5 }, one([['xyz']]), /more text than can be read/],
    ['characters of a sheet', { sheetCharacters: 5 }, one([['xyz']]), /more text than can be read/],
    [
      'characters of a shared text',
      { cellCharacters: 5 },
      one([['abcdef']]),
      /^A cell holds more than 5 characters/,
    ],
    [
      'characters of a cell',
      { cellCharacters: 5 },
      one([[cell('t="str"', '<v>abcdef</v>')]]),
      /^A cell of row 2 holds more than 5 characters/,
    ],
    ['rows', { rows: 2 }, one([['x'], ['x']]), /more than 2 rows/],
    [
      'columns',
      { columns: 3 },
      one([[1, 2, 3, 4]]),
      /^Something stands in column D of row 2; no more than 3/,
    ],
    ['formats', { formats: 2 }, one([['x']], { formats: ['0', '0.0'] }), /more cell formats/],
    ['sheets', { sheets: 0 }, one([['x']]), /damaged/],
    ['relations', { relations: 2 }, one([['x']]), /damaged/],
    ['depth', { depth: 3 }, one([['x']]), /damaged/],
  ]
  test.each(limited)('%s are limited', async (_, limits, bytes, message) => {
    expect((await read(bytes)).stop).toBeUndefined()
    const { stop, stops } = await read(bytes, { limits })
    expect(stop).toMatch(message)
    expect(stops).toHaveLength(1)
    expect(stops[0]?.remedy.length).toBeGreaterThan(20)
  })

  test('entities are not expanded', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
    const dtd = `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs.join('')}]>`
    const sheet = sheetOf(`${TOP}<row r="2"><c r="A2" t="str"><v>&l9;</v></c></row>`)
    const strings = `<?xml version="1.0"?>${dtd}<sst><si><t>&l9;</t></si></sst>`
    for (const bytes of [
      raw(sheet.replace('<worksheet', `${dtd}<worksheet`)),
      raw(sheet, { parts: { 'xl/sharedStrings.xml': strings } }),
      raw(sheet.replace('<worksheet', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet')),
    ]) {
      expect((await read(bytes)).stop).toBe(
        'The workbook holds definitions that no spreadsheet program writes.',
      )
    }
    expect((await read(raw(sheet))).stop).toMatch(/damaged/)
  })

  test('the last cell that a sheet has costs nothing while it is empty, and is refused where it is not', async () => {
    const last = (inside: string) =>
      raw(sheetOf(`${TOP}<row r="1048576"><c r="XFD1048576" s="1">${inside}</c></row>`))
    expect((await read(last(''))).findings).toEqual([])
    expect((await read(last('<v>1</v>'))).stop).toMatch(/^Something stands in column XFD of row 1048576/)
    expect((await read(raw(sheetOf(`${TOP}<row r="1048577"/>`)))).stop).toMatch(/more than 1,048,576 rows/)
    expect((await read(raw(sheetOf(`${TOP}<row r="2"><c r="ZZZZ2"><v>1</v></c></row>`)))).stop).toMatch(
      /ZZZZ/,
    )
  })

  test('a thousand coloured cells to the right of every row are passed over', async () => {
    const empty = Array.from({ length: 1000 }, (_, i) => `<c r="${columnName(i + 2)}2" s="1"/>`).join('')
    const rows = Array.from(
      { length: 200 },
      (_, i) =>
        `<row r="${i + 2}"><c r="A${i + 2}"><v>1</v></c>${empty.replaceAll('2" ', `${i + 2}" `)}</row>`,
    )
    const { rows: read200, stops } = await read(raw(sheetOf(TOP + rows.join(''))))
    expect(stops).toEqual([])
    expect(read200[201]).toEqual(['1', ''])
  })

  test('a long text that a million cells refer to is not handed on a million times', async () => {
    const long = 'x'.repeat(30_000)
    const cells = (row: number) =>
      Array.from({ length: 100 }, (_, i) => `<c r="${columnName(i)}${row}" t="s"><v>0</v></c>`).join('')
    const rows = Array.from({ length: 10_000 }, (_, i) => `<row r="${i + 2}">${cells(i + 2)}</row>`)
    const parts = { 'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>` }
    const bytes = raw(sheetOf(TOP + rows.join('')), { parts })
    const { stop, ms, grown } = await measured(bytes)
    expect(stop).toMatch(/more text than can be read here/)
    expect(ms).toBeLessThan(3000)
    expect(grown).toBeLessThan(300)

    const shorter = { 'xl/sharedStrings.xml': parts['xl/sharedStrings.xml'].replace('x'.repeat(27_000), '') }
    const table = await openWorkbook(
      raw(sheetOf(TOP + rows.join('')), { parts: shorter }),
      null,
      new Findings(),
    )
    const batches = await all(table)
    expect(batches.length).toBeGreaterThan(50)
    for (const batch of batches.slice(0, -1)) {
      const characters = batch.rows.flat().reduce((sum, text) => sum + text.length, 0)
      expect(characters).toBeGreaterThan(2 * MB)
      expect(characters).toBeLessThan(8 * MB)
    }
  })

  test('a million references to a short text are only a large sheet', async () => {
    const cells = (row: number) =>
      Array.from({ length: 100 }, (_, i) => `<c r="${columnName(i)}${row}" t="s"><v>0</v></c>`).join('')
    const rows = Array.from({ length: 10_000 }, (_, i) => `<row r="${i + 2}">${cells(i + 2)}</row>`)
    const parts = { 'xl/sharedStrings.xml': '<sst><si><t>x</t></si></sst>' }
    const { stops, rows: all, ms } = await measured(raw(sheetOf(TOP + rows.join('')), { parts }))
    expect(stops).toEqual([])
    expect(Object.keys(all)).toHaveLength(10_000)
    expect(ms).toBeLessThan(10_000)
  })

  test('more texts than can be held are refused', async () => {
    const parts = { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(1_000_001)}</sst>` }
    expect((await read(one([], { parts }))).stop).toMatch(/more text than can be read here/)
  })

  const endless = 'x'.repeat(3 * MB)
  test.each([
    ['text', `<row r="2"><c r="A2" t="str"><v>${endless}</v></c></row>`],
    ['text nowhere', endless],
    ['a name', `<${endless}/>`],
    ['an attribute', `<row r="2" x="${endless}"/>`],
    ['attributes', `<row ${Array.from({ length: 300_000 }, (_, i) => `a${i}=""`).join(' ')}/>`],
    ['a remark', `<!--${endless}-->`],
    ['an instruction', `<?x ${endless}?>`],
    ['a quotation', `<![CDATA[${endless}]]>`],
    ['an entity', `&${endless};`],
    ['a definition', `<!DOCTYPE x [${endless}`],
    ['a nest', '<a>'.repeat(100_000)],
  ])('%s without end is refused', async (_, xml) => {
    const { stop, ms } = await measured(raw(sheetOf(TOP + xml), {}), { limits: { ratio: 10_000 } })
    expect(stop).toBeDefined()
    expect(ms).toBeLessThan(2000)
  })

  test('many relations and many sheets are not looked through one by the other', async () => {
    const relations = Array.from(
      { length: 9000 },
      (_, i) => `<Relationship Id="r${i}" Type="x/chartsheet" Target="a.xml"/>`,
    )
    const sheets = Array.from({ length: 100_000 }, (_, i) => `<sheet name="s" x:id="r${i % 9000}"/>`)
    const parts = {
      'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
      'xl/workbook.xml': `<workbook><sheets>${sheets.join('')}</sheets></workbook>`,
    }
    const { stop, ms } = await measured(one([], { parts }))
    expect(stop).toMatch(/no sheet with a table/)
    expect(ms).toBeLessThan(3000)
  })
})

describe('whatever is changed in a workbook, it is read or refused', { timeout: 60_000 }, () => {
  const what: WorkbookToWrite = {
    sheets: [
      { name: 'Return', rows: [HEADING, ['x', 1.5, cell('s="1"', '<v>45838</v>')], [], [true, 'y', 'z']] },
      { name: 'Other', rows: [HEADING] },
    ],
    formats: ['dd/mm/yyyy', 10],
  }
  const entries = workbookParts(what)
  const good = zip(entries)

  const change = fc.record({
    at: fc.nat(999_999).map((millionth) => millionth / 1_000_000),
    to: fc.integer({ min: 0, max: 255 }),
  })
  const changes = fc.array(change, { minLength: 1, maxLength: 4 })
  function changed(bytes: Buffer, list: readonly { at: number; to: number }[]): Buffer {
    const copy = Buffer.from(bytes)
    for (const { at, to } of list) copy[Math.floor(at * copy.length)] = to
    return copy
  }

  test('its bytes: a changed figure is never taken for a true one', async () => {
    const truth = await read(good)
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const { stops, header, rows } = await read(changed(good, list))
        if (stops.length === 0) expect({ header, rows }).toEqual({ header: truth.header, rows: truth.rows })
        else expect(stops.every(({ message, remedy }) => message && remedy)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  test('its length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 1 }), async (length) => {
        expect((await read(good.subarray(0, length))).stops.length).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })

  test('the XML inside', async () => {
    const part = fc.nat({ max: entries.length - 1 })
    await fc.assert(
      fc.asyncProperty(part, changes, async (which, list) => {
        const inside = entries.map((entry, i) =>
          i === which ? { ...entry, data: changed(Buffer.from(entry.data), list) } : entry,
        )
        const { table, stops } = await read(zip(inside))
        if (!table) expect(stops.length).toBeGreaterThan(0)
      }),
      { numRuns: 600 },
    )
  })

  test('the words of the XML', async () => {
    const words = fc.constantFrom(
      ...'<row>|</row>|<c r="B2">|<c t="s"/>|</c>|<v>1</v>|<v>|</v>|<f/>|<is><t>x</t></is>|<row r="9"/>'.split(
        '|',
      ),
      ...'<c r="A2" t="b"><v>1</v></c>|<sheetData/>|<x:row xmlns:x="x"/>|&lt;|&#65;| |x'.split('|'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 14 }), async (list) => {
        const { table, stops } = await read(raw(sheetOf(TOP + list.join(''))))
        if (!table) expect(stops.length).toBeGreaterThan(0)
      }),
      { numRuns: 600 },
    )
  })

  test('all cells that a table can have come back', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((any) =>
      // XML has no place for most control characters.
      any.replaceAll(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|_x/gu, ''),
    )
    const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 100)
    const any = fc.oneof(text, number, fc.boolean(), fc.constant(null))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(any, { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
        async (table) => {
          const { rows, stops } = await read(one(table))
          expect(stops).toEqual([])
          for (const [i, cells] of table.entries()) {
            const written = cells.map((value) =>
              typeof value === 'boolean' ? String(value).toUpperCase() : `${value ?? ''}`,
            )
            expect(rows[i + 2] ?? ['', '', '']).toEqual(written)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
