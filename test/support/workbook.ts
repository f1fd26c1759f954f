import { crc32, deflateRawSync } from 'node:zlib'
import { readEverySheet } from '../../server/imports/workbook.ts'

/** An entry of a zip file. Where something is said beside its name and data, that is written instead of the truth. */
export type ZipEntry = {
  name: string
  data: string | Buffer
  packed?: Buffer
  method?: number
  flags?: number
  size?: number
  sum?: number
}

/** A zip file of these entries, byte for byte as spreadsheet programs write them. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, method = 8, flags = 0, ...said } of entries) {
    const bytes = Buffer.from(data)
    const packed = said.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(said.sum ?? crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(said.size ?? bytes.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), common.subarray(0, 2), common, place, Buffer.from(name)]),
    )
    files.push(file)
    offset += file.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listed, end])
}

/** A cell: text and numbers as they are, or its XML, told its reference. */
export type Cell = string | number | boolean | null | ((reference: string) => string)

/** A cell of another kind: the attributes of its element (`t`, `s`) and what stands inside. */
export const cell =
  (attributes: string, inside: string): Cell =>
  (reference) =>
    `<c r="${reference}" ${attributes}>${inside}</c>`

export type SheetToWrite = {
  name: string
  rows: readonly (readonly Cell[])[]
  state?: string
  /** The XML of the sheet, where it is not to be made of `rows`. */
  xml?: string
  /** What kind of sheet it is said to be. */
  kind?: string
}

export type WorkbookToWrite = {
  sheets: readonly SheetToWrite[]
  /** Number formats: the first is style 1. A number is that of a built-in format. */
  formats?: readonly (string | number)[]
  from1904?: boolean
  /** Parts that are written instead of, or beside, those that it would have; null leaves one out. */
  parts?: Record<string, string | null>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : columnName(Math.floor(place / 26) - 1) + last
}

/** The XML of a sheet around its rows. */
export const sheetOf = (rows: string) =>
  `${HEAD}<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>${rows}</sheetData><pageMargins left="0.7"/></worksheet>`

function writeRows(rows: readonly (readonly Cell[])[], strings: string[]): string {
  const write = (value: Cell, reference: string) => {
    if (value === null || value === '') return ''
    if (typeof value === 'function') return value(reference)
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`
    if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`
    return `<c r="${reference}" t="s"><v>${strings.push(value) - 1}</v></c>`
  }
  return rows
    .map((cells, i) => {
      const inside = cells.map((value, place) => write(value, `${columnName(place)}${i + 1}`)).join('')
      return inside === '' ? '' : `<row r="${i + 1}" spans="1:9">${inside}</row>`
    })
    .join('')
}

function relations(list: readonly { id: string; kind: string; target: string }[]): string {
  const items = list.map(
    ({ id, kind, target }) => `<Relationship Id="${id}" Type="${TYPES}/${kind}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

function styles(formats: readonly (string | number)[]): string {
  const id = (format: string | number, i: number) => (typeof format === 'number' ? format : 164 + i)
  const own = formats.map((format, i) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${id(format, i)}" formatCode="${escaped(format)}"/>`,
  )
  const used = formats.map((format, i) => `<xf numFmtId="${id(format, i)}" applyNumberFormat="1"/>`)
  return `${HEAD}<styleSheet ${MAIN}><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${used.join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs></styleSheet>`
}

function contentTypes(sheets: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${kind}.${type}+xml"/>`
  const numbers = Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}`, 'worksheet'))
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${part('sharedStrings', 'sharedStrings')}${numbers.join('')}</Types>`
}

/** The parts of a workbook, by name. */
export function workbookParts({ sheets, formats = [], from1904, parts = {} }: WorkbookToWrite) {
  const strings: string[] = []
  const written = sheets.map(({ rows, xml }) => xml ?? sheetOf(writeRows(rows, strings)))
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}" ${state ? `state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  const all: Record<string, string | null> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([{ id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${TYPES}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      { id: 'rId900', kind: 'styles', target: 'styles.xml' },
      { id: 'rId901', kind: 'sharedStrings', target: '/xl/sharedStrings.xml' },
      ...sheets.map(({ kind = 'worksheet' }, i) => ({
        id: `rId${i + 1}`,
        kind,
        target: `worksheets/sheet${i + 1}.xml`,
      })),
    ]),
    'xl/styles.xml': styles(formats),
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(written.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    ...parts,
  }
  return Object.entries(all).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]))
}

/** The bytes of a workbook. */
export const workbook = (what: WorkbookToWrite): Buffer => zip(workbookParts(what))

/** The rows of every sheet of a workbook, as texts. */
export async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const rows: string[][] = []
  for await (const batch of readEverySheet(Buffer.from(bytes)))
    rows.push(...batch.rows.map((row) => [...row]))
  return rows
}
