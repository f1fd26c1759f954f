import type { ReactNode } from 'react'
import { FieldFault } from '../uploads/Select.tsx'

/** Any number of a few. */
export function CheckList<T extends string>(props: {
  id: string
  label: string
  hint?: ReactNode
  error?: ReactNode
  options: readonly { value: T; label: string; hint?: string }[]
  chosen: readonly T[]
  onChange: (chosen: T[]) => void
}) {
  const { id, label, hint, error, options, chosen, onChange } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const toggle = (value: T, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((each) => each !== value)
    // Always in the order of the list, so that the same choice is the same.
    onChange(options.filter((option) => next.includes(option.value)).map((option) => option.value))
  }
  return (
    <div className={`govuk-form-group ${error ? 'govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={described || undefined}>
        <legend className="govuk-label govuk-label--s">{label}</legend>
        {hint && (
          <div id={`${id}-hint`} className="govuk-hint">
            {hint}
          </div>
        )}
        {typeof error === 'string' && <FieldFault id={id} error={error} />}
        {options.map((option, i) => (
          <div key={option.value} className="app-flag">
            <label>
              <input
                id={i === 0 ? id : `${id}-${option.value}`}
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={(event) => toggle(option.value, event.target.checked)}
              />
              <span>
                {option.label}
                {option.hint && <span className="app-flag__hint"> {option.hint}</span>}
              </span>
            </label>
          </div>
        ))}
      </fieldset>
    </div>
  )
}
