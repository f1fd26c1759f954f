import { Link } from '@tanstack/react-router'
import type { RegisterAnswer } from '../../../server/contract/registers.ts'
import { dayLabel } from '../../../server/domain/period.ts'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** Entries by what they are called, each with its last change, and a way to all that it says. */
export function EntryList({ entries, shared }: { entries: RegisterAnswer['entries']; shared: Shared }) {
  return (
    <ul className="govuk-list">
      {entries.map(({ register, id, title, version, history: [newest] }) => (
        <li key={id} className="app-entry">
          <Link
            to="/registers/$register/$id"
            params={{ register, id }}
            search={{ ...shared, back: `/registers/${register}` }}
            className="govuk-link"
          >
            {title}
          </Link>
          {newest && (
            <span className="app-small">
              Version {version}, {dayLabel(newest.madeOn)}, by {newest.madeBy}: {newest.reason}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
