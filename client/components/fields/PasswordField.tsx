import { useState } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import type { Framed } from './FieldNotes.tsx'

/** A password, which one may look at while typing it. */
export function PasswordField(
  props: Framed & {
    label: string
    value: string
    onChange: (value: string) => void
    autoComplete: 'current-password' | 'new-password'
  },
) {
  const { value, onChange, autoComplete, ...framed } = props
  const { id, label, error } = framed
  const [shown, setShown] = useState(false)
  return (
    <FieldFrame {...framed}>
      {(control) => (
        <div className="app-password">
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
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
      )}
    </FieldFrame>
  )
}
