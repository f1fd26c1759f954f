import { isMoment } from '../domain/indicator.ts'
import { addDays, type Period, parsePeriod, yearBefore } from '../domain/period.ts'
import type { Database } from './database.ts'
import type { Edition } from './edition.ts'
import type { EntryVersion } from './entries.ts'

type Terms = {
  indicator: string
  area: string
  period?: string
  baseline?: { on: string; value: number } | null
}
/** The period, or the day, of the figure that is told of; and the number, where one is told in so many digits. */
type Place = { at: string; value: number | null }

/** Where the terms of a register say which figure they tell of. */
const TOLD: Partial<Record<EntryVersion['register'], (terms: Terms) => Place | null>> = {
  commentary: ({ period = '' }) => ({ at: period, value: null }),
  target: ({ baseline }) => (baseline ? { at: baseline.on, value: baseline.value } : null),
}
type Told = { version: EntryVersion; terms: Terms; period: Period; value: number | null }

/**
 * The versions without those that tell of a figure which is withheld: commentary on its period, and targets that start
 * from it. `db` is the handle of the public edition. Of a count over twelve months each of the four quarters tells.
 */
export async function withoutWithheld(
  db: Database,
  versions: readonly EntryVersion[],
  { indicators }: Edition,
): Promise<readonly EntryVersion[]> {
  const told = versions.flatMap((version): Told[] => {
    const placeIn = TOLD[version.register]
    if (!placeIn) return []
    const terms = JSON.parse(version.body) as Terms
    const place = placeIn(terms)
    const period = place ? parsePeriod(place.at) : undefined
    return place && period ? [{ version, terms, period, value: place.value }] : []
  })
  if (told.length === 0) return versions
  const held = await findHeld(db, told)
  const hidden = new Set(
    told
      .filter((each) => {
        const kind = indicators.get(each.terms.indicator)?.kind
        const own = held.get(`${each.terms.indicator} ${each.terms.area}`) ?? []
        return isWithheld(each, own, kind === undefined || !isMoment(kind))
      })
      .map(({ version }) => version),
  )
  return versions.filter((version) => !hidden.has(version))
}

type Held = { period: Period; suppressed: boolean; numbers: readonly (number | null)[] }

/** Which periods are held of the headlines that are told of. */
async function findHeld(db: Database, told: readonly Told[]): Promise<ReadonlyMap<string, Held[]>> {
  const rows = await db
    .selectFrom('series')
    .innerJoin('figure', 'figure.series_id', 'series.id')
    .select([
      'series.indicator_id',
      'series.area_id',
      'figure.period',
      'figure.missing',
      'figure.value',
      'figure.numerator',
    ])
    .where('series.dimension', '=', '')
    .where('series.indicator_id', 'in', [...new Set(told.map(({ terms }) => terms.indicator))])
    .where('series.area_id', 'in', [...new Set(told.map(({ terms }) => terms.area))])
    .execute()
  const held = rows.flatMap(({ indicator_id, area_id, period: id, missing, value, numerator }) => {
    const period = parsePeriod(id)
    const place = `${indicator_id} ${area_id}`
    return period
      ? [{ place, period, suppressed: missing === 'suppressed', numbers: [value, numerator] }]
      : []
  })
  return Map.groupBy(held, ({ place }) => place)
}

/**
 * Whether the figure that is told of is withheld or, unless another of the same last day says so in public, one that it
 * is made of: the same day's, or one within the twelve months up to it where the count is over time.
 */
function isWithheld({ period, value }: Told, held: readonly Held[], overTime: boolean): boolean {
  const suppressed = held.filter((each) => each.suppressed).map((each) => each.period)
  if (suppressed.some(({ id }) => id === period.id)) return true
  const isPublic = held.some(
    (each) =>
      !each.suppressed && each.period.end === period.end && (value === null || each.numbers.includes(value)),
  )
  if (isPublic) return false
  const since = overTime ? addDays(dayAYearBefore(period.end), 1) : period.end
  return suppressed.some(({ start, end }) => (overTime ? start : end) >= since && end <= period.end)
}

const dayAYearBefore = (day: string) => {
  const period = parsePeriod(day)
  return period ? yearBefore(period).end : day
}
