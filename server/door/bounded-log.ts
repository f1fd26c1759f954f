/** Writes one line of the log. */
export type WriteLine = (line: Record<string, unknown>, message: string) => void

/** Lines of one kind in one minute: enough to see who does what, too few for a flood to fill a disk. */
const LINES_A_MINUTE = 20
const MINUTE_MS = 60_000

/**
 * Writes so many lines of each kind a minute; how many more there were is told in one line when that minute is over. Kinds
 * are words of the program's own: each is remembered for a minute.
 */
export function boundedLog(
  write: WriteLine,
  perMinute = LINES_A_MINUTE,
): (kind: string, line: Record<string, unknown>, message: string) => void {
  const counts = new Map<string, number>()

  return (kind, line, message) => {
    const before = counts.get(kind)
    if (before === undefined) setTimeout(endMinute, MINUTE_MS, kind, message).unref()
    counts.set(kind, (before ?? 0) + 1)
    if ((before ?? 0) < perMinute) write({ kind, ...line }, message)
  }

  function endMinute(kind: string, message: string): void {
    const more = (counts.get(kind) ?? 0) - perMinute
    counts.delete(kind)
    if (more > 0) write({ kind, more }, `${message}: so many more in this minute`)
  }
}
