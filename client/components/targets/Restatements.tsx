import type { RestatementAnswer, TargetPageAnswer } from '../../../server/contract/target-answers.ts'
import { dayLabel } from '../../../server/domain/period.ts'

/** How published figures moved the goal of a live target: on which day, from what to what, and who published them. */
export function Restatements({ page: { moves, restatements } }: { page: TargetPageAnswer }) {
  return (
    <section aria-labelledby="restatements-heading" className="app-part">
      <h2 className="govuk-heading-m" id="restatements-heading">
        How its goal moved
      </h2>
      <p className="govuk-body">{moves}</p>
      {restatements.length > 0 && (
        <table className="app-stack">
          <caption className="govuk-visually-hidden">
            Each day on which the goal moved, the newest first
          </caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Goal before</th>
              <th scope="col">Goal after</th>
              <th scope="col">What moved it</th>
            </tr>
          </thead>
          <tbody>
            {restatements.map((restatement) => (
              <Row key={restatement.on} restatement={restatement} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ restatement: { on, before, after, words, releases } }: { restatement: RestatementAnswer }) {
  return (
    <tr>
      <th scope="row" className="app-stack__when">
        {dayLabel(on)}
      </th>
      <td data-heading="Goal before">{before ?? 'none'}</td>
      <td data-heading="Goal after">
        <strong>{after ?? 'none'}</strong>
      </td>
      <td data-heading="What moved it">
        {words}
        {releases.map(({ title, fileName, by, reason, withdrawn }) => (
          <span key={`${title} ${fileName} ${withdrawn}`} className="app-small">
            {withdrawn ? 'Withdrawn' : 'Published'} by {by}: {title}
            {fileName && ` (file ${fileName})`}
            {reason && `. Why: ${reason}`}
          </span>
        ))}
      </td>
    </tr>
  )
}
