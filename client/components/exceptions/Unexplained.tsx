import type { ExceptionsAnswer } from '../../../server/contract/exception-answers.ts'
import { ToMeasure } from './Listed.tsx'

/** How many of those red somebody has explained; and which are still owed an explanation, by whom. */
export function Unexplained({ answer }: { answer: ExceptionsAnswer }) {
  const { commentarySummary, unexplained } = answer
  if (unexplained.length === 0) return <p className="govuk-body">{commentarySummary}</p>
  const owners = [...new Set(unexplained.map(({ owner }) => owner))]
  return (
    <p className="app-missing app-unexplained">
      <span aria-hidden="true">! </span>
      {commentarySummary} Still owed:{' '}
      {owners.map((owner, i) => (
        <span key={owner}>
          {i > 0 && '; '}
          {unexplained
            .filter((each) => each.owner === owner)
            .map((each, place) => (
              <span key={each.id}>
                {place > 0 && ', '}
                <ToMeasure row={each} />
              </span>
            ))}{' '}
          (to be given by: {owner})
        </span>
      ))}
      .
    </p>
  )
}
