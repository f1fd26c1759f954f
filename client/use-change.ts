import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProblemAnswer } from '../server/contract/answers.ts'
import { ProblemError } from './api.ts'
import { session } from './queries.ts'

const isSession = ([path]: readonly unknown[]) => path === session().queryKey[0]

/** Something that is changed on the server: one thing at a time, and afterwards every screen asks for its figures afresh. */
export function useChange() {
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemAnswer | null>(null)

  /**
   * What the server answered; null where it was refused, which `problem` then tells. `pathOf` is the address under which
   * that answer is known.
   */
  const run = async <T>(act: () => Promise<T>, pathOf?: (answer: T) => string): Promise<T | null> => {
    if (busy) return null
    setBusy(true)
    setProblem(null)
    try {
      const answer = await act()
      // What no screen shows now is forgotten, so that none opens with what was before.
      queryClient.removeQueries({ type: 'inactive' })
      if (pathOf) queryClient.setQueryData([pathOf(answer)], answer)
      await queryClient.invalidateQueries()
      return answer
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem)
      // It may be refused because the thing, or whoever asks, is no longer what the page shows. Who they are comes first:
      // a screen that is closed to them by now must not ask for what it would be refused.
      void queryClient
        .invalidateQueries({ queryKey: session().queryKey })
        .then(() => queryClient.invalidateQueries({ predicate: ({ queryKey }) => !isSession(queryKey) }))
      return null
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, problem }
}
