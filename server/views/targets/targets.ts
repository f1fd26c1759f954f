import type { TargetAnswer, TargetsAnswer } from '../../contract/target-answers.ts'
import { ageLabel, dayLabel } from '../../domain/period.ts'
import type { Setter } from '../../domain/target.ts'
import { SHAPE_WORDS } from '../../domain/trajectory.ts'
import type { Database } from '../../store/database.ts'
import { toPoint } from '../points.ts'
import { loadNamedPlans } from '../programmes/programme-register.ts'
import { findArea, headingOf, type Setting } from '../subject.ts'
import { assuranceFor } from './target-assurance.ts'
import { targetCounts, targetsSentence } from './target-counts.ts'
import { gapOf, paceOf, statedOf } from './target-distance.ts'
import { loadTargetFigures, measureIdOf, type TargetFigures, whileItCounted } from './target-figures.ts'
import { loadTargets, type RegisteredTarget, type TargetVersion } from './target-register.ts'
import { ratingAnswer, standingOf, textBetween } from './target-standing.ts'
import { basisInWords, goalInWords, textOfGoal } from './target-words.ts'

const SETTERS: Record<Setter, string> = {
  national: 'set nationally',
  local: 'set by the council',
  contract: 'set in a contract',
}

/** The targets of an area, or of one measure of it; those that ran out or were taken out only where `all` is asked. */
export async function viewTargets(
  db: Database,
  setting: Setting,
  query: { area?: string | undefined; indicator?: string | undefined; all?: boolean | undefined },
): Promise<TargetsAnswer> {
  const area = findArea(setting, query.area)
  const targets = (await loadTargets(db)).filter(
    ({ terms }) =>
      terms.area === area.id && (query.indicator === undefined || terms.indicator === query.indicator),
  )
  const answers = await Promise.all(
    targets.map(async (target) =>
      viewTarget(db, setting, target, await loadTargetFigures(db, setting, target)),
    ),
  )
  const shown = answers.filter(({ state }) => query.all || state === 'in-force' || state === 'not-approved')
  const counts = targetCounts(shown.filter(({ state }) => state === 'in-force').map(({ rating }) => rating))
  return {
    targets: shown,
    counts: { approved: counts.approved, onPath: counts.onPath, noData: counts.noData },
    summary: targetsSentence(counts, 'targets in force') ?? 'No target is in force.',
  }
}

/** A target as it stands by the newest figure. */
export async function viewTarget(
  db: Database,
  setting: Setting,
  target: RegisteredTarget,
  all: TargetFigures,
): Promise<TargetAnswer> {
  const { terms } = target
  const found = whileItCounted(target, all)
  const { subject, measure, basis } = found
  const standing = standingOf(target, found)
  const { goal, figure } = standing
  const heading = headingOf(subject)
  const state = stateOf(target, setting.today)
  const hasBegun = !('unrated' in standing.rated && standing.rated.unrated === 'not-started')
  const plan = terms.programme === null ? undefined : (await loadNamedPlans(db)).get(terms.programme)
  const counts = state.state === 'in-force' || state.state === 'not-approved'
  const goalText = goal === null ? null : textOfGoal(goal, standing, found)
  return {
    id: target.id,
    version: target.version,
    title: terms.title,
    programme: plan ? { id: plan.id, name: plan.name, hasPage: plan.isProgramme } : null,
    measure: {
      id: measureIdOf(target),
      name: heading.name,
      view: heading.view,
      unit: heading.unit,
      unitShort: heading.unitShort,
      counted: heading.counted,
      decimals: heading.decimals,
    },
    area: { id: subject.area.id, name: subject.area.name },
    aim: terms.aim,
    ...state,
    basis: basisInWords(
      terms,
      subject.area.parent ? setting.reference.area(subject.area.parent)?.name : undefined,
    ),
    shape: SHAPE_WORDS[terms.shape],
    setBy: SETTERS[terms.setBy],
    owner: terms.owner,
    approvedOn: terms.approvedOn,
    approval: terms.approval,
    reviewOn: terms.reviewOn,
    rationale: terms.rationale,
    standard: terms.standard,
    document: setting.reference.document(terms.document)?.title ?? terms.document,
    page: terms.page,
    statedOn: terms.statedOn,
    baseline: terms.baseline && {
      value: terms.baseline.value,
      text: textBetween(terms.baseline.value, subject.measure),
      on: terms.baseline.on,
      label: dayLabel(terms.baseline.on),
      source: terms.baseline.source,
    },
    goal:
      goal === null || goalText === null
        ? null
        : {
            value: typeof goal === 'number' ? goal : null,
            low: typeof goal === 'number' ? null : goal.low,
            high: typeof goal === 'number' ? null : goal.high,
            text: goalText,
            words: goalInWords(target, standing, found, goalText),
          },
    due: terms.due,
    dueLabel: terms.due && dayLabel(terms.due),
    dueNote: terms.dueNote,
    stated: statedOf(terms, standing),
    point: figure ? toPoint(figure, subject, basis, measure) : null,
    age: figure ? ageLabel(figure.at.end, setting.today) : null,
    rating: ratingAnswer(target, standing, measure),
    assurance: counts ? assuranceFor(setting, target, standing, found) : null,
    // From before its path began nothing is on a way yet; what has run out is on none any more.
    gap: hasBegun ? gapOf(terms, standing, found) : null,
    pace: hasBegun && state.state !== 'ended' ? paceOf(target, standing, found) : null,
    illustrative: figure?.status === 'illustrative',
  }
}

/** Whether a target counts today, and why not. */
export function stateOf(
  { terms, retired }: Pick<TargetVersion, 'terms' | 'retired'>,
  today: string,
): Pick<TargetAnswer, 'state' | 'stateWords'> {
  const { approvedOn, endsOn } = terms
  if (retired) return { state: 'retired', stateWords: 'Taken out: it does not count any more' }
  if (approvedOn === null) return { state: 'not-approved', stateWords: 'Stated, but approved by nobody' }
  if (endsOn !== null && endsOn < today)
    return { state: 'ended', stateWords: `Ran out on ${dayLabel(endsOn)}` }
  return { state: 'in-force', stateWords: `In force since ${dayLabel(approvedOn)}` }
}
