import type { Indicator } from '../../contract/catalogue.ts'
import type { ColumnUse, Mapping, MappingProposal, MeasureUse, Part } from '../../contract/mapping.ts'
import { readQuantity } from '../cell.ts'
import { Findings } from '../finding.ts'
import type { Context } from '../format.ts'
import { type Match, type MeasureMatcher, openMatcher } from '../measure-match.ts'
import { openAreaNames, partInWords } from './wide-cells.ts'
import {
  guessUse,
  type Heading,
  holdsFigures,
  isPlain,
  readHeadings,
  signatureOf,
  squash,
} from './wide-headings.ts'

/** From which score on a measure is proposed, and how far the next likeliest must be behind. */
const GOOD = 0.6
const MARGIN = 0.08
/** From which score on it is not listed as unsure. */
const SURE = 0.8
const SAMPLE = 8
/** How many texts of a column are looked up to tell whether it names measures. */
const MOST_TRIED = 50

/**
 * Guesses how a sheet that nobody has mapped yet is to be read, for the analyst to look over. `unsure` lists what is
 * guessed on weak grounds, and the measures and areas that nothing was near enough to: these are null meanwhile, and
 * the form asks about them. `home` is the area of a sheet that names none.
 */
export function proposeMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  context: Context,
  { home }: { home: string },
): MappingProposal {
  const headings = readHeadings(header)
  const table = rows.map((row) => row.map(squash)).filter((row) => row.some((cell) => cell !== ''))
  const isArea = openAreaNames(context.reference)
  const matcher = openMatcher(context.reference.indicators)
  const unsure = new Set<string>()

  const plain = headings.filter(isPlain)
  const areaColumn = plain.find(
    (heading) => share(cellsOf(table, heading), (cell) => isArea(cell) !== undefined) >= 0.5,
  )
  const partColumn = plain.find((heading) => {
    const parts = cellsOf(table, heading).map(partInWords)
    const known = parts.filter((part) => part !== undefined)
    return known.length >= parts.length / 2 && known.some((part) => part !== 'value')
  })
  const rest = plain.filter((heading) => heading !== areaColumn && heading !== partColumn)
  const measureColumn = likeliestMeasures(rest, table, matcher)
  const roles = [areaColumn, partColumn, measureColumn]
  const others = headings.filter((heading) => !roles.includes(heading))
  const columns = guessColumns(others, table, unsure)

  const figures = others.filter(
    (heading) => (heading.stem === '' && heading.when !== null) || isOfFigures(columns.get(heading.stem)),
  )
  const hasParts =
    partColumn !== undefined ||
    [...columns.values()].some((use) => use.use === 'dated' && use.part !== 'value')
  const measures = measureColumn
    ? guessMeasures(measureColumn, figures, table, matcher, hasParts, unsure)
    : {}
  const unknown = (column: Heading | undefined, known: (cell: string) => unknown) =>
    column ? [...new Set(cellsOf(table, column))].filter((cell) => !known(cell)) : []
  const unknownAreas = unknown(areaColumn, isArea)
  for (const text of [...unknownAreas, ...unknown(partColumn, partInWords)]) unsure.add(text)

  const mapping: Mapping = {
    area: areaColumn ? null : home,
    areaColumn: areaColumn?.stem ?? null,
    measureColumn: measureColumn?.stem ?? '',
    partColumn: partColumn?.stem ?? null,
    columns: Object.fromEntries(columns),
    measures,
    areas: Object.fromEntries(unknownAreas.map((area) => [area, null])),
    parts: {},
    status: 'final',
  }
  return {
    signature: signatureOf(header),
    header: [...header],
    sample: rows.slice(0, SAMPLE).map((row) => [...row]),
    mapping,
    unsure: [...unsure],
  }
}

type Rows = readonly (readonly string[])[]

const cellsOf = (table: Rows, { index }: Heading) =>
  table.map((row) => row[index] ?? '').filter((cell) => cell !== '')

const share = (cells: readonly string[], has: (cell: string) => boolean) =>
  cells.length === 0 ? 0 : cells.filter(has).length / cells.length

const isNumeric = (cell: string) => /^[-−–£(]*[\d.,]+[%)]*$/.test(cell)

