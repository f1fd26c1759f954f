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

/** A cell can hold a book; of what is quoted from it the beginning is enough. */
const LONGEST = 1000

const shorten = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
const shortened = (finding: Finding): Finding => ({
  ...finding,
  value: finding.value === null ? null : shorten(finding.value),
  message: shorten(finding.message),
})

/** Findings as they come up, bounded, so that a file in which every row is wrong can't fill the memory. */
export class Findings {
  readonly #most: number
  readonly #kept: Finding[] = []
  readonly #counts = new Map<string, number>()
  readonly #levels = new Map<Level, number>()

  constructor(most = KEPT) {
    this.#most = most
  }

  add(finding: Finding): void {
    const key = `${finding.check} ${finding.level}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    this.#levels.set(finding.level, (this.#levels.get(finding.level) ?? 0) + 1)
    if (count <= this.#most) this.#kept.push(shortened(finding))
  }

  /** Adds a Stop about a cell. Gives nothing, for a reader to give in its turn. */
  stop(
    check: string,
    row: number,
    column: string,
    value: string,
    message: string,
    remedy: string,
  ): undefined {
    this.add({ check, level: 'stop', row, column, value, message, remedy })
    return undefined
  }

  count(level: Level): number {
    return this.#levels.get(level) ?? 0
  }

  /** How many findings there were of each check, those included that are not kept. */
  counts(): { check: string; level: Level; count: number }[] {
    return [...this.#counts].map(([key, count]) => {
      const [check = '', level = ''] = key.split(' ')
      return { check, level: level as Level, count }
    })
  }

  /** Those kept, the gravest level first and then by row. */
  list(): Finding[] {
    const gravity = (finding: Finding) => LEVELS.indexOf(finding.level)
    return [...this.#kept].sort((a, b) => gravity(a) - gravity(b) || (a.row ?? 0) - (b.row ?? 0))
  }
}
