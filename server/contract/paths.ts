/**
 * The addresses of the API, as functions of what a screen shows. The client fetches them, the server puts the first
 * answers into the page under the same names, and the download links end in `.csv`.
 */
import type {
  AreasAnswer,
  ComparisonAnswer,
  IndicatorAnswer,
  IndicatorsAnswer,
  ScorecardAnswer,
  ScorecardsAnswer,
  SeriesAnswer,
} from './answers.ts'

/** An address that answers with a `T`. */
export type Path<T> = string & { readonly __answer?: T }

export type Search = Record<string, string | undefined>

/** How many other areas one chart can hold and still be read. */
export const MOST_AREAS = 4

/** What a chart is compared with until the reader chooses. */
export const DEFAULT_COMPARE = 'neighbours,region,england'

/** Only what is set, always in the same order, so that the same view has one address. */
function withQuery(path: string, query: Search): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const text = entries
    .map(
      ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
    )
    .join('&')
  return text === '' ? path : `${path}?${text}`
}

const id = (text: string) => encodeURIComponent(text).replaceAll('%3A', ':')

export const areasPath: Path<AreasAnswer> = '/api/areas'
export const indicatorsPath: Path<IndicatorsAnswer> = '/api/indicators'
export const scorecardsPath: Path<ScorecardsAnswer> = '/api/scorecards'

export const indicatorPath = (indicator: string): Path<IndicatorAnswer> => `/api/indicators/${id(indicator)}`

/** `compare=none` in a screen's address means that nothing is compared with. */
export function seriesPath(indicator: string, search: Search): Path<SeriesAnswer> {
  const { area, by, basis, dimension, from, to, neighbours, method, asAt } = search
  const compare = search.compare === 'none' ? '' : (search.compare ?? DEFAULT_COMPARE)
  return withQuery(`/api/indicators/${id(indicator)}/series`, {
    area,
    by,
    basis,
    dimension,
    from,
    to,
    compare,
    neighbours,
    method,
    asAt,
  })
}

export function comparisonPath(indicator: string, search: Search): Path<ComparisonAnswer> {
  const { area, period, group, neighbours, dimension, asAt } = search
  return withQuery(`/api/indicators/${id(indicator)}/comparison`, {
    area,
    period,
    group,
    neighbours,
    dimension,
    asAt,
  })
}

export function scorecardPath(card: string, search: Search): Path<ScorecardAnswer> {
  const { area, by, period, neighbours, method, asAt } = search
  return withQuery(`/api/scorecards/${id(card)}`, { area, by, period, neighbours, method, asAt })
}

export const DEFAULT_CARD = 'mtfs'

/** The answers that a screen cannot be drawn without; the server sends them along with the page. */
export function firstPaths(pathname: string, search: Search): string[] {
  if (pathname === '/') return [scorecardPath(search.card ?? DEFAULT_CARD, search), scorecardsPath]
  const indicator = /^\/indicators\/([^/]+)$/.exec(pathname)?.[1]
  if (indicator) {
    const name = decodeURIComponent(indicator)
    return [seriesPath(name, search), indicatorPath(name)]
  }
  if (pathname === '/indicators') return [indicatorsPath]
  return []
}

/** The address of the same answer as a CSV file. */
export function csvPath(path: string): string {
  const [before, query] = path.split('?')
  return query === undefined ? `${before}.csv` : `${before}.csv?${query}`
}
