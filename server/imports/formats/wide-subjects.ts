import type { Indicator } from '../../contract/catalogue.ts'
import type { Mapping, MeasureUse, Part } from '../../contract/mapping.ts'
import { nearest } from '../../domain/nearest.ts'
import type { Area, Reference } from '../../reference.ts'
import type { Findings } from '../finding.ts'
import { type MeasureMatcher, openMatcher } from '../measure-match.ts'
import { openAreaNames, partInWords } from './wide-cells.ts'
import { squash } from './wide-headings.ts'
import type { Layout } from './wide-layout.ts'

/** What a row is about. */
export type Subject = { measure: string; indicator: Indicator; dimension: string; area: Area; part: Part }

/** From which likeness on an indicator is named to the analyst. */
const NEAR = 0.5

/** The text in a column; nothing where a sheet has no such column. */
export const textAt = (texts: readonly string[], at: { index: number } | null) =>
  at ? (texts[at.index] ?? '') : ''

const bySquashed = <T>(record: Record<string, T>) =>
  new Map(Object.entries(record).map(([text, use]) => [squash(text), use] as const))

/**
 * Tells row by row what its figures are about, by the texts of its measure, area and part. What is wrong with a text
 * is told at the first row that has it.
 */
export class Subjects {
  readonly #layout: Layout
  readonly #reference: Reference
  readonly #findings: Findings
  readonly #measures: Map<string, MeasureUse | null>
  readonly #parts: Map<string, Part>
  readonly #areas: Map<string, string | null>
  readonly #areaNamed: (text: string) => Area | undefined
  /** The area of rows that name none. */
  readonly #whole: Area | undefined
  readonly #told = new Set<string>()
  #matcher: MeasureMatcher | undefined
  /** The measure and area that rows of merged cells below belong to. */
  #above: { measure: string; area: string } | null = null
  #merged: { first: number; count: number } | null = null

  constructor(layout: Layout, mapping: Mapping, reference: Reference, findings: Findings) {
    this.#layout = layout
    this.#reference = reference
    this.#findings = findings
    this.#measures = bySquashed(mapping.measures)
    this.#parts = bySquashed(mapping.parts)
    this.#areas = bySquashed(mapping.areas)
    this.#areaNamed = openAreaNames(reference)
    this.#whole = mapping.area === null ? undefined : reference.area(mapping.area)
  }

  /** What a row is about; `undefined` where there is nothing to read, or where it had to stop. */
  of(texts: readonly string[], row: number): Subject | undefined {
    const measure = this.#measureOf(texts, row)
    const meaning = measure === undefined ? undefined : this.#meaningOf(measure, row)
    const area = meaning && this.#areaOf(textAt(texts, this.#layout.area), row)
    const part = meaning && this.#partOf(textAt(texts, this.#layout.part), meaning.part, row)
    if (measure === undefined || !meaning || !area || !part) return undefined
    return { ...meaning, measure, area, part }
  }

  /** Says what there was to say of the rows together. */
  end(): void {
    if (!this.#merged) return
    const { first, count } = this.#merged
    this.#fixed(
      'merged-cell',
      first,
      this.#layout.measure.name,
      `${count} ${count === 1 ? 'row' : 'rows'} (the first is row ${first}) without a measure ${count === 1 ? 'was' : 'were'} read as part of the measure above, which is how merged cells are saved.`,
    )
  }

