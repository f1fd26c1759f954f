import type { Findings } from './finding.ts'
import { readHeader, type Table } from './table.ts'
import { Archive } from './workbook/archive.ts'
import { type Contents, readContents, type Sheet } from './workbook/contents.ts'
import { damaged, LIMITS, type Limits, protectedByPassword, Refusal } from './workbook/refusal.ts'
import { type Batch, readSheet } from './workbook/sheet.ts'
import { readSharedStrings } from './workbook/strings.ts'
import { readStyles } from './workbook/styles.ts'

/** How a zip file begins: with a part, or empty, or as one of several. */
const ZIP = ['504b0304', '504b0506', '504b0708']
/** How the files of older Office begin, and workbooks that are locked with a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')

/** Whether these bytes are a zip file, as workbooks are. */
export const isZip = (bytes: Buffer): boolean => ZIP.includes(bytes.subarray(0, 4).toString('hex'))

const isCompound = (bytes: Buffer): boolean => bytes.subarray(0, COMPOUND.length).equals(COMPOUND)

/** Whether these bytes are for `openWorkbook`, if only to say what else they are. */
export const looksLikeWorkbook = (bytes: Buffer): boolean => isZip(bytes) || isCompound(bytes)

/**
 * Opens a sheet of an Excel workbook as the table that its CSV would give: the sheet of that name, or the first.
 * However the bytes were made, reading them stays within the limits, and what is wrong is told as a Stop; then it is
 * `undefined`, or, where the fault lies further down, the batches end early.
 */
export async function openWorkbook(
  bytes: Buffer,
  sheet: string | null,
  findings: Findings,
  limits: Limits = LIMITS,
): Promise<Table | undefined> {
  try {
    return await open(bytes, sheet, findings, limits)
  } catch (error) {
    tell(error, findings)
    return undefined
  }
}

async function open(
  bytes: Buffer,
  asked: string | null,
  findings: Findings,
  limits: Limits,
): Promise<Table | undefined> {
  if (isCompound(bytes)) throw refuseCompound(bytes)
  const archive = await Archive.open(bytes, limits)
  const contents = await readContents(archive, limits)
  const choice = choiceOf(contents.sheets)
  const sheet = choose(choice, asked)
  const { part } = sheet
  if (part === undefined || !archive.has(part)) throw damaged()
  const others = choice.filter((each) => each !== sheet)
  if (asked === null && others.length > 0) tellSheet(sheet, others, findings)

  const place = { read: 0 }
  const rows = readSheet(
    counted(archive.read(part, limits.sheetBytes), place),
    await openBook(archive, contents, limits),
    limits,
  )
  const first = (await rows.next()).value as Batch | undefined
  const header = readHeader(first?.first === 1 ? (first.rows[0] ?? []) : [], findings, elsewhere(others))
  if (!header) {
    await rows.return(undefined)
    return undefined
  }
  return {
    header,
    sheets: { names: choice.map(({ name }) => name), chosen: sheet.name },
    progress: () => Math.min(1, place.read / Math.max(1, archive.sizeOf(part))),
    async *batches() {
      if (first && first.rows.length > 1) yield finish(withoutHeading(first), header, findings)
      try {
        for await (const batch of rows) yield finish(batch, header, findings)
      } catch (error) {
        tell(error, findings)
      }
    },
  }
}

