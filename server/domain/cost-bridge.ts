import { yearlyCost } from './unit-cost.ts'

/**
 * Why spending moved between two dates although, say, fewer children are in care: how many they are, where they live,
 * and what a place costs. The usual volume, mix and price analysis of accountants, taken in that order.
 */

/** Children of one kind of placement on a day, and what each costs on average in pounds a week. Ids are unique. */
export type PlacementGroup = { id: string; children: number; weekly: number }

/** What one group adds to each effect, in pounds a year. */
export type GroupEffects = { id: string; volume: number; mix: number; price: number }

/** Pounds a year, not rounded: before + volume + mix + price = after, and each effect is the sum of its groups'. */
export type Bridge = {
  before: number
  after: number
  volume: number
  mix: number
  price: number
  groups: GroupEffects[]
}

/**
 * - **Volume**: more or fewer children, had they lived as those before did, at the old unit costs.
 * - **Mix**: the same number as after, living elsewhere than those before, at the old unit costs.
 * - **Price**: the children of after, where they live, at the new unit costs instead of the old.
 *
 * A group's mix is measured from the old average cost of all children. Shares that change add up to nothing, so the
 * total stays what it is, but each group reads right: a larger share of what costs more than average adds cost, a
 * smaller share of what costs less than average adds cost too. So a group's three effects do not add up to its own
 * change in spending; only those of all groups together do.
 *
 * A group without children has no unit cost. One that is new takes its new cost for the old one too, so what it adds
 * is mix, not price. Where there were no children at all on one of the days, everything is volume.
 */
export function costBridge(before: readonly PlacementGroup[], after: readonly PlacementGroup[]): Bridge {
  const [oldCount, newCount] = [childrenIn(before), childrenIn(after)]
  const pairs = pairUp(before, after).map(({ id, was, is }) => {
    const [oldShare, newShare] = [shareOf(was, oldCount), shareOf(is, newCount)]
    return {
      id,
      oldShare: oldShare ?? newShare ?? 0,
      newShare: newShare ?? 0,
      oldCost: yearlyCost(was.children > 0 ? was.weekly : is.weekly),
      newCost: yearlyCost(is.weekly),
    }
  })
  const average = sum(pairs.map(({ oldShare, oldCost }) => oldShare * oldCost))
  const groups = pairs.map(({ id, oldShare, newShare, oldCost, newCost }) => ({
    id,
    volume: (newCount - oldCount) * oldShare * oldCost,
    mix: newCount * (newShare - oldShare) * (oldCost - average),
    price: newCount * newShare * (newCost - oldCost),
  }))
  return {
    before: costOf(before),
    after: costOf(after),
    volume: sum(groups.map(({ volume }) => volume)),
    mix: sum(groups.map(({ mix }) => mix)),
    price: sum(groups.map(({ price }) => price)),
    groups,
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0)
const shareOf = ({ children }: PlacementGroup, of: number) => (of > 0 ? children / of : undefined)
const childrenIn = (groups: readonly PlacementGroup[]) => sum(groups.map(({ children }) => children))
const weeklyOf = (groups: readonly PlacementGroup[]) =>
  sum(groups.map(({ children, weekly }) => children * weekly))
const costOf = (groups: readonly PlacementGroup[]) => yearlyCost(weeklyOf(groups))

/** Each group on both days, those of before first; on a day that it is not of, it has no children. */
function pairUp(before: readonly PlacementGroup[], after: readonly PlacementGroup[]) {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  return [...ids].map((id) => {
    const none = { id, children: 0, weekly: 0 }
    const find = (groups: readonly PlacementGroup[]) => groups.find((group) => group.id === id) ?? none
    return { id, was: find(before), is: find(after) }
  })
}

/**
 * The group that published figures leave over: the children of no named group, and what all of care costs less the
 * named groups, shared among them in pounds a week. As it holds what is left, it holds the rounding of all the others.
 * `undefined` where no children are left or their cost would be negative.
 */
export function remainderGroup(
  id: string,
  all: { children: number; weekly: number },
  named: readonly PlacementGroup[],
): PlacementGroup | undefined {
  const children = all.children - childrenIn(named)
  const cost = all.children * all.weekly - weeklyOf(named)
  return children > 0 && cost >= 0 ? { id, children, weekly: cost / children } : undefined
}
