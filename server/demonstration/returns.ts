import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { RETURN_AFTER_DAYS } from '../domain/due.ts'
import type { Figure } from '../domain/figure.ts'
import { addDays, periodOf, quarterLabel } from '../domain/period.ts'
import { DATA, readQuantity, readStatus } from './cells.ts'
import { publishedAt, type Release, type Source } from './release.ts'

/** The illustrative returns: one release a quarter, published on the last day that is in time. */
export function readReturns(): Release[] {
  const path = new URL('illustrative/blackpool-quarterly-returns.csv', DATA)
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true })
  const byPeriod = Map.groupBy(rows, (row) => row.period ?? '')
  return [...byPeriod].map(([id, quarter]) => {
    const period = periodOf(id)
    const published = addDays(period.end, RETURN_AFTER_DAYS)
    const source: Source = {
      id: `return-${id}`,
      title: `Illustrative return, ${quarterLabel(period)}`,
      publisher: 'Made up for this demonstration',
      published,
      licence: '',
      url: '',
    }
    const figures = quarter.map(
      (row): Figure => ({
        indicator: row.indicator_id ?? '',
        area: row.area_code ?? '',
        dimension: row.dimension ?? '',
        period: id,
        value: readQuantity(row.value ?? ''),
        numerator: row.numerator ? Number(row.numerator) : null,
        denominator: row.denominator ? Number(row.denominator) : null,
        status: readStatus(row.status ?? '', basename(path.pathname)),
        note: row.note || null,
        doubt: null,
      }),
    )
    return { kind: 'return', source, publishedAt: publishedAt(source), figures, neighbours: null }
  })
}
