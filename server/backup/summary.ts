import type { Database } from '../store/database.ts'
import type { Manifest } from './file.ts'

/** What a backup holds, to be told to whoever made or restored it. `newest`: the release that came last of those that count. */
export type Summary = {
  figures: number
  releases: number
  people: number
  records: number
  newest: { title: string; publishedAt: string } | null
}

export async function summaryOf(file: Database, { tables }: Manifest): Promise<Summary> {
  const rows = new Map<string, number>(tables.map((table) => [table.name, table.rows]))
  const newest = await file
    .selectFrom('release')
    .select(['title', 'published_at'])
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    figures: rows.get('figure') ?? 0,
    releases: rows.get('release') ?? 0,
    people: rows.get('user') ?? 0,
    records: rows.get('audit') ?? 0,
    newest: newest?.published_at ? { title: newest.title, publishedAt: newest.published_at } : null,
  }
}
