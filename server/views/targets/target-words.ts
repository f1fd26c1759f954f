import { formatValue } from '../../domain/indicator.ts'
import { dayLabel } from '../../domain/period.ts'
import { formatNumber, round } from '../../domain/rounding.ts'
import { BASIS_WORDS, type Goal } from '../../domain/target.ts'
import { benchmarkMeasure } from '../benchmarks.ts'
import { benchmarkName, benchmarkText, type TargetFigures } from './target-figures.ts'
import type { TargetVersion } from './target-register.ts'
import { type Standing, textBetween } from './target-standing.ts'

/** "To the mean of the similar councils of the 2025 list (live: it moves with what is published)", "33% less than the baseline". */
export function basisInWords(terms: TargetVersion['terms'], region: string | undefined): string {
  const { basis, benchmark, change } = terms
  if (basis === 'to-benchmark' && benchmark) {
    const mode =
      benchmark.mode === 'live' ? 'live: it moves with what is published' : 'frozen: it stays as it was set'
    return `To ${benchmarkName(benchmark, region)} (${mode})`
  }
  if (basis === 'pct-from-baseline' && change !== null)
    return `${formatNumber(Math.abs(change), round(change, 0) === change ? 0 : 1)}% ${change < 0 ? 'less' : 'more'} than the baseline`
  if (basis === 'abs-from-baseline' && change !== null)
    return `${formatNumber(Math.abs(change), 0)} ${change < 0 ? 'fewer' : 'more'} than the baseline`
  const words = BASIS_WORDS[basis]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** A goal between printed values has a decimal more, unless it is printed itself. */
export function textOfGoal(
  goal: Goal,
  { live }: Pick<Standing, 'live'>,
  { subject }: Pick<TargetFigures, 'subject'>,
): string {
  const { measure } = subject
  const text = (x: number) => (live ? formatValue(x, benchmarkMeasure(measure)) : textBetween(x, measure))
  return typeof goal === 'number' ? text(goal) : `${text(goal.low)} to ${text(goal.high)}`
}

export function goalInWords(
  { terms }: Pick<TargetVersion, 'terms'>,
  { live }: Pick<Standing, 'live'>,
  { subject }: Pick<TargetFigures, 'subject'>,
  text: string,
): string {
  const { basis, benchmark, baseline, change } = terms
  if (live && benchmark)
    return `${capital(benchmarkName(benchmark, undefined))}: ${benchmarkText(live, subject)}.`
  if (basis === 'to-benchmark' && benchmark?.frozen)
    return `${capital(benchmarkName(benchmark, undefined))} as it was when the target was set: ${text} (${benchmark.frozen.period}).`
  if (baseline && change !== null && (basis === 'pct-from-baseline' || basis === 'abs-from-baseline')) {
    const from = textBetween(baseline.value, subject.measure)
    return `${text}: ${basisInWords(terms, undefined).replace(' than the baseline', '')} than ${from} on ${dayLabel(baseline.on)}.`
  }
  return `${text}, as it was set.`
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
