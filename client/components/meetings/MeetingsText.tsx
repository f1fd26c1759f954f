import type { ReactNode } from 'react'
import type { BoardMeetingAnswer, BoardMeetingsAnswer } from '../../../server/contract/meeting-answers.ts'
import '../../styles/meetings.scss'
import { Attendance } from './Attendance.tsx'
import { MeetingText } from './MeetingText.tsx'

/** How many meetings stand in the open beside the next and the last; older ones are a step away. */
const MOST = 3

/** Meetings as of a day: what is to come, what was agreed last, the others, and who came to the meetings of each board. */
export function MeetingsText({
  meetings,
  ...shared
}: {
  meetings: BoardMeetingsAnswer
  usual: BoardMeetingAnswer['kind']
  back: string
}) {
  const { words, unheard, next, last, others, boards } = meetings
  const older = others.slice(MOST)
  return (
    <>
      <p className="govuk-body">{words}</p>
      {unheard && <p className="govuk-body app-meetings__unheard">{unheard}</p>}
      {(next || last) && (
        <dl className="govuk-summary-list app-meetings__first">
          {next && (
            <Term name="Next">
              <MeetingText meeting={next} {...shared} />
            </Term>
          )}
          {last && (
            <Term name="Last held">
              <MeetingText meeting={last} {...shared} />
            </Term>
          )}
        </dl>
      )}
      <Others meetings={others.slice(0, MOST)} {...shared} />
      {older.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Older meetings ({older.length})</span>
          </summary>
          <div className="govuk-details__text">
            <Others meetings={older} {...shared} />
          </div>
        </details>
      )}
      {boards.map((board) => (
        <Attendance key={board.body} board={board} />
      ))}
    </>
  )
}

function Others({
  meetings,
  ...shared
}: {
  meetings: readonly BoardMeetingAnswer[]
  usual: BoardMeetingAnswer['kind']
  back: string
}) {
  if (meetings.length === 0) return null
  return (
    <ul className="govuk-list app-meetings">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <MeetingText meeting={meeting} {...shared} />
        </li>
      ))}
    </ul>
  )
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
