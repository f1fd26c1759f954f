import type { ReactNode } from 'react'
import { FieldFault } from '../uploads/Select.tsx'

/** A choice from a list, in a form: nothing happens until the form is sent. */
export function SelectField(props: {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  value: string
  onChange: (value: string) => void
  children: ReactNode
}) {
  const { id, label, hint, error, value, onChange, children } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={`govuk-form-group app-field ${error ? 'govuk-form-group--error' : ''}`}>
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      <FieldFault id={id} error={error} />
      <select
        id={id}
        className={`govuk-select ${error ? 'govuk-select--error' : ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
    </div>
  )
}
