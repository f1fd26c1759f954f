import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileWorld, makeFileWorld } from '../support/world.ts'
import { walk } from './walk.ts'

const SEED = 20_261_122
const REQUESTS = 3000

/** What would end the walk's own session, or take away what it walks with. */
const ENDS_THE_WALK = /\/api\/account\/sessions|\/(close|erase|end-sessions)$|^PUT \/api\/people/

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld()
})
afterAll(() => world.end())

test.each<[string, Parameters<FileWorld['as']>]>([
  ['an administrator', ['analyst']],
  ['a leader of some themes', ['Lee', { role: 'leader', themes: ['children-in-care', 'finance'] }]],
])(
  `${REQUESTS} hostile requests of %s (seed ${SEED}) bring no fault about`,
  async (_who, person) => {
    const headers = { cookie: await world.as(...person) }
    const tally = await walk(world, { requests: REQUESTS, seed: SEED, headers, leaveOut: ENDS_THE_WALK })
    const answered = (status: number) => [...tally.values()].filter((statuses) => statuses.has(status)).length
    // The walk is worth something only where it gets behind the door.
    expect(answered(200)).toBeGreaterThan(40)
    expect(answered(400)).toBeGreaterThan(40)
    // Some requests bring a key of their own, which is none.
    expect(answered(401)).toBeLessThan(10)
  },
  120_000,
)
