import { useState } from 'react'
import type { ScenarioAssumption } from '../../../server/contract/scenario.ts'
import { FieldFault } from '../fields/FieldNotes.tsx'

/**
 * One assumption: a slider to try with and a field to be exact with, which are the same value. `asked` is what the
 * address holds; undefined is as it was.
 */
export function Dial(props: {
  assumption: ScenarioAssumption
  asked: string | undefined
  error: string | undefined
  onChange: (text: string | undefined) => void
}) {
  const { assumption, asked, error, onChange } = props
  const { id, label, sign, per, base, baseText, min, max, step } = assumption
  // What is being typed may be no number yet; it stays in the field until that is left.
  const [typed, setTyped] = useState<string | null>(null)
  const shown = asked ?? String(base)
  const place = Number.isNaN(Number(shown)) ? base : Number(shown)
  const change = (text: string) => onChange(text === String(base) ? undefined : text)
  return (
    <div className={`app-dial ${error ? 'app-dial--error' : ''}`}>
      <label className="app-dial__label" htmlFor={id}>
        {label}, <span className="app-dial__per">{per}</span>
      </label>
      <FieldFault id={id} error={error} />
      <div className="app-dial__row">
        <input
          className="app-dial__slider"
          type="range"
          aria-label={`${label}, ${per}: slider`}
          aria-valuetext={sign === '£' ? `£${shown}` : `${shown}${sign ?? ''}`}
          min={min}
          max={max}
          step={step}
          value={place}
          onChange={(event) => change(event.target.value)}
        />
        <span className="app-dial__field">
          {sign === '£' && sign}
          <input
            id={id}
            className={`govuk-input ${error ? 'govuk-input--error' : ''}`}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error ${id}-base` : `${id}-base`}
            value={typed ?? shown}
            onChange={(event) => {
              setTyped(event.target.value)
              change(event.target.value.replaceAll(/[£%,\s]/g, ''))
            }}
            onBlur={() => setTyped(null)}
          />
          {sign === '%' && sign}
        </span>
      </div>
      <p id={`${id}-base`} className="app-dial__base">
        As it was: {baseText}
      </p>
    </div>
  )
}
