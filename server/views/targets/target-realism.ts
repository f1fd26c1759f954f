import type { TargetRealismAnswer } from '../../contract/target-answers.ts'
import { changeAYear, requiredChange } from '../../domain/pace.ts'
import { dayLabel, monthsBetween } from '../../domain/period.ts'
import { standingOf as standingAmong } from '../../domain/realism.ts'
import { formatNumber, round } from '../../domain/rounding.ts'
import { nearestEnd } from '../../domain/target.ts'
import type { Database } from '../../store/database.ts'
import type { Setting, Subject } from '../subject.ts'
import {
  type HeldYears,
  loadYears,
  percent,
  realismBasis,
  realismFromFarEnd,
  realismIn,
  realismSentence,
  stretchesOf,
} from './realism.ts'
import { loadTargetFigures } from './target-figures.ts'
import { findTarget, type RegisteredTarget } from './target-register.ts'
import { isReached, numberOf, type Standing, standingOf, textBetween } from './target-standing.ts'
import { stateOf } from './targets.ts'

type Row = TargetRealismAnswer['rows'][number]

/** A change (in per cent) within some years that a target asks for, and from where it is counted. */
type Asked = { from: string; change: number; years: number }

/** Whether what a target asks for was ever done: the change as it was stated, and what is left of it from here. */
export async function viewTargetRealism(
  db: Database,
  setting: Setting,
  id: string,
): Promise<TargetRealismAnswer> {
  const target = await findTarget(db, id)
  const found = await loadTargetFigures(db, setting, target)
  const { subject } = found
  const standing = standingOf(target, found)
  const basis = realismBasis(subject)
  const asked = [
    ...asStated(target, standing, subject),
    ...fromHere(target, standing, subject, setting.today),
  ]
  if (asked.length === 0) {
    return {
      target: id,
      basis,
      rows: [],
      none: 'How much it has to change is not known, so there is nothing to look for.',
    }
  }
  const held = await loadYears(db, setting, subject)
  const rows = asked.flatMap((each) => rowOf(each, held, subject, setting))
  const none =
    rows.length > 0
      ? null
      : 'No yearly figures of this measure are published for other councils, so nobody can say whether it has been done.'
  return { target: id, basis, rows, none }
}

/** Where no day is set, what it would take is told for one year, two and three. */
const USUAL_YEARS = [1, 2, 3]
const MOST_YEARS = 9

/** The change that the paper claims or, where it claims none, the one from the baseline to the goal. */
function asStated({ terms }: RegisteredTarget, { goal }: Standing, { measure }: Subject): Asked[] {
  const { statedChange, baseline, due, statedOn } = terms
  const made =
    baseline && baseline.value > 0 && goal !== null
      ? requiredChange(baseline.value, nearestEnd(goal, baseline.value))
      : null
  const change = statedChange ?? made
  if (change === null || round(change, 4) === 0) return []
  const years =
    due === null
      ? USUAL_YEARS
      : [Math.min(MOST_YEARS, Math.max(1, round(monthsBetween(statedOn, due) / 12, 0)))]
  const text = (x: number) => textBetween(x, measure)
  const from =
    statedChange === null && baseline && goal !== null
      ? `from ${text(baseline.value)} to ${text(nearestEnd(goal, baseline.value))}`
      : 'as stated'
  return years.map((each) => ({ from, change, years: each }))
}

/** From the newest figure to the goal, in the whole years that are left between their days. */
function fromHere(target: RegisteredTarget, standing: Standing, subject: Subject, today: string): Asked[] {
  const { terms } = target
  const { goal, figure } = standing
  const value = numberOf(standing)
  const { state } = stateOf(target, today)
  if (goal === null || !figure || value === null || value <= 0) return []
  if (state === 'ended' || state === 'retired' || isReached(goal, value, terms.aim)) return []
  const months = terms.due === null ? null : monthsBetween(figure.at.end, terms.due)
  if (months !== null && months <= 0) return []
  const years =
    months === null ? USUAL_YEARS : [Math.min(MOST_YEARS, Math.max(1, Math.floor(months / 12 + 1e-9)))]
  const from = `from ${textBetween(value, subject.measure)} on ${dayLabel(figure.at.end)}`
  const change = requiredChange(value, nearestEnd(goal, value))
  return years.map((each) => ({ from, change, years: each }))
}

function rowOf({ from, change, years }: Asked, held: HeldYears, subject: Subject, setting: Setting): Row[] {
  const found = realismIn(held, change, years)
  if (!found) return []
  const { windows, areas, reached, reachedAreas, share, verdict, best } = found.realism
  const own = standingAmong(change, found.own)
  const far = realismFromFarEnd(held, change, years)
  const aYear = changeAYear(change, years)
  const [needed, stretches] = [direction(change), stretchesOf(years)]
  const neededAYear = years === 1 ? 'in one year' : `${direction(aYear)} every year`
  const within = years === 1 ? 'in one year' : `in ${years} years`
  return [
    {
      label: `${needed} ${within}, ${from}`,
      years,
      needed: change,
      neededAYear: aYear,
      windows,
      areas,
      reached,
      reachedAreas,
      share,
      verdict,
      best: {
        name: setting.reference.area(best.area)?.name ?? best.area,
        from: best.from,
        to: best.to,
        change: best.change,
      },
      text: { needed, neededAYear, share: shareText(reached, share) },
      sentence: realismSentence(found, { years, needed: change, subject, setting }),
      ownPast: own
        ? {
            ...own,
            words: ownWords(own, subject.area.name, stretches),
          }
        : null,
      farEnd: far
        ? {
            windows: far.windows,
            reached: far.reached,
            share: far.share,
            words: `Of the ${stretches} of councils that were in the ${change < 0 ? 'highest' : 'lowest'} quarter when they began, ${formatNumber(far.reached, 0)} of ${formatNumber(far.windows, 0)} went as far (${shareText(far.reached, far.share)}).`,
          }
        : null,
    },
  ]
}

const direction = (change: number): string => `${percent(change)} ${change < 0 ? 'less' : 'more'}`

function ownWords(
  { windows, reached }: { windows: number; reached: number },
  area: string,
  stretches: string,
) {
  if (windows > 1) return `${area} itself went as far in ${reached} of its ${windows} ${stretches}.`
  const did = reached === 1 ? 'went' : 'did not go'
  return `${area} itself ${did} as far in its only ${stretches.replace(/es$/, '')}.`
}

/** A share that is more than nothing is never told as nothing. */
const shareText = (reached: number, share: number): string =>
  reached > 0 && share < 0.05 ? 'under 0.1%' : `${formatNumber(share, reached === 0 ? 0 : 1)}%`
