import type { Framed } from './FieldNotes.tsx'
import { FieldSet } from './FieldSet.tsx'

const PARTS = [
  ['', 'Day', 2, 2],
  ['-month', 'Month', 1, 2],
  ['-year', 'Year', 0, 4],
] as const

/** A day in three fields, as people write it; `value` is `2028-3-31`, as far as it is typed. */
export function DateField(props: Framed & { value: string; onChange: (value: string) => void }) {
  const { value, onChange, ...framed } = props
  const { id, error } = framed
  const parts = value.split('-')
  return (
    <FieldSet {...framed}>
      <div className="app-date">
        {PARTS.map(([suffix, name, place, length]) => (
          <div key={name}>
            <label className="govuk-label" htmlFor={`${id}${suffix}`}>
              {name}
            </label>
            <input
              id={`${id}${suffix}`}
              type="text"
              inputMode="numeric"
              className={`govuk-input govuk-input--width-${length} ${error ? 'govuk-input--error' : ''}`}
              aria-invalid={error ? true : undefined}
              value={parts[place] ?? ''}
              onChange={(event) => {
                const next = [parts[0] ?? '', parts[1] ?? '', parts[2] ?? '']
                next[place] = event.target.value.replaceAll('-', '')
                onChange(next.join('-'))
              }}
            />
          </div>
        ))}
      </div>
    </FieldSet>
  )
}
