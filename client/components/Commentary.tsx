import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { commentaries } from '../queries.ts'
import { useIdle } from './AreaPicker.tsx'
import { CommentaryText } from './exceptions/CommentaryText.tsx'
import { EntryLine } from './scrutiny/EntryLink.tsx'
import '../styles/exceptions.scss'

type Props = {
  /** The base id of the measure, without its view. */
  indicator: string
  area: string
}

/** What officers wrote of a measure, by period, and the way to write. It is fetched once the page is drawn. */
export function Commentary({ indicator, area }: Props) {
  const { data } = useQuery({ ...commentaries(indicator, area), enabled: useIdle() })
  const back = useLocation({ select: ({ href }) => href })
  return (
    <section aria-labelledby="commentary-heading" className="app-commentaries">
      <h2 id="commentary-heading" className="govuk-heading-m">
        What officers say of it
      </h2>
      {!data && <p className="govuk-body app-waiting">Loading the commentary…</p>}
      {data && <p className="govuk-body">{data.words}</p>}
      {data?.commentaries.map((each) => (
        <CommentaryText key={each.id} commentary={each} back={back} withPeriod />
      ))}
      <EntryLine
        register="commentary"
        back={back}
        filled={{ indicator, area, period: data?.newestPeriod ?? undefined }}
      >
        Write a commentary on this measure
      </EntryLine>
    </section>
  )
}
