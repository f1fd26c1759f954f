import { figureKey } from '../domain/disclosure/identity.ts'
import type { Figure } from '../domain/figure.ts'
import type { PublishedRelease } from './releases.ts'
import type { JudgedFigure } from './withheld.ts'

/** The figures of one area in all their versions. */
export type AreaVersions = {
  area: string
  /** Those of the council's own, in every version. */
  own: readonly JudgedFigure[]
  /** Those of them that stand now. */
  current: ReadonlySet<JudgedFigure>
  /** What national publications print now. */
  published: readonly Figure[]
}

/** Figures by area, with what stands of them: the version in the newest release that was not withdrawn. */
export function versionsByArea(
  figures: readonly JudgedFigure[],
  releases: ReadonlyMap<number, PublishedRelease>,
): AreaVersions[] {
  const newestFirst = [...releases.values()].sort(byNewest)
  const places = new Map(newestFirst.map(({ id }, place) => [id, place]))
  const placeOf = ({ release }: JudgedFigure) => places.get(release) ?? places.size
  const standing = (of: readonly JudgedFigure[]) => {
    const candidates = of
      .filter(({ release }) => releases.get(release)?.state === 'published')
      .sort((a, b) => placeOf(a) - placeOf(b))
    const versions = Map.groupBy(candidates, ({ figure }) => figureKey(figure)).values()
    return [...versions].flatMap(([newest]) => newest ?? [])
  }
  return [...Map.groupBy(figures, ({ figure }) => figure.area)].map(([area, ofArea]) => {
    const own = ofArea.filter(({ kind }) => kind !== 'published')
    const published = standing(ofArea.filter(({ kind }) => kind === 'published'))
    return { area, own, current: new Set(standing(own)), published: published.map(({ figure }) => figure) }
  })
}

const byNewest = (a: PublishedRelease, b: PublishedRelease) =>
  a.publishedAt === b.publishedAt ? b.id - a.id : a.publishedAt < b.publishedAt ? 1 : -1
