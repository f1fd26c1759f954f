/** How much has to change in each of the periods left for a figure to come from where it is to its goal. */
export const requiredPace = (actual: number, goal: number, periods: number): number =>
  (goal - actual) / periods

/** The change in per cent that leads from a figure to its goal. */
export const requiredChange = (actual: number, goal: number): number => (goal / actual - 1) * 100

/** The same change in per cent every year that adds up to `change` per cent in all. */
export const changeAYear = (change: number, years: number): number =>
  ((1 + change / 100) ** (1 / years) - 1) * 100

/**
 * The same change in per cent in each of the periods left that leads from a figure to its goal. Only for figures above
 * nothing: from nothing no change in per cent leads anywhere.
 */
export const requiredRate = (actual: number, goal: number, periods: number): number =>
  changeAYear(requiredChange(actual, goal), periods)

/**
 * The average change a period, in the figure's own unit, over the last `periods` changes: to be shown beside the pace
 * that is required. A period without a figure ends the look back. `undefined` without two figures in a row at the end.
 */
export function recentPace(values: readonly (number | null)[], periods = 4): number | undefined {
  const recent = values.slice(-(periods + 1))
  const unbroken = recent.slice(recent.lastIndexOf(null) + 1)
  const [from] = unbroken
  const to = unbroken.at(-1)
  if (unbroken.length < 2 || from == null || to == null) return undefined
  return requiredPace(from, to, unbroken.length - 1)
}
