import type { Context } from 'hono'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Format = 'json' | 'csv' | 'xlsx'

/** What an answer is wanted as, by the suffix of its address or by the Accept header. */
export function wantedFormat(c: Context): Format {
  const suffix = /^[^?]*\.(csv|xlsx)(\?|$)/.exec(c.req.url)?.[1]
  if (suffix) return suffix as Format
  const accept = c.req.header('accept') ?? ''
  if (/^text\/csv\b/.test(accept)) return 'csv'
  return accept.startsWith(XLSX_TYPE) ? 'xlsx' : 'json'
}
