import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.ts'
import { type Tally, walk } from './walk.ts'

const SEED = 20_261_121
const REQUESTS = 10_000

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(async () => {
  await world.uploads.close()
  await world.db.destroy()
})

const answered = (tally: Tally, status: number) =>
  [...tally].filter(([, statuses]) => statuses.has(status)).map(([operation]) => operation)

const unasked = (tally: Tally) =>
  [...tally].filter(([, statuses]) => statuses.size === 0).map(([operation]) => operation)

describe(`${REQUESTS} hostile requests of nobody in particular (seed ${SEED})`, () => {
  test('none brings a fault about, tells of the inside, or is refused without a word', async () => {
    const tally = await walk(world, { requests: REQUESTS, seed: SEED })
    // The walk is worth something only where it gets behind the first check.
    expect(answered(tally, 200).length).toBeGreaterThan(35)
    expect(answered(tally, 400).length).toBeGreaterThan(20)
    expect(answered(tally, 401).length).toBeGreaterThan(20)
    expect(answered(tally, 404).length).toBeGreaterThan(40)
    expect(unasked(tally)).toEqual([])
  }, 120_000)
})
