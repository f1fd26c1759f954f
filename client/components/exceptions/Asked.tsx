import { Link } from '@tanstack/react-router'
import type { ExceptionRow, LinkedQuestion } from '../../../server/contract/exception-answers.ts'
import { EntryLink } from '../scrutiny/EntryLink.tsx'
import type { About } from './Actions.tsx'
import type { Shared } from './ExceptionCard.tsx'

/** What members asked about a measure and still wait for, and the last answer that was given. */
export function Asked(props: { row: ExceptionRow; about: About; back: string; shared: Shared }) {
  const { row, about, back, shared } = props
  const { questions, answered } = row
  return (
    <>
      {questions.length > 0 && (
        <ul className="app-actions">
          {questions.map((question) => (
            <li key={question.id}>
              <Question question={question} />
            </li>
          ))}
        </ul>
      )}
      {answered && !questions.some(({ id }) => id === answered.id) && (
        <div className="app-actions__last">
          <p className="govuk-body">The last answer that was given:</p>
          <Question question={answered} />
        </div>
      )}
      <p className="govuk-body app-exception__links">
        {questions.length === 0 &&
          (answered ? 'No question about it is open. ' : 'Nobody has asked about it yet. ')}
        <EntryLink register="question" back={back} filled={about}>
          Ask a question<span className="govuk-visually-hidden"> on {row.name}</span>
        </EntryLink>{' '}
        <Link to="/scrutiny" search={{ area: shared.area, tab: 'questions' }} className="govuk-link">
          All questions<span className="govuk-visually-hidden"> of members, {row.name} among them</span>
        </Link>
      </p>
    </>
  )
}

function Question({ question }: { question: LinkedQuestion }) {
  const { question: text, asked, about, meeting, answer, answered } = question
  return (
    <>
      <q>{text}</q>
      <span className="app-small">
        {asked}
        {about && `, about ${about}`}
        {meeting && `. ${meeting}`}.
      </span>
      {answer ? (
        <p className="app-answer">
          <strong>Answer:</strong> {answer}
          <span className="app-small">{answered}</span>
        </p>
      ) : (
        <p className="app-answer app-unsaid">Not answered yet.</p>
      )}
    </>
  )
}
