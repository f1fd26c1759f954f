import { mean } from './benchmark.ts'
import { forecastDampedHolt } from './damped-holt.ts'
import { chanceUpTo, type Normal } from './normal.ts'
import { forecastTheilSen } from './theil-sen.ts'

/** Where a figure goes if recent change continues: a fan of values, and the chance of a goal. */

export const PROJECTION_METHODS = ['theil-sen', 'damped-holt'] as const
export type ProjectionMethod = (typeof PROJECTION_METHODS)[number]

/** In the figure's own unit; four in five are expected between `low` and `high`. */
export type ProjectionPoint = { value: number; low: number; high: number }

export type Projection = {
  method: ProjectionMethod
  /** The mean absolute error of each method in the backtest, in the figure's own unit. */
  errors: Record<ProjectionMethod, number>
  points: ProjectionPoint[]
  /** The middle of each forecast as the method gives it, even where no figure can be. */
  means: number[]
  se: number[]
}

/** The values a figure can have; by default nothing below 0. A percentage has a ceiling of 100. */
export type Bounds = { floor?: number; ceiling?: number }

/** With fewer values than this nothing is projected. */
export const LEAST_POINTS = 8

/** The standard errors to either side of the middle that hold 80%. */
export const FAN = 1.282

/** The backtest forecasts from this many first values on, and this many steps ahead. */
const FIRST_ORIGIN = 5
const TESTED_STEPS = 3

const FORECASTS: Record<ProjectionMethod, (values: readonly number[], steps: number) => Normal[]> = {
  'theil-sen': forecastTheilSen,
  'damped-holt': forecastDampedHolt,
}

/**
 * The next `steps` values of a series without gaps, by the method that would have erred less in the past; on a tie by
 * the straight line. `undefined` with fewer than eight values. Rolling years overlap, so their fan is too narrow.
 */
export function project(
  values: readonly number[],
  steps: number,
  { floor = 0, ceiling = Number.POSITIVE_INFINITY }: Bounds = {},
): Projection | undefined {
  if (values.length < LEAST_POINTS) return undefined
  const errors = {
    'theil-sen': backtest(values, 'theil-sen'),
    'damped-holt': backtest(values, 'damped-holt'),
  }
  const method = errors['damped-holt'] < errors['theil-sen'] ? 'damped-holt' : 'theil-sen'
  const forecast = FORECASTS[method](values, steps)
  const bound = (x: number) => Math.min(ceiling, Math.max(floor, x))
  return {
    method,
    errors,
    points: forecast.map(({ mean, sd }) => ({
      value: bound(mean),
      low: bound(mean - FAN * sd),
      high: bound(mean + FAN * sd),
    })),
    means: forecast.map(({ mean }) => mean),
    se: forecast.map(({ sd }) => sd),
  }
}

/** How far off a method would have been, had it been used at every earlier time (rolling origin): mean absolute error. */
function backtest(values: readonly number[], method: ProjectionMethod): number {
  const origins = Array.from({ length: values.length - FIRST_ORIGIN }, (_, i) => FIRST_ORIGIN + i)
  return mean(
    origins.flatMap((origin) => {
      const then = values.slice(origin, origin + TESTED_STEPS)
      const forecast = FORECASTS[method](values.slice(0, origin), then.length)
      return forecast.map((each, i) => Math.abs(each.mean - (then[i] ?? Number.NaN)))
    }),
  )
}

/**
 * The chance (0 to 1) that the figure is at the goal or beyond it, on the side aimed at, `step` periods ahead (the
 * first is 1), if recent change continues. Throws a RangeError for a step that was not projected.
 */
export function chanceOf(
  { means, se }: Pick<Projection, 'means' | 'se'>,
  step: number,
  goal: number,
  aim: 'lower' | 'higher',
): number {
  const mean = means[step - 1]
  const sd = se[step - 1]
  if (mean === undefined || sd === undefined) throw new RangeError(`Step ${step} was not projected.`)
  // Mirrored and not taken from 1, so that a figure without any spread is at its goal from either side.
  return aim === 'lower' ? chanceUpTo(goal, { mean, sd }) : chanceUpTo(-goal, { mean: -mean, sd })
}
