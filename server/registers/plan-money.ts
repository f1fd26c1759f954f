import type { FieldError } from '../problem.ts'

type Terms = Readonly<Record<string, unknown>>

/** A share with the target that it is of, and what it says. */
const SHARES = [
  ['savingShare', 'savingTarget', 'is needed with how much less is to be spent'],
  ['reinvestShare', 'reinvestTarget', 'is needed with how much of it goes into prevention'],
] as const

/**
 * What a plan that is to save money lacks: each share needs its target, and the path of spending needs the days. `held`
 * is what the plan says so far to whoever changes it: a share without its target can only stand there where they may not
 * see the target, and then it stays as it is.
 */
export function moneyFaults(terms: Terms, held: Terms | null): FieldError[] {
  const isUnseen = (share: string, target: string) => has(held, share) && !has(held, target)
  const lacking = SHARES.filter(
    ([share, target]) => has(terms, share) && !has(terms, target) && !isUnseen(share, target),
  )
  const days = has(terms, 'savingTarget') ? ['from', 'to'].filter((day) => !has(terms, day)) : []
  return [
    ...lacking.map(([, target, message]) => ({ path: `terms.${target}`, message })),
    ...days.map((day) => ({
      path: `terms.${day}`,
      message: 'is needed where money is to be saved: the path of spending goes by its years',
    })),
  ]
}

const has = (terms: Terms | null, key: string): boolean => (terms?.[key] ?? null) !== null
