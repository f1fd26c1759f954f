import type {
  AssumptionId,
  ScenarioAnswer,
  ScenarioAssumption,
  ScenarioRow,
} from '../../contract/scenario.ts'
import { dayLabel } from '../../domain/period.ts'
import { clean, decimalsOf, formatNumber, round } from '../../domain/rounding.ts'

/** How the model's numbers are said: nothing is told more exactly than such a model can know. */

export const childrenText = (x: number): string => formatNumber(x, 0)

/** `£87.9m`; below a million in thousands, so that small places are told apart. */
export function poundsText(x: number): string {
  const size = Math.abs(x)
  const sign = x < 0 ? '−' : ''
  if (size >= 999_500) return `${sign}£${formatNumber(size / 1e6, 1)}m`
  return size < 500 ? '£0' : `${sign}£${formatNumber(round(size / 1000, 0) * 1000, 0)}`
}

/** `£4.1m less`, `£200,000 more`, `the same`. */
export function differenceText(x: number): string {
  if (Math.abs(x) < 500) return 'the same'
  return `${poundsText(Math.abs(x))} ${x < 0 ? 'less' : 'more'}`
}

/** As many decimals as were put in, two at most. */
export const plain = (x: number): string => formatNumber(x, Math.min(decimalsOf(x), 2))

/** A value of an assumption with its unit: `145 a year`, `26.7%`, `£6,390 a week`. */
export function valueText(id: AssumptionId, x: number): string {
  if (id === 'starts') return `${plain(x)} a year`
  if (id === 'ends' || id === 'residential' || id === 'fostering') return `${plain(x)}%`
  return `£${plain(x)} a week`
}

/** What would have to be so, as the first half of a sentence; each change by itself. */
const CONDITIONS: Record<AssumptionId, (changed: ScenarioAssumption) => string> = {
  starts: ({ value, base }) =>
    `${plain(Math.abs(clean(value - base)))} ${value < base ? 'fewer' : 'more'} children entered care each year`,
  ends: ({ text, baseText }) => `${text} instead of ${baseText} of those in care left within a year`,
  residential: ({ text, baseText }) =>
    `${text} instead of ${baseText} of children in care came to live in children’s homes`,
  fostering: ({ text, baseText }) =>
    `${text} instead of ${baseText} of children in care came to live with foster carers`,
  residentialCost: ({ text, baseText }) =>
    `a place in a children’s home came to cost ${text} instead of ${baseText}`,
  fosteringCost: ({ text, baseText }) => `a foster place came to cost ${text} instead of ${baseText}`,
  otherCost: ({ text, baseText }) => `any other place came to cost ${text} instead of ${baseText}`,
}

/** More than two changes in one sentence can't be followed; they are listed beside it. */
const MOST_NAMED = 2

export const isChanged = ({ value, base }: Pick<ScenarioAssumption, 'value' | 'base'>): boolean =>
  value !== base

/** With the share of other placements, which moves along without being set. */
export function changesInWords(
  assumptions: readonly ScenarioAssumption[],
  rest: NonNullable<ScenarioAnswer['rest']>,
): string[] {
  const changed = assumptions.filter(isChanged)
  const along = isChanged(rest) ? [{ label: 'In any other place', ...rest }] : []
  return [...changed, ...along].map(({ label, text, baseText }) => `${label}: ${text} instead of ${baseText}`)
}

type Told = {
  start: NonNullable<ScenarioAnswer['start']>
  last: ScenarioRow
  assumptions: readonly ScenarioAssumption[]
  target: ScenarioAnswer['target']
  path: ScenarioAnswer['path']
}

/** What comes of it, in whole sentences. */
export function summarise({ start, last, assumptions, target, path }: Told): ScenarioAnswer['summary'] {
  const { base, adjusted } = last.text
  const changed = assumptions.filter(isChanged)
  const day = dayLabel(last.on)
  const [own, ours] = changed.length > 0 ? [adjusted, last.adjusted] : [base, last.base]
  const caution = `This is a model, not a forecast. It counts at average costs, not at what one child more or less really costs, so real savings would be less or come later; and without inflation, in prices of ${start.yearLabel}.`
  const withChanges = (text: string, before: string) =>
    changed.length === 0 || text === before ? '' : `; with your changes it comes to ${text}`
  return {
    headline: changed.length === 0 ? asThingsAre() : ifChanged(),
    path: path && beside(),
    caution,
    children: `As things are, the number of children in care goes from ${start.text.children} on ${start.label} to ${base.children} on ${day}${withChanges(adjusted.children, base.children)}.${target ? ` The target is ${childrenText(target.children)}${target.by ? ` by ${target.by}` : ''}.` : ''}`,
    spend: `As things are, spending goes from ${start.text.spend} in ${start.yearLabel} to ${base.spend} in ${last.label}${withChanges(adjusted.spend, base.spend)}.${last.text.path ? ` ${path?.label ?? ''} asks for ${last.text.path} in that year.` : ''}`,
  }

  function asThingsAre(): string {
    return `If everything stayed as it was in ${start.yearLabel}, there would be ${base.children} children in care on ${day}, after ${start.text.children} on ${start.label}, and spending in ${last.label} would be ${base.spend}.`
  }

  function ifChanged(): string {
    const conditions = changed.map((each) => CONDITIONS[each.id](each))
    const condition =
      conditions.length > MOST_NAMED
        ? `With the ${conditions.length} changes you set`
        : `If ${conditions.join(' and ')}`
    const children =
      adjusted.children === base.children
        ? `there would be ${base.children} children in care on ${day}, as many as without ${changed.length === 1 ? 'the change' : 'the changes'}`
        : `there would be ${adjusted.children} children in care on ${day} instead of ${base.children}`
    const difference = last.adjusted.spend - last.base.spend
    const spend =
      Math.abs(difference) < 500
        ? `spending in ${last.label} would be the same`
        : `spending in ${last.label} would be ${poundsText(Math.abs(difference))} ${difference < 0 ? 'lower (average costs, so the real saving would be less)' : 'higher (average costs, so the real cost may differ)'}`
    return `${condition}, ${children}, and ${spend}.`
  }

  function beside(): string | null {
    if (last.path === null || !path || last.text.path === null) return null
    const gap = ours.spend - last.path
    const asked = `the ${last.text.path} that ${lower(path.label)} asks for`
    if (gap <= 0) return `That is ${own.spend}, within ${asked}.`
    const more = `about ${poundsText(gap)} more than ${asked}`
    return changed.length === 0 ? `That is ${more}.` : `That is ${own.spend}: still ${more}.`
  }
}

const lower = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

/** Where the number of children would stay if nothing changed any more. */
export function settlesInWords(base: number | null, adjusted: number | null, isAnyChanged: boolean): string {
  const number = 'the number of children in care would'
  const where = (x: number) => `at about ${childrenText(x)}`
  const say = (x: number | null) =>
    x === null ? `${number} go on rising, as nobody leaves` : `${number} settle ${where(x)}`
  if (!isAnyChanged || base === adjusted) return `If this went on for good, ${say(base)}.`
  const was = base === null ? 'it would go on rising' : where(base)
  return `If your changes went on for good, ${say(adjusted)}; as things are, ${was}.`
}
