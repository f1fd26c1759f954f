import type { PlanFunding } from '../../contract/plan-content-answers.ts'
import type { PlanTerms } from '../../contract/plans.ts'
import { clean, decimalsOf, formatNumber } from '../../domain/rounding.ts'

/** Who pays how much, a row for each statement: where two papers differ both stand, and nothing is added up. */
export function viewFunding({ funding }: Pick<PlanTerms, 'funding'>): PlanFunding {
  return funding.map((row) => ({ ...row, amountText: sumText(row.amount) }))
}

const MILLION = 1e6
/** More decimals of a million than these are no longer easier to read than the sum itself. */
const MOST_DECIMALS = 2

/** A sum of pounds, to the penny and never rounded: `£11 million`, `£7.84 million`, `£34,000`, `£12.50`. */
export function sumText(pounds: number): string {
  const millions = clean(pounds / MILLION)
  if (pounds >= MILLION && decimalsOf(millions) <= MOST_DECIMALS)
    return `£${formatNumber(millions, decimalsOf(millions))} million`
  return `£${formatNumber(pounds, Number.isInteger(pounds) ? 0 : 2)}`
}
