import type { StrategyAnswer, StrategySavingsAnswer, StrategySavingsQuery } from '../../contract/strategy.ts'
import type { Database } from '../../store/database.ts'
import { viewSavings } from '../savings/savings.ts'
import { isSaving } from '../savings/savings-programme.ts'
import { findArea, type Setting } from '../subject.ts'
import { viewProgramme } from './programme.ts'
import { loadProgrammes, type Programme } from './programme-register.ts'

/** The strategy of an area, which is the programme of it that began last; an area without one is told so. */
export async function viewStrategy(
  db: Database,
  setting: Setting,
  asked: string | undefined,
): Promise<StrategyAnswer> {
  const { area, programme } = await newestOf(db, setting, asked, () => true)
  return {
    area: { id: area.id, name: area.name },
    programme: programme ? await viewProgramme(db, setting, programme.id) : null,
    none: programme ? null : `No strategy of ${area.name} is on record.`,
  }
}

/** The money of the strategy of an area that began last of those that are to save something. */
export async function viewStrategySavings(
  db: Database,
  setting: Setting,
  { area: asked, ...query }: StrategySavingsQuery,
): Promise<StrategySavingsAnswer> {
  const { area, programme } = await newestOf(db, setting, asked, isSaving)
  return {
    area: { id: area.id, name: area.name },
    savings: programme ? await viewSavings(db, setting, programme.id, query) : null,
    none: programme ? null : `No strategy of ${area.name} that is to save money is on record.`,
  }
}

async function newestOf(
  db: Database,
  setting: Setting,
  asked: string | undefined,
  isOne: (programme: Programme) => boolean,
) {
  const area = findArea(setting, asked)
  const own = (await loadProgrammes(db)).filter(({ terms }) => terms.area === area.id)
  return { area, programme: own.find(isOne) }
}
