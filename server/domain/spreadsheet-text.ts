/**
 * Texts that a spreadsheet would run when it opens a file: a cell is a formula by its first letter, whoever wrote it.
 * The full-width forms of the signs are read as the signs where East Asian languages are set.
 */
const SIGN = '[=+\\-@\\0\\t\\r\\n＝＋－＠]'
const RUNS = new RegExp(`^${SIGN}`)
const RUNS_BEHIND_APOSTROPHES = new RegExp(`^'*${SIGN}`)
const GUARDED = new RegExp(`^'(?='*${SIGN})`)
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Whether a text would run as a formula. Numbers, negative ones too, would not. */
export const wouldRun = (text: string): boolean => RUNS.test(text) && !NUMBER.test(text)

/**
 * The text with an apostrophe in front where it would run. One that would run but for its apostrophes gets one more, so
 * that taking one off gives back what was written.
 */
export const guarded = (text: string): string =>
  RUNS_BEHIND_APOSTROPHES.test(text) && !NUMBER.test(text) ? `'${text}` : text

export const isGuarded = (text: string): boolean => GUARDED.test(text)
/** What was written, without the apostrophe that guards it. */
export const unguarded = (text: string): string => text.replace(GUARDED, '')
