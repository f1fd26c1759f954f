import type { ScrutinyAnswer, TopicAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { SignInTo } from '../May.tsx'
import { EntryLine } from './EntryLink.tsx'

type Form = ScrutinyAnswer['topics']['questions']
type Props = { topics: ScrutinyAnswer['topics']; area: string | undefined; back: string }

/** Topics put forward for scrutiny, each with what the committee's own form says of it. */
export function Topics({ topics, area, back }: Props) {
  const { questions, entries } = topics
  return (
    <>
      <p className="govuk-body app-lead">
        Whoever puts a topic forward fills in nine questions. No number of yeses is asked for; performance and
        priorities weigh most.
      </p>
      <EntryLine
        otherwise={<SignInTo>to put a topic forward</SignInTo>}
        register="checklist"
        back={back}
        filled={{ area }}
      >
        Put a topic forward
      </EntryLine>
      {entries.length === 0 ? (
        <>
          <p className="app-empty">
            No topic has been put forward. These are the nine questions of the form.
          </p>
          <ol className="app-checklist">
            {questions.map(({ key, text, weighsMost }) => (
              <li key={key}>
                {text}
                {weighsMost && <strong> (weighs most)</strong>}
              </li>
            ))}
          </ol>
        </>
      ) : (
        entries.map((topic) => <Topic key={topic.id} topic={topic} questions={questions} back={back} />)
      )}
      <p className="app-source">
        The questions are those of the Resilient Communities and Children’s Scrutiny Committee, agenda for 27
        April 2017, appendix 7(b), worded more briefly. Which of them bear on performance and priorities is
        our own reading.
      </p>
    </>
  )
}

function Topic({ topic, questions, back }: { topic: TopicAnswer; questions: Form; back: string }) {
  const answers = new Map(topic.answers.map((answer) => [answer.key, answer]))
  return (
    <article className="app-topic" aria-labelledby={`topic-${topic.id}`}>
      <h2 className="govuk-heading-s" id={`topic-${topic.id}`}>
        {topic.title}
      </h2>
      <p className="govuk-body">{topic.details}</p>
      <ul className="app-checklist">
        {questions.map(({ key, text, weighsMost }) => (
          <Answered key={key} text={text} weighsMost={weighsMost} answer={answers.get(key)} />
        ))}
      </ul>
      <p className="govuk-body">
        <strong>What the committee decided:</strong> {topic.outcome ?? 'nothing is entered yet.'}
      </p>
      <p className="app-small">
        Completed by {topic.completedBy} on {topic.completed.label}.
      </p>
      <EntryLine className="app-act-line" register="checklist" id={topic.id} back={back}>
        Change<span className="govuk-visually-hidden">: {topic.title}</span>
      </EntryLine>
    </article>
  )
}

function Answered(props: {
  text: string
  weighsMost: boolean
  answer: TopicAnswer['answers'][number] | undefined
}) {
  const { text, weighsMost, answer } = props
  return (
    <li>
      <strong className="app-checklist__answer">
        <span aria-hidden="true">{answer?.yes ? '✓ ' : '– '}</span>
        {answer?.yes ? 'Yes' : 'No'}
      </strong>{' '}
      {text}
      {weighsMost && <strong> (weighs most)</strong>}
      {answer?.how && <span className="app-small">{answer.how}</span>}
    </li>
  )
}
