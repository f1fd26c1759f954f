import type {
  StrategyAnswer,
  StrategyQuery,
  StrategySavingsAnswer,
  StrategySavingsQuery,
} from '../../contract/strategy.ts'
import type { Database } from '../../store/database.ts'
import { viewSavings } from '../savings/savings.ts'
import { isSaving } from '../savings/savings-programme.ts'
import { findArea, type Setting } from '../subject.ts'
import { viewProgramme } from './programme.ts'
import { loadProgrammes, type Programme } from './programme-register.ts'

/**
 * The strategy that is asked for or, of an area, the programme of it that began last; an area without one is told so.
 * Throws a Problem for a programme that there is not.
 */
export async function viewStrategy(
  db: Database,
  setting: Setting,
  { area, programme }: StrategyQuery,
): Promise<StrategyAnswer> {
  const id = programme ?? (await newestOf(db, setting, area, () => true))
  if (id === undefined) {
    const place = placeOf(setting, area)
    return { area: place, programme: null, none: `No strategy of ${place.name} is on record.` }
  }
  const answer = await viewProgramme(db, setting, id)
  return { area: answer.area, programme: answer, none: null }
}

/** The same of its money: of an area, the programme that began last of those that are to save something. */
export async function viewStrategySavings(
  db: Database,
  setting: Setting,
  { area, programme, ...query }: StrategySavingsQuery,
): Promise<StrategySavingsAnswer> {
  const id = programme ?? (await newestOf(db, setting, area, isSaving))
  if (id === undefined) {
    const place = placeOf(setting, area)
    const none = `No strategy of ${place.name} that is to save money is on record.`
    return { area: place, savings: null, none }
  }
  const savings = await viewSavings(db, setting, id, query)
  return { area: savings.area, savings, none: null }
}

function placeOf(setting: Setting, asked: string | undefined) {
  const { id, name } = findArea(setting, asked)
  return { id, name }
}

async function newestOf(
  db: Database,
  setting: Setting,
  asked: string | undefined,
  isOne: (programme: Programme) => boolean,
): Promise<string | undefined> {
  const area = findArea(setting, asked)
  const own = (await loadProgrammes(db)).filter(({ terms }) => terms.area === area.id)
  return own.find(isOne)?.id
}
