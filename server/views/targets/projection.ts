import type { ProjectionAnswer } from '../../contract/target-answers.ts'
import { unitSuffix } from '../../domain/indicator.ts'
import { dayLabel } from '../../domain/period.ts'
import { pointLabel, whenInSentence } from '../../domain/point-label.ts'
import { chanceOf } from '../../domain/projection.ts'
import { round } from '../../domain/rounding.ts'
import type { Database } from '../../store/database.ts'
import type { Setting } from '../subject.ts'
import { cautionsFor, fromWhat, inHundred, methodInWords, roughly } from './projection-words.ts'
import { loadTargetFigures, type TargetFigures } from './target-figures.ts'
import { projectTarget, type TargetProjection } from './target-projection.ts'
import { findTarget, type TargetVersion } from './target-register.ts'
import { type Standing, standingOf } from './target-standing.ts'

/** Where the figures of a target go if recent change continues, and the chance that it is met when it is due. */
export async function viewProjection(db: Database, setting: Setting, id: string): Promise<ProjectionAnswer> {
  const target = await findTarget(db, id)
  const found = await loadTargetFigures(db, setting, target)
  const projected = projectTarget(target, found)
  if (typeof projected === 'string') return nothing(id, projected)
  const { projection, figures } = projected
  const standing = standingOf(target, found)
  const outcome = chanceAtDue(target, standing, projected, found)
  const chance = typeof outcome === 'string' ? null : outcome
  return {
    target: id,
    none: null,
    method: projection.method,
    methodWords: methodInWords(projection, found),
    errors: projection.errors,
    points: pointsOf(projected, found),
    chance,
    noChance: typeof outcome === 'string' ? outcome : null,
    words: inWords(projected, target, found),
    from: fromWhat(projected, found),
    cautions: cautionsFor(projected, found, {
      live: chance !== null && standing.live !== null,
      today: setting.today,
    }),
    illustrative: figures.some(({ status }) => status === 'illustrative'),
  }
}

const nothing = (target: string, none: string): ProjectionAnswer => ({
  target,
  none,
  method: null,
  methodWords: null,
  errors: null,
  points: [],
  chance: null,
  noChance: null,
  words: none,
  from: null,
  cautions: [],
  illustrative: false,
})

function pointsOf(
  { projection, periods }: TargetProjection,
  { subject, basis, measure }: TargetFigures,
): ProjectionAnswer['points'] {
  return periods.flatMap((at, i) => {
    const point = projection.points[i]
    if (!point) return []
    return [
      {
        end: at.end,
        label: pointLabel(at, subject.indicator.kind, basis),
        ...point,
        text: roughly(point.value, measure),
        range: `${roughly(point.low, measure)} to ${roughly(point.high, measure)}`,
      },
    ]
  })
}

/** The chance in the period that the due day lies in, or why none is told. */
function chanceAtDue(
  { terms }: Pick<TargetVersion, 'terms'>,
  { goal, figure }: Standing,
  { projection, periods }: TargetProjection,
  found: TargetFigures,
): NonNullable<ProjectionAnswer['chance']> | string {
  const { aim, due } = terms
  if (aim === 'within') return 'No chance is worked out for staying within a range.'
  if (typeof goal !== 'number') return 'What the target goes to has no figure, so there is nothing to meet.'
  if (due === null) return 'No day is set by which it has to be met, so no chance is told.'
  if (figure && due <= figure.at.end) return `The day it was due, ${dayLabel(due)}, is past.`
  const step = periods.findIndex(({ end }) => end >= due)
  const at = periods[step]
  if (!at)
    return `It is due on ${dayLabel(due)}, more than five years after the newest figure: too far to tell a chance.`
  const percent = chanceOf(projection, step + 1, goal, aim) * 100
  return {
    percent: round(percent, 0),
    on: at.end,
    words: `If recent change continues, the chance that the target is met ${when(at, found)} is ${inHundred(percent)}.`,
  }
}

/** "on 31 March 2026" */
function when(at: TargetProjection['periods'][number], { subject, basis }: TargetFigures): string {
  const words = whenInSentence(at, subject.indicator.kind, basis)
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** Where it would be when it is due or, where that is past or not set, at the end of what is projected. */
function inWords(
  { projection, periods, figures }: TargetProjection,
  { terms }: Pick<TargetVersion, 'terms'>,
  found: TargetFigures,
): string {
  const { due } = terms
  const newest = figures.at(-1)?.at.end ?? ''
  const atDue = due === null || due <= newest ? -1 : periods.findIndex(({ end }) => end >= due)
  const step = atDue === -1 ? periods.length - 1 : atDue
  const [point, at] = [projection.points[step], periods[step]]
  if (!point || !at) return ''
  const text = (x: number) => roughly(x, found.measure)
  return `If recent change continues, it would be at ${text(point.value)}${unitSuffix(found.measure.unit)} ${when(at, found)}; four times in five between ${text(point.low)} and ${text(point.high)}.`
}
