import { BATCH } from '../table.ts'
import { type NumberKind, writeNumber } from './numbers.ts'
import { damaged, type Limits, Refusal, tooLarge } from './refusal.ts'
import { CellText } from './text.ts'
import { type Attributes, XmlReader } from './xml.ts'

/** What the cells of a sheet refer to. */
export type Book = { strings: readonly string[]; styles: readonly NumberKind[]; from1904: boolean }

/** Rows that follow each other. `unsolved` are cells whose formula has no result, by row and place (from 0). */
export type Batch = { first: number; rows: string[][]; unsolved: { row: number; place: number }[] }

/** Reads the rows of a sheet in batches, holding one batch at a time. Rows in which nothing stands are passed over. */
export async function* readSheet(
  chunks: AsyncIterable<Buffer>,
  book: Book,
  limits: Limits,
): AsyncGenerator<Batch> {
  const rows = new Rows(book, limits)
  const reader = new XmlReader('worksheet', rows, limits)
  for await (const chunk of chunks) {
    reader.write(chunk)
    yield* rows.take()
  }
  reader.end()
  yield* rows.takeLast()
}

class Rows {
  readonly #book: Book
  readonly #limits: Limits
  readonly #text: CellText
  #ready: Batch[] = []
  #batch: Batch = { first: 1, rows: [], unsolved: [] }
  #characters = { batch: 0, sheet: 0 }
  #inRow = false
  #row = 0
  #cells: string[] = []
  #unsolved: number[] = []
  #inCell = false
  #place = -1
  #type = 'n'
  #style = 0
  #formula = false

  constructor(book: Book, limits: Limits) {
    this.#book = book
    this.#limits = limits
    this.#text = new CellText(limits.cellCharacters)
  }

  take(): Batch[] {
    const ready = this.#ready
    this.#ready = []
    return ready
  }

  takeLast(): Batch[] {
    this.#finishBatch(0)
    return this.take()
  }

  open(name: string, attributes: Attributes, depth: number, parent: string): void {
    if (this.#inCell) {
      if (depth === 5 && name === 'f') this.#formula = true
      if (name === 't' || (depth === 5 && name === 'v')) this.#text.open(name, parent)
    } else if (this.#inRow) {
      if (depth === 4 && name === 'c') this.#openCell(attributes)
    } else if (depth === 3 && parent === 'sheetData' && name === 'row') this.#openRow(attributes.r)
  }

  text(text: string): void {
    if (this.#inCell) this.#text.add(text, this.#row)
  }

  close(_: string, depth: number): void {
    this.#text.close()
    if (depth === 4 && this.#inCell) this.#closeCell()
    if (depth === 3 && this.#inRow) this.#closeRow()
  }

  #openRow(number: string | undefined) {
    const row = number === undefined ? this.#row + 1 : Number(number)
    // Rows stand in order, or a row that was handed on already would have to be changed.
    if (!Number.isInteger(row) || row <= this.#row) throw damaged(this.#row)
    if (row > this.#limits.rows) {
      throw tooLarge(`The sheet has more than ${this.#limits.rows.toLocaleString('en-GB')} rows.`)
    }
    this.#row = row
    this.#inRow = true
    this.#cells = []
    this.#unsolved = []
    this.#place = -1
  }

  #openCell({ r, t = 'n', s = '0' }: Attributes) {
    this.#inCell = true
    this.#place = r === undefined ? this.#place + 1 : this.#placeOf(r)
    this.#type = t
    this.#style = Number(s)
    this.#formula = false
    this.#text.clear()
  }

  /** The place, from 0, that a reference such as `C17` names in its row. */
  #placeOf(reference: string): number {
    let place = 0
    let i = 0
    for (; i < 4; i++) {
      const letter = reference.charCodeAt(i) - 64
      if (!(letter >= 1 && letter <= 26)) break
      place = place * 26 + letter
    }
    if (place === 0 || Number(reference.slice(i)) !== this.#row) throw damaged(this.#row)
    return place - 1
  }

  #closeCell() {
    this.#inCell = false
    const text = this.#read()
    if (text !== '') this.#put(text)
    else if (this.#formula && this.#type !== 'str' && this.#place < this.#limits.columns) {
      this.#unsolved.push(this.#place)
    }
  }

  /** Empty cells are not put, so that what is only coloured, to the far right, costs nothing. */
  #put(text: string) {
    if (this.#place >= this.#limits.columns) {
      throw new Refusal(
        `Something stands in column ${columnName(this.#place)} of row ${this.#row}; no more than ${this.#limits.columns} columns are read.`,
        'Delete what stands to the right of the table, or copy the table alone into a new workbook.',
        { row: this.#row },
      )
    }
    if (this.#cells[this.#place]) throw damaged(this.#row)
    while (this.#cells.length < this.#place) this.#cells.push('')
    this.#cells[this.#place] = text
    this.#characters.batch += text.length
    this.#characters.sheet += text.length
    if (this.#characters.sheet > this.#limits.sheetCharacters) {
      throw tooLarge('The sheet holds more text than can be read here.', this.#row)
    }
  }

  #read(): string {
    const raw = this.#text.raw.trim()
    if (this.#text.raw === '') return ''
    switch (this.#type) {
      case 'n':
        return writeNumber(raw, this.#book.styles[this.#style] ?? 'plain', this.#book.from1904)
      case 's': {
        const string = /^\d+$/.test(raw) ? this.#book.strings[Number(raw)] : undefined
        if (string === undefined) throw damaged(this.#row)
        return string
      }
      case 'b':
        return raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE'
      case 'd':
        return raw.replace(/T00:00(:00(\.0+)?)?Z?$/, '')
      default:
        // A text of its own, a formula's text, an error such as #DIV/0!.
        return this.#text.written
    }
  }

  #closeRow() {
    this.#inRow = false
    if (this.#cells.length === 0 && this.#unsolved.length === 0) return
    const { first, rows } = this.#batch
    const full = rows.length >= BATCH || this.#characters.batch > this.#limits.batchCharacters
    if (full || this.#row - first - rows.length >= BATCH) this.#finishBatch(this.#row)
    const batch = this.#batch
    while (batch.first + batch.rows.length < this.#row) batch.rows.push([])
    batch.rows.push(this.#cells)
    for (const place of this.#unsolved) batch.unsolved.push({ row: this.#row, place })
  }

  #finishBatch(next: number) {
    if (this.#batch.rows.length > 0) this.#ready.push(this.#batch)
    this.#batch = { first: next, rows: [], unsolved: [] }
    this.#characters.batch = 0
  }
}

/** The letters of a column, counted from 0: `A`, `Z`, `AA`. */
function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : columnName(Math.floor(place / 26) - 1) + last
}
