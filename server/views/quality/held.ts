import type { Figure } from '../../domain/figure.ts'
import { comparePeriods, type Period, quarter, stepPeriod } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { loadAreaFigures } from '../area-figures.ts'
import { findArea, type Setting } from '../subject.ts'

/**
 * Everything held for an area in the order of the catalogue and of time. What papers quote and figures that are doubted
 * are not in it: they belong to their papers, and could not be sent again as they are.
 */
export async function viewHeld(
  db: Database,
  setting: Setting,
  { area: id, asAt }: { area?: string | undefined; asAt?: string | undefined },
): Promise<{ area: string; figures: Figure[] }> {
  const area = findArea(setting, id)
  const figures: Figure[] = []
  for (const indicator of setting.reference.indicators) {
    // What is worked out from other figures is not held itself.
    const own = { ...indicator, derived: undefined }
    for (const dimension of ['', ...indicator.dimensions.map((each) => each.id)]) {
      const subject = { indicator: own, dimension }
      const held = (await loadAreaFigures(db, subject, { areas: [area.id], asAt }))(area.id)
      const all = [...held.month, ...held.quarter, ...held['financial-year']]
      figures.push(
        ...all.filter((figure) => figure.doubt === null).sort((a, b) => comparePeriods(a.at, b.at)),
      )
    }
  }
  return { area: area.id, figures }
}

/** A measure that a council sends each quarter, with the last figure held of it. */
export type TemplateRow = {
  indicator: string
  dimension: string
  name: string
  last: Figure | null
}

/** The rows of a template for an area's next return: every measure that its returns have, with its last value. */
export async function viewTemplate(
  db: Database,
  setting: Setting,
  { area: id, period: asked }: { area?: string | undefined; period?: string | undefined },
): Promise<{ area: string; period: string; rows: TemplateRow[] }> {
  const area = findArea(setting, id)
  const rows: TemplateRow[] = []
  let newest: Period | null = null
  for (const indicator of setting.reference.indicators) {
    if (!indicator.frequency.includes('quarterly')) continue
    for (const dimension of ['', ...indicator.dimensions.map((each) => each.id)]) {
      const held = (await loadAreaFigures(db, { indicator, dimension }, { areas: [area.id] }))(area.id)
      const last = held.quarter.at(-1) ?? null
      // A breakdown is asked for only where the council has sent it before.
      if (dimension !== '' && last === null) continue
      if (last && (newest === null || comparePeriods(last.at, newest) > 0)) newest = last.at
      const label = indicator.dimensions.find((each) => each.id === dimension)?.label
      rows.push({
        indicator: indicator.id,
        dimension,
        name: label ? `${indicator.name}: ${label}` : indicator.name,
        last,
      })
    }
  }
  return { area: area.id, period: asked ?? nextQuarter(newest, setting.today), rows }
}

/** The quarter after the newest one held; where none is, the last that has ended. */
function nextQuarter(newest: Period | null, today: string): string {
  if (newest) return stepPeriod(newest, 1).id
  const year = Number(today.slice(0, 4))
  const quarters = [year - 1, year].flatMap((start) => [1, 2, 3, 4].map((n) => quarter(start, n)))
  return quarters.findLast(({ end }) => end < today)?.id ?? ''
}
