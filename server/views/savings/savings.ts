import type { SavingLineAnswer, SavingsAnswer, SavingsQuery } from '../../contract/savings.ts'
import { financialYearOf } from '../../domain/period.ts'
import type { Database } from '../../store/database.ts'
import { findArea, type Setting } from '../subject.ts'
import { viewBridge } from './savings-bridge.ts'
import { countingLines, lineAnswer, viewLedger } from './savings-ledger.ts'
import { viewPath } from './savings-path.ts'
import { componentsOf, findSavingsProgramme } from './savings-programme.ts'
import { findSaving, loadSavings } from './savings-register.ts'
import { viewUnitCosts } from './savings-unit-costs.ts'

const LEDGER_NOTES = [
  'Savings that last are counted in full from their first year on, a one-off in its own year only.',
  'Stages are those of today, whatever they were in the year.',
]

/** Money of a programme. Throws a Problem for a programme that is not known or is not to save anything. */
export async function viewSavings(
  db: Database,
  setting: Setting,
  programmeId: string,
  query: SavingsQuery,
): Promise<SavingsAnswer> {
  const programme = await findSavingsProgramme(db, programmeId)
  const area = findArea(setting, programme.terms.area)
  const lines = await loadSavings(db)
  const [spending, bridge, unitCosts] = await Promise.all([
    viewPath(db, setting, programme, countingLines(lines, programme)),
    viewBridge(db, setting, area.id, financialYearOf(programme.terms.from), query),
    viewUnitCosts(db, setting, area.id),
  ])
  return {
    programme: { id: programme.id, name: programme.terms.name },
    area: { id: area.id, name: area.name },
    headline:
      spending?.headline ??
      'The register holds no target with a baseline that spending could be set against.',
    comparison: spending?.comparison ?? null,
    path: spending?.path ?? null,
    ledger: viewLedger(lines, programme),
    bridge,
    unitCosts,
    notes: [...(spending?.notes ?? []), ...LEDGER_NOTES],
  }
}

/** One line of the ledger. Throws a Problem if nobody knows it. */
export async function viewSavingLine(db: Database, id: string): Promise<SavingLineAnswer> {
  const line = await findSaving(db, id)
  return lineAnswer(line, await componentsOf(db, line.terms.programme))
}
