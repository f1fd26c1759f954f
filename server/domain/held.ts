import { type Due, isLate } from './due.ts'
import { type Figure, isNumber, MISSING_REASONS, missingInWords, STATUSES } from './figure.ts'

/**
 * What is held of a measure for a period: a number and how certain it is, a reason why there is none, or nothing at
 * all, which has its own reasons.
 */
export const HELD_STATES = [
  ...STATUSES,
  ...MISSING_REASONS,
  'late',
  'not-yet-due',
  'not-published',
  'no-date',
] as const
export type HeldState = (typeof HELD_STATES)[number]

/** A sign and a word for a cell of a grid, and what they mean. */
export type StateWords = { sign: string; word: string; meaning: string }

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

export const STATE_WORDS: Record<HeldState, StateWords> = {
  final: { sign: '✓', word: 'Final', meaning: 'A figure that is held and not expected to change.' },
  provisional: { sign: '…', word: 'Provisional', meaning: 'A figure that may still change.' },
  revised: { sign: '↻', word: 'Revised', meaning: 'A figure that was changed after it first came out.' },
  estimated: { sign: '≈', word: 'Estimated', meaning: 'Worked out from rounded figures: some points off.' },
  illustrative: { sign: '◇', word: 'Illustrative', meaning: 'Made up to show how the dashboard works.' },
  suppressed: {
    sign: '[c]',
    word: 'Hidden',
    meaning: capitalised(missingInWords('suppressed')),
  },
  'low-reliability': {
    sign: '[u]',
    word: 'Unreliable',
    meaning: capitalised(missingInWords('low-reliability')),
  },
  'not-applicable': {
    sign: '[z]',
    word: 'Not applicable',
    meaning: 'The question makes no sense here, for example a share of nobody.',
  },
  'not-available': {
    sign: '[x]',
    word: 'Not available',
    meaning: 'The source has no figure and does not say why.',
  },
  'rounds-to-zero': {
    sign: '[low]',
    word: 'Near zero',
    meaning: capitalised(missingInWords('rounds-to-zero')),
  },
  'not-reported': {
    sign: '[m]',
    word: 'Not reported',
    meaning: 'Nobody sent a figure for this period, and newer ones have come.',
  },
  late: { sign: '!', word: 'Late', meaning: 'It should be here by now and is not.' },
  'not-yet-due': { sign: '○', word: 'Not yet due', meaning: 'It is too early for this figure.' },
  'not-published': {
    sign: '∅',
    word: 'Not published',
    meaning: 'The publication of this period is held, but does not have this measure.',
  },
  'no-date': {
    sign: '?',
    word: 'No date known',
    meaning: 'Not held, and nobody has said when it comes out.',
  },
}

/** The state of a figure that is held: how certain its number is, or why it has none. */
export function stateOfFigure({ value, status }: Pick<Figure, 'value' | 'status'>): HeldState {
  return isNumber(value) ? status : value
}

/** A period of which nothing is held. `overtaken`: something newer came, so nobody waits for it any more. */
export type Gap = {
  kind: 'return' | 'publication'
  end: string
  due: Due | null
  overtaken: boolean
}

export function stateOfGap({ kind, end, due, overtaken }: Gap, today: string): HeldState {
  if (overtaken) return kind === 'return' ? 'not-reported' : 'not-published'
  if (end >= today) return 'not-yet-due'
  if (!due) return 'no-date'
  return isLate(due, today) ? 'late' : 'not-yet-due'
}
