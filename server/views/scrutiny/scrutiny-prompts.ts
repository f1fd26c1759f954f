import { DEFAULT_CARD } from '../../contract/paths.ts'
import type { PromptsAnswer, PromptsQuery } from '../../contract/scrutiny-answers.ts'
import { isAdverse } from '../../domain/change.ts'
import { isSound } from '../../domain/figure.ts'
import type { Direction } from '../../domain/indicator.ts'
import { pointLabel } from '../../domain/point-label.ts'
import { type Asked, promptsOf } from '../../domain/prompts.ts'
import type { Database } from '../../store/database.ts'
import { type Dated, shownFigures } from '../area-figures.ts'
import { benchmarkAt, benchmarkMeasure } from '../benchmarks.ts'
import { changesOf } from '../points.ts'
import { findArea, findSubject, type Setting, type Subject } from '../subject.ts'
import { loadSurroundings, type Surroundings } from '../surroundings.ts'

/** The three that inspectors keep asking, whatever it is about. */
const STANDING = ['What do we know about quality and impact?', 'How do we know?', 'What is the plan?']

/** The cards whose measures are looked through: what the committee was told of as exceptions, and the strategy. */
const CARDS = ['council-plan', DEFAULT_CARD]

/**
 * Questions that members could ask of the measures that moved away from their good direction in the newest year. Only
 * yearly figures are used: what is published, and can be set beside other councils.
 */
export async function viewPrompts(
  db: Database,
  setting: Setting,
  query: PromptsQuery,
): Promise<PromptsAnswer> {
  const area = findArea(setting, query.area)
  const cards = setting.reference.scorecards.filter(({ id }) => CARDS.includes(id))
  const ids = new Set(cards.flatMap(({ indicators }) => indicators))
  const measures: PromptsAnswer['measures'] = []
  for (const id of ids) {
    const subject = findSubject(setting, id, '', area.id)
    const found = viewMeasure(subject, await loadSurroundings(db, setting, subject, query))
    if (found) measures.push(found)
  }
  const names = cards.map(({ name }) => `“${name}”`).join(' and ')
  return {
    area: { id: area.id, name: area.name },
    standing: STANDING,
    measures,
    sentence:
      measures.length === 0
        ? `No measure of ${names} moved away from a good direction in its newest year.`
        : `These are the measures of ${names} that moved away from their good direction in their newest year. The questions are made from yearly figures: they say what moved, not why.`,
  }
}

function viewMeasure(subject: Subject, surroundings: Surroundings): PromptsAnswer['measures'][number] | null {
  const { indicator, direction, measure } = subject
  const figures = shownFigures(surroundings.own, 'financial-year', subject, null)
  const newest = figures.findLast(isSound)
  const change = newest ? changesOf(newest, figures, measure).previous : null
  if (!newest || !change || !isAdverse(change.movement, direction.goodEnd)) return null
  const prompts = promptsOf({
    name: subject.name,
    area: subject.area.name,
    kind: indicator.kind,
    measure,
    figures: figures.filter(({ at }) => at.end <= newest.at.end).map(usable),
    peers: subject.noComparison === null ? peersOf(subject, surroundings, figures) : [],
    peerMeasure: benchmarkMeasure(measure),
    adverse: { change, since: 'on the year before', aim: aimOf(direction) },
  })
  return {
    id: indicator.id,
    name: subject.name,
    period: newest.period,
    label: pointLabel(newest.at, indicator.kind, null),
    prompts,
    illustrative: newest.status === 'illustrative',
  }
}

const usable = (figure: Dated): Asked['figures'][number] => ({
  at: figure.at,
  value: figure.doubt === null ? figure.value : 'low-reliability',
})

const peersOf = (subject: Subject, { of, links }: Surroundings, figures: readonly Dated[]): Asked['peers'] =>
  figures.map(({ at }) => ({
    at,
    ...benchmarkAt(
      subject,
      links.map(({ neighbour }) => of(neighbour)),
      at,
      'mean',
    ),
  }))

/** Whose direction it is, so that no question takes it for granted. */
function aimOf({ goodEnd, setBy }: Direction): string {
  const way = goodEnd === 'low' ? 'lower' : 'higher'
  return setBy === 'local' ? `the local strategy aims ${way}` : `nationally ${way} counts as better`
}
