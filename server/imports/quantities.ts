import type { Indicator } from '../contract/catalogue.ts'
import { isMissing, isNumber, type Quantity } from '../domain/figure.ts'
import { PER } from '../domain/indicator.ts'
import type { Period } from '../domain/period.ts'
import { populationFor } from '../domain/population.ts'
import { rate } from '../domain/rate.ts'
import { round } from '../domain/rounding.ts'
import type { Area } from '../reference.ts'
import type { Context } from './format.ts'

/** What a source says of one figure; null where it says nothing. */
export type Given = { value: Quantity | null; numerator: Quantity | null; denominator: Quantity | null }

export type Completed = {
  value: Quantity
  numerator: number | null
  denominator: number | null
  /** Whether the population of the year before had to stand in. */
  provisional: boolean
}

/**
 * Adds what a council's return may leave out: the denominator of a rate per head is the population held, and a value
 * is worked out from numerator and denominator. `undefined` where that gives no value.
 */
export function completeQuantities(
  given: Given,
  indicator: Indicator,
  period: Period | undefined,
  area: Area | undefined,
  context: Context,
): Completed | undefined {
  const { numerator } = given
  let { denominator } = given
  let provisional = false
  if (
    denominator === null &&
    numerator !== null &&
    indicator.denominatorKind === 'population' &&
    period &&
    area
  ) {
    const held = populationFor(period, (year) => context.population(area.id, year))
    denominator = held?.population ?? null
    provisional = held?.provisional ?? false
  }
  const value = given.value ?? workOut(numerator, denominator, indicator)
  if (value === undefined) return undefined
  return {
    value,
    numerator: isNumberOrNull(numerator),
    denominator: isNumberOrNull(denominator),
    provisional,
  }
}

const isNumberOrNull = (quantity: Quantity | null) =>
  quantity !== null && isNumber(quantity) ? quantity : null

/** The value that a numerator gives, with its denominator or, for a count, by itself; `undefined` where it gives none. */
function workOut(
  numerator: Quantity | null,
  denominator: Quantity | null,
  indicator: Indicator,
): Quantity | undefined {
  if (numerator === null) return undefined
  if (isMissing(numerator) || indicator.denominatorKind === 'none') return numerator
  if (denominator === null) return undefined
  const exact = rate(numerator, denominator, PER[indicator.unit])
  return isNumber(exact) ? round(exact, indicator.localDecimals ?? indicator.decimals) : exact
}
