import type { PlanAnswer } from '../../contract/plan-answers.ts'
import type { Database } from '../../store/database.ts'
import type { Setting } from '../subject.ts'
import { loadTargetFigures } from '../targets/target-figures.ts'
import { loadTargets, type RegisteredTarget } from '../targets/target-register.ts'
import { stateOf, viewTarget } from '../targets/targets.ts'
import { CAUTION, viewMeasureAround } from './plan-measure.ts'
import type { PlanOnDay } from './plan-register.ts'
import { are, many } from './plan-words.ts'

/**
 * The few measures by which a plan can be followed: those that its targets, its parts or its actions name, each as it
 * stood when the plan began and as it stands; on the present day also whether it is on the path of a target. Null where
 * it names none.
 */
export async function viewPlanMeasures(
  db: Database,
  setting: Setting,
  { plan: { id: plan, terms }, actions, isToday, asAt, on }: PlanOnDay,
): Promise<PlanAnswer['measures']> {
  const targets = (await loadTargets(db, asAt)).filter((target) => !target.retired)
  const own = targets.filter((target) => target.terms.programme === plan)
  const bearing = [...terms.strands, ...actions.map((action) => action.terms)]
  const ids = [
    ...new Set([
      ...own.map((target) => target.terms.indicator),
      ...bearing.flatMap(({ indicators }) => indicators),
    ]),
  ]
  if (ids.length === 0) return null
  // Of several targets of a measure the plan's own is the one that it is held to.
  const aimed = [...own, ...targets].filter(
    (target) => target.terms.area === terms.area && ids.includes(target.terms.indicator),
  )
  const ratings = await ratingsOf(db, setting, isToday ? aimed : [])
  const days = { start: terms.from, due: terms.to, statedOn: terms.statedOn }
  const rows = await Promise.all(
    ids.map(async (id) => {
      const { before, after, change, direction, unitShort, name, points, illustrative } =
        await viewMeasureAround(db, setting, id, days, { area: terms.area, asAt: isToday ? undefined : on })
      return {
        id,
        name,
        unitShort,
        direction,
        before,
        after,
        change,
        line: points.map(({ end, value }) => ({ end, value })),
        actions: actions.filter((action) => action.terms.indicators.includes(id)).length,
        target: ratings.get(id) ?? null,
        illustrative,
      }
    }),
  )
  const told = rows.filter(({ after }) => after !== null).length
  return { words: `${measuresInWords(ids.length, told)} ${CAUTION}`, rows }
}

/** `11 measures are named …; 10 have a figure of a later day than the plan’s first.` */
export function measuresInWords(named: number, told: number): string {
  const there = `${many(named, 'measure')} ${are(named)} named by its targets, its parts or its actions`
  const all = named === 1 ? 'it has' : 'each has'
  const some = told === 0 ? 'none has' : `${told} ${told === 1 ? 'has' : 'have'}`
  return `${there}; ${told === named ? all : some} a figure of a later day than the plan’s first.`
}

/** The rating of each measure's target in force, of the first where there are several. */
async function ratingsOf(db: Database, setting: Setting, targets: readonly RegisteredTarget[]) {
  const inForce = [...new Set(targets)].filter(
    (target) => stateOf(target, setting.today).state === 'in-force',
  )
  const found = await Promise.all(
    inForce.map(async (target) => {
      const figures = await loadTargetFigures(db, setting, target)
      const { id, title, rating } = await viewTarget(db, setting, target, figures)
      return [target.terms.indicator, { id, title, state: rating.state, words: rating.words }] as const
    }),
  )
  return new Map(found.reverse())
}
