import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { SCENARIO_KEYS, Search } from '../../../server/contract/paths.ts'

export type AssumptionKey = (typeof SCENARIO_KEYS)[number]
/** Undefined is what is left out of the address: as it was. */
type Changes = { [key in AssumptionKey]?: string | undefined }

/** A slider that is being moved asks once it rests. */
const REST_MS = 150

/**
 * What the reader set, as text, which the address holds. A change shows at once and goes into the address a moment
 * later, in place of what was there: a slider must not fill the history.
 */
export function useAssumptions() {
  const wanted = useLocation({ select: (location) => location.search as Search })
  const navigate = useNavigate({ from: '/what-if' })
  const [pending, setPending] = useState<Changes>({})
  useEffect(() => {
    if (Object.keys(pending).length === 0) return
    const go = async () => {
      await navigate({
        search: (previous) => ({ ...previous, ...pending }),
        replace: true,
        resetScroll: false,
      })
      setPending((now) => unlike(now, pending))
    }
    const handle = window.setTimeout(() => void go(), REST_MS)
    return () => window.clearTimeout(handle)
  }, [pending, navigate])
  return {
    textOf: (key: AssumptionKey): string | undefined => (key in pending ? pending[key] : wanted[key]),
    set: (key: AssumptionKey, text: string | undefined) =>
      setPending((now) => ({ ...now, [key]: text || undefined })),
    forget: () => setPending({}),
  }
}

/** Changes without those that have been sent and not been changed since. */
function unlike(now: Changes, sent: Changes): Changes {
  const left = Object.entries(now).filter(
    ([key, text]) => !(key in sent) || sent[key as AssumptionKey] !== text,
  )
  return Object.fromEntries(left)
}
