import type { ReactNode } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import type { Framed } from './FieldNotes.tsx'

/** A choice from a list, in a form: nothing happens until the form is sent. */
export function SelectField(
  props: Framed & {
    quiet?: boolean
    value: string
    onChange: (value: string) => void
    children: ReactNode
  },
) {
  const { value, onChange, children, ...framed } = props
  return (
    <FieldFrame {...framed} className="app-field">
      {(control) => (
        <select
          {...control}
          className={`govuk-select ${framed.error ? 'govuk-select--error' : ''}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
      )}
    </FieldFrame>
  )
}
