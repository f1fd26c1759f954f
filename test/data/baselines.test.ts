import { beforeAll, expect, test } from 'vitest'
import { findFigures } from '../../server/store/figures.ts'
import { BLACKPOOL, makeWorld, type World } from '../support/world.ts'

/** Where the strategy names no baseline, ours is what was published for the year in which it was stated. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})

test.each([
  ['mtfs-spend', 'cs-expenditure', 68_151_296],
  ['mtfs-residential', 'cla-residential-rate', 25.8],
  ['mtfs-plans', 'cpp-rate', 126.2],
  ['mtfs-enquiries', 's47-rate', 367.1],
  ['mtfs-referrals', 'referrals-rate', 968.6],
  ['mtfs-supported', 'cin-rate', 714.3],
])('%s starts at the published figure of %s for 2020/21: %d', async (id, indicator, value) => {
  const baseline = world.reference.targets.find((target) => target.id === id)?.terms.baseline
  expect(baseline).toMatchObject({ value, on: '2021-03-31' })
  const published = await findFigures(world.db, { indicator, dimension: '', areas: [BLACKPOOL] })
  expect(published.find((figure) => figure.period === '2020-21')?.value).toBe(value)
})

test('children in care start at the 608 of December 2020 that the strategy’s own pack states', async () => {
  const baseline = world.reference.targets.find((target) => target.id === 'mtfs-care')?.terms.baseline
  const facts = await findFigures(world.db, { indicator: 'cla-rate', dimension: '', areas: [BLACKPOOL] })
  const fact = facts.find((figure) => figure.period === '2020-12')
  expect(fact?.numerator).toBe(608)
  expect(baseline).toMatchObject({ value: fact?.value, on: '2020-12-31' })
})
