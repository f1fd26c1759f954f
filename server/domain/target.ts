/**
 * What a target asks for. The baseline stays as it was set, whatever becomes of the figures; the change that a paper
 * claims stays as claimed, whatever we would work out.
 */
export const BASES = [
  'fixed-value',
  'pct-from-baseline',
  'abs-from-baseline',
  'to-benchmark',
  'range',
  'maintain',
] as const
export type Basis = (typeof BASES)[number]

export const BASIS_WORDS: Record<Basis, string> = {
  'fixed-value': 'to a fixed value',
  'pct-from-baseline': 'by a percentage of the baseline',
  'abs-from-baseline': 'by a number from the baseline',
  'to-benchmark': 'to a benchmark',
  range: 'to stay within a range',
  maintain: 'to stay where it was',
}

/** Whose target it is: set by law or guidance, by the council itself, or in a contract. */
export const SETTERS = ['national', 'local', 'contract'] as const
export type Setter = (typeof SETTERS)[number]

export const BENCHMARK_GROUPS = ['neighbours', 'region', 'england'] as const
export type BenchmarkGroup = (typeof BENCHMARK_GROUPS)[number]

/** "Upper quartile" means the best quarter to some and the 75th percentile to others, so neither is called by it. */
export const STATISTICS = ['mean', 'median', 'p25', 'p75'] as const
export type Statistic = (typeof STATISTICS)[number]

/** A frozen benchmark stays at the value it was set with; a live one moves with what is published. */
export const MODES = ['frozen', 'live'] as const

export type GoalTerms = {
  basis: Basis
  value: number | null
  change: number | null
  low: number | null
  high: number | null
  baseline: { value: number } | null
}

export type Goal = number | { low: number; high: number }

/**
 * The figure that a target ends at, in the unit of its indicator; `benchmark` is what it goes to, if it goes to one.
 * Null where that has no number, or where the terms lack what their basis needs (which their schema refuses).
 */
export function goalOf(terms: GoalTerms, benchmark: number | null): Goal | null {
  const { basis, value, change, low, high, baseline } = terms
  switch (basis) {
    case 'fixed-value':
      return value
    case 'pct-from-baseline':
      return baseline && change !== null ? baseline.value * (1 + change / 100) : null
    case 'abs-from-baseline':
      return baseline && change !== null ? baseline.value + change : null
    case 'to-benchmark':
      return benchmark
    case 'range':
      return low !== null && high !== null ? { low, high } : null
    case 'maintain':
      return baseline?.value ?? null
  }
}

/** The end of a goal that has to be reached from `value`: a range is entered at its nearer end. */
export function nearestEnd(goal: Goal, value: number): number {
  if (typeof goal === 'number') return goal
  return Math.min(Math.max(value, goal.low), goal.high)
}
