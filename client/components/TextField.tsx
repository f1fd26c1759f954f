import type { ReactNode } from 'react'

/** A line or, with `rows`, several lines of text, with its label, what helps to fill it in, and what is wrong with it. */
export function TextField(props: {
  id: string
  label: string
  hint?: ReactNode
  error?: ReactNode
  value: string
  onChange: (value: string) => void
  rows?: number
  autoComplete?: string
}) {
  const { id, label, hint, error, value, onChange, rows, autoComplete } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const shared = {
    id,
    value,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div className={`govuk-form-group ${error ? 'govuk-form-group--error' : ''}`}>
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error: </span>
          {error}
        </p>
      )}
      {rows ? (
        <textarea
          {...shared}
          rows={rows}
          className={`govuk-textarea ${error ? 'govuk-textarea--error' : ''}`}
        />
      ) : (
        <input
          {...shared}
          type="text"
          autoComplete={autoComplete}
          className={`govuk-input govuk-input--width-20 ${error ? 'govuk-input--error' : ''}`}
        />
      )}
    </div>
  )
}
