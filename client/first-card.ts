import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { DEFAULT_CARD, type Search } from '../server/contract/paths.ts'
import { scorecards } from './queries.ts'

/**
 * Loads what a screen of one scorecard shows. Whoever sees some themes only may not have the scorecard that screens open
 * on: they are led to the first of theirs, or to their measures where they have none.
 */
export async function withFirstCard<T>(
  queryClient: QueryClient,
  asked: string | undefined,
  loaded: Promise<T>,
): Promise<void> {
  const all = queryClient.ensureQueryData(scorecards())
  try {
    await Promise.all([loaded, all])
  } catch (error) {
    const { scorecards: cards } = await all
    if (asked !== undefined || cards.some(({ id }) => id === DEFAULT_CARD)) throw error
    const [first] = cards
    throw first
      ? redirect({ to: '.', search: (before: Search) => ({ ...before, card: first.id }), replace: true })
      : redirect({ to: '/indicators', replace: true })
  }
}
