import type { Money } from '../../contract/savings.ts'
import { formatValue } from '../../domain/indicator.ts'
import { clean, formatNumber, round } from '../../domain/rounding.ts'

const POUNDS = { unit: 'pounds', decimals: 0 } as const
const MILLION = 1_000_000

/** An amount to the pound, as tables show it. */
export const pounds = (x: number): Money => ({ value: clean(x), text: formatValue(x, POUNDS) })

/** An amount as sentences tell it: `£37.7 million`, below a million `£340,000`, below a thousand to the pound. */
export function roughly(x: number): string {
  if (round(Math.abs(x) / MILLION, 1) >= 1)
    return `${formatValue(x / MILLION, { ...POUNDS, decimals: 1 })} million`
  return formatValue(Math.abs(x) < 1000 ? x : round(x / 1000, 0) * 1000, POUNDS)
}

/** A change with its sign, in millions as long as it has a tenth of one: `+£16.6 million`, `−£0.7 million`, `+£40,000`. */
export function signed(x: number): string {
  const inMillions = round(Math.abs(x) / MILLION, 1) > 0
  const text = inMillions ? `${formatValue(x / MILLION, { ...POUNDS, decimals: 1 })} million` : roughly(x)
  return x > 0 && text !== '£0' ? `+${text}` : text
}

/** `£37.7 million more`, `£1.2 million less`; null where no pound lies between. */
export function moreOrLess(x: number): string | null {
  if (round(x, 0) === 0) return null
  return `${roughly(Math.abs(x))} ${x > 0 ? 'more' : 'less'}`
}

/** `33%`, `33.5%` */
export const percentText = (x: number): string => `${formatNumber(x, round(x, 0) === clean(x) ? 0 : 1)}%`

/** `rose by 29.0%`, `fell by 2.0%`, `stayed the same`; null where there is nothing to count from. */
export function movementOf(from: number, to: number): string | null {
  if (from <= 0) return null
  const percent = round((to / from - 1) * 100, 1)
  if (percent === 0) return 'stayed the same'
  return `${percent > 0 ? 'rose' : 'fell'} by ${formatNumber(Math.abs(percent), 1)}%`
}
