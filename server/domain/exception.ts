import type { GoodEnd } from './benchmark.ts'
import { type Change, changeInWords, isAdverse } from './change.ts'

/** The rules that put an indicator on the list of exceptions. */
export type ExceptionRule = 'previous' | 'year-before'
export type Exception = { rule: ExceptionRule; words: string }

/**
 * An indicator is an exception if it moved away from its good end since the period before, or since the same period a
 * year before. Without a good end it never is, whichever way it moved; without a figure it is counted apart.
 */
export function exceptionsOf(
  changes: { previous: Change | null; yearBefore: Change | null },
  labels: { previous: string; yearBefore: string },
  goodEnd: GoodEnd | null,
): Exception[] {
  const exceptions: Exception[] = []
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

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
