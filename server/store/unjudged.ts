import type { Database } from './database.ts'

/** How many of the council's own figures that were ever published nobody has judged yet: the public is shown none of them. */
export async function countUnjudged(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('figure')
    .innerJoin('release', 'release.id', 'figure.release_id')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('release.published_at', 'is not', null)
    .where('release.kind', '!=', 'published')
    .where('figure.withheld', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
