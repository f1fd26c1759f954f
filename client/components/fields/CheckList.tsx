import type { Framed } from './FieldNotes.tsx'
import { FieldSet } from './FieldSet.tsx'

/** Any number of a few. */
export function CheckList<T extends string>(
  props: Framed & {
    options: readonly { value: T; label: string; hint?: string }[]
    chosen: readonly T[]
    onChange: (chosen: T[]) => void
  },
) {
  const { options, chosen, onChange, ...framed } = props
  const { id } = framed
  const toggle = (value: T, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((each) => each !== value)
    // Always in the order of the list, so that the same choice is the same.
    onChange(options.filter((option) => next.includes(option.value)).map((option) => option.value))
  }
  return (
    <FieldSet {...framed}>
      {options.map((option, i) => (
        <div key={option.value} className="app-flag">
          <label>
            <input
              id={i === 0 ? id : `${id}-${option.value}`}
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) => toggle(option.value, event.target.checked)}
            />
            <span>
              {option.label}
              {option.hint && <span className="app-flag__hint"> {option.hint}</span>}
            </span>
          </label>
        </div>
      ))}
    </FieldSet>
  )
}
