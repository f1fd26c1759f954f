import type { ScorecardAnswer } from '../contract/scorecard-answers.ts'
import { isSound } from '../domain/figure.ts'
import { comparePeriods, type Period, periodLabel, yearAfter, yearBefore } from '../domain/period.ts'
import { type Dated, shownFigures } from './area-figures.ts'
import { basisFor } from './points.ts'
import type { Subject } from './subject.ts'
import type { Surroundings } from './surroundings.ts'

/** Which period a scorecard is about, and which figure of a measure belongs into it. */

export type CardRhythm = ScorecardAnswer['by']
type Loaded = { surroundings: Pick<Surroundings, 'own'> }

/** A card holds years of several kinds; they are named by when they end. */
export const cardLabel = (period: Period) =>
  period.kind === 'financial-year' ? `Year to 31 March ${period.end.slice(0, 4)}` : periodLabel(period)

/** The rhythm with the newest figures; the quarter where both end on the same day. */
export function newestRhythm(loaded: readonly Loaded[]): CardRhythm {
  const ends = (rhythm: CardRhythm) =>
    loaded.map(({ surroundings }) => surroundings.own[rhythm].findLast(isSound)?.at.end ?? '')
  const newest = (rhythm: CardRhythm) => ends(rhythm).sort().at(-1) ?? ''
  const quarter = newest('quarter')
  return quarter !== '' && quarter >= newest('financial-year') ? 'quarter' : 'financial-year'
}

/**
 * The periods that the card can be turned to, the newest first: quarters, or financial years; a card that has none of
 * these (the workforce census) goes by its own days.
 */
export function periodsOf(loaded: readonly Loaded[], by: CardRhythm): Period[] {
  const figures = loaded.flatMap(({ surroundings }) => surroundings.own[by])
  const ofKind = figures.filter((figure) => figure.at.kind === by)
  const periods = new Map((ofKind.length > 0 ? ofKind : figures).map((figure) => [figure.period, figure.at]))
  return [...periods.values()].sort(comparePeriods).reverse()
}

/**
 * The figure of a period. Where an indicator's years end on another day than the card's, the newest that ended in the
 * year up to the card's next period counts.
 */
export function figureFor(
  figures: readonly Dated[],
  by: CardRhythm,
  period: Period | null,
): Dated | undefined {
  if (!period) return undefined
  const exact = figures.find((figure) => figure.period === period.id)
  if (exact || by === 'quarter' || figures.some((figure) => figure.at.kind === period.kind)) return exact
  return figures.findLast(
    (figure) => figure.at.end < yearAfter(period).end && figure.at.end > yearBefore(period).end,
  )
}

/** Four quarters make a rolling year; before a council has sent so many, each quarter is shown by itself. */
export function figuresOfCard(
  subject: Subject,
  { own }: Surroundings,
  by: CardRhythm,
  period: Period | null,
) {
  const basis = basisFor(subject, by, undefined)
  const figures = shownFigures(own, by, subject, basis)
  const unfinished = basis === 'rolling-year' && figureFor(figures, by, period)?.value === 'not-reported'
  if (!unfinished) return { figures, basis }
  return { figures: shownFigures(own, by, subject, 'in-period'), basis: 'in-period' as const }
}
