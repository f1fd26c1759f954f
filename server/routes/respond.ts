import type { Context } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { problemAnswer } from '../contract/answers.ts'
import { wantedFormat, XLSX_TYPE } from '../door/wanted-format.ts'
import { type CsvFile, toCsv } from '../exports/csv.ts'
import { toXlsx } from '../exports/xlsx.ts'

/** Answers with a view as JSON or, where `csv` says how and a table is asked for, as CSV or as an Excel workbook. */
export async function respond<T>(
  c: Context,
  view: Promise<T> | T,
  csv?: (answer: T) => CsvFile,
): Promise<Response> {
  const answer = await view
  const format = wantedFormat(c)
  if (!csv || format === 'json')
    return c.body(JSON.stringify(answer), 200, { 'content-type': 'application/json; charset=utf-8' })
  const file = csv(answer)
  if (format === 'csv') return c.body(toCsv(file), 200, download('text/csv; charset=utf-8', file.name))
  const headers = download(XLSX_TYPE, file.name.replace(/\.csv$/, '.xlsx'))
  // Made anew each time: what is kept of answers is text.
  return c.body(await toXlsx(file), 200, { ...headers, 'cache-control': 'no-store' })
}

const download = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
})

const TABLES = {
  'text/csv': { schema: { type: 'string' as const } },
  [XLSX_TYPE]: { schema: { type: 'string' as const, format: 'binary' } },
}

/** The OpenAPI description of a route that answers with `schema`, and with problems: those of the door are everywhere. */
export function describe(
  summary: string,
  schema: z.ZodType,
  { csv = false, problems = [] as number[] } = {},
) {
  const problem = (status: number) => [
    status,
    {
      description: 'A problem',
      content: { 'application/problem+json': { schema: resolver(problemAnswer) } },
    },
  ]
  return describeRoute({
    summary,
    responses: {
      200: {
        description: summary,
        content: {
          'application/json': { schema: resolver(schema) },
          ...(csv ? TABLES : {}),
        },
      },
      304: { description: 'Unchanged since the answer with this ETag' },
      ...Object.fromEntries([...new Set([401, 403, ...problems])].map(problem)),
    },
  })
}
