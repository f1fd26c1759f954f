import type { GoodEnd } from './benchmark.ts'
import { type Change, changeInWords, isAdverse } from './change.ts'
import type { Rag, Unrated } from './rag.ts'
import type { Variation } from './xmr.ts'

/** The rules that look at how an indicator moved, and all that put one on the list of exceptions. */
export const MOVEMENT_RULES = ['previous', 'year-before'] as const
export const EXCEPTION_RULES = [...MOVEMENT_RULES, 'off-path', 'process-chart'] as const
export type MovementRule = (typeof MOVEMENT_RULES)[number]
export type ExceptionRule = (typeof EXCEPTION_RULES)[number]
export type Exception<R extends ExceptionRule = ExceptionRule> = { rule: R; words: string }

/**
 * An indicator is an exception if it moved away from its good end since the period before, or since the same period a
 * year before. Without a good end it never is, whichever way it moved; without a figure it is counted apart.
 */
export function exceptionsOf(
  changes: { previous: Change | null; yearBefore: Change | null },
  labels: { previous: string; yearBefore: string },
  goodEnd: GoodEnd | null,
): Exception<MovementRule>[] {
  const exceptions: Exception<MovementRule>[] = []
  const { previous, yearBefore } = changes
  if (previous && isAdverse(previous.movement, goodEnd)) {
    exceptions.push({ rule: 'previous', words: `${capitalised(changeInWords(previous))} ${labels.previous}` })
  }
  if (yearBefore && isAdverse(yearBefore.movement, goodEnd)) {
    exceptions.push({
      rule: 'year-before',
      words: `${capitalised(changeInWords(yearBefore))} ${labels.yearBefore}`,
    })
  }
  return exceptions
}

/** How a figure stands against an approved target, with the reason as a sentence. */
export type Rated = { state: Rag | Unrated; words: string }

/**
 * It is also one if its figure is red against an approved target, whether or not it moved: the target itself says which
 * way is meant. Amber is inside the tolerance and lists nothing.
 */
export function offPath(rated: Rated | null): Exception<'off-path'>[] {
  return rated?.state === 'red' ? [{ rule: 'off-path', words: rated.words.replace(/\.$/, '') }] : []
}

/** How a figure stands against its own ordinary variation; `words` say why it is outside of it, null where it is not. */
export type Varied = { variation: Variation; words: string | null }

/**
 * It is one as well if its figure is outside what chance alone would usually give, on the side away from its good end. A
 * signal on the good side, or of a measure without a good end, lists nothing.
 */
export function beyondChance(varied: Varied | null): Exception<'process-chart'>[] {
  return varied?.variation === 'concern' && varied.words !== null
    ? [{ rule: 'process-chart', words: varied.words }]
    : []
}

/** Every rule that lists an indicator, in the order of {@link EXCEPTION_RULES}. A further rule gets a line of its own here. */
export function listedBy(found: {
  moved: readonly Exception[]
  rated: Rated | null
  varied: Varied | null
}): Exception[] {
  return [...found.moved, ...offPath(found.rated), ...beyondChance(found.varied)]
}

/**
 * In how many periods in a row something was so, the newest first: 0 where it is not so now. Null is a period that
 * nothing is known of, and ends the run: nobody can say that it went on.
 */
export function runOf(newestFirst: readonly (boolean | null)[]): number {
  const end = newestFirst.findIndex((each) => each !== true)
  return end === -1 ? newestFirst.length : end
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
