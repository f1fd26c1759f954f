import { type Period, parsePeriod, periodOf, quarterLabel, stepPeriod } from '../../domain/period.ts'
import { ByArea } from '../by-area.ts'
import type { FileCheck, FoundInFile, Held } from '../checks.ts'
import type { Context } from '../format.ts'

const MOST_AREAS = 3
const QUARTERS_BEFORE = 4

/** What a file has for the newest quarter of an area. */
type Newest = { quarter: Period | null; indicators: Set<string> }

/**
 * Indicators that an area's returns had in the last four quarters and that this file lacks for its newest. They are
 * shown as "no data", never carried forward, so the analyst should know. A file with fewer than half of what could be
 * expected is a correction of single figures: of it nothing is said.
 */
export const partialReturn: FileCheck = {
  id: 'partial-return',
  level: 'warn',
  title: 'Indicators that are missing',
  guidance: 'Add the figures, or accept that the quarter has no data for them: nothing is carried forward.',
  open(context, kind) {
    const areas = new ByArea<Newest>(MOST_AREAS, () => ({ quarter: null, indicators: new Set() }))
    return {
      see({ figure }) {
        if (kind !== 'return') return
        const period = periodOf(figure.period)
        const newest = period.kind === 'quarter' ? areas.of(figure.area) : undefined
        if (!newest || (newest.quarter && period.end < newest.quarter.end)) return
        if (newest.quarter?.id !== period.id) {
          newest.quarter = period
          newest.indicators.clear()
        }
        newest.indicators.add(figure.indicator)
      },
      async find(held) {
        const found: FoundInFile[] = []
        for (const [area, { quarter, indicators }] of areas.entries()) {
          if (quarter) found.push(...(await findMissing(area, quarter, indicators, context, held)))
        }
        return found
      },
    }
  },
}

async function findMissing(
  area: string,
  quarter: Period,
  present: ReadonlySet<string>,
  { reference }: Context,
  held: Held,
): Promise<FoundInFile[]> {
  const from = stepPeriod(quarter, -QUARTERS_BEFORE)
  const missing: FoundInFile[] = []
  for (const { id, name } of reference.indicators) {
    if (present.has(id)) continue
    const quarters = (await held(id, area))
      .filter((figure) => figure.source.kind === 'return')
      .map((figure) => parsePeriod(figure.period))
      .filter((period) => period?.kind === 'quarter' && period.start >= from.start)
    const newest = quarters.findLast((period) => period && period.end < quarter.end)
    if (!newest || quarters.some((period) => period?.id === quarter.id)) continue
    const until = `held until ${quarterLabel(newest)}`
    missing.push({ row: null, column: null, value: id, message: `Missing: ${name} (${until}).` })
    if (missing.length > present.size) return []
  }
  return missing
}