const FOR_MEASURES = /measure|indicator|metric|description|kpi|performance|what we/i
const NOT_FOR_MEASURES =
  /comment|note|narrative|owner|lead|theme|priority|outcome|target|source|frequency|rag/i

/** The column whose texts are most like names of measures: many different words, and some that the catalogue knows. */
function likeliestMeasures(
  headings: readonly Heading[],
  table: Rows,
  matcher: MeasureMatcher,
): Heading | undefined {
  const scored = headings.map((heading) => {
    const cells = cellsOf(table, heading)
    const texts = [...new Set(cells)]
    const wordy = share(cells, (cell) => !isNumeric(cell) && /[a-z]{3}/i.test(cell))
    const known = share(texts.slice(0, MOST_TRIED), (text) => (matcher(text)[0]?.score ?? 0) >= GOOD)
    const bonus = FOR_MEASURES.test(heading.stem) ? 0.5 : NOT_FOR_MEASURES.test(heading.stem) ? -0.5 : 0
    const various = cells.length === 0 ? 0 : texts.length / cells.length
    return { heading, score: wordy < 0.5 ? 0 : wordy + 2 * known + 0.3 * various + bonus }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { heading: headings[0], score: 0 })
  return best.heading
}

const isOfFigures = (use: ColumnUse | undefined) =>
  use !== undefined && ['period', 'dated', 'this-period', 'previous-period'].includes(use.use)

/** What each column is by its heading; what nobody can tell is left out and, if it holds numbers, listed as unsure. */
function guessColumns(
  headings: readonly Heading[],
  table: Rows,
  unsure: Set<string>,
): Map<string, ColumnUse> {
  const columns = new Map<string, ColumnUse>()
  const named = headings.filter(({ stem }) => stem !== '')
  const quarters = headings.filter(holdsFigures)
  for (const heading of named) {
    const { stem, when } = heading
    const guessed = guessUse(stem)
    if (guessed === 'this-period' || guessed === 'previous-period') columns.set(stem, { use: guessed })
    else if (guessed === 'target') columns.set(stem, { use: 'target' })
    else if (guessed === 'figures' && when !== null)
      columns.set(stem, { use: 'dated', part: partOfHeading(stem) })
    else if (guessed === 'figures' && quarters.length === 0 && partOfHeading(stem) === 'value') {
      columns.set(stem, { use: 'this-period' })
      unsure.add(stem)
    } else if (guessed === 'note' && (when !== null || quarters.length < 2))
      columns.set(stem, { use: 'note' })
    else {
      // A note without a quarter, beside several, would move on from one quarter's figure to the next one's.
      if (!columns.has(stem)) columns.set(stem, { use: 'ignore' })
      if (share(cellsOf(table, heading), isNumeric) >= 0.5) unsure.add(stem)
    }
  }
  return columns
}

const partOfHeading = (stem: string): Part => partInWords(stem) ?? 'value'

type Guess = { text: string; use: MeasureUse; score: number; sure: boolean }

function guessMeasures(
  measureColumn: Heading,
  figures: readonly Heading[],
  table: Rows,
  matcher: MeasureMatcher,
  hasParts: boolean,
  unsure: Set<string>,
): Mapping['measures'] {
  const cellsByMeasure = new Map<string, string[]>()
  for (const row of table) {
    const text = row[measureColumn.index] ?? ''
    const cells = figures.map(({ index }) => row[index] ?? '').filter((cell) => cell !== '')
    // A text alone in its row is a section's heading.
    if (text === '' || (cells.length === 0 && row.filter((cell) => cell !== '').length === 1)) continue
    cellsByMeasure.set(text, [...(cellsByMeasure.get(text) ?? []), ...cells])
  }

  const guesses: Guess[] = []
  const texts = [...cellsByMeasure.keys()]
  for (const [text, cells] of cellsByMeasure) {
    const match = goodMatch(matcher(text).filter(({ indicator }) => fitsUnit(text, cells, indicator)))
    if (!match) {
      unsure.add(text)
      continue
    }
    const { part, sure } = hasParts
      ? { part: 'value' as const, sure: true }
      : partOfMeasure(text, match.indicator, cells.flatMap(numberIn), cells)
    const use = { indicator: match.indicator.id, dimension: match.dimension, part }
    guesses.push({ text, use, score: match.score, sure: sure && match.score >= SURE })
  }
  const kept = keepSound(guesses, matcher, hasParts, unsure)
  // As the sheet has them, so that the form can show them so.
  return Object.fromEntries(texts.map((text) => [text, kept.get(text) ?? null]))
}

/** Whether an indicator is counted in what a measure's name and cells say, if they say anything. */
function fitsUnit(text: string, cells: readonly string[], { unit }: Indicator): boolean {
  if (/%|\bper ?cent|\bproportion\b/i.test(text) || cells.some((cell) => /\d ?%$/.test(cell)))
    return unit === 'percent'
  if (/\bper 100,?000\b|\bper 100k\b/i.test(text)) return unit === 'per-100000'
  if (/\bper 10,?000\b|\bper 10k\b/i.test(text)) return unit === 'per-10000'
  return true
}

function goodMatch([best, next]: readonly Match[]): Match | undefined {
  if (!best || best.score < GOOD) return undefined
  return best.score >= 0.95 || best.score - (next?.score ?? 0) >= MARGIN ? best : undefined
}

/** Leaves out what can't be meant: two measures for one thing, and a numerator of a percentage with nothing to it. */
function keepSound(
  guesses: readonly Guess[],
  matcher: MeasureMatcher,
  hasParts: boolean,
  unsure: Set<string>,
): Map<string, MeasureUse> {
  const measures = new Map<string, MeasureUse>()
  const taken = new Set<string>()
  const keyOf = ({ indicator, dimension }: MeasureUse, part: Part) => `${indicator} ${dimension} ${part}`
  const kept = [...guesses]
    .sort((a, b) => b.score - a.score)
    .filter(({ text, use }) => {
      const key = keyOf(use, use.part)
      if (taken.has(key)) unsure.add(text)
      return !taken.has(key) && taken.add(key)
    })
  for (const { text, use, sure } of kept) {
    const counted = matcher(use.indicator)[0]?.indicator.denominatorKind
    const others = (['value', 'numerator', 'denominator'] as const).filter((part) => part !== use.part)
    const alone = !hasParts && !others.some((part) => taken.has(keyOf(use, part)))
    const worthless =
      alone &&
      (use.part === 'denominator' ||
        (use.part === 'numerator' && counted !== 'population' && counted !== 'none'))
    if (!sure || worthless) unsure.add(text)
    if (!worthless) measures.set(text, use)
  }
  return measures
}

function numberIn(cell: string): number[] {
  const quantity = readQuantity(cell, { row: 0, column: '' }, new Findings())
  return typeof quantity === 'number' ? [quantity] : []
}

/**
 * Whether a row holds an indicator's value or the number that it is made of: by its words, then by how its figures
 * look. A rate per head in whole numbers could be either.
 */
function partOfMeasure(
  text: string,
  { unit }: Indicator,
  numbers: readonly number[],
  cells: readonly string[],
): { part: Part; sure: boolean } {
  if (/\bdenominator\b/i.test(text)) return { part: 'denominator', sure: true }
  if (/\bnumerator\b/i.test(text)) return { part: 'numerator', sure: true }
  if (!['percent', 'per-10000', 'per-100000'].includes(unit)) return { part: 'value', sure: true }
  const counts = /\bnumbers?\b|\bno\.|\bcount\b|#/i.test(text)
  const rates = /%|\bper ?cent|\brates?\b|\bper 10|\bper 1000|\bproportion\b|\bshare\b/i.test(text)
  if (counts !== rates) return { part: counts ? 'numerator' : 'value', sure: true }
  if (unit === 'percent') {
    if (cells.some((cell) => cell.endsWith('%'))) return { part: 'value', sure: true }
    const percentages = numbers.every((number) => number <= 100)
    return {
      part: percentages ? 'value' : 'numerator',
      sure: !percentages || numbers.some((n) => !Number.isInteger(n)),
    }
  }
  const decimals = numbers.some((number) => !Number.isInteger(number))
  return { part: decimals ? 'value' : 'numerator', sure: decimals }
}
