import { month, type Period, quarter, stepPeriod } from '../period.ts'

/** The ways a period is made up of shorter ones that could be sent: a year of quarters or of months, a quarter of months. */
export function tilingsOf(period: Period): readonly Period[][] {
  const known = kept.get(period.id)
  if (known) return known
  const tilings = makeTilings(period)
  if (kept.size < MOST_KEPT) kept.set(period.id, tilings)
  return tilings
}

/** Half a million figures are of a few hundred periods: each is taken apart once. */
const kept = new Map<string, readonly Period[][]>()
const MOST_KEPT = 5000

function makeTilings(period: Period): Period[][] {
  const first = month(Number(period.start.slice(0, 4)), Number(period.start.slice(5, 7)))
  switch (period.kind) {
    case 'quarter':
      return [run(first, 3)]
    case 'financial-year':
    case 'calendar-year':
      return [run(firstQuarter(period), 4), run(first, 12)]
    case 'academic-year':
      return [run(first, 12)]
    default:
      return []
  }
}

const run = (first: Period, length: number) => Array.from({ length }, (_, i) => stepPeriod(first, i))

/** Years of ours start in April or January. */
function firstQuarter({ start }: Period): Period {
  const year = Number(start.slice(0, 4))
  return start.slice(5, 7) === '01' ? quarter(year - 1, 4) : quarter(year, 1)
}
