import { type FigureStanding, movedOf } from '../../domain/commentary-tone.ts'
import type { Period } from '../../domain/period.ts'
import { RAGS } from '../../domain/rag.ts'
import type { Database } from '../../store/database.ts'
import { shownFigures } from '../area-figures.ts'
import { changesOf, measureOf } from '../points.ts'
import { viewRowTarget } from '../scorecard.ts'
import { figureFor, figuresOfCard } from '../scorecard-period.ts'
import type { Setting, Subject } from '../subject.ts'
import type { Surroundings } from '../surroundings.ts'
import { targetsOf } from '../targets/series-target.ts'

/** How the figure of a period stands that a commentary is about, as its scorecard has it. */
export async function figureStandingOf(
  db: Database,
  setting: Setting,
  subject: Subject,
  surroundings: Surroundings,
  period: Period,
  query: { neighbours: string; asAt?: string | undefined },
): Promise<FigureStanding> {
  const { by, figures, basis } = figuresOf(subject, surroundings, period)
  const figure =
    by === 'month' ? figures.find((each) => each.period === period.id) : figureFor(figures, by, period)
  if (!figure) return { rating: null, moved: null }
  const measure = measureOf(subject, by)
  const targets = await targetsOf(db, subject, query.asAt)
  const row = { day: figure.at.end, figure, figures, basis, measure }
  const target = await viewRowTarget(db, setting, { subject, surroundings, targets }, row, query)
  const changes = changesOf(figure, figures, measure)
  const movements = [changes.previous, changes.yearBefore].map((change) => change?.movement ?? null)
  return {
    rating: RAGS.find((rag) => rag === target?.rating.state) ?? null,
    moved: movedOf(movements, subject.direction.goodEnd),
  }
}

function figuresOf(subject: Subject, surroundings: Surroundings, period: Period) {
  if (period.kind === 'month')
    return { by: period.kind, figures: shownFigures(surroundings.own, 'month', subject, null), basis: null }
  const by = period.kind === 'quarter' ? period.kind : ('financial-year' as const)
  return { by, ...figuresOfCard(subject, surroundings, by, period) }
}
