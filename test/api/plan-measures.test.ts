import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlanAnswer, planAnswer } from '../../server/contract/plan-answers.ts'
import { makeWorld, type World } from '../support/world.ts'

/** The few measures by which a plan can be followed. */

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.db.destroy())

async function measures(id: string, query = ''): Promise<PlanAnswer['measures']> {
  const cookie = await world.as()
  const response = await world.app.request(`/api/plans/${id}${query}`, { headers: { cookie } })
  return planAnswer.parse(await response.json()).measures
}
const rowOf = (answer: PlanAnswer['measures'], id: string) => answer?.rows.find((row) => row.id === id)

test('a plan has those that its actions name, each once, with how many name it', async () => {
  const answer = await measures('improvement-2019')
  expect(answer?.rows.map(({ id, actions }) => [id, actions])).toEqual([
    ['sw-agency-pct', 1],
    ['sw-vacancy-pct', 2],
    ['audit-good-pct', 1],
    ['sw-turnover-pct', 1],
    ['referrals-rate', 2],
    ['sw-caseload', 2],
    ['front-door-throughput', 1],
    ['open-cases', 1],
    ['sw-appointments', 1],
    ['cla-rate', 1],
    ['ap-special-pct', 1],
  ])
  expect(answer?.words).toBe(
    '11 measures are named by its targets, its parts or its actions; 10 have a figure of a later day than the plan’s first. This shows what happened before and after; it does not show that the one led to the other.',
  )
})

test('a measure stands as it did when the plan was stated, as it does now, and beside its target', async () => {
  const care = rowOf(await measures('improvement-2019'), 'cla-rate')
  expect(care).toMatchObject({
    before: { label: '31 March 2019', text: '200' },
    after: { label: '31 March 2025', text: '184' },
    change: 'down 16 (8.0%) from 200',
  })
  expect(care?.target).toMatchObject({ id: 'mtfs-care', state: 'red' })
})

test('on a past day nothing later is told, and no target of today', async () => {
  const care = rowOf(await measures('improvement-2019', '?on=2019-06-30'), 'cla-rate')
  expect(care).toMatchObject({ after: null, target: null })
})

test('a strategy has those of its targets first, then those of its components', async () => {
  const answer = await measures('mtfs-2021')
  const ids = answer?.rows.map(({ id }) => id)
  expect(ids).toHaveLength(14)
  expect(ids?.slice(0, 2)).toEqual(['cla-rate', 's47-rate'])
  expect(ids?.slice(-2)).toEqual(['cla-starts-rate', 'cla-semi-independent-pct'])
})

test('a plan that names none has none', async () => {
  expect(await measures('fairness-commission-2017')).toBeNull()
})
