/** How much has to change in each of the periods left for a figure to come from where it is to its goal. */
export const requiredPace = (actual: number, goal: number, periods: number): number =>
  (goal - actual) / periods

/** The change in per cent that leads from a figure to its goal. */
export const requiredChange = (actual: number, goal: number): number => (goal / actual - 1) * 100

/** The same change in per cent every year that adds up to `change` per cent in all. */
export const changeAYear = (change: number, years: number): number =>
  ((1 + change / 100) ** (1 / years) - 1) * 100
