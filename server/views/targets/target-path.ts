import type { TrajectoryAnswer } from '../../contract/target-answers.ts'
import type { TargetTerms } from '../../contract/targets.ts'
import type { Measure } from '../../domain/indicator.ts'
import { addDays, dayLabel } from '../../domain/period.ts'
import { amberMargin, defaultTolerance } from '../../domain/rag.ts'
import { clean } from '../../domain/rounding.ts'
import { expectedOn, type Path, pathPoints } from '../../domain/trajectory.ts'
import type { TargetFigures } from './target-figures.ts'
import { type Standing, textBetween } from './target-standing.ts'
import { textOfGoal } from './target-words.ts'

export type PathPoint = TrajectoryAnswer['path'][number]

/** From when on a target asks for something: its baseline, else its approval, else the day that it was stated. */
export const beginOf = ({ baseline, approvedOn, statedOn }: TargetTerms): string =>
  baseline?.on ?? approvedOn ?? statedOn

/** Where no day is set a path is drawn for this long beyond the newest figure. */
const AHEAD_DAYS = 730

/** A path goes to the day it is due, or on to a newer figure (`newest` is its day); one that ran out ends on that day. */
export function endOf({ endsOn, due }: TargetTerms, newest: string): string {
  if (endsOn !== null) return endsOn
  if (due === null) return addDays(newest, AHEAD_DAYS)
  return due > newest ? due : newest
}

export const pathPoint = (on: string, value: number, measure: Measure): PathPoint => ({
  on,
  label: dayLabel(on),
  value,
  text: textBetween(value, measure),
})

/** The points of a path between two days. A level one without a baseline begins as {@link beginOf} says. */
export function drawPath(
  path: Path | null,
  terms: TargetTerms,
  measure: Measure,
  { from, until }: { from: string; until: string },
): PathPoint[] {
  if (!path) return []
  const begins = beginOf(terms)
  return pathPoints(path, begins > from ? begins : from, until)
    .filter(({ on }) => on <= until)
    .map(({ on, value }) => pathPoint(on, value, measure))
}

/** Where amber ends along a path. Nothing where there is no tolerance, so that amber has no room. */
export function amberAlong(
  path: readonly PathPoint[],
  { aim, tolerance }: TargetTerms,
  measure: Measure,
): PathPoint[] {
  const margin = (value: number) => amberMargin(value, tolerance ?? defaultTolerance(value, measure.unit))
  if (path.every(({ value }) => margin(value) === 0)) return []
  const side = aim === 'higher' ? -1 : 1
  return path.map(({ on, value }) => pathPoint(on, clean(value + side * margin(value)), measure))
}

/** What a target asks for on a day, whether anybody approved it or not; null before it begins and after it ran out. */
export function askedOn(
  terms: TargetTerms,
  standing: Pick<Standing, 'goal' | 'path' | 'live'>,
  { subject }: Pick<TargetFigures, 'subject'>,
  day: string,
): { value: number | null; text: string } | null {
  const { goal, path } = standing
  if (goal === null || day < beginOf(terms) || (terms.endsOn !== null && day > terms.endsOn)) return null
  if (!path) return { value: null, text: textOfGoal(goal, standing, { subject }) }
  const value = expectedOn(path, day)
  return value === null ? null : { value, text: textBetween(value, subject.measure) }
}
