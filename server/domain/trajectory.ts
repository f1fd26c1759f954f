import { addDays, month, monthsBetween, stepPeriod } from './period.ts'
import { clean } from './rounding.ts'

export const SHAPES = [
  'linear',
  'constant-rate',
  'front-loaded',
  'back-loaded',
  'stepped',
  'milestones',
  'level',
] as const
export type Shape = (typeof SHAPES)[number]

export const SHAPE_WORDS: Record<Shape, string> = {
  linear: 'the same amount every quarter',
  'constant-rate': 'the same percentage every quarter',
  'front-loaded': 'most of it early',
  'back-loaded': 'most of it late',
  stepped: 'in steps, each held until the next',
  milestones: 'evenly from one milestone to the next',
  level: 'all of it from the first day on',
}

export type Milestone = { on: string; value: number }

/**
 * How a figure is meant to come from where it was to where it shall be. `due` null: the goal counts at once (shape
 * `level`). Milestones stand in the order of their days, between the baseline and the due day.
 */
export type Path = {
  shape: Shape
  baseline: { value: number; on: string } | null
  goal: number
  due: string | null
  milestones: readonly Milestone[]
}

/**
 * T(k): what is asked for after `k` of `n` periods (0 ≤ k ≤ n). Front- and back-loaded paths go by the square of the
 * share that is left or gone. Throws a RangeError where a constant rate would have to start from, or end at, zero or
 * less; the contract refuses such a path before it is stored.
 */
export function trajectoryAt(
  shape: 'linear' | 'constant-rate' | 'front-loaded' | 'back-loaded',
  baseline: number,
  goal: number,
  k: number,
  n: number,
): number {
  const share = k / n
  switch (shape) {
    case 'linear':
      return clean(baseline + (goal - baseline) * share)
    case 'constant-rate':
      checkRate(baseline, goal)
      return clean(baseline * (goal / baseline) ** share)
    case 'front-loaded':
      return clean(baseline + (goal - baseline) * (1 - (1 - share) ** 2))
    case 'back-loaded':
      return clean(baseline + (goal - baseline) * share ** 2)
  }
}

function checkRate(baseline: number, goal: number) {
  if (baseline <= 0 || goal <= 0)
    throw new RangeError('The same percentage every quarter needs a baseline and a goal above zero')
}

/**
 * What the path asks for on a day; null before it begins; from its due day on the goal. Steps that nobody set come
 * once a year, each at what the same amount every quarter would ask for on that day.
 *
 * Throws a RangeError, on whatever day, for a path that is not level and lacks a baseline or a later due day, and
 * for a constant rate with a baseline or goal of zero or less; the contract refuses both before they are stored.
 */
export function expectedOn(path: Path, day: string): number | null {
  const { shape, baseline, goal, milestones } = path
  if (shape === 'level') return baseline && day < baseline.on ? null : goal
  const [start, end] = endsOf(path)
  if (day < start.on) return null
  if (day >= end.on) return goal
  if (shape === 'stepped') return stepsOf(path).findLast(({ on }) => on <= day)?.value ?? start.value
  if (shape === 'milestones') {
    const before = milestones.findLast(({ on }) => on <= day) ?? start
    const after = milestones.find(({ on }) => on > day) ?? end
    return between('linear', before, after, day)
  }
  return between(shape, start, end, day)
}

function between(shape: Parameters<typeof trajectoryAt>[0], from: Milestone, to: Milestone, day: string) {
  return trajectoryAt(shape, from.value, to.value, monthsBetween(from.on, day), monthsBetween(from.on, to.on))
}

function endsOf({ shape, baseline, goal, due }: Path): [Milestone, Milestone] {
  if (!baseline || due === null || due <= baseline.on)
    throw new RangeError('A path that is not level needs a baseline, and a due day later than that')
  if (shape === 'constant-rate') checkRate(baseline.value, goal)
  return [baseline, { on: due, value: goal }]
}

function stepsOf(path: Path): readonly Milestone[] {
  if (path.milestones.length > 0) return path.milestones
  const [start, end] = endsOf(path)
  return everyMonths(12, start.on, end.on).map((on) => ({ on, value: between('linear', start, end, on) }))
}

/**
 * Points to draw the path with, one a day at most, in order: from its baseline to its due day, and on to `until` at
 * the goal where that is later; every three months, and at each milestone. A step has its day and the day before it.
 * Level paths go from `from`, or from their baseline where that is later, to `until`. Throws as {@link expectedOn} does.
 */
export function pathPoints(path: Path, from: string, until: string): { on: string; value: number }[] {
  return [...new Set(daysToDraw(path, from, until))].sort().flatMap((on) => {
    const value = expectedOn(path, on)
    return value === null ? [] : [{ on, value }]
  })
}

function daysToDraw(path: Path, from: string, until: string): string[] {
  const { shape, baseline, milestones } = path
  if (shape === 'level') {
    const first = baseline && baseline.on > from ? baseline.on : from
    return first <= until ? [first, until] : []
  }
  const [start, end] = endsOf(path)
  const turns = [...(shape === 'stepped' ? stepsOf(path) : milestones), end].map(({ on }) => on)
  const beforeTurns = shape === 'stepped' ? turns.map((on) => addDays(on, -1)) : []
  const after = until > end.on ? [until] : []
  return [...everyMonths(3, start.on, end.on), ...turns, ...beforeTurns, ...after]
}

/** `from`, and every so many months after it, as long as that is before `to`. */
function everyMonths(months: number, from: string, to: string): string[] {
  const most = Math.ceil(monthsBetween(from, to) / months) + 1
  return Array.from({ length: most }, (_, i) => monthsAfter(from, i * months)).filter((on) => on < to)
}

/** The same day of a later month. From the last day of a month it is the last day, as {@link monthsBetween} counts. */
function monthsAfter(date: string, months: number): string {
  const own = month(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
  const later = stepPeriod(own, months)
  const sameDay = later.start.slice(0, 8) + date.slice(8)
  return date === own.end || sameDay > later.end ? later.end : sameDay
}
