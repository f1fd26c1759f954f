import type { ReactNode, Ref } from 'react'
import { boxClass, FieldNotes, type Framed, noted } from './FieldNotes.tsx'

/** Several fields that answer one question, under its words: what helps to fill them in, and what is wrong with them. */
export function FieldSet(
  props: Framed & {
    /** In place of that of one field: where fields with boxes of their own stand in it. */
    className?: string
    ref?: Ref<HTMLFieldSetElement>
    children: ReactNode
  },
) {
  const { label, error, className = 'govuk-form-group', ref, children } = props
  return (
    <div className={boxClass(className, error)}>
      <fieldset ref={ref} className="govuk-fieldset" aria-describedby={noted(props)['aria-describedby']}>
        <legend className="govuk-label govuk-label--s">{label}</legend>
        <FieldNotes {...props} />
        {children}
      </fieldset>
    </div>
  )
}
