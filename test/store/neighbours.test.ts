import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../server/store/database.ts'
import {
  findModels,
  findNeighbours,
  insertNeighbours,
  type NeighbourLink,
} from '../../server/store/neighbours.ts'
import { createRelease, publishRelease } from '../../server/store/releases.ts'
import { DATABASES } from '../support/databases.ts'

const link = (position: number, neighbour: string): NeighbourLink => ({
  area: 'E06000009',
  position,
  neighbour,
  closeness: 'Close',
})

async function publish(db: Database, model: string, at: string, links: NeighbourLink[]) {
  const id = await createRelease(db, {
    kind: 'published',
    title: model,
    publisher: '',
    licence: '',
    source_date: null,
    file_name: null,
    file_hash: null,
    loaded_at: at,
    loaded_by: 'test',
    reason: null,
  })
  await insertNeighbours(db, id, model, links)
  await publishRelease(db, id, at)
}

describe.each(DATABASES)('neighbours on %s', (_name, open) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
    await publish(db, '2021', '2021-04-01T00:00:00.000Z', [link(1, 'E06000001'), link(2, 'E06000002')])
    await publish(db, '2025', '2025-05-01T00:00:00.000Z', [link(2, 'E08000024'), link(1, 'E06000001')])
  })
  afterAll(async () => {
    await db.destroy()
  })

  test('come in the order of their closeness, by model', async () => {
    const neighbours = await findNeighbours(db, '2025', 'E06000009')
    expect(neighbours.map((each) => each.neighbour)).toEqual(['E06000001', 'E08000024'])
    expect(await findModels(db)).toEqual(['2021', '2025'])
  })

  test('an area without a list has none', async () => {
    expect(await findNeighbours(db, '2025', 'E06000008')).toEqual([])
  })

  test('a corrected list counts from then on', async () => {
    await publish(db, '2021', '2021-06-01T00:00:00.000Z', [link(2, 'E06000003')])
    const neighbours = await findNeighbours(db, '2021', 'E06000009')
    expect(neighbours.map((each) => each.neighbour)).toEqual(['E06000001', 'E06000003'])
  })
})
