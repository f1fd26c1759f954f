import type { ContractAnswer } from '../../../server/contract/exception-answers.ts'
import { MeetingsText } from '../meetings/MeetingsText.tsx'
import { EntryLine } from '../scrutiny/EntryLink.tsx'

type Props = { contract: ContractAnswer; area: string; back: string }

/** When a contract was reviewed and is to be again, and what Cabinet was told of it. */
export function ContractMeetings({ contract: { id, name, meetings }, area, back }: Props) {
  const filled = { contract: id, area }
  return (
    <>
      <h3 className="govuk-heading-s">Reviews of this contract</h3>
      <MeetingsText meetings={meetings.reviews} usual="contract-review" back={back} />
      <EntryLine register="meeting" back={back} filled={{ ...filled, kind: 'contract-review' }}>
        Add a review<span className="govuk-visually-hidden"> of this contract: {name}</span>
      </EntryLine>
      <h3 className="govuk-heading-s">Reports to Cabinet</h3>
      <MeetingsText meetings={meetings.assurance} usual="assurance" back={back} />
      <EntryLine register="meeting" back={back} filled={{ ...filled, kind: 'assurance', body: 'Cabinet' }}>
        Add a report to Cabinet<span className="govuk-visually-hidden"> on this contract: {name}</span>
      </EntryLine>
    </>
  )
}
