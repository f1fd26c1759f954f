import { wouldRun } from '../../domain/spreadsheet-text.ts'
import type { Check } from '../checks.ts'

/** A note that a spreadsheet would run as a formula when it opens a download. It is kept, and put out of action there. */
export const formula: Check = {
  id: 'formula',
  level: 'warn',
  title: 'Formulas',
  guidance:
    'Begin the note with a letter. As it stands it is kept as text, and gets an apostrophe in every download.',
  find({ figure: { note }, noteGuarded }) {
    if (note === null || noteGuarded || !wouldRun(note)) return undefined
    const begin = note.trim().slice(0, 20)
    return {
      column: 'note',
      value: begin,
      message: `"${begin}" would run as a formula in a spreadsheet; it is kept as text.`,
    }
  },
}
