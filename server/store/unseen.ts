/**
 * What somebody made of `seen`, with what they could not see of it as it is in `whole`: items of a list that are not
 * among those seen stand behind the others, a row that has an `id` keeps what could not be seen in it, and a text in
 * place of which nothing was seen stays unless they wrote one. `seen` is `whole` without such items and texts.
 */
export function withUnseen(whole: unknown, seen: unknown, made: unknown): unknown {
  if (Array.isArray(whole) && Array.isArray(seen) && Array.isArray(made)) {
    const named = new Set([...seen, ...made].map(nameOf))
    const found = (items: readonly unknown[], item: unknown) =>
      isRow(item) ? items.find((each) => nameOf(each) === nameOf(item)) : undefined
    const kept = made.map((item) => withUnseen(found(whole, item), found(seen, item), item))
    return [...kept, ...whole.filter((item) => !named.has(nameOf(item)))]
  }
  if (isRecord(whole) && isRecord(seen) && isRecord(made)) {
    const parts = Object.entries(made).map(([key, part]) => [key, withUnseen(whole[key], seen[key], part)])
    return Object.fromEntries(parts)
  }
  return seen === null && made === null && whole !== undefined ? whole : made
}

type Row = Record<string, unknown> & { id: string }

/** What tells an item of a list from the others: its id where it is a row that has one, or all that it says. */
const nameOf = (item: unknown): string => (isRow(item) ? `id ${item.id}` : JSON.stringify(item))

const isRow = (item: unknown): item is Row => isRecord(item) && typeof item.id === 'string'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
