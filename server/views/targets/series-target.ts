import type { AimAnswer, SeriesAnswer, SeriesTargetAnswer } from '../../contract/series-answers.ts'
import { isSound } from '../../domain/figure.ts'
import { requiredChange } from '../../domain/pace.ts'
import { addDays, dayLabel, monthsBetween } from '../../domain/period.ts'
import { round } from '../../domain/rounding.ts'
import { pathPoints } from '../../domain/trajectory.ts'
import type { Database } from '../../store/database.ts'
import type { Dated } from '../area-figures.ts'
import type { Setting, Subject } from '../subject.ts'
import { loadSurroundings, type Surroundings } from '../surroundings.ts'
import { targetFigures } from './target-figures.ts'
import { countsOn, loadTargets, type RegisteredTarget } from './target-register.ts'
import { rateOn, ratingAnswer, standingOf, textBetween } from './target-standing.ts'
import { goalInWords, textOfGoal } from './target-words.ts'
import { stateOf } from './targets.ts'

type Query = { neighbours: string; asAt?: string | undefined }

/** Everything that was ever aimed at for a measure, and the one target that its chart shows. */
export async function targetsOfSeries(
  db: Database,
  setting: Setting,
  subject: Subject,
  surroundings: Surroundings,
  query: Query,
  figures: readonly Dated[],
): Promise<Pick<SeriesAnswer, 'aims' | 'target'>> {
  const own = await targetsOf(db, subject, query.asAt)
  const shown = own
    .filter(({ terms }) => terms.view === subject.view)
    .sort((a, b) => rankOf(a, setting.today) - rankOf(b, setting.today) || newestFirst(a, b))[0]
  return {
    aims: [...own].sort(newestFirst).map((target) => aimOf(target, setting)),
    target: shown ? await seriesTarget(db, setting, shown, subject, surroundings, query, figures) : null,
  }
}

/** The targets of a measure and its area; a breakdown has none. */
export async function targetsOf(
  db: Database,
  { indicator, area, dimension }: Pick<Subject, 'indicator' | 'area' | 'dimension'>,
  asAt: string | undefined,
): Promise<RegisteredTarget[]> {
  if (dimension !== '') return []
  const targets = await loadTargets(db, asAt)
  return targets.filter(
    ({ terms, retired }) => !retired && terms.indicator === indicator.id && terms.area === area.id,
  )
}

const newestFirst = (a: RegisteredTarget, b: RegisteredTarget) =>
  a.terms.statedOn < b.terms.statedOn ? 1 : -1

/** What counts today first, then what counted once, then what nobody approved. */
function rankOf(target: RegisteredTarget, today: string): number {
  return ['in-force', 'ended', 'not-approved', 'retired'].indexOf(stateOf(target, today).state)
}

/** The approved target that a figure of a day is to be rated by: in the same view if there is one, the newest. */
export function targetOn(
  targets: readonly RegisteredTarget[],
  day: string,
  view: Subject['view'],
): RegisteredTarget | undefined {
  const counting = targets.filter((target) => countsOn(target, day)).sort(newestFirst)
  return counting.find(({ terms }) => terms.view === view) ?? counting[0]
}

/** Surroundings with the list of similar councils that a target names, loaded only where others are at hand. */
export function surroundingsFor(
  db: Database,
  setting: Setting,
  { terms }: RegisteredTarget,
  subject: Subject,
  atHand: Surroundings,
  query: Query,
): Promise<Surroundings> | Surroundings {
  const model = terms.benchmark?.model
  if (!model || model === query.neighbours) return atHand
  return loadSurroundings(db, setting, subject, { neighbours: model, asAt: query.asAt })
}

/** Beyond the newest figure a path is drawn for this long. */
const AHEAD_DAYS = 730

async function seriesTarget(
  db: Database,
  setting: Setting,
  target: RegisteredTarget,
  subject: Subject,
  atHand: Surroundings,
  query: Query,
  figures: readonly Dated[],
): Promise<SeriesTargetAnswer> {
  const { terms } = target
  const surroundings = await surroundingsFor(db, setting, target, subject, atHand, query)
  const found = { ...targetFigures(target, subject, surroundings), figures }
  const figure = figures.findLast(isSound)
  const standing = standingOf(target, found, figure ?? null)
  const { goal, path } = standing
  const text = goal === null ? null : textOfGoal(goal, standing, found)
  const last = addDays(figure?.at.end ?? setting.today, AHEAD_DAYS)
  const end = [terms.endsOn, terms.due, last].filter((day) => day !== null).sort()[0] ?? last
  const points = path ? pathPoints(path, figures[0]?.at.start ?? setting.today, end) : []
  return {
    id: target.id,
    title: terms.title,
    value: typeof goal === 'number' ? goal : null,
    text: text ?? 'no figure',
    goalWords: text === null ? null : goalInWords(target, standing, found, text),
    dueLabel: terms.due && dayLabel(terms.due),
    ...stateOf(target, setting.today),
    rating: ratingAnswer(target, standing, found.measure),
    path: points
      .filter(({ on }) => on <= end)
      .map(({ on, value }) => ({ on, value, text: textBetween(value, subject.measure) })),
    pathLabel: terms.shape === 'level' ? `Target ${text ?? ''}`.trim() : `Path to ${text ?? 'the target'}`,
    expected: figures.flatMap((each) => {
      const rated = rateOn(target, { goal, path, figure: each }, subject.measure.unit)
      if ('unrated' in rated || typeof rated.expected !== 'number') return []
      return [{ period: each.period, text: textBetween(rated.expected, subject.measure), state: rated.rag }]
    }),
    document: setting.reference.document(terms.document)?.title ?? terms.document,
    page: terms.page,
  }
}

/** Where a paper names no day, what it would take is told for one year, two and three. */
const USUAL_YEARS = [1, 2, 3]

function aimOf({ id, terms }: RegisteredTarget, { reference }: Setting): AimAnswer {
  const { baseline, value, due, statedOn } = terms
  const years = due === null ? USUAL_YEARS : [Math.max(1, Math.round(monthsBetween(statedOn, due) / 12))]
  const fixed = terms.basis === 'fixed-value' ? value : null
  const made = baseline && fixed !== null ? round(requiredChange(baseline.value, fixed), 4) : null
  return {
    id,
    baseline: fixed === null ? null : (baseline?.value ?? null),
    change: terms.statedChange ?? made,
    years: years.filter((each) => each <= 9),
    view: terms.view,
    value: fixed,
    text: terms.title,
    statedOn,
    document: reference.document(terms.document)?.title ?? terms.document,
    page: terms.page,
  }
}
