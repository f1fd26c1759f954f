import type { ReactNode } from 'react'
import { FieldFault } from '../uploads/Select.tsx'

/** Several fields that answer one question, under its words: what helps to fill them in, and what is wrong with them. */
export function FieldSet(props: {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  children: ReactNode
}) {
  const { id, label, hint, error, children } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={`govuk-form-group ${error ? 'govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={described || undefined}>
        <legend className="govuk-label govuk-label--s">{label}</legend>
        {hint && (
          <div id={`${id}-hint`} className="govuk-hint">
            {hint}
          </div>
        )}
        <FieldFault id={id} error={error} />
        {children}
      </fieldset>
    </div>
  )
}
