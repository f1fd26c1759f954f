import type { RatingAnswer } from '../../contract/target-answers.ts'
import { isNumber, isSound, type Quantity } from '../../domain/figure.ts'
import { formatValue, type Measure, type Unit, unitSuffix } from '../../domain/indicator.ts'
import { dayLabel } from '../../domain/period.ts'
import {
  type Aim,
  defaultTolerance,
  type Rating,
  ragInWords,
  rateAgainst,
  type Tolerance,
  type Unrated,
} from '../../domain/rag.ts'
import { formatNumber, round } from '../../domain/rounding.ts'
import { type Goal, goalOf } from '../../domain/target.ts'
import { expectedOn, type Path } from '../../domain/trajectory.ts'
import type { Dated } from '../area-figures.ts'
import { benchmarkMeasure } from '../benchmarks.ts'
import { type BenchmarkValue, newestBenchmark, type TargetFigures } from './target-figures.ts'
import type { TargetVersion } from './target-register.ts'

/** Where a target stands: what it ends at, its path, the newest figure, and how that is rated. */
export type Standing = {
  goal: Goal | null
  /** What a live target goes to; null for any other. */
  live: BenchmarkValue | null
  /** Null where there is no goal, or the goal is a range. */
  path: Path | null
  figure: Dated | undefined
  rated: Rating | { unrated: Unrated }
}

type Version = Pick<TargetVersion, 'terms' | 'retired' | 'id' | 'version' | 'reason' | 'madeBy' | 'madeAt'>

/** Where a target stands by its newest sound figure or, with `figure`, stood by that one; null where there was none. */
export function standingOf(
  target: Version,
  { subject, figures, benchmark }: TargetFigures,
  asked?: Dated | null,
): Standing {
  const figure = asked === undefined ? figures.findLast(isSound) : (asked ?? undefined)
  const { terms } = target
  const live = terms.benchmark?.mode === 'live' ? (newestBenchmark(benchmark) ?? null) : null
  const goal = goalOf(terms, live?.value ?? terms.benchmark?.frozen?.value ?? null)
  const path = pathTo(terms, goal)
  return { goal, live, path, figure, rated: rateOn(target, { goal, path, figure }, subject.measure.unit) }
}

/** How a figure is rated on a target's path. */
export function rateOn(
  { terms, retired }: Pick<TargetVersion, 'terms' | 'retired'>,
  { goal, path, figure }: Pick<Standing, 'goal' | 'path' | 'figure'>,
  unit: Unit,
): Standing['rated'] {
  const { approvedOn, endsOn, aim, tolerance } = terms
  const ranOut = endsOn !== null && figure !== undefined && figure.at.end > endsOn
  const approved = approvedOn !== null && !retired && !ranOut
  if (approved && (!figure || goal === null)) return { unrated: 'no-data' }
  const hasBegun = figure !== undefined && approvedOn !== null && approvedOn <= figure.at.end
  const expected = hasBegun ? (path ? expectedOn(path, figure.at.end) : goal) : null
  return rateAgainst(figure?.value ?? 'not-reported', expected, { aim, tolerance, unit, approved })
}

/** The way to a goal. The same percentage a quarter never comes to nothing, which a live benchmark may be: then evenly. */
export function pathTo(
  { shape, baseline, due, milestones }: TargetVersion['terms'],
  goal: Goal | null,
): Path | null {
  if (typeof goal !== 'number') return null
  const possible = shape === 'constant-rate' && goal <= 0 ? 'linear' : shape
  return { shape: possible, baseline, goal, due, milestones }
}

/** A number that may lie between the values that a measure is told in: then with a decimal, but never parts of a pound. */
export function textBetween(x: number, measure: Measure): string {
  const whole = Math.abs(x - round(x, measure.decimals)) < 1e-9
  return formatValue(x, whole || measure.unit === 'pounds' ? measure : benchmarkMeasure(measure))
}

export function ratingAnswer(
  target: Pick<TargetVersion, 'terms' | 'retired'>,
  standing: Standing,
  measure: Measure,
): RatingAnswer {
  const { terms } = target
  const { rated, goal } = standing
  const expected = 'unrated' in rated || typeof rated.expected !== 'number' ? null : rated.expected
  return {
    state: 'unrated' in rated ? rated.unrated : rated.rag,
    words: wordsOf(target, standing, measure),
    rule: ruleInWords(
      terms.aim,
      terms.tolerance,
      expected ?? (typeof goal === 'number' ? goal : 100),
      measure,
    ),
    expected: expected === null ? null : { value: expected, text: textBetween(expected, measure) },
  }
}

function wordsOf(
  { terms, retired }: Pick<TargetVersion, 'terms' | 'retired'>,
  { rated, figure }: Standing,
  measure: Measure,
): string {
  const value: Quantity = figure?.value ?? 'not-reported'
  if (!('unrated' in rated)) return ragInWords(rated, { value, measure })
  if (retired) return 'Not rated: the target was taken out.'
  if (rated.unrated === 'not-approved' && terms.approvedOn !== null && terms.endsOn !== null)
    return `Not rated: the target counted until ${dayLabel(terms.endsOn)}.`
  return ragInWords(rated, { value, measure })
}

/** "Green at or below the path, amber up to 5% above it, red beyond." */
export function ruleInWords(aim: Aim, set: Tolerance | null, expected: number, measure: Measure): string {
  const tolerance = set ?? defaultTolerance(expected, measure.unit)
  const size = toleranceInWords(tolerance, measure.unit)
  const usual = set === null ? 'the usual tolerance' : 'the tolerance set for this target'
  if (aim === 'within')
    return `Green inside the range, amber up to ${size} outside it (${usual}), red beyond.`
  const [at, beyond] = aim === 'lower' ? ['below', 'above'] : ['above', 'below']
  if (tolerance.size === 0)
    return `Green at or ${at} what is asked for, red ${beyond} it; there is no tolerance.`
  return `Green at or ${at} what the path asks for, amber up to ${size} ${beyond} it (${usual}), red beyond.`
}

function toleranceInWords({ kind, size }: Tolerance, unit: Unit): string {
  const number = formatNumber(size, Number.isInteger(size) ? 0 : 1)
  if (kind === 'percent') return `${number}%`
  if (kind === 'points') return `${number} percentage ${size === 1 ? 'point' : 'points'}`
  return unit === 'pounds' ? `£${number}` : `${number}${unitSuffix(unit)}`
}

/** Whether a goal is reached by a value. */
export function isReached(goal: Goal, value: number, aim: Aim): boolean {
  if (typeof goal !== 'number') return value >= goal.low && value <= goal.high
  return aim === 'higher' ? value >= goal : value <= goal
}

export const isRated = (rated: Standing['rated']): rated is Rating => !('unrated' in rated)

/** The newest figure's number, if it has one. */
export const numberOf = ({ figure }: Standing): number | null =>
  figure && isNumber(figure.value) ? figure.value : null
