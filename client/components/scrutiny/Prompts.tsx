import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PromptsAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { prompts } from '../../queries.ts'
import { useIdle } from '../AreaPicker.tsx'
import { Tag } from '../Tag.tsx'
import { EntryLink } from './EntryLink.tsx'
import type { Shared } from './tabs.ts'

type Props = {
  /** What every new question says at first. */
  filled: Readonly<Record<string, string | undefined>>
  shared: Shared
  back: string
}

/** Questions that a member could ask: three of anything, and some that the newest figures give rise to. */
export function Prompts({ filled, shared, back }: Props) {
  const { data } = useQuery({ ...prompts(shared), enabled: useIdle() })
  if (!data) return <p className="app-waiting">Looking for what could be asked…</p>
  return (
    <section aria-labelledby="prompts-heading">
      <h2 id="prompts-heading" className="govuk-heading-m">
        What could be asked
      </h2>
      <p className="govuk-body">
        Three questions fit any measure. Inspectors ask them, and the Local Government Association gives them
        to councillors:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {data.standing.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p className="govuk-body">{data.sentence}</p>
      {data.measures.map((measure) => (
        <Measure
          key={measure.id}
          measure={measure}
          area={data.area.id}
          filled={filled}
          shared={shared}
          back={back}
        />
      ))}
    </section>
  )
}

function Measure(props: Props & { measure: PromptsAnswer['measures'][number]; area: string }) {
  const { measure, area, filled, shared, back } = props
  return (
    <div className="app-prompts">
      <h3 className="govuk-heading-s">
        <Link to="/indicators/$id" params={{ id: measure.id }} search={shared} className="govuk-link">
          {measure.name}
        </Link>
        <span className="app-small">
          Newest yearly figure: {measure.label} {measure.illustrative && <Tag kind="illustrative" />}
        </span>
      </h3>
      <ul>
        {measure.prompts.map(({ kind, text }) => (
          <li key={kind}>
            {text}{' '}
            <EntryLink
              register="question"
              back={back}
              filled={{ ...filled, indicator: measure.id, area, period: measure.period, question: text }}
            >
              Ask this<span className="govuk-visually-hidden">: {text}</span>
            </EntryLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
