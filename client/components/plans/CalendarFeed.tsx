import { dueCalendarPath } from '../../../server/contract/paths.ts'

/** Where a calendar asks for what is due, and how to tell it so. */
export function CalendarFeed({
  feeds,
}: {
  feeds: readonly { label: string; area?: string; plan?: string }[]
}) {
  return (
    <details className="govuk-details app-plan-feed">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Due days in your own calendar</span>
      </summary>
      <div className="govuk-details__text">
        <ol className="govuk-list govuk-list--number">
          <li>Copy one of the addresses below.</li>
          <li>
            In your calendar choose to add a calendar from the web, or to subscribe to one, and paste it.
          </li>
        </ol>
        {feeds.map(({ label, area, plan }) => {
          const path = dueCalendarPath({ area, plan })
          return (
            <p key={path} className="govuk-body">
              {label}:{' '}
              <a className="govuk-link app-address" href={path}>
                {new URL(path, window.location.href).href}
              </a>
            </p>
          )
        })}
        <p className="govuk-body">
          Each due day, and each meeting that is planned, is an event of a whole day. Your calendar asks again
          by itself, so that changed days move in it; what is done, held or taken out goes from it. The
          computer that your calendar runs on has to be able to open this dashboard.
        </p>
      </div>
    </details>
  )
}
