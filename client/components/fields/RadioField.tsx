import type { ReactNode } from 'react'
import type { Framed } from './FieldNotes.tsx'
import { FieldSet } from './FieldSet.tsx'

/** One of a few; what belongs to the chosen one stands under it. */
export function RadioField(
  props: Framed & {
    value: string
    options: readonly { value: string; label: string; more?: ReactNode }[]
    onChange: (value: string) => void
  },
) {
  const { value, options, onChange, ...framed } = props
  const { id } = framed
  return (
    <FieldSet {...framed}>
      {options.map((option, i) => (
        <div key={option.value} className="app-radio">
          <label>
            <input
              id={i === 0 ? id : `${id}-${option.value}`}
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
          {option.value === value && option.more && <div className="app-radio__more">{option.more}</div>}
        </div>
      ))}
    </FieldSet>
  )
}
