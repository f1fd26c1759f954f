import type { ReactNode } from 'react'

/** What every field is given to stand with. `id` is that of its control, or of the first of several. */
export type Framed = { id: string; label: ReactNode; hint?: ReactNode; error?: ReactNode }

type Noted = Pick<Framed, 'id' | 'hint' | 'error'>

/** What helps to fill a field in, and what is wrong with it. */
export function FieldNotes({ id, hint, error }: Noted) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      <FieldFault id={id} error={error} />
    </>
  )
}

/** What is wrong with a field, beside it; the field is described by `<id>-error`. */
export function FieldFault({ id, error }: { id?: string; error: ReactNode }) {
  if (!error) return null
  return (
    <p id={id && `${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error: </span>
      {error}
    </p>
  )
}

/** The attributes that lead a control to its notes. */
export function noted({ id, hint, error }: Noted) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }
}

/** The class of the box around a field, which says so where something is wrong with it. */
export const boxClass = (className: string, error: ReactNode) =>
  `${className} ${error ? 'govuk-form-group--error' : ''}`
