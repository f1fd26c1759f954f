/** The members of a list with their places, where a place is all that tells one from another: cells of a sheet. */
export const numbered = <T>(list: readonly T[]): { place: number; value: T }[] =>
  list.map((value, place) => ({ place, value }))
