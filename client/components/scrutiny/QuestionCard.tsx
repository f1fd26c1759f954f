import { Link } from '@tanstack/react-router'
import type { QuestionAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { May } from '../May.tsx'
import { CarryOn } from './CarryOn.tsx'
import { EntryLine } from './EntryLink.tsx'
import type { Shared } from './tabs.ts'

/** A sign and a word for where a question stands. */
const SIGNS: Record<QuestionAnswer['state'], string> = { open: '?', answered: '…', closed: '✓' }

type Props = {
  question: QuestionAnswer
  shared: Shared
  back: string
  /** Where the card stands on the page of its measure, the measure needs no naming. */
  named?: boolean
}

/** What a member asked, for how long it waits, and the answer with who gave it and when. */
export function QuestionCard({ question, shared, back, named = true }: Props) {
  const { state, measure, period, answered, meeting, carriedTo } = question
  return (
    <li className={`app-question app-question--${state}`}>
      <p className="app-question__text">{question.question}</p>
      <p>
        <span className="app-tag">
          <span aria-hidden="true">{SIGNS[state]}</span> {question.stateWords}
        </span>
      </p>
      {question.late && (
        <p className="app-overdue">
          <span aria-hidden="true">! </span>
          {question.late}
        </p>
      )}
      <dl>
        {named && (
          <div>
            <dt>About</dt>
            <dd>
              <Link to="/indicators/$id" params={{ id: measure.id }} search={shared} className="govuk-link">
                {measure.name}
              </Link>
              {period && `, ${period}`}
            </dd>
          </div>
        )}
        {!named && period && (
          <div>
            <dt>About</dt>
            <dd>{period}</dd>
          </div>
        )}
        <div>
          <dt>Asked</dt>
          <dd>
            {question.asked.label}, by {question.askedBy}
            {meeting && `, for the meeting of ${meeting.label}`}
          </dd>
        </div>
        {carriedTo && (
          <div>
            <dt>Carried on</dt>
            <dd>to the meeting of {carriedTo.label}</dd>
          </div>
        )}
        {question.answer && (
          <div>
            <dt>Answer</dt>
            <dd className="app-question__answer">{question.answer}</dd>
          </div>
        )}
        {answered && (
          <div>
            <dt>Answered</dt>
            <dd>
              {answered.label}, by {question.answeredBy}
            </dd>
          </div>
        )}
      </dl>
      {state === 'open' && (
        <May permission="record">
          <CarryOn question={question} />
        </May>
      )}
      <EntryLine className="app-act-line" register="question" id={question.id} back={back}>
        {state === 'open' ? 'Answer or carry on' : 'Change'}
        <span className="govuk-visually-hidden">: {question.question}</span>
      </EntryLine>
    </li>
  )
}
