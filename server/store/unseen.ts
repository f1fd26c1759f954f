/**
 * What somebody made of `seen`, with what they could not see of it as it is in `whole`: items of a list that are not
 * among those seen stand behind the others, and a text in place of which nothing was seen stays unless they wrote one.
 * `seen` is `whole` without such items and texts.
 */
export function withUnseen(whole: unknown, seen: unknown, made: unknown): unknown {
  if (Array.isArray(whole) && Array.isArray(seen) && Array.isArray(made)) {
    const shown = new Set(seen.map((item) => JSON.stringify(item)))
    return [...made, ...whole.filter((item) => !shown.has(JSON.stringify(item)))]
  }
  if (isRecord(whole) && isRecord(seen) && isRecord(made)) {
    const parts = Object.entries(made).map(([key, part]) => [key, withUnseen(whole[key], seen[key], part)])
    return Object.fromEntries(parts)
  }
  return seen === null && made === null && whole !== undefined ? whole : made
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
