/** The parts of the screen, by their names in its address, in the order of their links. */
export const TABS = {
  tracker: 'Recommendations',
  workplan: 'Work plan',
  questions: 'Members’ questions',
  decisions: 'Decisions',
  topics: 'Topics',
} as const
export type Tab = keyof typeof TABS

export const tabOf = (asked: string | undefined): Tab =>
  asked !== undefined && asked in TABS ? (asked as Tab) : 'tracker'

/** What goes with the reader from part to part and to other screens. */
export type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }
