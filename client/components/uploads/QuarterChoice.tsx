import { recentQuarters } from '../../quarters.ts'
import { SelectField } from '../fields/SelectField.tsx'

/** The one that has ended last is most likely sent; the one still running can be sent early. */
const SHOWN = 9

export function QuarterChoice(props: {
  period: string | undefined
  onChange: (period: string | undefined) => void
}) {
  const quarters = recentQuarters(new Date(), SHOWN)
  const { period, onChange } = props
  return (
    <SelectField
      id="quarter"
      label="Which quarter is the return for?"
      hint="If you choose one, figures of any other quarter are pointed out."
      value={period ?? ''}
      onChange={(next) => onChange(next || undefined)}
    >
      <option value="">The file says</option>
      {quarters.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
      {period && !quarters.some(({ id }) => id === period) && <option value={period}>{period}</option>}
    </SelectField>
  )
}
