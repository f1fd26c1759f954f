import type { TargetAnswer } from '../../contract/target-answers.ts'
import { ASSURANCE_WORDS, assuranceInWords } from '../../domain/assurance-words.ts'
import type { GoodEnd } from '../../domain/benchmark.ts'
import type { Aim } from '../../domain/rag.ts'
import { assuranceOf } from '../../domain/xmr.ts'
import { chartOf } from '../../domain/xmr-series.ts'
import type { Dated } from '../area-figures.ts'
import { boundsOf, breaksOf } from '../process-chart.ts'
import type { Setting } from '../subject.ts'
import type { TargetFigures } from './target-figures.ts'
import type { TargetVersion } from './target-register.ts'
import { type Standing, textBetween } from './target-standing.ts'

const GOOD_ENDS: Record<Aim, GoodEnd | null> = { lower: 'low', higher: 'high', within: null }
const PERIODS = { month: 'month', quarter: 'quarter', 'financial-year': 'year' } as const

/**
 * Whether the ordinary variation of the figures alone meets what a target goes to. Null where nothing can be told of it:
 * too few figures in a row, a range to stay within, or a due day that the figures have come to.
 */
export function assuranceFor(
  setting: Setting,
  { terms }: Pick<TargetVersion, 'terms'>,
  { goal, figure }: Pick<Standing, 'goal' | 'figure'>,
  { subject, rhythm, basis, measure, figures }: TargetFigures,
): TargetAnswer['assurance'] {
  const isOver = terms.due !== null && figure !== undefined && figure.at.end >= terms.due
  if (typeof goal !== 'number' || isOver) return null
  const breaks = breaksOf(setting, subject, rhythm)
  const charted = chartOf<Dated>({ figures, breaks, kind: subject.indicator.kind, basis })
  if ('unfit' in charted) return null
  const { chart } = charted
  const state = assuranceOf(chart.limits, goal, GOOD_ENDS[terms.aim])
  if (state === null) return null
  const told = { value: goal, measure, period: PERIODS[rhythm], ...boundsOf(subject) }
  const words = assuranceInWords(chart, state, textBetween(goal, measure), told)
  return { state, word: ASSURANCE_WORDS[state], words }
}
