import type { MeetingAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { EntryLine } from './EntryLink.tsx'

/** What a meeting deals with, and the questions that members asked for it or that were carried on to it. */
export function MeetingItems({ meeting, back }: { meeting: MeetingAnswer; back: string }) {
  const { items, questions } = meeting
  return (
    <>
      {items.length === 0 ? (
        <p className="govuk-body">No item of the work plan is entered for this meeting yet.</p>
      ) : (
        <ul className="app-meeting__items">
          {items.map((item) => (
            <li key={item.id}>
              <strong>{item.title}</strong> <span className="app-tag">{item.kind}</span>
              <span className="app-small">
                {item.covers ? `Reports on: ${item.covers}, as printed. ` : ''}
                {item.lead && `Lead: ${item.lead}. `}
                {item.note}
              </span>
              <EntryLine className="app-act-line" register="work-item" id={item.id} back={back}>
                Change<span className="govuk-visually-hidden">: {item.title}</span>
              </EntryLine>
            </li>
          ))}
        </ul>
      )}
      {questions.length > 0 && (
        <>
          <p className="govuk-body app-meeting__asked">Questions of members for this meeting</p>
          <ul className="app-meeting__items">
            {questions.map((question) => (
              <li key={question.id}>
                {question.question}
                <span className="app-small">
                  {question.measure}. {question.stateWords}.
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
