import type { ReactNode } from 'react'
import { boxClass, FieldNotes, type Framed, noted } from './FieldNotes.tsx'

/** What a control is given, so that it is read out with its label, what helps to fill it in and what is wrong with it. */
type Control = { id: string } & ReturnType<typeof noted>

/** What stands around one control: its label, what helps to fill it in, and what is wrong with it. */
export function FieldFrame(
  props: Framed & {
    /** The label is not bold: where many fields stand close together. */
    quiet?: boolean
    className?: string
    children: (control: Control) => ReactNode
  },
) {
  const { id, label, error, quiet, className = '', children } = props
  return (
    <div className={boxClass(`govuk-form-group ${className}`, error)}>
      <label className={`govuk-label ${quiet ? '' : 'govuk-label--s'}`} htmlFor={id}>
        {label}
      </label>
      <FieldNotes {...props} />
      {children({ id, ...noted(props) })}
    </div>
  )
}
