import type { QualityAnswer, QualityQuery } from '../../contract/quality.ts'
import type { Database } from '../../store/database.ts'
import { editionOf } from '../../store/edition.ts'
import { findArea, placeOf, type Setting } from '../subject.ts'
import type { TitleOf } from '../uploads/uploads.ts'
import { viewBreaks } from './breaks.ts'
import { loadHeldSeries } from './held-series.ts'
import { summarise } from './quality-summary.ts'
import { viewQuarters } from './quarter-grid.ts'
import { viewReleases } from './release-history.ts'
import { viewPublications, viewYears } from './year-grid.ts'

/**
 * How good the data of an area is: what is held, how old it is, what is late, where series break, what was let through
 * with a warning, and every release. With `asAt` all of it as it was to be seen on that day.
 */
export async function viewQuality(
  db: Database,
  setting: Setting,
  query: QualityQuery,
  titleOf: TitleOf,
): Promise<QualityAnswer> {
  const area = findArea(setting, query.area)
  const today = query.asAt ?? setting.today
  const held = await loadHeldSeries(db, setting, area, query.asAt)
  const hasReturns = held.some(({ figures }) => figures.quarter.length > 0)
  const byQuarter = { today, expected: hasReturns || area.id === setting.home, area: area.name }
  const quarters = viewQuarters(held, byQuarter, query.quarter)
  const years = viewYears(held, { today, area }, query.year)
  const publications = viewPublications(held, { today, area })
  const breaks = viewBreaks(setting, area, held)
  const { releases, accepted } = await viewReleases(db, query.asAt, titleOf)
  return {
    area: placeOf(area),
    asAt: query.asAt ?? null,
    summary: summarise({
      held,
      setting: byQuarter,
      quarters,
      publications,
      breaks,
      accepted: editionOf(db) ? null : accepted,
      releases,
    }),
    quarters,
    years,
    publications,
    breaks,
    accepted,
    releases,
    illustrative: [...quarters.rows, ...years.rows].some((row) =>
      row.cells.some(({ state }) => state === 'illustrative'),
    ),
  }
}
