import type { ContractMeetings } from '../../contract/exception-answers.ts'
import type { ContractTerms } from '../../contract/plans.ts'
import type { Database } from '../../store/database.ts'
import { loadMeetings, viewMeetings } from '../meetings/meetings.ts'
import type { Setting } from '../subject.ts'

/** The meetings at which a contract was reviewed, and the reports on it to Cabinet; where there is none, what its paper says. */
export async function viewContractMeetings(
  db: Database,
  setting: Setting,
  { id, terms }: { id: string; terms: Pick<ContractTerms, 'reviews' | 'assurance'> },
): Promise<ContractMeetings> {
  const all = await loadMeetings(db, ({ contract }) => contract === id)
  const reported = terms.reviews
    ? `Its paper says of reviews: ${terms.reviews}`
    : 'Its paper does not say when it is reviewed.'
  return {
    reviews: viewMeetings(
      setting,
      all.filter((meeting) => meeting.terms.kind !== 'assurance'),
      setting.today,
      {
        one: 'review of this contract',
        many: 'reviews of this contract',
        none: `No review of this contract is on record. ${reported}`,
        short: 'review',
        outcome: 'What was agreed',
      },
    ),
    assurance: viewMeetings(
      setting,
      all.filter((meeting) => meeting.terms.kind === 'assurance'),
      setting.today,
      {
        one: 'meeting of Cabinet that is told of this contract',
        many: 'meetings of Cabinet that are told of this contract',
        none: `No report to Cabinet on this contract is on record. Its paper says who answers for it: ${terms.assurance}`,
        short: 'report to Cabinet',
        outcome: 'What was said',
      },
    ),
  }
}
