import type { PlanTerms } from '../contract/plans.ts'
import type { FieldError } from '../problem.ts'
import type { Definition } from './definition.ts'
import { moneyFaults } from './plan-money.ts'

/** What is asked of a plan when it is written: ids that are there once, days in their order, and all that money needs. */
export const planFaults: NonNullable<Definition['asked']> = (terms, held) => {
  // The schema has read them.
  const { from, to, stages, strands, cover } = terms as PlanTerms
  return [
    ...(isBefore(to, from) ? [{ path: 'terms.to', message: ORDER }] : []),
    ...twiceIn('stages', stages),
    ...twiceIn('strands', strands),
    ...disorderIn('stages', stages),
    ...disorderIn('cover', cover),
    ...moneyFaults(terms, held),
  ]
}

const ORDER = 'has to be later than the first day'
const isBefore = (to: string | null, from: string | null) => to !== null && from !== null && to < from

const twiceIn = (list: string, rows: readonly { id: string }[]): FieldError[] =>
  rows.flatMap(({ id }, i) =>
    rows.findIndex((row) => row.id === id) < i
      ? [{ path: `terms.${list}.${i}.id`, message: `is there twice: ${id}` }]
      : [],
  )

const disorderIn = (
  list: string,
  rows: readonly { from: string | null; to: string | null }[],
): FieldError[] =>
  rows.flatMap(({ from, to }, i) =>
    isBefore(to, from) ? [{ path: `terms.${list}.${i}.to`, message: ORDER }] : [],
  )
