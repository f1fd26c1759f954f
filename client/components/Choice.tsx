import { useId } from 'react'

export type Option = { value: string; label: string }

/** A choice that changes the page at once, and says so to whoever can't see it happen. */
export function Choice(props: {
  label: string
  value: string
  options: readonly Option[]
  onChoose: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="app-choice">
      <label htmlFor={id}>
        {props.label} <span className="govuk-visually-hidden">(the page changes when you choose)</span>
      </label>
      <select
        id={id}
        className="govuk-select"
        value={props.value}
        onChange={(event) => props.onChoose(event.target.value)}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Two or three ways of seeing the same, of which one is on: buttons that tell which. */
export function Switch(props: {
  label: string
  value: string
  options: readonly Option[]
  onChoose: (value: string) => void
}) {
  return (
    <fieldset className="app-switch">
      <legend>{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => props.onChoose(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
