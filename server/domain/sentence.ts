import type { Change } from './change.ts'
import { isNumber, missingInWords, type Quantity } from './figure.ts'
import { formatValue, type Measure, unitInWords, unitSuffix } from './indicator.ts'
import { formatNumber } from './rounding.ts'

/**
 * The words that sentences about an indicator are made with. `one` and `other` name what is counted; a percentage
 * reads "23.4% of {whole} in Blackpool {part}"; `phrase` is a whole sentence with {area} and {value}, for anything
 * that is neither a rate nor a percentage nor a count. `people` is who a rate is of, if not all children; `counting`
 * what the counts behind a percentage are in, where that is not plain.
 */
export type Wording = {
  verb: string
  one: string
  other: string
  whole?: string | undefined
  part?: string | undefined
  phrase?: string | undefined
  people?: string | undefined
  counting?: string | undefined
}

/** A value with the counts behind it. */
export type Counted = { value: Quantity; numerator: number | null; denominator: number | null }

export type Subject = {
  area: string
  /** "On 31 March 2025" */
  when: string
  measure: Measure
  wording: Wording
}

/** `531 children in care`, `1 child in care`, `no children in care` */
export function countOf(count: number, { one, other }: Wording): string {
  if (count === 0) return `no ${other}`
  return `${formatNumber(count, 0)} ${count === 1 ? one : other}`
}

/** What a figure says, in one sentence without its full stop: "On 31 March 2025 Blackpool had 531 children in care, 184 for every 10,000 children". */
export function statement(figure: Counted, { area, when, measure, wording }: Subject): string {
  const { value, numerator, denominator } = figure
  if (!isNumber(value)) {
    const known =
      numerator === null ? '' : `, although ${area} ${wording.verb} ${countOf(numerator, wording)}`
    return `${when} there is no figure for ${area}: ${missingInWords(value)}${known}`
  }
  const text = formatValue(value, measure)
  if (wording.phrase) {
    const phrase = wording.phrase.replace('{area}', area).replace('{value}', text)
    return `${when}${phrase.startsWith(area) ? ' ' : ', '}${phrase}`
  }
  if (measure.unit === 'percent') {
    const counts =
      numerator !== null && denominator !== null
        ? `: ${formatNumber(numerator, decimals(numerator))} of ${formatNumber(denominator, decimals(denominator))}${wording.counting ? ` ${wording.counting}` : ''}`
        : ''
    return `${when}, ${text} of ${wording.whole ?? wording.other} in ${area} ${wording.part ?? ''}${counts}`
  }
  if (measure.unit === 'count') return `${when} ${area} ${wording.verb} ${countOf(value, wording)}`
  const rate = `${text} ${unitInWords(measure.unit, wording.people)}`
  if (numerator === null)
    return `${when} ${area} ${wording.verb} ${text} ${wording.other} ${unitInWords(measure.unit, wording.people)}`
  return `${when} ${area} ${wording.verb} ${countOf(numerator, wording)}, ${rate}`
}

/** Staff are counted in full-time equivalents, with a decimal; people never are. */
const decimals = (count: number) => (Number.isInteger(count) ? 0 : 1)

/** What stood a year before, to set in brackets: `2024: 520, 182`. */
export function earlierInBrackets(label: string, { value, numerator }: Counted, measure: Measure): string {
  const text = formatValue(value, measure)
  const hasCount = numerator !== null && measure.unit.startsWith('per-')
  return hasCount ? `${label}: ${formatNumber(numerator, 0)}, ${text}` : `${label}: ${text}`
}

/** `when` is given where the benchmark is of another day than our own figure: "On 31 March 2020". */
export type Comparison = {
  neighbours: { value: Quantity; contributing: number; of: number } | null
  england: Quantity | null
  when: string | null
}

/** "Similar councils averaged 125 (10 of 10 reported); England 67." Empty where there is nothing to compare with. */
export function comparisonSentence({ neighbours, england, when }: Comparison, measure: Measure): string {
  const parts: string[] = []
  if (neighbours && isNumber(neighbours.value)) {
    const { value, contributing, of } = neighbours
    parts.push(`similar councils averaged ${formatValue(value, measure)} (${contributing} of ${of} reported)`)
  }
  if (england !== null && isNumber(england)) {
    const verb = parts.length > 0 ? '' : measure.unit === 'percent' ? 'was at ' : 'had '
    parts.push(`England ${verb}${formatValue(england, measure)}`)
  }
  if (parts.length === 0) return ''
  const sentence = `${parts.join('; ')}.`
  return when ? `${when} ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** "Matching similar councils would mean 171 fewer." `gap` is in what is counted; negative means fewer. */
export function gapSentence(gap: Quantity, { one, other }: Wording): string {
  if (!isNumber(gap)) return ''
  const size = Math.abs(Math.round(gap))
  if (size === 0) return 'That is the same as similar councils.'
  return `Matching similar councils would mean ${formatNumber(size, 0)} ${gap < 0 ? 'fewer' : 'more'} ${size === 1 ? one : other}.`
}

/** What happened, in ten words or fewer: "Children in care rose from 182 to 184 per 10,000". */
export function title(name: string, value: Quantity, change: Change | null, measure: Measure): string {
  if (!isNumber(value)) return `${name}: no figure`
  const text = `${formatValue(value, measure)}${unitSuffix(measure.unit)}`
  if (!change) return `${name}: ${text}`
  if (change.movement === 'same') return `${name} stayed at ${text}`
  const verb = change.movement === 'up' ? 'rose' : 'fell'
  return `${name} ${verb} from ${formatValue(change.from, measure)} to ${text}`
}
