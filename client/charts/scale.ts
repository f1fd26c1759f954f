/** Where values and days stand on a chart. Pure, so that the plain drawing and the Recharts one agree to the pixel. */

const DAY = 86_400_000

/** A day as a number that a chart can be drawn with. */
export const dayNumber = (iso: string): number => Date.parse(iso) / DAY

export type Range = { min: number; max: number }

/** Steps that people count in: 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(span: number, count: number): number {
  const rough = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough - 1e-12) ?? 10
  return step * power
}

/**
 * Ticks for values. The axis starts at 0 unless that would squeeze the lines into the top third; bars always start at 0.
 */
export function valueTicks(values: readonly number[], { count = 5, fromZero = false } = {}): number[] {
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  if (!Number.isFinite(lowest) || !Number.isFinite(highest) || (lowest === 0 && highest === 0)) return [0, 1]
  const zero = fromZero || lowest < 0 || lowest < highest * 0.6
  const min = zero ? Math.min(0, lowest) : lowest
  const max = zero ? Math.max(0, highest) : highest
  const span = max - min || Math.abs(max) || 1
  const step = niceStep(span, count)
  const first = Math.floor(min / step + 1e-9)
  const last = Math.max(Math.ceil(max / step - 1e-9), first + 1)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** Years as ticks, on the same day of each; every year, or every second, third … so that at most `most` remain. */
export function yearTicks({ min, max }: Range, most: number): { at: number; label: string }[] {
  const yearOf = (day: number) => new Date(day * DAY).getUTCFullYear()
  const [first, last] = [yearOf(min), yearOf(max)]
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)))
  const ticks: { at: number; label: string }[] = []
  for (let year = first; year <= last + 1; year++) {
    const at = Date.UTC(year, 0, 1) / DAY
    if (at >= min && at <= max && (year - last) % every === 0) ticks.push({ at, label: String(year) })
  }
  return ticks
}

export function scale(domain: Range, range: Range): (value: number) => number {
  const span = domain.max - domain.min || 1
  return (value) => range.min + ((value - domain.min) / span) * (range.max - range.min)
}

/** Moves labels apart until each has `height` to itself; they stay in order and as near to their own place as can be. */
export function spread(places: readonly number[], height: number, { min, max }: Range): number[] {
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place)
  const spots = order.map(({ place }) => place)
  for (let pass = 0; pass < 20; pass++) {
    let moved = false
    for (let i = 1; i < spots.length; i++) {
      const [above, below] = [spots[i - 1] as number, spots[i] as number]
      const overlap = height - (below - above)
      if (overlap > 0.01) {
        spots[i - 1] = above - overlap / 2
        spots[i] = below + overlap / 2
        moved = true
      }
    }
    const first = spots[0]
    const last = spots.at(-1)
    if (first !== undefined && first < min) spots[0] = min
    if (last !== undefined && last > max) spots[spots.length - 1] = max
    if (!moved) break
  }
  const result: number[] = []
  for (const [i, { i: original }] of order.entries()) result[original] = spots[i] as number
  return result
}
