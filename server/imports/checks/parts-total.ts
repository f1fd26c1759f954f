import type { Indicator } from '../../contract/catalogue.ts'
import { type Figure, isNumber } from '../../domain/figure.ts'
import { periodLabel, periodOf } from '../../domain/period.ts'
import { decimalsOf, formatNumber, slackOf } from '../../domain/rounding.ts'
import { ByArea } from '../by-area.ts'
import type { FileCheck, FoundInFile } from '../checks.ts'
import type { FigureRow } from '../format.ts'

const MOST_AREAS = 30
/** Breakdowns that are no parts of one total: several factors stand in one assessment, a compliment is no complaint. */
const NO_PARTS = new Set(['assessment-factors-pct', 'complaints', 'ks4-attainment8'])
/** National totals are rounded to ten. */
const NATIONAL_SLACK = 5

/** A total with what its parts come to. `slack`: how far rounding can take the sum from it. */
type Sum = {
  name: string
  total: number | null
  parts: number
  slack: number
  row: number
  column: string
  value: string
}

const newSum = (name: string): Sum => ({
  name,
  total: null,
  parts: 0,
  slack: 0,
  row: 0,
  column: '',
  value: '',
})

/** Breakdowns that come to more than their total; in a national file, authorities that come to more than England. */
export const partsTotal: FileCheck = {
  id: 'parts-total',
  level: 'warn',
  title: 'Parts that come to more than their total',
  guidance:
    'Check the total and each part: the same day, the same children, and each of them in one part only.',
  open({ reference }, kind) {
    const areas = new ByArea(MOST_AREAS, () => new Map<string, Sum>())
    const national = new Map<string, Sum>()
    const inTotal = (sums: Map<string, Sum>, key: string, name: () => string) => {
      const sum = sums.get(key) ?? newSum(name())
      sums.set(key, sum)
      return sum
    }
    const seeBreakdown = (row: FigureRow, indicator: Indicator) => {
      const { figure } = row
      const dimension = indicator.dimensions.find((each) => each.id === figure.dimension)
      if (NO_PARTS.has(indicator.id) || !indicator.dimensions.some((each) => !each.near)) return
      if (dimension?.near) return
      const sums = areas.of(figure.area)
      if (!sums) return
      const name = () => `${indicator.name}, ${periodLabel(periodOf(figure.period))}`
      const sum = inTotal(sums, `${indicator.id} ${figure.period}`, name)
      if (figure.dimension === '') setTotal(sum, row, indicator)
      else addPart(sum, figure, indicator)
    }
    const seeNational = (row: FigureRow, indicator: Indicator) => {
      const { figure } = row
      const area = reference.area(figure.area)
      // A figure that two authorities sent together stands under each of them, and would count twice.
      if (!area || area.kind === 'region' || (area.kind === 'authority' && figure.note !== null)) return
      const name = () => `${indicator.name}, authorities of England, ${periodLabel(periodOf(figure.period))}`
      const sum = inTotal(national, `${indicator.id} ${figure.dimension} ${figure.period}`, name)
      if (area.kind === 'country') setTotal(sum, row, indicator)
      else addPart(sum, figure, indicator)
    }
    return {
      see(row) {
        const indicator = reference.indicator(row.figure.indicator)
        if (!indicator) return
        if (kind === 'published') seeNational(row, indicator)
        else seeBreakdown(row, indicator)
      },
      async find() {
        const within = areas.entries().flatMap(([, sums]) => [...sums.values()])
        return [
          ...within.flatMap((sum) => findLarger(sum, 0)),
          ...[...national.values()].flatMap((sum) => findLarger(sum, NATIONAL_SLACK)),
        ]
      },
    }
  },
}

/** What of a figure can be added up: the count it is made of or, where it is made of none, the figure itself. */
function amountOf({ value, numerator }: Figure, { denominatorKind }: Indicator): number | null {
  if (numerator !== null) return numerator
  return denominatorKind === 'none' && isNumber(value) ? value : null
}

function setTotal(sum: Sum, { figure, row, columns }: FigureRow, indicator: Indicator): void {
  const total = amountOf(figure, indicator)
  if (total === null) return
  sum.total = total
  sum.row = row
  sum.column = figure.numerator === null ? columns.value : columns.numerator
  sum.value = String(total)
}

function addPart(sum: Sum, figure: Figure, indicator: Indicator): void {
  const part = amountOf(figure, indicator)
  if (part === null) return
  sum.parts += part
  sum.slack += slackOf(part)
}

function findLarger({ name, total, parts, slack, row, column, value }: Sum, more: number): FoundInFile[] {
  // Whole numbers of children are exact; only what has decimals was rounded.
  const allowed = (Number.isInteger(parts) && more === 0 ? 0 : slack) + more
  if (total === null || parts <= total + allowed) return []
  const decimals = Math.min(2, Math.max(decimalsOf(total), decimalsOf(Number(parts.toPrecision(12)))))
  const [sum, printed] = [formatNumber(parts, decimals), formatNumber(total, decimals)]
  return [{ row, column, value, message: `${name}: parts sum to ${sum}, total says ${printed}.` }]
}
