import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PlainField } from '../../../server/contract/registers.ts'
import { indicators } from '../../queries.ts'
import { FieldSet } from '../fields/FieldSet.tsx'
import { MeasureOptions } from '../versions/MeasureOptions.tsx'

/** Several measures: those that are chosen, each with a button that takes it out, and a list to add another from. */
export function MeasuresField({
  id,
  field,
  error,
  chosen,
  onChange,
}: {
  id: string
  field: PlainField
  error: string | undefined
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}) {
  const { data } = useQuery(indicators())
  const [next, setNext] = useState('')
  const [said, setSaid] = useState('')
  const select = useRef<HTMLSelectElement>(null)
  const nameOf = (measure: string) => data?.indicators.find((each) => each.id === measure)?.name ?? measure
  return (
    <FieldSet
      id={id}
      className="app-rows"
      label={`${field.label}${field.required ? '' : ' (optional)'}`}
      hint={field.hint && `${field.hint}.`}
      error={error}
    >
      {chosen.length > 0 && (
        <ul className="app-chosen">
          {chosen.map((measure) => (
            <li key={measure}>
              <span>{nameOf(measure)}</span>
              <button
                type="button"
                className="govuk-button govuk-button--secondary"
                onClick={() => {
                  onChange(chosen.filter((each) => each !== measure))
                  setSaid(`${nameOf(measure)} is taken out.`)
                  // The button that was pressed is gone with its measure.
                  select.current?.focus()
                }}
              >
                Take out<span className="govuk-visually-hidden"> {nameOf(measure)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="app-field">
        <label className="govuk-label" htmlFor={id}>
          {chosen.length === 0 ? 'Measure' : 'Another measure'}
        </label>
        <div className="app-chosen__add">
          <select
            id={id}
            ref={select}
            className={`govuk-select ${error ? 'govuk-select--error' : ''}`}
            aria-invalid={error ? true : undefined}
            value={next}
            onChange={(event) => setNext(event.target.value)}
          >
            <option value="">Choose a measure</option>
            <MeasureOptions but={chosen} />
          </select>
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            aria-disabled={next === ''}
            onClick={() => {
              if (next === '') return
              onChange([...chosen, next])
              setSaid(`${nameOf(next)} is added.`)
              setNext('')
            }}
          >
            Add this measure
          </button>
        </div>
      </div>
      <p role="status" className="govuk-visually-hidden">
        {said}
      </p>
    </FieldSet>
  )
}
