import { type Measure, unitSuffix } from '../../domain/indicator.ts'
import { ageLabel, monthsBetween, type Period } from '../../domain/period.ts'
import { pointLabel } from '../../domain/point-label.ts'
import type { Projection, ProjectionMethod } from '../../domain/projection.ts'
import { clean, round } from '../../domain/rounding.ts'
import { benchmarkMeasure } from '../benchmarks.ts'
import type { TargetFigures } from './target-figures.ts'
import type { TargetProjection } from './target-projection.ts'
import { textBetween } from './target-standing.ts'

const METHODS: Record<ProjectionMethod, string> = {
  'theil-sen': 'the median of all slopes (Theil–Sen)',
  'damped-holt': 'a trend that fades (damped Holt)',
}

/** From here on pounds are told in three figures. */
const LARGE = 100_000

/** A projection is not known to the pound: three figures of a large sum, and of the rest as much as is published. */
export function roughly(x: number, measure: Measure): string {
  const isLarge = measure.unit === 'pounds' && Math.abs(x) >= LARGE
  return textBetween(isLarge ? Number(x.toPrecision(3)) : round(x, measure.decimals), measure)
}

/** Which method is used, and by how much each would have erred in the past, which decides it. */
export function methodInWords(
  { method, errors }: Projection,
  { measure }: Pick<TargetFigures, 'measure'>,
): string {
  const other = method === 'theil-sen' ? 'damped-holt' : 'theil-sen'
  const finer = measure.unit === 'pounds' ? measure : benchmarkMeasure(measure)
  const error = (of: ProjectionMethod) => `${roughly(errors[of], finer)}${unitSuffix(measure.unit)}`
  const name = METHODS[method]
  const used = `${name.charAt(0).toUpperCase()}${name.slice(1)}.`
  if (clean(errors[method]) === clean(errors[other]))
    return `${used} In the past it would have been ${error(method)} off on average, and so would ${METHODS[other]}.`
  return `${used} Used in the past, it would have been ${error(method)} off on average; ${METHODS[other]} would have been ${error(other)} off.`
}

/** A chance in per cent as "about 6 in 100", and at the ends never as nothing or everything. */
export function inHundred(percent: number): string {
  if (percent < 1) return 'less than 1 in 100'
  if (percent > 99) return 'more than 99 in 100'
  return `about ${round(percent, 0)} in 100`
}

/** "10 figures in a row, from 31 March 2016 to 31 March 2025" */
export function fromWhat(
  { figures }: Pick<TargetProjection, 'figures'>,
  { subject, basis }: Pick<TargetFigures, 'subject' | 'basis'>,
): string {
  const label = (at: Period | undefined) =>
    at === undefined
      ? ''
      : pointLabel(at, subject.indicator.kind, basis)
          .replace(/ \(.*\)$/, '')
          .replace(/^Year/, 'the year')
  return `${figures.length} figures in a row, from ${label(figures[0]?.at)} to ${label(figures.at(-1)?.at)}`
}

/** With fewer figures than this, one more would still move the projection. */
const ENOUGH = 13

/** What to bear in mind; `live` is whether a chance is told against a goal that may move. */
export function cautionsFor(
  { figures }: Pick<TargetProjection, 'figures'>,
  { basis }: Pick<TargetFigures, 'basis'>,
  { live, today }: { live: boolean; today: string },
): string[] {
  const newest = figures.at(-1)?.at.end ?? today
  const cautions = [
    basis === 'rolling-year' &&
      'Each figure adds up twelve months and so overlaps with the ones beside it: the range is too narrow.',
    basis === 'in-period' &&
      'The figures are of single quarters or months. Some seasons are busier than others, which it does not know.',
    figures.length < ENOUGH &&
      `It rests on ${figures.length} figures only: one unusual year more or less would change it.`,
    figures.some(({ status }) => status === 'illustrative') &&
      'Some of these figures are illustrative: the projection shows how it works, not what will come.',
    live &&
      'The target goes to what others reach. The chance is told against their newest figure, which may move.',
    monthsBetween(newest, today) >= 12 &&
      `The newest figure is ${ageLabel(newest, today)} old: what has changed since is not in it.`,
    'It knows only the ups and downs of the past: no decision, law or event to come.',
  ]
  return cautions.filter((caution) => caution !== false)
}
