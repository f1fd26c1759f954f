import { isNumber } from '../../domain/figure.ts'
import { formatValue } from '../../domain/indicator.ts'
import { periodLabel, periodOf } from '../../domain/period.ts'
import type { FileCheck, FoundInFile } from '../checks.ts'

/** With fewer authorities the range says little. */
const LEAST_AUTHORITIES = 5
/** Where more than this part of them is hidden, so may be the lowest or the highest. */
const MOST_HIDDEN = 0.1

/** The rates of the authorities of a region, or of England. */
type Range = { lowest: number; highest: number; known: number; hidden: number }
type Whole = {
  area: string
  range: string
  value: number
  row: number
  column: string
  indicator: string
  period: string
}

/**
 * A rate of England or a region that lies outside the rates of its authorities: the mean of numbers is among them. A
 * national file once gave the sum of nine regional rates for England.
 */
export const englandRange: FileCheck = {
  id: 'england-range',
  level: 'warn',
  title: 'Outside the range of its authorities',
  guidance:
    'Check the row of England or the region against the publication; leave it out if it is wrong there.',
  open({ reference }, kind) {
    const ranges = new Map<string, Range>()
    const wholes: Whole[] = []
    const widen = (key: string, value: number | null) => {
      const range = ranges.get(key) ?? { lowest: Infinity, highest: -Infinity, known: 0, hidden: 0 }
      ranges.set(key, range)
      if (value === null) {
        range.hidden++
        return
      }
      range.known++
      range.lowest = Math.min(range.lowest, value)
      range.highest = Math.max(range.highest, value)
    }
    return {
      see({ figure, row, columns }) {
        if (kind !== 'published') return
        const indicator = reference.indicator(figure.indicator)
        const area = reference.area(figure.area)
        if (!indicator || !area || indicator.denominatorKind === 'none') return
        const value = isNumber(figure.value) ? figure.value : null
        const key = `${figure.indicator} ${figure.dimension} ${figure.period}`
        if (area.kind === 'authority') {
          widen(`${key} ${area.parent}`, value)
          widen(`${key} ${reference.area(area.parent)?.parent}`, value)
        } else if (value !== null) {
          const { indicator, period } = figure
          wholes.push({
            area: area.id,
            range: `${key} ${area.id}`,
            value,
            row,
            column: columns.value,
            indicator,
            period,
          })
        }
      },
      async find() {
        return wholes.flatMap(({ area, range, value, row, column, indicator, period }): FoundInFile[] => {
          const parts = ranges.get(range)
          const unit = reference.indicator(indicator)
          if (!parts || !unit || parts.known < LEAST_AUTHORITIES) return []
          if (parts.hidden > MOST_HIDDEN * (parts.known + parts.hidden)) return []
          const slack = 10 ** -unit.decimals
          if (value >= parts.lowest - slack && value <= parts.highest + slack) return []
          const [own, lowest, highest] = [value, parts.lowest, parts.highest].map((x) => formatValue(x, unit))
          const name = reference.area(area)?.name
          const message = `${unit.name}, ${periodLabel(periodOf(period))}: ${own} of ${name} is outside the ${lowest} to ${highest} of its authorities.`
          return [{ row, column, value: String(value), message }]
        })
      },
    }
  },
}
