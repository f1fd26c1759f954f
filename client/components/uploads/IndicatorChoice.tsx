import { type KeyboardEvent, useId, useState } from 'react'
import type { MeasureUse } from '../../../server/contract/mapping.ts'
import { noted } from '../fields/FieldNotes.tsx'

/** An indicator, or one of its breakdowns, that a row of a sheet can be. */
export type Candidate = { indicator: string; dimension: string; label: string; words: string }
type Chosen = Pick<MeasureUse, 'indicator' | 'dimension'> | null | undefined

const LEAVE_OUT = 'Leave out'
const MOST_SHOWN = 40

/** A choice with a search in it, after the pattern of WAI-ARIA's combobox: type some letters, then arrow keys and Enter. */
export function IndicatorChoice(props: {
  id: string
  label: string
  candidates: readonly Candidate[]
  chosen: Chosen
  error: string | undefined
  onChoose: (chosen: { indicator: string; dimension: string } | null) => void
}) {
  const { id, label, candidates, chosen, error, onChoose } = props
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = candidates.filter((each) => words.every((word) => each.words.includes(word)))
  const options: (Candidate | null)[] = [null, ...found.slice(0, MOST_SHOWN)]
  const open = typed !== null

  const shown = nameOf(chosen, candidates)
  const close = () => setTyped(null)
  const take = (option: Candidate | null) => {
    onChoose(option && { indicator: option.indicator, dimension: option.dimension })
    close()
  }
  const show = (text: string) => {
    setTyped(text)
    // With a search the first that fits is at hand; without one, nothing is chosen by accident.
    setActive(text === '' ? 0 : 1)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (!open) return show('')
      setActive((active + step + options.length) % options.length)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      const option = options[active]
      if (option !== undefined) take(option)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    }
  }

  return (
    <div className="app-combobox">
      <label className="govuk-visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={`govuk-input ${error ? 'govuk-input--error' : ''}`}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
        {...noted({ id, error })}
        placeholder="Search the measures"
        value={typed ?? shown}
        onChange={(event) => show(event.target.value)}
        onClick={() => show('')}
        onKeyDown={press}
        onBlur={close}
      />
      <div id={listId} role="listbox" aria-label={label} className="app-combobox__list" hidden={!open}>
        {options.map((option, i) => (
          <div
            key={option ? `${option.indicator} ${option.dimension}` : LEAVE_OUT}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === active}
            // The field keeps the focus and answers the keys; it points here by aria-activedescendant.
            tabIndex={-1}
            onPointerDown={(event) => {
              event.preventDefault()
              take(option)
            }}
          >
            {option ? option.label : LEAVE_OUT}
          </div>
        ))}
      </div>
    </div>
  )
}

function nameOf(chosen: Chosen, candidates: readonly Candidate[]): string {
  if (chosen === undefined) return ''
  if (chosen === null) return LEAVE_OUT
  const { indicator, dimension } = chosen
  const known = candidates.find((each) => each.indicator === indicator && each.dimension === dimension)
  return known?.label ?? `${indicator} ${dimension}`.trim()
}
