import { periodLabel, periodOf, stepPeriod } from '../../domain/period.ts'
import { formatNumber } from '../../domain/rounding.ts'
import { ByArea } from '../by-area.ts'
import type { FileCheck, FoundInFile, Held } from '../checks.ts'

const MOST_AREAS = 30

/** The counts that hang together, by the indicator whose numerator they are, and what to call them. */
const COUNTS = {
  'cla-rate': 'Children in care',
  'cla-starts-rate': 'entered care',
  'cla-ends-rate': 'left care',
  'cin-rate': 'children in need',
  'cpp-rate': 'Children with a protection plan',
  'cpp-starts-rate': 'plans started',
  'cpp-repeat-pct': 'Repeat plans',
} as const
type Count = keyof typeof COUNTS

/** Which counts can't be more than which others: a child with a plan, or in care, is a child in need. */
const PARTS: readonly [Count, Count][] = [
  ['cpp-rate', 'cin-rate'],
  ['cla-rate', 'cin-rate'],
  ['cpp-repeat-pct', 'cpp-starts-rate'],
]

/**
 * How far the number in care may be from what those who entered and left would make of it: a child who enters twice
 * in a year is counted once. Of all authorities' years 97 in a hundred are within 2%.
 */
const [NEAR, FEW] = [0.025, 2]

type Cell = { count: number; row: number; column: string }
type OfPeriod = Partial<Record<Count, Cell>>

/** Counts that other counts bind: those of the file first, then those held. */
export const identity: FileCheck = {
  id: 'identity',
  level: 'warn',
  title: 'Counts that do not add up with others',
  guidance: 'Check both numbers: the day they were counted on, and that late records are in each of them.',
  open(_context, kind) {
    const areas = new ByArea(MOST_AREAS, () => new Map<string, OfPeriod>())
    return {
      see({ figure, row, columns }) {
        if (kind !== 'return' || figure.dimension !== '' || figure.numerator === null) return
        if (!Object.hasOwn(COUNTS, figure.indicator)) return
        const periods = areas.of(figure.area)
        if (!periods) return
        const own = periods.get(figure.period) ?? {}
        own[figure.indicator as Count] = { count: figure.numerator, row, column: columns.numerator }
        periods.set(figure.period, own)
      },
      async find(held) {
        const found: FoundInFile[] = []
        for (const [area, periods] of areas.entries()) {
          const counts = openCounts(area, periods, held)
          for (const period of periods.keys()) {
            found.push(
              ...(await findCare(period, periods, counts)),
              ...(await findParts(period, periods, counts)),
            )
          }
        }
        return found
      },
    }
  },
}

type Counts = (count: Count, period: string) => Promise<number | undefined>

/** Looks a count up in the file and then among what is held; each series is asked for once. */
function openCounts(area: string, periods: ReadonlyMap<string, OfPeriod>, held: Held): Counts {
  const series = new Map<Count, Promise<Map<string, number | null>>>()
  return async (count, period) => {
    const own = periods.get(period)?.[count]
    if (own) return own.count
    let known = series.get(count)
    if (!known) {
      known = held(count, area).then(
        (figures) => new Map(figures.map((each) => [each.period, each.numerator])),
      )
      series.set(count, known)
    }
    return (await known).get(period) ?? undefined
  }
}

const show = (count: number) => formatNumber(count, 0)

/** Children in care are those of the period before, and who entered, without who left. */
async function findCare(
  id: string,
  periods: ReadonlyMap<string, OfPeriod>,
  counts: Counts,
): Promise<FoundInFile[]> {
  const period = periodOf(id)
  const own = periods.get(id)
  const cell = own?.['cla-rate'] ?? own?.['cla-starts-rate'] ?? own?.['cla-ends-rate']
  if (!cell || period.kind === 'day') return []
  const before = await counts('cla-rate', stepPeriod(period, -1).id)
  const starts = await counts('cla-starts-rate', id)
  const ends = await counts('cla-ends-rate', id)
  const care = await counts('cla-rate', id)
  if (before === undefined || starts === undefined || ends === undefined || care === undefined) return []
  const expected = before + starts - ends
  if (Math.abs(care - expected) <= Math.max(NEAR * care, FEW)) return []
  const sum = `${show(before)} + ${show(starts)} − ${show(ends)} = ${show(expected)}`
  return [
    {
      row: cell.row,
      column: cell.column,
      value: String(cell.count),
      message: `Children in care before, and those who entered and left, make ${sum}; for ${periodLabel(period)} it is ${show(care)}.`,
    },
  ]
}

async function findParts(
  id: string,
  periods: ReadonlyMap<string, OfPeriod>,
  counts: Counts,
): Promise<FoundInFile[]> {
  const found: FoundInFile[] = []
  for (const [part, whole] of PARTS) {
    const cell = periods.get(id)?.[part] ?? periods.get(id)?.[whole]
    if (!cell) continue
    const [less, more] = [await counts(part, id), await counts(whole, id)]
    if (less === undefined || more === undefined || less <= more) continue
    const message = `${COUNTS[part]}: ${show(less)}, but ${COUNTS[whole]}: ${show(more)}. The first are among the second.`
    found.push({ row: cell.row, column: cell.column, value: String(cell.count), message })
  }
  return found
}