  #fixed(check: string, row: number, column: string, message: string, value: string | null = null): void {
    this.#findings.add({ check, level: 'fixed', row, column, value, message, remedy: '' })
  }

  /** Whether this is told for the first time. */
  #once(what: string): boolean {
    if (this.#told.has(what)) return false
    this.#told.add(what)
    return true
  }

  /** The measure that a row is about, which may stand further up; `undefined` where it is about none. */
  #measureOf(texts: readonly string[], row: number): string | undefined {
    const { measure, area, part, figures } = this.#layout
    const at = (heading: { index: number } | null) => textAt(texts, heading)
    const text = at(measure)
    const filled = texts.filter((each) => each !== '')
    const hasFigures = figures.some((column) => at(column) !== '')
    if (text !== '' && (this.#measures.has(text) || filled.length > 1)) {
      this.#above = { measure: text, area: at(area) }
      return text
    }
    if (!hasFigures) {
      const [only = ''] = filled
      this.#above = null
      this.#fixed(
        'section-row',
        row,
        measure.name,
        `Passed over row ${row}, "${only.slice(0, 80)}": without figures, it was taken for a heading or a note.`,
        only,
      )
      return undefined
    }
    if (this.#above && (at(part) !== '' || at(area) !== '')) {
      if (at(area) !== '') this.#above.area = at(area)
      this.#merged = { first: this.#merged?.first ?? row, count: (this.#merged?.count ?? 0) + 1 }
      return this.#above.measure
    }
    return this.#findings.stop(
      'mapping',
      row,
      measure.name,
      '',
      `Row ${row} has figures but names no measure.`,
      `Enter the measure under "${measure.name}", or delete the row.`,
    )
  }

  /** What the mapping says of a measure; `undefined` where it is left out or cannot be read. */
  #meaningOf(measure: string, row: number): Pick<Subject, 'indicator' | 'dimension' | 'part'> | undefined {
    const use = this.#measures.get(measure)
    if (use === null) return undefined
    const column = this.#layout.measure.name
    const stop = (message: string, remedy: string) =>
      this.#once(`measure ${measure}`)
        ? this.#findings.stop('mapping', row, column, measure, message, remedy)
        : undefined
    if (use === undefined) {
      this.#matcher ??= openMatcher(this.#reference.indicators)
      const [guess] = this.#matcher(measure)
      const hint =
        guess && guess.score >= NEAR
          ? ` ("${guess.indicator.name}", ${guess.indicator.id}, is the nearest)`
          : ''
      return stop(
        `"${measure}" isn't in the mapping of this sheet.`,
        `Map it to an indicator${hint}, or leave it out in the mapping.`,
      )
    }
    const indicator = this.#reference.indicator(use.indicator)
    if (!indicator) {
      const known = this.#reference.indicators.map(({ id }) => id)
      const guess = nearest(use.indicator, known)
      return stop(
        `The mapping of this sheet reads "${measure}" as "${use.indicator}", which isn't known${guess ? `; did you mean "${guess}"?` : '.'}`,
        `Map "${measure}" to an indicator of the catalogue.`,
      )
    }
    const dimensions = indicator.dimensions.map(({ id }) => id)
    if (use.dimension !== '' && !dimensions.includes(use.dimension)) {
      return stop(
        `The mapping of this sheet reads "${measure}" as the breakdown "${use.dimension}" of "${indicator.id}", which has none such.`,
        dimensions.length > 0
          ? `Map "${measure}" to the headline, or to one of: ${dimensions.join(', ')}.`
          : `Map "${measure}" to the headline: "${indicator.id}" has no breakdowns.`,
      )
    }
    if (use.part === 'denominator' && indicator.denominatorKind === 'none') {
      return stop(
        `The mapping of this sheet reads "${measure}" as the denominator of "${indicator.id}", which is a plain number without one.`,
        `Map "${measure}" to the indicator that it is the denominator of, or leave it out.`,
      )
    }
    return { indicator, dimension: use.dimension, part: use.part }
  }

  #areaOf(text: string, row: number): Area | undefined {
    const { area: heading } = this.#layout
    if (!heading) return this.#whole
    const own = text || (this.#above?.area ?? '')
    if (own === '' && this.#whole) return this.#whole
    const mapped = this.#areas.get(own)
    if (mapped === null) return undefined
    const area = mapped === undefined ? this.#areaNamed(own) : this.#reference.area(mapped)
    if (area) return area
    if (own !== '' && !this.#once(`area ${own}`)) return undefined
    const guess = nearest(
      own,
      this.#reference.areas.map(({ name }) => name),
    )
    return this.#findings.stop(
      'unknown-area',
      row,
      heading.name,
      own,
      own === ''
        ? `Row ${row} names no area.`
        : `No area is called "${own}"${guess ? `; did you mean "${guess}"?` : '.'}`,
      'Use a name or an ONS code such as E06000009; or say in the mapping which area is meant, or that it is left out.',
    )
  }

  #partOf(text: string, ofMeasure: Part, row: number): Part | undefined {
    const { part: heading } = this.#layout
    if (!heading || text === '') return ofMeasure
    const part = this.#parts.get(text) ?? partInWords(text)
    if (part) return part
    if (!this.#once(`part ${text}`)) return undefined
    return this.#findings.stop(
      'mapping',
      row,
      heading.name,
      text,
      `"${text}" says neither numerator, nor denominator, nor value.`,
      `Say in the mapping which of them "${text}" means, or correct the cell.`,
    )
  }
}
