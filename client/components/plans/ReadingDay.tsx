import { useState } from 'react'
import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import { dayLabel, parsePeriod } from '../../../server/domain/period.ts'
import { dayOf } from '../../target-draft.ts'
import { Choice } from '../Choice.tsx'
import { DateField } from '../fields/DateField.tsx'

/** The day that a plan is read on: one of those on which something happened, or any other that is past. */
export function ReadingDay({
  plan: { on, isToday, today, onOptions },
  onChoose,
}: {
  plan: PlanAnswer
  onChoose: (on: string) => void
}) {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  return (
    <div className="app-controls app-plan-day">
      <Choice
        label="Show the plan as it stood on"
        value={isToday ? '' : on}
        options={onOptions}
        onChoose={onChoose}
      />
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Another day</span>
        </summary>
        <form
          className="govuk-details__text"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            const day = dayOf(typed)
            const isDay = day !== null && parsePeriod(day)?.kind === 'day'
            if (!isDay) setError('Enter a day, for example 9 3 2017')
            else if (day > today) setError(`That day has not come: enter one up to ${dayLabel(today)}`)
            else {
              setError(undefined)
              onChoose(day === today ? '' : day)
            }
          }}
        >
          <DateField id="plan-on" label="Day" error={error} value={typed} onChange={setTyped} />
          <button type="submit" className="govuk-button govuk-button--secondary">
            Show that day
          </button>
        </form>
      </details>
    </div>
  )
}
