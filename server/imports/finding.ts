export const LEVELS = ['stop', 'warn', 'fixed'] as const
/** Stop: nothing of the file is kept. Warn: accepted only with a reason. Fixed: put right, and told. */
export type Level = (typeof LEVELS)[number]

/**
 * Something the importer has to say of a file. `row` is the row of the spreadsheet (the heading is row 1) and
 * `column` its heading; both null where the finding is about the whole file.
 */
export type Finding = {
  check: string
  level: Level
  row: number | null
  column: string | null
  value: string | null
  message: string
  remedy: string
}

/** How many findings of one check are kept in full; the rest are only counted. */
const KEPT = 100

/** Findings as they come up, bounded, so that a file in which every row is wrong can't fill the memory. */
export class Findings {
  readonly #kept: Finding[] = []
  readonly #counts = new Map<string, number>()
  readonly #levels = new Map<Level, number>()

  add(finding: Finding): void {
    const key = `${finding.check} ${finding.level}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    this.#levels.set(finding.level, (this.#levels.get(finding.level) ?? 0) + 1)
    if (count <= KEPT) this.#kept.push(finding)
  }

  count(level: Level): number {
    return this.#levels.get(level) ?? 0
  }

  /** Those kept, the gravest level first and then by row. */
  list(): Finding[] {
    const gravity = (finding: Finding) => LEVELS.indexOf(finding.level)
    return [...this.#kept].sort((a, b) => gravity(a) - gravity(b) || (a.row ?? 0) - (b.row ?? 0))
  }
}
