import { BREAK, isNumber, isSound } from '../../domain/figure.ts'
import { isNext, monthsBetween, type Period, stepPeriod, yearAfter } from '../../domain/period.ts'
import { LEAST_POINTS, type Projection, project } from '../../domain/projection.ts'
import type { Dated } from '../area-figures.ts'
import type { TargetFigures } from './target-figures.ts'
import type { TargetVersion } from './target-register.ts'

/** Where the figures of a target go if recent change continues, and the periods that this is told for. */
export type TargetProjection = { projection: Projection; periods: Period[]; figures: readonly Dated[] }

const MONTHS = { month: 1, quarter: 3, 'financial-year': 12 } as const
/** A fan reaches at least this far beyond the newest figure, and at most this far. */
const LEAST_MONTHS = 24
const MOST_MONTHS = 60

/**
 * Projects the figures since the last gap or break to the day that the target is due, or two years where that is
 * nearer. A string says why there is no projection.
 */
export function projectTarget(
  { terms }: Pick<TargetVersion, 'terms'>,
  { subject, rhythm, figures }: TargetFigures,
): TargetProjection | string {
  const usable = unbroken(figures)
  const last = usable.at(-1)
  if (!last || usable.length < LEAST_POINTS) {
    return `A projection needs ${LEAST_POINTS} figures in a row; there ${usable.length === 1 ? 'is' : 'are'} ${usable.length === 0 ? 'none' : usable.length}.`
  }
  const toDue = terms.due === null ? 0 : monthsBetween(last.at.end, terms.due)
  const months = Math.min(Math.max(toDue, LEAST_MONTHS), MOST_MONTHS)
  const steps = Math.ceil(months / MONTHS[rhythm] - 1e-9)
  const bounds = {
    ...(subject.indicator.derived ? { floor: Number.NEGATIVE_INFINITY } : {}),
    ...(subject.measure.unit === 'percent' ? { ceiling: 100 } : {}),
  }
  const projection = project(
    usable.map(({ value }) => value as number),
    steps,
    bounds,
  )
  if (!projection) return `A projection needs ${LEAST_POINTS} figures in a row.`
  const periods: Period[] = []
  for (let period = last.at; periods.length < steps; ) {
    period = period.kind === 'day' ? yearAfter(period) : stepPeriod(period, 1)
    periods.push(period)
  }
  return { projection, periods, figures: usable }
}

/** The newest figures without a gap between them, from where an analyst marked a break on. */
function unbroken(figures: readonly Dated[]): Dated[] {
  const run: Dated[] = []
  for (const figure of figures) {
    const previous = run.at(-1)
    const follows = previous && isNext(previous.at, figure.at)
    if (!isSound(figure) || !isNumber(figure.value)) run.length = 0
    else {
      if (!follows || figure.note?.startsWith(BREAK)) run.length = 0
      run.push(figure)
    }
  }
  return run
}
