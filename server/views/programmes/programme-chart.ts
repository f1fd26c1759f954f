import type { ProgrammeTarget } from '../../contract/programmes.ts'
import type { ProjectionAnswer, TargetAnswer } from '../../contract/target-answers.ts'
import { BREAK, isSound } from '../../domain/figure.ts'
import { formatValue } from '../../domain/indicator.ts'
import { whenInSentence } from '../../domain/point-label.ts'
import { pathPoints } from '../../domain/trajectory.ts'
import type { Dated } from '../area-figures.ts'
import type { TargetFigures } from '../targets/target-figures.ts'
import type { RegisteredTarget } from '../targets/target-register.ts'
import { standingOf } from '../targets/target-standing.ts'

type Chart = ProgrammeTarget['chart']

/** A target drawn small, and the same in a sentence. Empty where there is no figure. */
export function targetChart(
  target: RegisteredTarget,
  found: TargetFigures,
  answer: TargetAnswer,
  projection: ProjectionAnswer | null,
): Chart {
  const { figures, measure } = found
  const points = figures.map((figure) => ({
    on: figure.at.end,
    value: isSound(figure) ? (figure.value as number) : null,
    text: formatValue(figure.value, measure),
    hollow: figure.status === 'illustrative',
    isBreak: figure.note?.startsWith(BREAK) ?? false,
  }))
  return {
    points,
    path: points.length > 0 ? pathOf(target, found) : [],
    fan: fanOf(projection, figures),
    benchmark: benchmarkOf(target, found),
    sentence: sentenceOf(found, answer, projection),
  }
}

/** As long as the target counts, or to the day that it is due; a level one without a day as far as there are figures. */
function pathOf(target: RegisteredTarget, found: TargetFigures): Chart['path'] {
  const { due, endsOn } = target.terms
  const { path } = standingOf(target, found)
  const [first, last] = [found.figures[0], found.figures.at(-1)]
  if (!path || !first || !last) return []
  const until = [due, endsOn].filter((day) => day !== null).sort()[0] ?? last.at.end
  return pathPoints(path, first.at.start, until).filter(({ on }) => on <= until)
}

/** The fan opens at the newest figure. */
function fanOf(projection: ProjectionAnswer | null, figures: readonly Dated[]): Chart['fan'] {
  const last = figures.findLast(isSound)
  if (!projection || projection.points.length === 0 || !last) return []
  const value = last.value as number
  return [
    { on: last.at.end, value, low: value, high: value },
    ...projection.points.map(({ end, value, low, high }) => ({ on: end, value, low, high })),
  ]
}

const GROUPS = { neighbours: 'Similar councils', region: 'Region', england: 'England' } as const

function benchmarkOf({ terms }: RegisteredTarget, { benchmark }: TargetFigures): Chart['benchmark'] {
  if (terms.benchmark?.mode !== 'live' || benchmark.length === 0) return null
  return {
    label: GROUPS[terms.benchmark.group],
    points: benchmark.map(({ at, value }) => ({ on: at.end, value })),
  }
}

function sentenceOf(
  { figures, subject, basis, measure }: TargetFigures,
  { measure: about, goal, dueLabel, rating }: TargetAnswer,
  projection: ProjectionAnswer | null,
): string {
  const sound = figures.filter(isSound)
  const [first, last] = [sound[0], sound.at(-1)]
  const name = [about.name, about.unitShort].filter(Boolean).join(', ')
  if (!first || !last) return `${name}: no figure is held.`
  const told = (figure: Dated) =>
    `${formatValue(figure.value, measure)} ${lowerFirst(whenInSentence(figure.at, subject.indicator.kind, basis))}`
  const run = first === last ? told(last) : `from ${told(first)} to ${told(last)}`
  const asked = rating.expected ? ` The path asks for ${rating.expected.text} by then` : ''
  const aimed = goal && dueLabel ? `${asked ? ' and' : ' The path asks for'} ${goal.text} on ${dueLabel}` : ''
  const drawn = projection && projection.points.length > 0 ? ` ${projection.words}` : ''
  const end = asked || aimed ? '.' : ''
  return `${name}: ${run}.${asked}${aimed}${end}${drawn}`
}

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
