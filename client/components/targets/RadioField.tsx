import type { ReactNode } from 'react'
import { FieldSet } from './FieldSet.tsx'

/** One of a few; what belongs to the chosen one stands under it. */
export function RadioField(props: {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  value: string
  options: readonly { value: string; label: string; more?: ReactNode }[]
  onChange: (value: string) => void
}) {
  const { id, label, hint, error, value, options, onChange } = props
  return (
    <FieldSet id={id} label={label} hint={hint} error={error}>
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
