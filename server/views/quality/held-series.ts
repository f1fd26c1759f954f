import type { Publication } from '../../contract/calendar.ts'
import type { Indicator } from '../../contract/catalogue.ts'
import { type Due, publicationDue } from '../../domain/due.ts'
import { THEMES } from '../../domain/indicator.ts'
import { day, type Period, periodOf, stepPeriod } from '../../domain/period.ts'
import type { Area } from '../../reference.ts'
import type { Database } from '../../store/database.ts'
import { type AreaFigures, type Dated, loadAreaFigures } from '../area-figures.ts'
import { findSubject, type Setting } from '../subject.ts'

/** What is held of one breakdown of a measure for one area, and the publication that it comes out in. */
export type HeldSeries = {
  indicator: Indicator
  dimension: string
  name: string
  /** Another measure, the nearest that is published. */
  near: boolean
  figures: AreaFigures
  publication: Publication | null
  /** The last day of the newest period that any measure of the same publication is held of; '' if there is none. */
  publishedTo: string
}

/** Every measure of the catalogue and each of its breakdowns, by theme. */
export async function loadHeldSeries(
  db: Database,
  setting: Setting,
  area: Area,
  asAt: string | undefined,
): Promise<HeldSeries[]> {
  const themes = Object.keys(THEMES)
  const indicators = setting.reference.indicators.toSorted(
    (a, b) => themes.indexOf(a.theme) - themes.indexOf(b.theme),
  )
  const wanted = indicators.flatMap((indicator) => [
    { indicator, dimension: '', near: false },
    ...indicator.dimensions.map(({ id, near = false }) => ({ indicator, dimension: id, near })),
  ])
  const held = await Promise.all(
    wanted.map(async ({ indicator, dimension, near }) => {
      // A difference of two headlines is one itself.
      const source = dimension === '' ? indicator : { ...indicator, derived: undefined }
      const figuresOf = await loadAreaFigures(
        db,
        { indicator: source as Indicator, dimension },
        { areas: [area.id], asAt },
      )
      const publication = publicationOf(setting.reference.calendar, indicator, dimension, near)
      const { name } = findSubject(setting, indicator.id, dimension, area.id)
      return { indicator, dimension, name, near, figures: figuresOf(area.id), publication }
    }),
  )
  const publishedTo = new Map<string, string>()
  for (const { publication, figures } of held) {
    const end = newestYear(figures)?.at.end ?? ''
    if (publication && end > (publishedTo.get(publication.family) ?? ''))
      publishedTo.set(publication.family, end)
  }
  return held.map((each) => ({ ...each, publishedTo: publishedTo.get(each.publication?.family ?? '') ?? '' }))
}

/** Being named counts before the return that a measure comes from first; a near measure is never of its indicator's return. */
function publicationOf(
  calendar: readonly Publication[],
  indicator: Indicator,
  dimension: string,
  near: boolean,
): Publication | null {
  const exact = `${indicator.id}/${dimension}`
  const named =
    calendar.find(({ measures }) => measures.includes(exact)) ??
    calendar.find(({ measures }) => measures.includes(indicator.id) && !near)
  if (named || near) return named ?? null
  return calendar.find(({ returns }) => returns.includes(indicator.returns[0] ?? '')) ?? null
}

/** The newest of the yearly figures. */
export const newestYear = (figures: AreaFigures): Dated | undefined => figures['financial-year'].at(-1)

/** The period of the same kind that ends in another year. */
export function sameIn(year: number, period: Period): Period {
  if (period.kind === 'day') return day(`${year}-${period.end.slice(5)}`)
  return stepPeriod(period, year - Number(period.end.slice(0, 4)))
}

/** When a yearly figure is due; null where nobody says, or where there will be none. */
export function dueOf(publication: Publication | null, period: Period): Due | null {
  if (!publication || publication.month === null || isDiscontinued(publication, period)) return null
  return publicationDue(period, {
    month: publication.month,
    yearsAfter: publication.years_after ?? 0,
  })
}

export function isDiscontinued(publication: Publication | null, period: Period): boolean {
  if (!publication || publication.last_period === '') return false
  return period.end > periodOf(publication.last_period).end
}
