import type { ReactNode } from 'react'

/** A choice in a form: nothing happens until the form is sent. */
export function Select(props: {
  id: string
  label: ReactNode
  value: string
  error?: string | undefined
  onChange: (value: string) => void
  children: ReactNode
}) {
  const { id, label, value, error, onChange, children } = props
  return (
    <div className={`govuk-form-group app-field ${error ? 'govuk-form-group--error' : ''}`}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <FieldFault id={id} error={error} />
      <select
        id={id}
        className={`govuk-select ${error ? 'govuk-select--error' : ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
    </div>
  )
}

export function FieldFault({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error: </span>
      {error}
    </p>
  )
}
