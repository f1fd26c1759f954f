import { expect, test } from 'vitest'
import { costBridge, type PlacementGroup } from '../../domain/cost-bridge.ts'
import { periodOf } from '../../domain/period.ts'
import { bridgeSummary, stepsOf } from './savings-bridge-words.ts'

const year = (id: string, [home, homeCost]: [number, number], [foster, fosterCost]: [number, number]) => {
  const groups: PlacementGroup[] = [
    { id: 'residential', children: home, weekly: homeCost },
    { id: 'fostering', children: foster, weekly: fosterCost },
  ]
  const children = home + foster
  return { at: periodOf(id), children, weekly: (home * homeCost + foster * fosterCost) / children, groups }
}
const BEFORE = year('2022-23', [40, 7000], [160, 700])

const summary = (after: ReturnType<typeof year>) =>
  bridgeSummary(costBridge(BEFORE.groups, after.groups), BEFORE, after)

test('fewer children, fewer of them in homes, and cheaper placements are each told as less', () => {
  expect(summary(year('2023-24', [30, 6500], [150, 650]))).toBe(
    'There were 20 fewer children in care, which by itself would have cost £2.0 million less a year. ' +
      'A larger share of them lived where care costs less: £2.0 million less. ' +
      'A placement of the same kind cost less: £1.2 million less. ' +
      'Together: £5.2 million less a year, from £20.4 million in 2022/23 to £15.3 million in 2023/24.',
  )
})

test('more children and dearer placements are each told as more', () => {
  expect(summary(year('2023-24', [44, 7700], [176, 770]))).toBe(
    'There were 20 more children in care, which by itself would have cost £2.0 million more a year. ' +
      'Where they lived made no difference. ' +
      'A placement of the same kind cost more: £2.2 million more. ' +
      'Together: £4.3 million more a year, from £20.4 million in 2022/23 to £24.7 million in 2023/24.',
  )
})

test('no change is told as none', () => {
  expect(summary(year('2023-24', [40, 7000], [160, 700]))).toBe(
    'There were as many children in care as before. Where they lived made no difference. ' +
      'A placement cost as much as before. ' +
      'Together: no change, from £20.4 million in 2022/23 to £20.4 million in 2023/24.',
  )
})

test('each bar of the waterfall begins where the one before it ended', () => {
  const after = year('2023-24', [50, 7500], [140, 650])
  const steps = stepsOf(costBridge(BEFORE.groups, after.groups), BEFORE, after)
  const [before, volume, mix, price, last] = steps
  expect([volume?.start, mix?.start, price?.start]).toEqual([before?.end, volume?.end, mix?.end])
  expect(price?.end).toBeCloseTo(last?.end ?? 0, 3)
  expect([before?.start, last?.start]).toEqual([0, 0])
})
