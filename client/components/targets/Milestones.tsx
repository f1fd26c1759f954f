import { useRef } from 'react'
import { idOf, milestoneId } from '../../target-faults.ts'
import { DateField } from '../fields/DateField.tsx'
import { FieldSet } from '../fields/FieldSet.tsx'
import { TextField } from '../fields/TextField.tsx'
import type { TargetFormParts } from './form.ts'

const MOST = 40

/** The days between baseline and due day on which something is asked for, with what. */
export function Milestones({ parts: { draft, set, at } }: { parts: TargetFormParts }) {
  const { milestones } = draft
  const add = useRef<HTMLButtonElement>(null)
  const change = (key: number, part: { on: string } | { value: string }) =>
    set({ milestones: milestones.map((each) => (each.key === key ? { ...each, ...part } : each)) })
  return (
    <FieldSet
      id={idOf('milestones')}
      className="app-milestones"
      label="Milestones"
      hint={
        draft.shape === 'stepped'
          ? 'In the order of their days. Without any, the path has a step a year.'
          : 'In the order of their days, after the baseline and before the due day.'
      }
      error={at(idOf('milestones'))}
    >
      {milestones.map(({ key, on, value }, i) => (
        <div key={key} className="app-milestones__row">
          <DateField
            id={milestoneId(i, 'on')}
            label={`Day of milestone ${i + 1}`}
            error={at(milestoneId(i, 'on'))}
            value={on}
            onChange={(next) => change(key, { on: next })}
          />
          <TextField
            id={milestoneId(i, 'value')}
            label={`Value of milestone ${i + 1}`}
            error={at(milestoneId(i, 'value'))}
            value={value}
            onChange={(next) => change(key, { value: next })}
          />
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => {
              set({ milestones: milestones.filter((each) => each.key !== key) })
              // The button that was pressed is gone with its row.
              add.current?.focus()
            }}
          >
            Take milestone {i + 1} out
          </button>
        </div>
      ))}
      <button
        type="button"
        id={idOf('milestones')}
        ref={add}
        className="govuk-button govuk-button--secondary"
        aria-disabled={milestones.length >= MOST}
        onClick={() => {
          if (milestones.length >= MOST) return
          const key = Math.max(-1, ...milestones.map((each) => each.key)) + 1
          set({ milestones: [...milestones, { key, on: '', value: '' }] })
        }}
      >
        Add a milestone
      </button>
    </FieldSet>
  )
}
