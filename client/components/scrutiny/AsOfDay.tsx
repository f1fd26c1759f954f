import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { ScrutinyAnswer } from '../../../server/contract/scrutiny-answers.ts'

/** How many of the days of trackers are offered; any other can be typed. */
const MOST_DAYS = 3

type Props = { answer: ScrutinyAnswer; choose: (on: string | undefined) => void }

/** The day that the screen is shown as of: any day, today, or one of which a tracker is held. */
export function AsOfDay({ answer, choose }: Props) {
  const { on, isToday, tracker } = answer
  const [day, setDay] = useState(on.on)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    choose(day || undefined)
  }
  return (
    <div className="app-controls app-as-of">
      <form onSubmit={submit} className="app-as-of__form">
        <label htmlFor="as-of-day">Show as on</label>
        <input
          id="as-of-day"
          type="date"
          className="govuk-input"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show
        </button>
      </form>
      <ul className="govuk-list app-as-of__days">
        {!isToday && (
          <li>
            <Link
              to="/scrutiny"
              search={(previous) => ({ ...previous, on: undefined })}
              className="govuk-link"
            >
              Show as on today
            </Link>
          </li>
        )}
        {tracker.days
          .filter((each) => each.on !== on.on)
          .slice(0, MOST_DAYS)
          .map((each) => (
            <li key={each.on}>
              <Link
                to="/scrutiny"
                search={(previous) => ({ ...previous, on: each.on })}
                className="govuk-link"
              >
                Show as on {each.label}, the day of a tracker that is held
              </Link>
            </li>
          ))}
      </ul>
    </div>
  )
}
