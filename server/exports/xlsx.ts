import type { CsvFile } from './csv.ts'

/** What an Excel file may hold: letters of one cell, of the name of a sheet, and the widest that a column is drawn. */
const MOST_LETTERS = 32_767
const MOST_OF_NAME = 31
const WIDEST = 60
/** How many rows the width of a column is measured by. */
const MEASURED = 200

/** Signs that no XML file may hold. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/**
 * The same table as an Excel workbook of one sheet, its heading in bold and in view. Numbers are numbers, and texts are
 * marked as texts, so none is run as a formula whatever it begins with.
 */
export async function toXlsx({ name, rows }: CsvFile): Promise<Buffer<ArrayBuffer>> {
  // Only when somebody asks for one: most never do.
  const { default: write } = await import('write-excel-file/node')
  const [heading = [], ...body] = rows
  const sheet = [
    heading.map((cell) => ({ value: textOf(String(cell)), type: String, fontWeight: 'bold' as const })),
    ...body.map((row) =>
      row.map((cell) => {
        if (cell === null) return null
        return typeof cell === 'number'
          ? { value: cell, type: Number }
          : { value: textOf(cell), type: String }
      }),
    ),
  ]
  const columns = heading.map((_, column) => ({ width: widthOf(rows, column) }))
  const bytes = await write(sheet, {
    sheet: name.replace(/\.csv$/, '').slice(0, MOST_OF_NAME),
    stickyRowsCount: 1,
    columns,
  }).toBuffer()
  return Buffer.from(bytes)
}

const textOf = (text: string) => text.replaceAll(FORBIDDEN, '').slice(0, MOST_LETTERS)

const widthOf = (rows: CsvFile['rows'], column: number) =>
  Math.min(WIDEST, 2 + Math.max(...rows.slice(0, MEASURED).map((row) => String(row[column] ?? '').length)))
