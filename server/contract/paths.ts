/**
 * The addresses of the API, as functions of what a screen shows. The client fetches them, the server puts the first
 * answers into the page under the same names, and the download links end in `.csv`.
 */
import type {
  AreasAnswer,
  ComparisonAnswer,
  IndicatorAnswer,
  IndicatorsAnswer,
  RealismAnswer,
  ScorecardAnswer,
  ScorecardsAnswer,
  SeriesAnswer,
} from './answers.ts'
import type { QualityAnswer } from './quality.ts'
import type { ProgressAnswer, UploadAnswer, UploadsAnswer } from './uploads.ts'

/** An address that answers with a `T`. */
export type Path<T> = string & { readonly __answer?: T }

export type Search = Record<string, string | undefined>

/** How many other areas one chart can hold and still be read. */
export const MOST_AREAS = 4

/** What a chart is compared with until the reader chooses. */
export const DEFAULT_COMPARE = 'neighbours,region,england'

/** The largest file that is taken in, in bytes. A national file of half a million rows has about half of it. */
export const LARGEST_UPLOAD = 80 * 1024 * 1024

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

export function realismPath(
  indicator: string,
  { area, change, years }: { area: string; change: number; years: readonly number[] },
): Path<RealismAnswer> {
  const asked = { area, change: String(change), years: years.join(',') }
  return withQuery(`/api/indicators/${id(indicator)}/realism`, asked)
}

export function scorecardPath(card: string, search: Search): Path<ScorecardAnswer> {
  const { area, by, period, neighbours, method, asAt } = search
  return withQuery(`/api/scorecards/${id(card)}`, { area, by, period, neighbours, method, asAt })
}

export const DEFAULT_CARD = 'mtfs'

export function qualityPath(search: Search): Path<QualityAnswer> {
  const { area, quarter, year, asAt } = search
  return withQuery('/api/quality', { area, quarter, year, asAt })
}

export const uploadsPath: Path<UploadsAnswer> = '/api/uploads'
export const uploadPath = (upload: string): Path<UploadAnswer> => `/api/uploads/${id(upload)}`
/** How far the checking of a file has got; `key` is what its sender named it. */
export const uploadProgressPath = (key: string): Path<ProgressAnswer> => `/api/uploads/progress/${id(key)}`
export const uploadActionPath = (
  upload: string,
  action: 'publish' | 'withdraw' | 'compare',
): Path<UploadAnswer> => `${uploadPath(upload)}/${action}`
/** The file as it was sent, byte for byte. */
export const uploadFilePath = (upload: string) => `${uploadPath(upload)}/file`
/** The file with a column of what was found in each row. */
export const uploadFindingsPath = (upload: string) => `${uploadPath(upload)}/findings.csv`
/** Takes a file and gives it back with a column of findings; nothing is stored. */
export const annotatePath = '/api/uploads/annotate'
export const templatePath = (search: Search) =>
  withQuery('/api/templates/quarterly-return.csv', { area: search.area, period: search.period })
/** Everything held of an area, in the layout of the template. */
export const figuresFilePath = (search: Search) => withQuery('/api/figures.csv', { area: search.area })

/** The answers that a screen cannot be drawn without; the server sends them along with the page. */
export function firstPaths(pathname: string, search: Search): string[] {
  if (pathname === '/') return [scorecardPath(search.card ?? DEFAULT_CARD, search), scorecardsPath]
  const indicator = /^\/indicators\/([^/]+)$/.exec(pathname)?.[1]
  if (indicator) {
    const name = decodeURIComponent(indicator)
    return [seriesPath(name, search), indicatorPath(name)]
  }
  if (pathname === '/indicators') return [indicatorsPath]
  if (pathname === '/quality') return [qualityPath(search)]
  return []
}

/** The address of the same answer as a CSV file. */
export function csvPath(path: string): string {
  const [before, query] = path.split('?')
  return query === undefined ? `${before}.csv` : `${before}.csv?${query}`
}
