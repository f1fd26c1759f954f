import { type ReactNode, useState } from 'react'

/** A password, which one may look at while typing it. */
export function PasswordField(props: {
  id: string
  label: string
  hint?: ReactNode
  error?: ReactNode
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
}) {
  const { id, label, hint, error, value, onChange, autoComplete } = props
  const [shown, setShown] = useState(false)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
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
      <div className="app-password">
        <input
          id={id}
          type={shown ? 'text' : 'password'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          className={`govuk-input govuk-input--width-20 ${error ? 'govuk-input--error' : ''}`}
        />
        <button
          type="button"
          className="govuk-button govuk-button--secondary app-password__show"
          aria-controls={id}
          aria-label={`${shown ? 'Hide' : 'Show'} what is typed: ${label}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
    </div>
  )
}
