import type { ScenarioAnswer } from '../../contract/scenario.ts'
import { PER } from '../../domain/indicator.ts'
import { dayLabel } from '../../domain/period.ts'
import { formatNumber } from '../../domain/rounding.ts'
import type { Path } from '../../domain/trajectory.ts'
import type { Area } from '../../reference.ts'
import type { Database } from '../../store/database.ts'
import { loadNamedPlans } from '../programmes/programme-register.ts'
import { findSubject, type Setting } from '../subject.ts'
import { targetOn, targetsOf } from '../targets/series-target.ts'
import { loadTargetFigures } from '../targets/target-figures.ts'
import { standingOf } from '../targets/target-standing.ts'
import { goalInWords, textOfGoal } from '../targets/target-words.ts'

/** What is aimed at for children in care, as a rate and as a number. */
export type CareTarget = NonNullable<ScenarioAnswer['target']>

/** The path that the spending of a target in force takes. */
export type SpendPath = NonNullable<ScenarioAnswer['path']> & { path: Path }

const CARE = 'cla-rate'
const SPEND = 'cs-expenditure'

/** The target in force for a measure of an area, with where it stands; null where there is none. */
async function inForce(db: Database, setting: Setting, indicator: string, area: Area) {
  const subject = findSubject(setting, indicator, '', area.id)
  const target = targetOn(await targetsOf(db, subject, undefined), setting.today, 'rate')
  if (!target) return null
  const figures = await loadTargetFigures(db, setting, target)
  const standing = standingOf(target, figures)
  if (standing.goal === null) return null
  const text = textOfGoal(standing.goal, standing, figures)
  const { terms } = target
  const programme = (await loadNamedPlans(db)).get(terms.programme ?? '')
  const until = terms.due === null ? '' : ` Due on ${dayLabel(terms.due)}; from then on it stays there.`
  const words = `${programme ? `${programme.name}: ` : ''}${terms.title}. ${goalInWords(target, standing, figures, text)}${until}`
  return { terms, standing, text, words, isOfProgramme: programme !== undefined }
}

/** For so many children living in the area; null where no single number is aimed at. */
export async function loadCareTarget(
  db: Database,
  setting: Setting,
  area: Area,
  population: number,
): Promise<CareTarget | null> {
  const found = await inForce(db, setting, CARE, area)
  if (!found || typeof found.standing.goal !== 'number') return null
  const { goal } = found.standing
  const per = PER['per-10000']
  const isCount = found.terms.view === 'count'
  const [rate, children] = isCount ? [(goal / population) * per, goal] : [goal, (goal * population) / per]
  const number = `${formatNumber(children, 0)} children in care`
  return {
    rate,
    children,
    by: found.terms.due && dayLabel(found.terms.due),
    text: isCount ? number : `${number} (${found.text} per 10,000)`,
    words: isCount
      ? found.words
      : `${found.words} For ${formatNumber(population, 0)} children living in the area that is ${number}.`,
  }
}

export async function loadSpendPath(db: Database, setting: Setting, area: Area): Promise<SpendPath | null> {
  const found = await inForce(db, setting, SPEND, area)
  if (!found?.standing.path) return null
  const label = found.isOfProgramme ? 'The strategy’s path' : 'The path of the target'
  return { label, words: found.words, path: found.standing.path }
}
