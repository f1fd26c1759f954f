import type { Indicator } from '../../contract/catalogue.ts'
import type { Mapping, Part } from '../../contract/mapping.ts'
import type { Quantity } from '../../domain/figure.ts'
import { type Period, periodLabel } from '../../domain/period.ts'
import type { Area } from '../../reference.ts'
import { readQuantity } from '../cell.ts'
import type { Findings } from '../finding.ts'
import type { Columns, Context, FigureReader, FigureRow } from '../format.ts'
import { completeQuantities } from '../quantities.ts'
import { squash } from './wide-headings.ts'
import { type FigureColumn, type Layout, readLayout } from './wide-layout.ts'
import { type Subject, Subjects, textAt } from './wide-subjects.ts'

export { looksWide, signatureOf } from './wide-headings.ts'
export { proposeMapping } from './wide-proposal.ts'

/**
 * Reads a council's own sheet, with a row a measure and a column a quarter, as its mapping says.
 *
 * An empty cell is no figure and is passed over: sheets have columns for quarters still to come, and measures that are
 * filled in once a year. So is whatever but a number stands under a quarter that has not begun. Each column's are told
 * once, with their rows. A row in which one cell only is filled is a section's heading or a footnote. Measures that the
 * mapping doesn't know stop the file.
 *
 * Where numerator, denominator and value stand in rows or columns of their own, the figure is given in the end, when
 * all are read; its row is then that of the value.
 */
export function openWide(
  mapping: Mapping,
  header: readonly string[],
  context: Context,
  findings: Findings,
): FigureReader | undefined {
  const layout = readLayout(mapping, header, context, findings)
  if (!layout) return undefined
  const sheet = new Sheet(layout, mapping, context, findings)
  return {
    kind: 'figures',
    releaseKind: 'return',
    publication: { title: 'Quarterly sheet', publisher: 'The council', licence: '' },
    columnsOf: ({ period }) => sheet.columnsOf(period),
    read: (cells, row) => sheet.read(cells, row),
    end: () => sheet.end(),
  }
}

/** What of one figure was read, and where; a cell that could not be read has been told and has no quantity. */
type Given = { quantity: Quantity | undefined; row: number; column: FigureColumn }
type Parts = Partial<Record<Part, Given>>
type Entry = {
  indicator: Indicator
  dimension: string
  area: Area
  period: Period
  parts: Parts
  notes: Set<string>
}

/** How many rows with empty cells are named. */
const MOST_NAMED = 5

class Sheet {
  readonly #layout: Layout
  readonly #mapping: Mapping
  readonly #context: Context
  readonly #findings: Findings
  readonly #subjects: Subjects
  readonly #headings: Map<string, Columns>
  /** Series whose parts stand in several cells, by indicator and breakdown. */
  readonly #joined: Set<string>
  readonly #entries = new Map<string, Entry>()
  /** Columns without a heading that something was found in. */
  readonly #unnamed = new Set<Layout['unnamed'][number]>()
  readonly #empty = new Map<FigureColumn, number[]>()
  #measureRows = 0

  constructor(layout: Layout, mapping: Mapping, context: Context, findings: Findings) {
    this.#layout = layout
    this.#mapping = mapping
    this.#context = context
    this.#findings = findings
    this.#subjects = new Subjects(layout, mapping, context.reference, findings)
    this.#headings = headingsByPeriod(layout)
    this.#joined = joinedSeries(layout, mapping)
  }

  columnsOf(period: string): Columns {
    const { measure } = this.#layout
    const none = { period: measure.name, area: measure.name, value: '', numerator: '', denominator: '' }
    return this.#headings.get(period) ?? none
  }

