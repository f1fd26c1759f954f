import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { questions } from '../../queries.ts'
import { useIdle } from '../AreaPicker.tsx'
import { SignInTo } from '../May.tsx'
import { EntryLine } from './EntryLink.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import '../../styles/scrutiny.scss'

type Props = {
  /** The base id of the measure, without its view. */
  indicator: string
  area: string
  /** The period that a new question is about. */
  period?: string
}

/** What members asked about a measure, with the answers, and the way to ask. It is fetched once the page is drawn. */
export function AskedAbout({ indicator, area, period }: Props) {
  const { data } = useQuery({ ...questions({ indicator, area }), enabled: useIdle() })
  const back = useLocation({ select: ({ href }) => href })
  const asked = data?.questions ?? []
  return (
    <section aria-labelledby="asked-heading" className="app-asked">
      <h2 id="asked-heading" className="govuk-heading-m">
        What members asked
      </h2>
      {data && asked.length === 0 && (
        <p className="govuk-body">Nobody has asked about this measure of {data.area.name} yet.</p>
      )}
      {asked.length > 0 && (
        <ul className="app-questions">
          {asked.map((question) => (
            <QuestionCard key={question.id} question={question} shared={{}} back={back} named={false} />
          ))}
        </ul>
      )}
      <EntryLine
        otherwise={<SignInTo>to ask a question</SignInTo>}
        register="question"
        back={back}
        filled={{ indicator, area, period }}
      >
        Ask a question about this measure
      </EntryLine>
    </section>
  )
}
