import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  areasPath,
  comparisonPath,
  indicatorPath,
  indicatorsPath,
  type Path,
  qualityPath,
  realismPath,
  type Search,
  scorecardPath,
  scorecardsPath,
  seriesPath,
  uploadPath,
  uploadProgressPath,
  uploadsPath,
} from '../server/contract/paths.ts'
import { get } from './api.ts'

/** An answer under its own address: what is drawn stays drawn until the next one is here. */
function answer<T>(path: Path<T>) {
  return queryOptions({
    queryKey: [path as string],
    queryFn: ({ signal }) => get(path, signal),
    placeholderData: keepPreviousData,
  })
}

export const areas = () => answer(areasPath)
export const indicators = () => answer(indicatorsPath)
export const scorecards = () => answer(scorecardsPath)
export const indicator = (id: string) => answer(indicatorPath(id))
export const series = (id: string, search: Search) => answer(seriesPath(id, search))
export const comparison = (id: string, search: Search) => answer(comparisonPath(id, search))
export const realism = (id: string, asked: Parameters<typeof realismPath>[1]) =>
  answer(realismPath(id, asked))
export const scorecard = (card: string, search: Search) => answer(scorecardPath(card, search))
export const quality = (search: Search) => answer(qualityPath(search))
export const uploads = () => answer(uploadsPath)
export const upload = (id: string) => answer(uploadPath(id))
export const uploadProgress = (key: string) => answer(uploadProgressPath(key))