/** The names of the sheets that can be chosen, in their order; none where the bytes are no workbook. */
export async function sheetNames(bytes: Buffer, limits: Limits = LIMITS): Promise<string[]> {
  if (!isZip(bytes)) return []
  try {
    const { sheets } = await readContents(await Archive.open(bytes, limits), limits)
    return choiceOf(sheets).map(({ name }) => name)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

/** The rows of every sheet, the hidden ones too, as far as they can be read; `first` is the row of the first of them. */
export async function* readEverySheet(bytes: Buffer, limits: Limits = LIMITS): AsyncGenerator<Batch> {
  try {
    const archive = await Archive.open(bytes, limits)
    const contents = await readContents(archive, limits)
    const book = await openBook(archive, contents, limits)
    for (const { part } of contents.sheets) {
      if (part !== undefined && archive.has(part)) {
        yield* readSheet(archive.read(part, limits.sheetBytes), book, limits)
      }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

/** What a reader can choose from: hidden sheets only where there is nothing else. */
function choiceOf(sheets: readonly Sheet[]): readonly Sheet[] {
  const shown = sheets.filter(({ hidden }) => !hidden)
  return shown.length > 0 ? shown : sheets
}

async function openBook(archive: Archive, { strings, styles, from1904 }: Contents, limits: Limits) {
  return {
    strings: strings === undefined ? [] : await readSharedStrings(archive, strings, limits),
    styles: styles === undefined ? [] : await readStyles(archive, styles, limits),
    from1904,
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, place: { read: number }): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    place.read += chunk.length
    yield chunk
  }
}

/** A refusal becomes a Stop; anything else is a fault of ours. */
function tell(error: unknown, findings: Findings): void {
  if (!(error instanceof Refusal)) throw error
  const { check, row, message, remedy } = error
  findings.add({ check, level: 'stop', row, column: null, value: null, message, remedy })
}

function refuseCompound(bytes: Buffer): Refusal {
  if (bytes.includes(LOCKED)) return protectedByPassword()
  return new Refusal(
    'This is a file of an older Excel (.xls), which cannot be read here.',
    'In Excel choose Save as, Excel workbook (.xlsx) or CSV UTF-8.',
  )
}

/** How many sheets are listed in a sentence, and how much of their names. */
const LISTED = 10
const NAME = 40

const quote = (name: string) => `"${name.slice(0, NAME)}"`

function listOf(sheets: readonly Sheet[]): string {
  const names = sheets.slice(0, LISTED).map(({ name }) => quote(name))
  const rest = sheets.length - names.length
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ')
}

const elsewhere = (others: readonly Sheet[]) =>
  others.length > 0 ? ` Or choose another sheet: ${listOf(others)}.` : ''

function choose(sheets: readonly Sheet[], asked: string | null): Sheet {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
  const sheet =
    asked === null
      ? sheets[0]
      : (sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => same(name, asked)))
  if (sheet) return sheet
  throw new Refusal(
    `The workbook has no sheet ${quote(asked ?? '')}.`,
    `Choose one of those that it has: ${listOf(sheets)}.`,
    { check: 'sheet' },
  )
}

function tellSheet(sheet: Sheet, others: readonly Sheet[], findings: Findings): void {
  findings.add({
    check: 'sheet',
    level: 'fixed',
    row: null,
    column: null,
    value: sheet.name.slice(0, NAME),
    message: `Read the sheet ${quote(sheet.name)}, the first of ${others.length + 1}. Not read: ${listOf(others)}.`,
    remedy: '',
  })
}

const withoutHeading = ({ first, rows, unsolved }: Batch): Batch => ({
  first: first + 1,
  rows: rows.slice(1),
  unsolved: unsolved.filter(({ row }) => row > first),
})

/** Makes rows as wide as the heading, for empty cells at their end are not stored, and tells formulas without result. */
function finish({ first, rows, unsolved }: Batch, header: readonly string[], findings: Findings) {
  for (const { row, place } of unsolved) {
    const column = header[place]
    if (column === undefined) continue
    findings.add({
      check: 'formula',
      level: 'stop',
      row,
      column,
      value: null,
      message: 'The cell holds a formula whose result is not in the file.',
      remedy: 'Open the workbook in Excel, which works the formulas out, save it, and choose it again.',
    })
  }
  for (const cells of rows) {
    if (cells.length === 0) continue
    while (cells.length < header.length) cells.push('')
  }
  return { first, rows }
}
