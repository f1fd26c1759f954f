import { FieldFrame } from './FieldFrame.tsx'
import type { Framed } from './FieldNotes.tsx'

/** A line or, with `rows`, several lines of text. */
export function TextField(
  props: Framed & {
    value: string
    onChange: (value: string) => void
    rows?: number
    autoComplete?: string
  },
) {
  const { value, onChange, rows, autoComplete, ...framed } = props
  const typed = { value, onChange: (event: { target: { value: string } }) => onChange(event.target.value) }
  return (
    <FieldFrame {...framed}>
      {(control) =>
        rows ? (
          <textarea
            {...control}
            {...typed}
            rows={rows}
            className={`govuk-textarea ${framed.error ? 'govuk-textarea--error' : ''}`}
          />
        ) : (
          <input
            {...control}
            {...typed}
            type="text"
            autoComplete={autoComplete}
            className={`govuk-input govuk-input--width-20 ${framed.error ? 'govuk-input--error' : ''}`}
          />
        )
      }
    </FieldFrame>
  )
}
