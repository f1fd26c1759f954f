import type { ScorecardAnswer } from '../contract/scorecard-answers.ts'
import { isSound } from '../domain/figure.ts'
import type { Period } from '../domain/period.ts'
import { pointLabel } from '../domain/point-label.ts'
import { formatNumber } from '../domain/rounding.ts'
import type { Dated } from './area-figures.ts'
import type { CardRhythm } from './scorecard-period.ts'
import type { Subject } from './subject.ts'
import type { Surroundings } from './surroundings.ts'

/** What a scorecard says of itself and of its rows. */

export function unitText({ indicator, measure }: Subject): string {
  if (measure.unit === 'per-10000') return `per 10,000 ${indicator.wording.people ?? 'children'}`
  if (measure.unit === 'per-100000') return `per 100,000 ${indicator.wording.people ?? 'children'}`
  return ''
}

/** What a figure was made of: "531 of 28,923 children aged 0 to 17"; a ratio's two parts are of different things. */
export function countText({ numerator, denominator }: Dated, { indicator, measure }: Subject): string | null {
  if (numerator === null) return null
  const format = (n: number) => formatNumber(n, Number.isInteger(n) ? 0 : 1)
  if (denominator === null) return `${format(numerator)} ${indicator.numerator}`
  if (measure.unit === 'ratio') {
    return `${format(numerator)} ${indicator.numerator}, ${format(denominator)} ${indicator.denominator}`
  }
  return `${format(numerator)} of ${format(denominator)} ${indicator.denominator ?? ''}`.trim()
}

/** Why a row of the card is empty, and where a figure can be had. */
export function whyNoFigure(
  subject: Subject,
  { own }: Surroundings,
  by: CardRhythm,
  period: Period | null,
): string {
  const other: CardRhythm = by === 'quarter' ? 'financial-year' : 'quarter'
  const elsewhere = own[other].findLast(isSound)
  const newest = own[by].findLast(isSound)
  const label = (figure: Dated) => pointLabel(figure.at, subject.indicator.kind, null)
  if (newest && period && newest.at.end < period.end) {
    return `Not reported for this period. The newest ${by === 'quarter' ? 'quarterly' : 'yearly'} figure is of ${label(newest)}.`
  }
  if (elsewhere) {
    const way = other === 'quarter' ? 'Reported by quarter only' : 'Published by year only'
    return `${way}: the newest figure is of ${label(elsewhere)}.`
  }
  if (own[by].length > 0) return 'Not reported for this period.'
  return subject.indicator.frequency.includes('yearly')
    ? `No figures are held for ${subject.area.name}.`
    : `Kept locally: no figures have been sent for ${subject.area.name}.`
}

export function headline(
  { exceptions, withDirection, withFigure, indicators }: ScorecardAnswer['counts'],
  by: CardRhythm,
): string {
  const without = indicators - withFigure
  const gap =
    without === 0
      ? ''
      : ` ${without} of ${indicators} ${without === 1 ? 'has' : 'have'} no figure for this period.`
  if (withFigure === 0) return 'No figures for this period.'
  if (withDirection === 0) return `None of these measures has a good direction.${gap}`
  const since =
    by === 'quarter' ? 'since the quarter before or the same quarter last year' : 'since the year before'
  if (withDirection === 1) {
    const moved = exceptions === 1 ? 'moved' : 'did not move'
    return `The one measure with a good direction ${moved} away from it ${since}.${gap}`
  }
  const count = exceptions === 0 ? 'None' : exceptions === withDirection ? 'All' : String(exceptions)
  return `${count} of the ${withDirection} measures with a good direction moved away from it ${since}.${gap}`
}