  read(cells: readonly string[], row: number): FigureRow[] {
    const texts = cells.map(squash)
    this.#seeUnnamed(texts, row)
    const subject = this.#subjects.of(texts, row)
    if (!subject) return []
    this.#measureRows++
    const { indicator, dimension, area } = subject
    const filled = this.#filledColumns(texts, row)
    const newest = filled.at(-1)?.period
    const entries = filled.map((column): Entry => {
      const { period } = column
      const part = column.part === 'value' ? subject.part : column.part
      const quantity = this.#quantityIn(textAt(texts, column), subject, part, { row, column })
      const own = this.#layout.notes.filter((note) => (note.period ?? newest)?.id === period.id)
      const notes = new Set(own.map((note) => textAt(texts, note)).filter((note) => note !== ''))
      return { indicator, dimension, area, period, parts: { [part]: { quantity, row, column } }, notes }
    })
    if (!this.#joined.has(`${indicator.id} ${dimension}`))
      return entries.flatMap((entry) => this.#finish(entry))
    for (const entry of entries) this.#join(entry)
    return []
  }

  end(): FigureRow[] {
    for (const [column, rows] of this.#empty) this.#tellEmpty(column, rows)
    this.#subjects.end()
    return [...this.#entries.values()].flatMap((entry) => this.#finish(entry))
  }

  /** The columns of figures that a row is filled in under, and keeps note of the others. */
  #filledColumns(texts: readonly string[], row: number): FigureColumn[] {
    return this.#layout.figures.filter((column) => {
      if (!isUnfilled(textAt(texts, column), column, this.#context.today)) return true
      const rows = this.#empty.get(column)
      if (rows) rows.push(row)
      else this.#empty.set(column, [row])
      return false
    })
  }

  /** A per cent sign says what a cell holds: in a row of counts or of rates per head the mapping must be wrong. */
  #quantityIn(
    text: string,
    { measure, indicator }: Subject,
    part: Part,
    { row, column }: { row: number; column: FigureColumn },
  ): Quantity | undefined {
    if (/\d ?%$/.test(text) && (part !== 'value' || indicator.unit !== 'percent')) {
      const meant =
        part === 'value'
          ? `"${indicator.name}", which is not a percentage`
          : `the ${part} of "${indicator.name}"`
      return this.#findings.stop(
        'mapping',
        row,
        column.name,
        text,
        `"${text}" is a percentage, but the mapping of this sheet reads "${measure}" as ${meant}.`,
        `Correct what "${measure}" is mapped to; or take the per cent sign out of the cell if it is not meant.`,
      )
    }
    return readQuantity(text, { row, column: column.name }, this.#findings)
  }

  #join(entry: Entry): void {
    const key = [entry.indicator.id, entry.dimension, entry.area.id, entry.period.id].join(' ')
    const known = this.#entries.get(key)
    if (!known) {
      this.#entries.set(key, entry)
      return
    }
    for (const note of entry.notes) known.notes.add(note)
    for (const part of Object.keys(entry.parts) as Part[]) {
      const given = entry.parts[part]
      const earlier = known.parts[part]
      if (given?.quantity === undefined) continue
      if (earlier?.quantity === undefined) known.parts[part] = given
      else this.#tellTwice(known, part, earlier, given)
    }
  }

  #tellTwice({ indicator, period }: Entry, part: Part, earlier: Given, given: Given): void {
    const same = earlier.quantity === given.quantity
    const what = `the ${part} of "${indicator.name}" for ${periodLabel(period)}`
    this.#findings.add({
      check: 'duplicate',
      level: same ? 'fixed' : 'stop',
      row: given.row,
      column: given.column.name,
      value: String(given.quantity),
      message: same
        ? `Left out: ${what} stands in row ${earlier.row} already.`
        : `Row ${earlier.row} gives ${what} already, as ${earlier.quantity}.`,
      remedy: same
        ? ''
        : `Decide which of rows ${earlier.row} and ${given.row} is right, and delete or leave out the other.`,
    })
  }

  #finish({ indicator, dimension, area, period, parts, notes }: Entry): FigureRow[] {
    const main = parts.value ?? parts.numerator ?? parts.denominator
    const unread = Object.values(parts).some((given) => given.quantity === undefined)
    if (!main || unread) return []
    const quantity = (part: Part) => parts[part]?.quantity ?? null
    const given = {
      value: quantity('value'),
      numerator: quantity('numerator'),
      denominator: quantity('denominator'),
    }
    const completed = completeQuantities(given, indicator, period, area, this.#context)
    if (!completed) {
      this.#tellMissing(indicator, area, period, parts, main)
      return []
    }
    const { provisional, ...quantities } = completed
    const { status } = this.#mapping
    return [
      {
        row: main.row,
        columns: this.columnsOf(period.id),
        denominatorHeld: given.denominator === null && quantities.denominator !== null,
        figure: {
          indicator: indicator.id,
          area: area.id,
          dimension,
          period: period.id,
          ...quantities,
          status: provisional && status === 'final' ? 'provisional' : status,
          note: [...notes].join('; ') || null,
          doubt: null,
        },
      },
    ]
  }

  #tellMissing(indicator: Indicator, area: Area, period: Period, parts: Parts, main: Given): void {
    const of = `"${indicator.name}" for ${periodLabel(period)}, ${area.name}`
    const byPopulation = indicator.denominatorKind === 'population' && parts.numerator
    this.#findings.stop(
      'missing-part',
      main.row,
      main.column.name,
      String(main.quantity),
      byPopulation
        ? `Row ${main.row} gives the number of ${of}, but no population is held to make a rate of it.`
        : `Row ${main.row} gives only the ${parts.numerator ? 'numerator' : 'denominator'} of ${of}.`,
      byPopulation
        ? 'Add a row with the rate, or leave the measure out in the mapping.'
        : `Fill in ${parts.numerator ? 'its value or its denominator' : 'its value or its numerator'}; or correct what the rows are mapped to.`,
    )
  }

  #tellEmpty(column: FigureColumn, rows: readonly number[]): void {
    const { name } = column
    const named = rows.slice(0, MOST_NAMED).join(', ')
    const more = rows.length > MOST_NAMED ? ` and ${rows.length - MOST_NAMED} more` : ''
    const where = `${rows.length === 1 ? 'row' : 'rows'} ${named}${more}`
    this.#findings.add({
      check: 'empty-cell',
      level: 'fixed',
      row: rows.length < this.#measureRows ? (rows[0] ?? null) : 1,
      column: name,
      value: null,
      message:
        rows.length < this.#measureRows
          ? `${rows.length} of ${this.#measureRows} cells under "${name}" ${rows.length === 1 ? 'is' : 'are'} not filled in (${where}); no figure was read there.`
          : `Nothing is filled in under "${name}" yet; no figure was read from it.`,
      remedy: 'If there were none, enter 0; if the figure is not available, [x].',
    })
  }

  #seeUnnamed(texts: readonly string[], row: number): void {
    for (const column of this.#layout.unnamed) {
      if (textAt(texts, column) === '' || this.#unnamed.has(column)) continue
      this.#unnamed.add(column)
      this.#findings.add({
        check: 'no-heading',
        level: 'fixed',
        row,
        column: column.name,
        value: null,
        message: `Passed over ${column.name}: it has no heading, but something stands in row ${row}.`,
        remedy: '',
      })
    }
  }
}

