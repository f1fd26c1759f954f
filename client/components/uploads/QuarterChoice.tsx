import { recentQuarters } from '../../quarters.ts'

/** The one that has ended last is most likely sent; the one still running can be sent early. */
const SHOWN = 9

export function QuarterChoice(props: {
  period: string | undefined
  onChange: (period: string | undefined) => void
}) {
  const quarters = recentQuarters(new Date(), SHOWN)
  const { period, onChange } = props
  return (
    <div className="govuk-form-group">
      <label className="govuk-label govuk-label--s" htmlFor="quarter">
        Which quarter is the return for?
      </label>
      <div id="quarter-hint" className="govuk-hint">
        If you choose one, figures of any other quarter are pointed out.
      </div>
      <select
        id="quarter"
        className="govuk-select"
        aria-describedby="quarter-hint"
        value={period ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">The file says</option>
        {quarters.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        {period && !quarters.some(({ id }) => id === period) && <option value={period}>{period}</option>}
      </select>
    </div>
  )
}
