/** A row of the table: what was measured, ours and the floor of the same run, and what is held to and aimed for. */
export type Row = {
  what: string
  unit: string
  ours: number[]
  floor?: { name: string; samples: number[] }
  hold: string
  aim?: string
  met: boolean
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

const format = (n: number) =>
  Math.abs(n) >= 100 ? n.toFixed(0) : Math.abs(n) >= 10 ? n.toFixed(1) : n.toFixed(2)
const spread = (samples: readonly number[]) =>
  samples.length === 1
    ? format(samples[0] ?? Number.NaN)
    : `${format(median(samples))} (${format(Math.min(...samples))} to ${format(Math.max(...samples))})`

/** The rows as a table for people (the one in the README), and as one line of JSON for programs. */
export function report(rows: readonly Row[], date: string): string {
  const head = ['what', 'median (min to max)', 'floor of the same run', 'ratio', 'hold to', 'aim for', 'held']
  const lines = rows.map((row) => [
    row.what,
    `${spread(row.ours)} ${row.unit}`,
    row.floor ? `${row.floor.name}: ${spread(row.floor.samples)}` : '–',
    row.floor ? format(median(row.ours) / median(row.floor.samples)) : '–',
    row.hold,
    row.aim ?? '–',
    row.met ? 'yes' : 'no',
  ])
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  return `${table}\n\n${JSON.stringify({ date, rows: rows.map((row) => ({ ...row, median: median(row.ours) })) })}\n`
}