/** An empty cell; and under a quarter that has not begun, whatever a sheet has ready there instead of a number. */
const isUnfilled = (text: string, { period }: FigureColumn, today: string) =>
  text === '' || (period.start > today && (!/\d/.test(text) || text.startsWith('#')))

/** Which headings the figures of each period stand under. */
function headingsByPeriod({ figures, area }: Layout): Map<string, Columns> {
  const byPeriod = Map.groupBy(figures, ({ period }) => period.id)
  return new Map(
    [...byPeriod].map(([period, columns]) => {
      const of = (part: Part) => columns.find((column) => column.part === part)?.name
      const value = of('value') ?? columns[0]?.name ?? ''
      const names = { value, numerator: of('numerator') ?? value, denominator: of('denominator') ?? value }
      return [period, { period: value, area: area?.name ?? value, ...names }]
    }),
  )
}

function joinedSeries({ figures, part }: Layout, { measures }: Mapping): Set<string> {
  const all = part !== null || figures.some((column) => column.part !== 'value')
  const uses = Object.values(measures).filter((use) => use !== null)
  const bySeries = Map.groupBy(uses, ({ indicator, dimension }) => `${indicator} ${dimension}`)
  const several = [...bySeries].filter(([, own]) => all || new Set(own.map((use) => use.part)).size > 1)
  return new Set(several.map(([series]) => series))
}
