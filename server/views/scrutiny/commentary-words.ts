import type { RatingAnswer } from '../../contract/target-answers.ts'
import type { Turn } from '../../domain/turn.ts'
import { listOf, periodWord, type Rhythm } from './exceptions-words.ts'

/** What a page says of the commentary that there is, and of what is missing. */

/** How many of those listed somebody has written of, and whether what has to be said of red figures is said. */
export function commentarySentence({
  listed,
  written,
  red,
  complete,
}: {
  listed: number
  written: number
  red: number
  complete: number
}): string {
  if (listed === 0) return 'None is listed, so no commentary is required.'
  if (red === 0) {
    const some = `Of ${listed} listed ${written === 0 ? 'none' : written} ${written <= 1 ? 'has' : 'have'} a commentary.`
    return `${some} None is red against an approved target, so none is required.`
  }
  const one = red === 1
  const first = one ? 'The one red measure' : `Of ${red} red measures`
  const parts = 'a commentary that gives cause, action, owner and recovery date'
  if (one) return `${first} ${complete === 1 ? 'has' : 'does not have'} ${parts}.`
  return `${first} ${complete === 0 ? 'none' : complete} ${complete <= 1 ? 'has' : 'have'} ${parts}.`
}

/** What is there and what is missing, of the commentary of one period. */
export function commentaryWords(
  commentaries: readonly { unsaid: readonly string[] }[],
  rating: RatingAnswer['state'] | null,
): { words: string; missing: boolean } {
  const isRed = rating === 'red'
  const [newest] = commentaries
  if (!newest) {
    const required = 'It is required where a figure is red: cause, action, owner and recovery date.'
    return { words: `No commentary yet.${isRed ? ` ${required}` : ''}`, missing: isRed }
  }
  const { unsaid } = newest
  if (unsaid.length === 0)
    return { words: 'Cause, action, owner and recovery date are given.', missing: false }
  const gap = `It does not give the ${listOf(unsaid)}.`
  return {
    words: isRed
      ? `${gap} ${unsaid.length === 1 ? 'This is' : 'These are'} required where a figure is red.`
      : gap,
    missing: isRed,
  }
}

/**
 * Why a note on what lies behind a change is asked for where none is required: the figure turned, or is more than chance
 * would usually give. Null where neither is so.
 */
export function changeNote(turn: Turn | null, beyondChance: boolean, by: Rhythm): string | null {
  const other = turn?.now === 'up' ? 'down' : 'up'
  const reasons = [
    ...(turn ? [`went ${turn.now} after ${turn.after} ${periodWord(by)}s in which it went ${other}`] : []),
    ...(beyondChance ? ['is outside what chance alone would usually give'] : []),
  ]
  if (reasons.length === 0) return null
  return `It ${reasons.join(', and ')}: a commentary on what lies behind it is asked for, though not required.`
}
