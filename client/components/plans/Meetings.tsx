import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import { MeetingsText } from '../meetings/MeetingsText.tsx'
import { EntryLine } from '../scrutiny/EntryLink.tsx'

/** The meetings of the boards that watch over a plan. */
export function Meetings({ plan: { id, area, boards, meetings, retired } }: { plan: PlanAnswer }) {
  const back = `/plans/${id}`
  const only = boards.length === 1 ? boards[0]?.name : undefined
  return (
    <section aria-labelledby="meetings-heading" className="app-plan-part">
      <h2 id="meetings-heading" className="govuk-heading-m">
        Meetings
      </h2>
      <MeetingsText meetings={meetings} usual="board" back={back} />
      {!retired && (
        <EntryLine
          register="meeting"
          back={back}
          filled={{ plan: id, area: area.id, kind: 'board', body: meetings.last?.body ?? only }}
        >
          Add a meeting
        </EntryLine>
      )}
    </section>
  )
}
