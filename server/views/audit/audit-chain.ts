import type { AuditChainAnswer } from '../../contract/audit.ts'
import { dayLabel } from '../../domain/period.ts'
import { formatNumber } from '../../domain/rounding.ts'
import { verifyAudit } from '../../store/audit.ts'
import type { Database } from '../../store/database.ts'
import type { Setting } from '../subject.ts'

/** Checks every record, and says whether one was removed, altered or put in past the program. */
export async function viewAuditChain(db: Database, { today }: Setting): Promise<AuditChainAnswer> {
  const { last, breaks } = await verifyAudit(db)
  const whole = breaks.length === 0
  const checked = `checked on ${dayLabel(today)}`
  const count = formatNumber(last.number, 0)
  const records = last.number === 1 ? 'The one record there is follows' : `All ${count} records follow`
  return {
    whole,
    words: whole
      ? `The record is whole. ${records} on from the start as they were written, ${checked}.`
      : `The record is not whole, ${checked}. Somebody changed the database past this program, or it was damaged. Find out who can write to the database, and compare with a backup.`,
    checkedOn: today,
    last,
    breaks: breaks.map(({ number, words }) => ({ number, words })),
  }
}
