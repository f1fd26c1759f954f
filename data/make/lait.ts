import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Indicator } from '../../server/contract/catalogue.ts'
import type { Figure, Quantity } from '../../server/domain/figure.ts'
import { academicYear, calendarYear, day, financialYear, type Period } from '../../server/domain/period.ts'
import { clean, round } from '../../server/domain/rounding.ts'
import type { Reference } from '../../server/reference.ts'

/**
 * DfE's Local Authority Interactive Tool: its measures as one long table (measure, years, la_number, area, value).
 * `-` is any missing value: the tool does not say why. Numbers are text with the noise of binary fractions.
 */

type Row = { measure: string; years: string; la_number: string; value: string }
type Cell = { period: Period; area: string; quantity: Quantity }

/** Which release of DfE's a measure belongs to; most of child protection goes with the children in need census. */
const SOURCES: [RegExp, string][] = [
  [/^CareApplications$/, 'lait-cafcass'],
  [/^(LAC_KS4_AVG_Attain8|CIN_Avg_Attain8_KS4|Stability_School)$/, 'lait-outcomes'],
  [/^(AVG_Attain8_Score|Number_Foster_Places.*|.*_Ofsted_rating)$/, 'lait-other'],
  [/^Work_Force_/, 'lait-workforce'],
  [/^(C&YPExpenditure|TotalLACFinance|SafeguardingFinance|FamilySupportFinance)$/, 'lait-spend'],
  [/Finance$/, 'lait-unit-costs'],
  [/^FirstYJS$/, 'lait-youth-justice'],
  [/^(LAC|CareLeaver|Stability_SocialWorker)/, 'lait-children-looked-after'],
  [/./, 'lait-children-in-need'],
]
const sourceOf = (measure: string) => SOURCES.find(([pattern]) => pattern.test(measure))?.[1] ?? ''

export type LaitFigure = { source: string; part: 'value' | 'numerator'; figure: Figure }

/** Every figure that the catalogue says the tool has. Areas are left out in years in which they did not exist. */
export function readLait(path: string, reference: Reference): LaitFigure[] {
  const rows: Row[] = parse(readFileSync(path), { columns: true, bom: true })
  const byMeasure = Map.groupBy(rows, (row) => row.measure)
  return reference.indicators.flatMap((indicator) =>
    indicator.lait.flatMap(({ measure, part, dimension = '', percentOf, skip = [] }) => {
      const cells = readMeasure(byMeasure.get(measure) ?? [], indicator, reference)
      const others = percentOf ? readMeasure(byMeasure.get(percentOf) ?? [], indicator, reference) : []
      const other = new Map(others.map((cell) => [`${cell.area} ${cell.period.id}`, cell.quantity]))
      return cells
        .filter((cell) => !skip.includes(cell.area))
        .map(({ period, area, quantity }): LaitFigure => {
          const whole = other.get(`${area} ${period.id}`) ?? 'not-available'
          const estimate = percentOf !== undefined
          return {
            source: sourceOf(measure),
            part,
            figure: {
              indicator: indicator.id,
              dimension,
              area,
              period: period.id,
              value: estimate ? percentage(quantity, whole, indicator.decimals) : quantity,
              numerator: null,
              denominator: null,
              status: estimate ? 'estimated' : 'final',
              note: null,
              doubt: null,
            },
          }
        })
    }),
  )
}

function percentage(share: Quantity, whole: Quantity, decimals: number): Quantity {
  if (typeof share === 'string') return share
  if (typeof whole === 'string') return whole
  return round((share * whole) / 100, decimals)
}

function readMeasure(rows: readonly Row[], indicator: Indicator, reference: Reference): Cell[] {
  return rows.flatMap((row) => {
    const area = reference.areaByNumber(row.la_number)
    if (!area) throw new Error(`${row.measure}: no area has the number ${row.la_number}`)
    const period = readYears(row.years, indicator)
    const existed =
      (area.opened === '' || area.opened <= period.end) && (area.closed === '' || area.closed >= period.end)
    if (!existed) return []
    const quantity: Quantity = row.value === '-' ? 'not-available' : clean(Number(row.value))
    if (Number.isNaN(quantity))
      throw new Error(`${row.measure} ${row.years} ${row.la_number}: "${row.value}"`)
    return [{ period, area: area.id, quantity }]
  })
}

/** `2025`, or `2024-25 (OT)` for outturns. What a bare year is depends on the measure: the catalogue says. */
function readYears(text: string, indicator: Indicator): Period {
  const outturn = /^(\d{4})-\d{2} \(OT\)$/.exec(text)
  if (outturn) return financialYear(Number(outturn[1]))
  if (!/^\d{4}$/.test(text)) throw new Error(`${indicator.id}: "${text}" is not a year`)
  const year = Number(text)
  switch (indicator.yearly) {
    case 'financial-year':
      return financialYear(year - 1)
    case 'academic-year':
      return academicYear(year - 1)
    case 'calendar-year':
      return calendarYear(year)
    case 'census-day':
      return day(`${year}-09-30`)
  }
}
