import type { Context } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { wantsCsv } from '../answers.ts'
import { problemAnswer } from '../contract/answers.ts'
import { type CsvFile, toCsv } from '../exports/csv.ts'

/** Answers with a view as JSON or, where `csv` says how and CSV is asked for, as CSV. */
export async function respond<T>(
  c: Context,
  view: Promise<T> | T,
  csv?: (answer: T) => CsvFile,
): Promise<Response> {
  const answer = await view
  if (!csv || !wantsCsv(c))
    return c.body(JSON.stringify(answer), 200, { 'content-type': 'application/json; charset=utf-8' })
  const file = csv(answer)
  return c.body(toCsv(file), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${file.name}"`,
  })
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
          ...(csv ? { 'text/csv': { schema: { type: 'string' as const } } } : {}),
        },
      },
      304: { description: 'Unchanged since the answer with this ETag' },
      ...Object.fromEntries([...new Set([401, 403, ...problems])].map(problem)),
    },
  })
}
