import type { Benchmark, BenchmarkMethod } from '../domain/benchmark.ts'
import { isNumber, isSound, type Quantity } from '../domain/figure.ts'
import { comparePeriods, type Period } from '../domain/period.ts'
import type { Area } from '../reference.ts'
import type { Database } from '../store/database.ts'
import type { NeighbourLink } from '../store/neighbours.ts'
import { type AreaFigures, loadAreaFigures } from './area-figures.ts'
import { benchmarkAt, ENGLAND, loadNeighbours, regionOf } from './benchmarks.ts'
import type { Setting, Subject } from './subject.ts'

/** The figures of an area and of all that it is compared with. */
export type Surroundings = {
  own: AreaFigures
  of: (area: string) => AreaFigures
  links: readonly NeighbourLink[]
  region: Area | undefined
}

export type SurroundingsQuery = { neighbours: string; asAt?: string | undefined; others?: readonly string[] }

/** Loads a subject with its neighbours, region, England and other areas, in one question to the store. */
export async function loadSurroundings(
  db: Database,
  setting: Setting,
  subject: Subject,
  query: SurroundingsQuery,
): Promise<Surroundings> {
  const { area } = subject
  const links = await loadNeighbours(db, query.neighbours, area)
  const region = regionOf(area, setting.reference)
  const areas = new Set([area.id, ENGLAND, ...(query.others ?? []), ...links.map((link) => link.neighbour)])
  if (region) areas.add(region.id)
  const of = await loadAreaFigures(db, subject, { areas: [...areas], asAt: query.asAt })
  return { own: of(area.id), of, links, region }
}

export type NearestBenchmark = { period: Period; neighbours: Benchmark | null; england: Quantity | null }

/**
 * The benchmarks that belong beside a figure of our own: those of its period, or else the newest that were there on
 * its last day. A national figure comes out once a year and months later, so a quarter is set beside an older one.
 */
export function nearestBenchmark(
  subject: Subject,
  { of, links }: Surroundings,
  own: Period,
  method: BenchmarkMethod,
): NearestBenchmark | null {
  if (subject.noComparison !== null) return null
  const group = links.map((link) => of(link.neighbour))
  const england = of(ENGLAND)['financial-year']
  const usable = [...group.flatMap((figures) => figures['financial-year']), ...england].filter(isSound)
  const periods = new Map(usable.map((figure) => [figure.period, figure.at]))
  const period =
    periods.get(own.id) ??
    [...periods.values()]
      .filter((each) => each.end <= own.end)
      .sort(comparePeriods)
      .at(-1)
  if (!period) return null
  const national = england.find((figure) => figure.period === period.id)
  return {
    period,
    neighbours: group.length > 0 ? benchmarkAt(subject, group, period, method) : null,
    england:
      national && isNumber(national.value) && isSound(national) && subject.area.id !== ENGLAND
        ? national.value
        : null,
  }
}
