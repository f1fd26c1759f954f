import type { TargetAnswer } from '../../contract/target-answers.ts'
import { isNumber, isSound } from '../../domain/figure.ts'
import { gapInCount, gapPercent } from '../../domain/gap.ts'
import { PER, unitSuffix } from '../../domain/indicator.ts'
import { recentPace, requiredChange, requiredPace } from '../../domain/pace.ts'
import { dayLabel, monthsBetween } from '../../domain/period.ts'
import { formatNumber, round } from '../../domain/rounding.ts'
import { type Goal, nearestEnd } from '../../domain/target.ts'
import type { TargetFigures } from './target-figures.ts'
import type { TargetVersion } from './target-register.ts'
import { isReached, numberOf, type Standing, textBetween } from './target-standing.ts'

/** The change as the paper claims it, beside what it would be from the newest figure; neither corrects the other. */
export function statedOf(
  { statedChange, aim }: TargetVersion['terms'],
  standing: Standing,
): TargetAnswer['stated'] {
  if (statedChange === null) return null
  const claimed = `The paper says ${percentInWords(statedChange)} is needed.`
  const value = numberOf(standing)
  if (value === null || value <= 0 || standing.goal === null) return { percent: statedChange, words: claimed }
  const now = requiredChange(value, nearestEnd(standing.goal, value))
  const words = isReached(standing.goal, value, aim)
    ? `By the newest figure it is reached: the goal lies ${percentInWords(now).replace(/less$/, 'lower').replace(/more$/, 'higher')}.`
    : `From the newest figure to the goal it is ${percentInWords(now)}.`
  return { percent: statedChange, words: `${claimed} ${words}` }
}

const percentInWords = (x: number) =>
  `${formatNumber(Math.abs(x), round(x, 0) === x ? 0 : 1)}% ${x < 0 ? 'less' : 'more'}`

/** From the newest figure to the goal, in the unit, in per cent, and in children where the unit is a rate of them. */
export function gapOf(
  { aim }: TargetVersion['terms'],
  standing: Standing,
  { subject, measure, population }: TargetFigures,
): TargetAnswer['gap'] {
  const { goal, figure } = standing
  if (goal === null || !figure || !isNumber(figure.value) || !isSound(figure)) return null
  const { value } = figure
  const end = nearestEnd(goal, value)
  const { unit } = subject.measure
  const percent = gapPercent(value, end)
  const people = figure.denominator ?? population
  // Where only the rate is known, the children it means are worked out from it.
  const own = figure.numerator ?? (people === null ? 'not-available' : (value * people) / PER[unit])
  const count = unit.startsWith('per-')
    ? gapInCount(own, end, people ?? 'not-available', PER[unit])
    : 'not-applicable'
  const children = isNumber(count) ? round(count, 0) : null
  return {
    percent: isNumber(percent) ? percent : null,
    count: children,
    words: gapInWords(),
  }

  function gapInWords(): string {
    if (end === value) return 'It is at the goal.'
    const size = textBetween(Math.abs(end - value), measure).replace(/%$/, ' percentage points')
    const share = isNumber(percent) && unit !== 'percent' ? ` (${formatNumber(Math.abs(percent), 1)}%)` : ''
    const distance = `${size}${unitSuffix(unit)}${share}`
    if (isReached(goal as Goal, value, aim))
      return `The goal is reached: it lies ${distance} ${end < value ? 'lower' : 'higher'}.`
    const about = figure?.numerator === null ? 'about ' : ''
    const counted =
      children === null || children === 0
        ? ''
        : `, which is ${about}${formatNumber(Math.abs(children), 0)} ${children < 0 ? 'fewer' : 'more'} ${subject.wording.other}`
    return `${distance} ${end < value ? 'less' : 'more'}${counted}.`
  }
}

const STEP = { month: [1, 'month'], quarter: [3, 'quarter'], 'financial-year': [12, 'year'] } as const

/** What is needed in each period that is left, beside what the latest four changes were on average. */
export function paceOf(
  { terms }: Pick<TargetVersion, 'terms'>,
  standing: Standing,
  { subject, figures, rhythm, measure }: TargetFigures,
): TargetAnswer['pace'] {
  const { goal, figure } = standing
  const value = numberOf(standing)
  if (goal === null || !figure || value === null) return null
  const [months, period] = STEP[rhythm]
  const until = figures.filter((each) => each.at.end <= figure.at.end)
  const values = until.map((each) => (isSound(each) ? (each.value as number) : null))
  const recent = recentPace(values) ?? null
  const left = terms.due === null ? null : monthsBetween(figure.at.end, terms.due) / months
  const reached = isReached(goal, value, terms.aim)
  const needed =
    left !== null && left > 0 && !reached ? requiredPace(value, nearestEnd(goal, value), left) : null
  const size = (x: number) => textBetween(Math.abs(x), subject.measure).replace(/%$/, ' points')
  const changes = Math.min(4, values.length - values.lastIndexOf(null) - 2)
  const still = recent !== null && round(recent, Math.max(1, measure.decimals)) === 0
  const how =
    recent === null || still
      ? 'it hardly changed'
      : `it ${recent < 0 ? 'fell' : 'rose'} by ${size(recent)} a ${period} on average`
  const span = changes === 1 ? `the latest ${period}` : `the latest ${changes} ${period}s`
  const lately = recent === null ? '' : ` Over ${span} ${how}.`
  return { needed, recent, words: `${needs()}${lately}` }

  function needs(): string {
    if (reached)
      return terms.due === null ? 'It is at the goal.' : 'It is at the goal already, and has to stay there.'
    if (terms.due === null || left === null) return 'No day is set by which it has to be reached.'
    if (needed === null) return `The day it was due, ${dayLabel(terms.due)}, has passed.`
    const from = `From ${dayLabel(figure?.at.end ?? '')} it has to ${needed < 0 ? 'fall' : 'rise'} by`
    const end = dayLabel(terms.due)
    if (left <= 1)
      return `${from} ${size(needed * left)} within ${left === 1 ? 'one' : 'less than a'} ${period}, by ${end}.`
    return `${from} ${size(needed)} in each of the ${formatNumber(left, round(left, 0) === left ? 0 : 1)} ${period}s to ${end}.`
  }
}
