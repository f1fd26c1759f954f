import { z } from 'zod'
import { documentSchema } from '../contract/catalogue.ts'
import { type Figure, isNumber, type Quantity } from '../domain/figure.ts'
import { periodOf } from '../domain/period.ts'
import { midYear, POPULATION, populationYear } from '../domain/population.ts'
import { type Reference, readCsv } from '../reference.ts'
import type { NeighbourLink } from '../store/neighbours.ts'
import { readFacts } from './papers.ts'
import { readPublished } from './published.ts'
import { publishedAt, type Release } from './release.ts'
import { readReturns } from './returns.ts'

/** Everything that the demonstration holds: publications, council papers and illustrative returns, each a release. */
export function readReleases(reference: Reference): Release[] {
  const sources = readCsv('published/sources.csv', documentSchema)
  const figuresBySource = readPublished()
  const neighbours = readNeighbours()
  const published = sources.map((source): Release => {
    const model = neighbours.get(source.id)
    const figures = figuresBySource.get(source.id) ?? []
    return {
      kind: 'published',
      source,
      publishedAt: publishedAt(source),
      figures,
      neighbours: model ?? null,
    }
  })
  const populations = new Map(
    published.flatMap(({ figures }) =>
      figures
        .filter((figure) => figure.indicator === POPULATION)
        .map((f) => [`${f.area} ${f.period}`, f.value]),
    ),
  )
  for (const { figures } of published)
    for (const figure of figures) addPopulation(figure, populations, reference)
  return [...published, ...readFacts(reference), ...readReturns()]
}

/** Rates are kept without their population, which is held once, and get it back here. */
function addPopulation(figure: Figure, populations: Map<string, Quantity>, reference: Reference): void {
  if (figure.denominator !== null) return
  if (reference.indicator(figure.indicator)?.denominatorKind !== 'population') return
  const population = populations.get(`${figure.area} ${midYear(populationYear(periodOf(figure.period)))}`)
  figure.denominator = population !== undefined && isNumber(population) ? population : null
}

const neighbourSchema = z.strictObject({
  model: z.string(),
  area: z.string(),
  position: z.coerce.number(),
  neighbour: z.string(),
  closeness: z.string(),
})

function readNeighbours(): Map<string, { model: string; links: NeighbourLink[] }> {
  const rows = readCsv('neighbours.csv', neighbourSchema)
  const models = Map.groupBy(rows, (row) => row.model)
  return new Map(
    [...models].map(([model, links]) => [
      `neighbours-${model}`,
      { model, links: links.map(({ model: _, ...link }) => link) },
    ]),
  )
}
