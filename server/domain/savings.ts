/**
 * Savings of a strategy: the path that was promised, and a ledger of what came of it. Amounts are pounds and are not
 * rounded here.
 */

/** Money that leaves the budget, growth that did not come, and money that is there once: never added to each other. */
export const SAVING_KINDS = ['cashable', 'cost-avoided', 'one-off'] as const
export type SavingKind = (typeof SAVING_KINDS)[number]

export const SAVING_KIND_WORDS: Record<SavingKind, string> = {
  cashable: 'cashable: taken out of the budget',
  'cost-avoided': 'cost avoided: growth that was prevented',
  'one-off': 'one-off: counts in one year only',
}

/** How far a saving has come; the last is where a saving that will not come ends up, from any of the others. */
export const SAVING_STAGES = ['identified', 'planned', 'delivered', 'confirmed', 'not-deliverable'] as const
export type SavingStage = (typeof SAVING_STAGES)[number]

export const SAVING_STAGE_WORDS: Record<SavingStage, string> = {
  identified: 'identified',
  planned: 'planned',
  delivered: 'delivered',
  confirmed: 'confirmed by finance',
  'not-deliverable': 'not deliverable',
}

/** `amount` is pounds a year, for a one-off once; `year` the financial year (`2021-22`) in which it first counts. */
export type SavingLine = { kind: SavingKind; stage: SavingStage; amount: number; year: string }

/** `k` counts years from the baseline, which is year 0. `cumulative` is what was saved in all of them so far. */
export type SavingsYear = { k: number; saving: number; spend: number; cumulative: number }

/**
 * What an even path asks for in each year, in pounds, so that `share` (0.33) of a year's baseline is saved in the last
 * of `years` (whole, 1 or more). Year k saves k ÷ years of that, so five years of a third save one whole baseline, not
 * five thirds of it.
 */
export function savingsPath(baseline: number, share: number, years: number): SavingsYear[] {
  const step = (share * baseline) / years
  return Array.from({ length: years + 1 }, (_, k) => ({
    k,
    saving: step * k,
    spend: baseline - step * k,
    cumulative: (step * k * (k + 1)) / 2,
  }))
}

/** Of pounds that were saved: what goes into prevention, by its share (0.15), and what is left. */
export function reinvest(saving: number, share: number): { reinvested: number; net: number } {
  return { reinvested: saving * share, net: saving * (1 - share) }
}

/**
 * Savings of one kind, in pounds. Every line is in exactly one of `delivered` (which holds what finance has confirmed
 * too), `toCome` (planned), `atRisk` (identified: counted on, without a plan yet) and `lost` (not deliverable).
 */
export type SavingSums = {
  stages: Record<SavingStage, number>
  delivered: number
  confirmed: number
  toCome: number
  atRisk: number
  lost: number
}

/** There is no total across the kinds on purpose: cost avoided leaves no budget smaller, a one-off is gone next year. */
export type Ledger = { kinds: Record<SavingKind, SavingSums>; cashableDelivered: number }

/** A ledger added up, whatever the years: recurring lines by what they come to in a full year. */
export function addUp(lines: readonly SavingLine[]): Ledger {
  const sums = (kind: SavingKind) => sumsOf(lines.filter((line) => line.kind === kind))
  const cashable = sums('cashable')
  return {
    kinds: { cashable, 'cost-avoided': sums('cost-avoided'), 'one-off': sums('one-off') },
    cashableDelivered: cashable.delivered,
  }
}

function sumsOf(lines: readonly SavingLine[]): SavingSums {
  const at = (stage: SavingStage) =>
    lines.reduce((total, line) => (line.stage === stage ? total + line.amount : total), 0)
  const stages = {
    identified: at('identified'),
    planned: at('planned'),
    delivered: at('delivered'),
    confirmed: at('confirmed'),
    'not-deliverable': at('not-deliverable'),
  }
  return {
    stages,
    delivered: stages.delivered + stages.confirmed,
    confirmed: stages.confirmed,
    toCome: stages.planned,
    atRisk: stages.identified,
    lost: stages['not-deliverable'],
  }
}

/**
 * The part of a ledger that counts in one financial year (`2023-24`): a one-off in its own year only, any other line
 * from its year on. Stages are those of today, whatever they were in that year.
 */
export function annualEffect(lines: readonly SavingLine[], year: string): Ledger {
  return addUp(lines.filter((line) => (line.kind === 'one-off' ? line.year === year : line.year <= year)))
}
