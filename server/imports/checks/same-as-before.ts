import { type Figure, isNumber } from '../../domain/figure.ts'
import {
  comparePeriods,
  type Period,
  periodLabel,
  periodOf,
  quarterLabel,
  stepPeriod,
} from '../../domain/period.ts'
import { ByArea } from '../by-area.ts'
import type { FileCheck, Held } from '../checks.ts'

/** Fewer numbers than this can stay as they were. */
const LEAST_NUMBERS = 5
const MOST_AREAS = 5

type Value = { indicator: string; dimension: string; value: Figure['value'] }
/** The figures of the newest period that a file has of an area, and of the one before it. */
type Newest = { period: Period; row: number; column: string; values: Value[] }[]

/** A quarter whose every value stood in the quarter before: the old file, or an old column, once more. */
export const sameAsBefore: FileCheck = {
  id: 'same-as-before',
  level: 'warn',
  title: 'The same values as before',
  guidance: 'Check that this is the file of the new period, and that its figures were brought up to date.',
  open(_context, kind) {
    const areas = new ByArea<Newest>(MOST_AREAS, () => [])
    return {
      see({ figure, row, columns }) {
        if (kind !== 'return') return
        const period = periodOf(figure.period)
        const newest = period.kind === 'day' ? undefined : areas.of(figure.area)
        if (!newest) return
        let own = newest.find((each) => each.period.id === period.id)
        if (!own) {
          own = { period, row, column: columns.period, values: [] }
          newest.push(own)
          newest.sort((a, b) => comparePeriods(b.period, a.period))
          if (newest.length > 2) newest.pop()
          if (!newest.includes(own)) return
        }
        own.values.push({ indicator: figure.indicator, dimension: figure.dimension, value: figure.value })
      },
      async find(held) {
        const found = []
        for (const [area, [newest, older]] of areas.entries()) {
          if (!newest) continue
          const before = stepPeriod(newest.period, -1)
          const inFile = older?.period.id === before.id ? older.values : []
          const same = await countSame(newest.values, area, before, inFile, held)
          if (same < LEAST_NUMBERS) continue
          const name = before.kind === 'quarter' ? quarterLabel(before) : periodLabel(before)
          found.push({
            row: newest.row,
            column: newest.column,
            value: newest.period.id,
            message: `All ${same} values equal ${name}: same file again?`,
          })
        }
        return found
      },
    }
  },
}

/** How many values are numbers that stood in the period before; none as soon as one differs. */
async function countSame(
  values: readonly Value[],
  area: string,
  before: Period,
  inFile: readonly Value[],
  held: Held,
): Promise<number> {
  let same = 0
  for (const { indicator, dimension, value } of values) {
    const own = inFile.find((each) => each.indicator === indicator && each.dimension === dimension)
    const earlier =
      own ?? (await held(indicator, area, dimension)).find((figure) => figure.period === before.id)
    if (!earlier) continue
    if (earlier.value !== value) return 0
    if (isNumber(value)) same++
  }
  return same
}
