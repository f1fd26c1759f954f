import type { QuestionAnswer, QuestionsAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { SignInTo } from '../May.tsx'
import { EntryLine } from './EntryLink.tsx'
import { Prompts } from './Prompts.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import type { Shared } from './tabs.ts'

type Props = {
  answer: QuestionsAnswer
  /** What a new question says at first: the day that it is asked on, and the meeting that it is for. */
  filled: Readonly<Record<string, string | undefined>>
  shared: Shared
  back: string
}

/** What members asked and officers answered; below it, what could be asked. */
export function Questions({ answer, filled, shared, back }: Props) {
  const { questions, sentence, area } = answer
  const isOpen = ({ state }: QuestionAnswer) => state === 'open'
  const groups = [
    ['Waiting for an answer', questions.filter(isOpen)],
    ['Answered', questions.filter((question) => !isOpen(question))],
  ] as const
  return (
    <>
      <p className="govuk-body app-lead">{sentence}</p>
      {questions.length === 0 && (
        <p className="govuk-body">
          A member can ask about any measure before a meeting. An officer answers here. What is not answered
          in time is carried on to the next meeting, so that nothing is lost between two of them.
        </p>
      )}
      <EntryLine
        otherwise={<SignInTo>to ask a question</SignInTo>}
        register="question"
        back={back}
        filled={{ ...filled, area: area.id }}
      >
        Ask a question
      </EntryLine>
      {groups
        .filter(([, members]) => members.length > 0)
        .map(([title, members]) => (
          <div key={title}>
            <h2 className="govuk-heading-m">
              {title} ({members.length})
            </h2>
            <ul className="app-questions">
              {members.map((question) => (
                <QuestionCard key={question.id} question={question} shared={shared} back={back} />
              ))}
            </ul>
          </div>
        ))}
      <Prompts filled={filled} shared={shared} back={back} />
    </>
  )
}
