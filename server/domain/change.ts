import type { GoodEnd } from './benchmark.ts'
import { isNumber, type Quantity } from './figure.ts'
import { formatValue, type Measure } from './indicator.ts'
import { formatNumber, round } from './rounding.ts'

export type Movement = 'up' | 'down' | 'same'

/**
 * What became of a value between two periods. `absolute` is in the unit itself, so in percentage points for a
 * percentage; `percent` is null where it would mislead (percentages) or has no meaning (from nothing or less).
 */
export type Change = {
  movement: Movement
  absolute: number
  percent: number | null
  from: number
  measure: Measure
}

/** The change from `then` to `now`; null when either has no number. A change too small to show is no change. */
export function changeBetween(now: Quantity, then: Quantity, measure: Measure): Change | null {
  if (!isNumber(now) || !isNumber(then)) return null
  const absolute = now - then
  const shown = round(absolute, measure.decimals)
  const movement = shown > 0 ? 'up' : shown < 0 ? 'down' : 'same'
  const percent = measure.unit === 'percent' || then <= 0 ? null : (absolute / then) * 100
  return { movement, absolute, percent, from: then, measure }
}

/** `up 2 (1.1%) from 182`, `down 4.0 percentage points from 23.3%`, `no change from 184`. */
export function changeInWords({ movement, absolute, percent, from, measure }: Change): string {
  const start = formatValue(from, measure)
  if (movement === 'same') return `no change from ${start}`
  const size = Math.abs(absolute)
  if (measure.unit === 'percent') {
    const points = formatNumber(size, measure.decimals)
    return `${movement} ${points} percentage ${points === '1' ? 'point' : 'points'} from ${start}`
  }
  const share = percent === null ? '' : ` (${formatNumber(Math.abs(percent), 1)}%)`
  return `${movement} ${formatValue(size, measure)}${share} from ${start}`
}

/** Whether a change goes the way that is good. Without a good end it is neither. */
export function isAdverse(movement: Movement, goodEnd: GoodEnd | null): boolean {
  return (goodEnd === 'low' && movement === 'up') || (goodEnd === 'high' && movement === 'down')
}
