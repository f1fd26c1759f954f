import { type Period, parsePeriod, yearBefore } from '../domain/period.ts'
import { Problem } from '../problem.ts'
import type { Dated } from './area-figures.ts'

/** How many periods are named one by one to whoever asked for one that is not there. */
const MOST_NAMED = 12

/**
 * The figure that the newest one is to be set against; null if none was asked for. A year stands for its own figure or,
 * among quarters and months, for the one that lies whole years before the newest. Throws a Problem that names what there
 * is.
 */
export function findBase(
  asked: string | undefined,
  figures: readonly Dated[],
  latest: Dated | undefined,
): Dated | null {
  if (asked === undefined || !latest) return null
  const earlier = figures.filter(({ at, doubt }) => at.end < latest.at.end && doubt === null)
  const wanted = parsePeriod(asked)
  const found =
    earlier.find(({ period }) => period === asked) ??
    earlier.find(({ at }) => wanted !== undefined && isInYear(at, wanted) && isYearsBefore(at, latest.at))
  if (found) return found
  const message = `there is no earlier figure of ${asked} to compare with. ${whatThereIs(earlier)}`
  throw new Problem('invalid-request', `base: ${message}`, [{ path: 'base', message }])
}

const isInYear = (at: Period, year: Period) =>
  (at.kind === 'quarter' || at.kind === 'month') &&
  year.kind === 'financial-year' &&
  at.start >= year.start &&
  at.end <= year.end

function isYearsBefore(at: Period, latest: Period): boolean {
  let period = latest
  while (period.end > at.end) period = yearBefore(period)
  return period.id === at.id
}

function whatThereIs(earlier: readonly Dated[]): string {
  const ids = earlier.map(({ period }) => period)
  const [first, last] = [ids[0], ids.at(-1)]
  if (first === undefined) return 'There is none before the newest figure.'
  return ids.length > MOST_NAMED ? `It has ${first} to ${last}.` : `It has ${ids.join(', ')}.`
}
