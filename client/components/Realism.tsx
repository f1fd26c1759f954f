import { useQuery } from '@tanstack/react-query'
import type { AimAnswer, SeriesAnswer } from '../../server/contract/series-answers.ts'
import { requiredPace } from '../../server/domain/pace.ts'
import { realism } from '../queries.ts'

type Props = { aim: AimAnswer & { change: number }; answer: SeriesAnswer }

/** What a stated aim would take, and whether any council ever did as much. It comes after the page, and blanks nothing. */
export function Realism({ aim, answer }: Props) {
  const { indicator, area } = answer
  const [base = indicator.id] = indicator.id.split(':')
  // A count view shows aims about the rate too, and the other way round; what is a count by itself has one view.
  const hasRate = indicator.id !== base || indicator.unit !== 'count'
  const id = aim.view === 'count' && hasRate ? `${base}:count` : base
  const { data } = useQuery(realism(id, { area: area.id, change: aim.change, years: aim.years }))
  if (!data) return null
  if (data.rows.length === 0) {
    return (
      <p className="app-realism">No yearly figures of other councils are held to compare this aim with.</p>
    )
  }
  return (
    <div className="app-realism">
      <h3 className="govuk-heading-s">What it would take, and whether it has been done</h3>
      <ul className="govuk-list govuk-list--bullet">
        {data.rows.map(({ years, neededAYear, sentence }) => (
          <li key={years}>
            <strong>{years === 1 ? 'Within a year' : `Within ${years} years`}:</strong>{' '}
            {paceOf(aim, years, neededAYear, indicator.counted)}. {sentence}
          </li>
        ))}
      </ul>
      <p className="app-small">{data.basis}</p>
    </div>
  )
}

const number = (x: number) => Math.abs(x).toLocaleString('en-GB', { maximumFractionDigits: 1 })

/** So many a quarter where the start is known, and so many per cent a year where it isn't. */
function paceOf({ baseline, value }: AimAnswer, years: number, aYear: number, counted: string): string {
  if (baseline === null || value === null)
    return `${number(aYear)}% ${aYear < 0 ? 'less' : 'more'} every year`
  const pace = requiredPace(baseline, value, years * 4)
  return `${number(pace)} ${pace < 0 ? 'fewer' : 'more'} ${counted} every quarter, from ${number(baseline)} to ${number(value)}`
}
