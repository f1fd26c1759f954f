import type { z } from 'zod'
import type { documentSchema } from '../contract/catalogue.ts'
import type { Figure } from '../domain/figure.ts'
import { periodOf } from '../domain/period.ts'
import type { NeighbourLink } from '../store/neighbours.ts'
import type { ReleaseTable } from '../store/schema.ts'

export type Source = z.infer<typeof documentSchema>

/** What came out on one day from one source: figures, or a list of statistical neighbours, or both. */
export type Release = {
  kind: ReleaseTable['kind']
  source: Source
  publishedAt: string
  figures: Figure[]
  neighbours: { model: string; links: NeighbourLink[] } | null
}

/** A source is published at the end of the day, or of the month where only that is known. */
export const publishedAt = (source: Source) => `${periodOf(source.published).end}T12:00:00.000Z`
