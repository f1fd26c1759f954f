import type { TrajectoryAnswer } from '../../contract/target-answers.ts'
import type { TargetTerms } from '../../contract/targets.ts'
import { isMissing, isSound } from '../../domain/figure.ts'
import { dayLabel } from '../../domain/period.ts'
import type { Unrated } from '../../domain/rag.ts'
import type { Dated } from '../area-figures.ts'
import { toPoints } from '../points.ts'
import type { TargetFigures } from './target-figures.ts'
import { askedOn, beginOf } from './target-path.ts'
import type { TargetVersion } from './target-register.ts'
import { standingOf } from './target-standing.ts'

type Row = TrajectoryAnswer['rows'][number]
type Shown = {
  figures: readonly Dated[]
  benchmark: TrajectoryAnswer['benchmark']
  /** Days still to come on which something is asked for. */
  ahead: readonly string[]
}

/** The chart of a target as a table, the newest day first. Each figure is rated by what was asked for on its own day. */
export function trajectoryRows(target: TargetVersion, found: TargetFigures, shown: Shown): Row[] {
  const { subject, basis, measure } = found
  const { terms } = target
  const asked = (day: string) => askedOn(terms, standingOf(target, found, null), found, day)
  const theirs = new Map(shown.benchmark?.points.map((point) => [point.on, point]))
  const points = toPoints(shown.figures, subject, basis, measure)
  const rows = new Map<string, Row>()
  for (const day of shown.ahead)
    rows.set(day, { ...without(day, dayLabel(day), 'no figure yet'), why: 'no figure yet' })
  for (const { on, label } of theirs.values()) rows.set(on, without(on, label, 'no figure'))
  for (const point of points) {
    const figure = shown.figures.find(({ period }) => period === point.period)
    rows.set(point.end, {
      ...without(point.end, point.label, point.text),
      ...(figure ? ratingOf(target, found, figure) : {}),
      illustrative: point.status === 'illustrative',
    })
  }
  return [...rows.values()].sort((a, b) => (a.end < b.end ? 1 : -1))

  function without(end: string, label: string, figure: string): Row {
    return {
      label,
      end,
      figure,
      expected: asked(end),
      benchmark: theirs.get(end)?.text ?? null,
      rating: 'no-data',
      why: 'no figure',
      illustrative: false,
    }
  }
}

function ratingOf(target: TargetVersion, found: TargetFigures, figure: Dated): Pick<Row, 'rating' | 'why'> {
  if (!isSound(figure)) {
    if (figure.value === 'suppressed') return { rating: 'hidden', why: 'hidden' }
    return { rating: 'no-data', why: isMissing(figure.value) ? 'no figure' : 'the figure is doubted' }
  }
  const { rated } = standingOf(target, found, figure)
  if (!('unrated' in rated)) return { rating: rated.rag, why: null }
  return { rating: rated.unrated, why: whyUnrated(rated.unrated, target, figure.at.end) }
}

function whyUnrated(reason: Unrated, { terms, retired }: TargetVersion, day: string): string {
  if (retired) return 'the target was taken out'
  if (reason === 'not-approved') return terms.approvedOn === null ? 'nobody approved it' : 'after it ran out'
  if (reason === 'not-started') return beforeWhat(terms, day)
  return reason === 'no-direction' ? 'no direction is set' : 'nothing to rate it by'
}

const beforeWhat = (terms: TargetTerms, day: string) =>
  day < beginOf(terms) ? 'before the path began' : 'before it was approved'
