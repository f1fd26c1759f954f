import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TargetTerms } from '../../server/contract/targets.ts'
import { gapPercent } from '../../server/domain/gap.ts'
import { round } from '../../server/domain/rounding.ts'
import { insertVersion } from '../../server/store/entries.ts'
import { viewProjection } from '../../server/views/targets/projection.ts'
import { loadTargetFigures } from '../../server/views/targets/target-figures.ts'
import { viewTargetRealism } from '../../server/views/targets/target-realism.ts'
import { findTarget } from '../../server/views/targets/target-register.ts'
import { viewTarget } from '../../server/views/targets/targets.ts'
import { viewTrajectory } from '../../server/views/targets/trajectory.ts'
import { makeWorld, type World } from '../support/world.ts'

/** The targets of the papers as the running program rates, draws and projects them; worked by hand before. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await set('care-linear', { shape: 'linear' })
  await set('care-constant', { shape: 'constant-rate' })
})
afterAll(() => world.db.destroy())

/** 47% less than the 608 children of December 2020, in twenty quarters. */
async function set(id: string, some: Partial<TargetTerms>) {
  const { terms } = await findTarget(world.db, 'council-plan-care')
  const baseline = { value: 608, on: '2020-12-31', source: 'recruitment pack' }
  const path = {
    basis: 'pct-from-baseline',
    value: null,
    change: -47,
    baseline,
    due: '2025-12-31',
    endsOn: null,
  }
  await insertVersion(world.db, {
    register: 'target',
    id,
    version: 1,
    body: JSON.stringify({ ...terms, ...path, ...some }),
    retired: false,
    reason: 'a worked example',
    madeBy: 'test',
    madeAt: '2026-11-21T08:00:00.000Z',
  })
}

const target = async (id: string) => {
  const found = await findTarget(world.db, id)
  return viewTarget(world.db, world.setting, found, await loadTargetFigures(world.db, world.setting, found))
}
const pathOn = async (id: string, day: string) => {
  const { path } = await viewTrajectory(world.db, world.setting, id)
  return path.find(({ on }) => on === day)?.value
}

describe('where the strategy’s targets stand by the figures of 2025', () => {
  test.each([
    ['mtfs-care', -47, -32.3, 'red'],
    ['mtfs-plans', -44, -23.8, 'red'],
    ['mtfs-enquiries', -30, 5.5, 'green'],
    ['mtfs-referrals', -31, -24.6, 'red'],
    ['mtfs-supported', -25, -18.5, 'red'],
    ['mtfs-residential', -66, -69.0, 'red'],
  ])('%s: the paper claims %f%%, the way left is %f%%, and it is %s', async (id, claimed, left, state) => {
    const { stated, gap, rating } = await target(id)
    expect(stated?.percent).toBe(claimed)
    expect(round(gap?.percent ?? Number.NaN, 1)).toBe(left)
    expect(rating.state).toBe(state)
  })

  test('a goal that is passed is reached, not missed the other way', async () => {
    const { gap, stated } = await target('mtfs-enquiries')
    expect(gap?.words).toBe('The goal is reached: it lies 17.3 per 10,000 (5.5%) higher.')
    expect(stated?.words).toMatch(/^The paper says 30% less is needed\. By the newest figure it is reached/)
  })

  test('matching similar councils would mean 171 children in care fewer', async () => {
    expect((await target('mtfs-care')).gap?.count).toBe(-171)
  })
})

describe('paths', () => {
  test.each([
    ['care-linear', '2021-12-31', 550.85],
    ['care-linear', '2023-06-30', 465.12],
    ['care-constant', '2021-12-31', 535.5],
    ['care-constant', '2023-06-30', 442.63],
    ['care-linear', '2025-12-31', 322.24],
  ])('%s asks on %s for %f children', async (id, day, children) => {
    expect(await pathOn(id, day)).toBeCloseTo(children, 2)
  })

  test.each([
    ['2025-03-31', 50_159_354],
    ['2026-03-31', 45_661_368],
  ])('spending by 33%% less in five years: £ on %s', async (day, pounds) => {
    expect(Math.round((await pathOn('mtfs-spend', day)) ?? 0)).toBe(pounds)
  })

  test('the rate of children in care, after seventeen of 21 quarters', async () => {
    expect(await pathOn('mtfs-care', '2025-03-31')).toBeCloseTo(215 - (90.5 * 17) / 21, 6)
  })
})

test('443 children: at the end of every year in which it counted, the amber limit of 465.15 was passed', async () => {
  const { rows, amber } = await viewTrajectory(world.db, world.setting, 'council-plan-care')
  expect(amber.map(({ value }) => value)).toEqual([465.15, 465.15])
  expect(rows.filter(({ expected }) => expected).map(({ figure, rating }) => [figure, rating])).toEqual([
    ['653', 'red'],
    ['568', 'red'],
    ['533', 'red'],
    ['525', 'red'],
  ])
})

test('the upper quartile of a council paper is the 75th percentile: 25% fewer referrals than in 2018/19', async () => {
  const found = await loadTargetFigures(
    world.db,
    world.setting,
    await findTarget(world.db, 'similar-referrals'),
  )
  const then = found.benchmark.find(({ at }) => at.id === '2018-19')
  expect(then).toMatchObject({ value: 782, contributing: 10, of: 10 })
  expect(round(Number(gapPercent(1042.5, then?.value ?? Number.NaN)), 2)).toBe(-24.99)
})

test('children in care of 2016 to 2025, projected by the trend that fades', async () => {
  const { method, errors, points } = await viewProjection(world.db, world.setting, 'council-plan-care')
  expect(method).toBe('damped-holt')
  expect(errors?.['theil-sen']).toBeCloseTo(130.0833, 4)
  expect(points.map(({ value }) => round(value, 3))).toEqual([540.043, 535.897])
  expect(points[0]?.low).toBeCloseTo(540.043 - 1.282 * 57.423, 2)
})

describe('whether it was ever done', () => {
  const rows = async (id: string) => (await viewTargetRealism(world.db, world.setting, id)).rows

  test.each([
    ['mtfs-care', 722, 146, 0, 'never seen', 'Croydon', -38.2, 0],
    ['mtfs-plans', 719, 146, 39, 'done by some', 'Medway', -75.6, 0],
    ['mtfs-enquiries', 719, 146, 69, 'done by some', 'Lancashire', -64.2, 3],
    ['mtfs-referrals', 718, 146, 106, 'done by some', 'Darlington', -63, 0],
    ['mtfs-supported', 719, 146, 37, 'done by some', 'Norfolk', -58.7, 0],
  ])(
    '%s: of %i stretches of %i councils %i went as far',
    async (id, windows, areas, reached, verdict, name, best, own) => {
      const [stated] = await rows(id)
      expect(stated).toMatchObject({
        years: 5,
        windows,
        areas,
        reached,
        verdict,
        ownPast: { windows: 5, reached: own },
      })
      expect(stated?.best.name).toBe(name)
      expect(round(stated?.best.change ?? 0, 1)).toBe(best)
    },
  )

  test('443 children from 520: by one-year, two-year and three-year stretches', async () => {
    const found = await rows('council-plan-care')
    expect(found.map(({ years, share }) => [years, round(share, 1)])).toEqual([
      [1, 1.1],
      [2, 3.7],
      [3, 4.9],
    ])
    expect(round(found[0]?.needed ?? 0, 1)).toBe(-14.8)
  })

  test('47% less care in five years is 11.9% less each year', async () => {
    const [stated] = await rows('mtfs-care')
    expect(round(stated?.neededAYear ?? 0, 1)).toBe(-11.9)
  })
})
