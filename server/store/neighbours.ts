import type { Database } from './database.ts'
import { keptUntilRevision } from './revision.ts'

export type NeighbourLink = { area: string; position: number; neighbour: string; closeness: string }

/** Adds one model's links to a draft release. */
export async function insertNeighbours(
  db: Database,
  release: number,
  model: string,
  links: readonly NeighbourLink[],
): Promise<void> {
  const rows = links.map((link) => ({
    model,
    area_id: link.area,
    position: link.position,
    release_id: release,
    neighbour_id: link.neighbour,
    closeness: link.closeness,
  }))
  for (let i = 0; i < rows.length; i += 500) {
    await db
      .insertInto('neighbour')
      .values(rows.slice(i, i + 500))
      .execute()
  }
}

type Models = ReadonlyMap<string, ReadonlyMap<string, readonly NeighbourLink[]>>

/** Every model that is held now: by model, then by area, the closest first. */
const findAll = keptUntilRevision(async (db): Promise<Models> => {
  const rows = await db
    .selectFrom('neighbour')
    .innerJoin('release', 'release.id', 'neighbour.release_id')
    .select(['model', 'area_id as area', 'position', 'neighbour_id as neighbour', 'closeness'])
    .where('release.state', '=', 'published')
    .orderBy('release.published_at')
    .orderBy('release.id')
    .execute()
  // Of each place in a list the one published last counts.
  const newest = new Map(rows.map((row) => [`${row.model} ${row.area} ${row.position}`, row]))
  const links = [...newest.values()].sort((a, b) => a.position - b.position)
  const models = Map.groupBy(links, (link) => link.model)
  return new Map([...models].map(([model, own]) => [model, Map.groupBy(own, (link) => link.area)]))
})

/** The current statistical neighbours of an area in a model, the closest first; of all areas if none is named. */
export async function findNeighbours(
  db: Database,
  model: string,
  area?: string,
): Promise<readonly NeighbourLink[]> {
  const areas = (await findAll(db)).get(model)
  if (!areas) return []
  return area === undefined ? [...areas.values()].flat() : (areas.get(area) ?? [])
}

/** The models held, by name. */
export async function findModels(db: Database): Promise<string[]> {
  return [...(await findAll(db)).keys()].sort()
}
