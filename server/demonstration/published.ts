import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Figure } from '../domain/figure.ts'
import { parsePeriod } from '../domain/period.ts'
import { DATA, readQuantity, readStatus } from './cells.ts'

/** The figures of the compact files of data/published, by their source: a row a series and part, a column a period. */
export function readPublished(): Map<string, Figure[]> {
  const bySource = new Map<string, Figure[]>()
  const files = readdirSync(new URL('published/', DATA)).filter((name) => name !== 'sources.csv')
  for (const file of files) {
    const [header = [], ...rows]: string[][] = parse(readFileSync(new URL(`published/${file}`, DATA)))
    const periods = header.slice(6)
    const unknown = periods.find((period) => !parsePeriod(period))
    if (unknown) throw new Error(`data/published/${file} has a column "${unknown}" that is no period`)
    let key = ''
    let figures: (Figure | undefined)[] = []
    for (const [
      indicator = '',
      dimension = '',
      area = '',
      source = '',
      status = '',
      part,
      ...cells
    ] of rows) {
      const own = `${indicator}|${dimension}|${area}|${source}|${status}`
      if (own !== key) {
        key = own
        figures = cells.map(() => undefined)
      }
      for (const [i, cell] of cells.entries()) {
        if (cell === '') continue
        let figure = figures[i]
        if (!figure) {
          figure = {
            indicator,
            dimension,
            area,
            period: periods[i] ?? '',
            value: 'not-available',
            numerator: null,
            denominator: null,
            status: readStatus(status, file),
            note: null,
            doubt: null,
          }
          figures[i] = figure
          const list = bySource.get(source) ?? []
          bySource.set(source, list)
          list.push(figure)
        }
        if (part === 'value') figure.value = readQuantity(cell)
        else if (part === 'note') figure.note = cell
        else if (part === 'numerator' || part === 'denominator') figure[part] = Number(cell)
      }
    }
  }
  return bySource
}
