import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requiredRate } from '../../server/domain/pace.ts'
import { viewRealism } from '../../server/views/targets/realism.ts'
import { BLACKPOOL, makeWorld, type World } from '../support/world.ts'

/** How realistic the strategy's targets were, against every five-year stretch that is published; worked by hand before. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.db.destroy())

const realism = async (id: string, change: number, years: number[]) =>
  (await viewRealism(world.db, world.setting, id, { area: BLACKPOOL, change, years })).rows

describe('targets of the strategy of 2021, in five years', () => {
  type Case = [string, number, number, number, string, string, number, number, number]
  test.each<Case>([
    ['cla-rate', -47, 722, 0, 'never seen', 'Croydon', 2019, -38.2, -16.9],
    ['cpp-rate', -44, 719, 39, 'done by some', 'Medway', 2016, -75.6, -46.3],
    ['s47-rate', -30, 719, 69, 'done by some', 'Lancashire', 2019, -64.2, -40.4],
    ['referrals-rate', -31, 718, 106, 'done by some', 'Darlington', 2016, -63.0, -44.2],
    ['cin-rate', -25, 719, 37, 'done by some', 'Norfolk', 2016, -58.7, -25.1],
  ] as const)(
    '%s by %i%%: of %i stretches %i, %s',
    async (id, change, windows, reached, verdict, ...rest) => {
      const [name, from, furthest, far] = rest
      const [row] = await realism(id, change, [5])
      expect(row).toMatchObject({ windows, areas: 146, reached, verdict, best: { name, from, to: from + 5 } })
      expect(row?.best.change).toBeCloseTo(furthest, 1)
      expect(row?.far).toBeCloseTo(far, 1)
    },
  )

  test.each([
    ['cla-rate', -47, [31.9, 19.7, 2.7, -9.0, -19.3]],
    ['cpp-rate', -44, [-1.3, -17.1, 30.0, -32.1, -32.2]],
    ['s47-rate', -30, [-23.8, -43.0, -14.3, -38.8, -34.6]],
    ['referrals-rate', -31, [9.3, -9.1, -12.5, -27.2, -29.9]],
    ['cin-rate', -25, [7.7, 9.4, 15.9, -23.1, -17.3]],
  ] as const)("Blackpool's own five stretches of %s", async (id, change, own) => {
    const [row] = await realism(id, change, [5])
    expect(row?.own.map((each) => Math.round(each.change * 10) / 10)).toEqual([...own])
  })
})

test('the 443 children of 2017, from 520: by one-year, two-year and three-year stretches of counts', async () => {
  const rows = await realism('cla-rate:count', (443 / 520 - 1) * 100, [1, 2, 3])
  expect(rows.map(({ share }) => Math.round(share * 10) / 10)).toEqual([1.1, 3.7, 4.9])
  expect(rows[0]?.sentence).toMatch(
    /^A fall of 14\.8% was done by few: in 14 of 1,269 one-year stretches of 141 councils \(1\.1%\)\. The largest fall was /,
  )
})

test('47% less care in five years is 11.9% less each year, and a year like that is rare', async () => {
  const [row] = await realism('cla-rate', requiredRate(100, 53, 5), [1])
  expect(row).toMatchObject({ windows: 1314, areas: 150, reached: 41, verdict: 'done by few' })
  expect(row?.share).toBeCloseTo(3.1, 1)
})

test('where an area never moved that way, that is said', async () => {
  const [row] = await realism('cs-expenditure', -33, [5])
  expect(row?.sentence).toContain(
    'Over as many years Blackpool never fell; its smallest rise was 52.2% (2020 to 2025).',
  )
  const [care] = await realism('cla-rate', -47, [5])
  expect(care?.sentence).toContain('At its furthest, Blackpool fell by 19.3% (2020 to 2025).')
})
