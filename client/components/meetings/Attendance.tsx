import type { BoardMeetingsAnswer } from '../../../server/contract/meeting-answers.ts'
import { capitalised } from '../../words.ts'

/** Who came to the meetings of one board, and how often. */
export function Attendance({
  board: { body, words, attendance },
}: {
  board: BoardMeetingsAnswer['boards'][number]
}) {
  if (attendance.length === 0) {
    return (
      <p className="govuk-body">
        {body}: {words}
      </p>
    )
  }
  return (
    <table className="app-stack app-attendance">
      <caption className="govuk-table__caption">
        Who came: {body} <span className="app-small">{words}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Role or organisation</th>
          <th scope="col">Attendance</th>
        </tr>
      </thead>
      <tbody>
        {attendance.map((each) => (
          <tr key={each.who}>
            <th scope="row">{each.who}</th>
            <td data-heading="Attendance">{capitalised(each.words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
