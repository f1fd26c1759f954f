import { Link } from '@tanstack/react-router'
import type { EntryAnswer } from '../../../server/contract/registers.ts'
import { backOf } from './back.ts'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** The ways on without doing anything: where the reader came from, and the entry as it is. */
export function EntryLinks({
  back,
  shared,
  entry,
}: {
  back: string | undefined
  shared: Shared
  entry?: EntryAnswer
}) {
  const place = backOf(back)
  if (!place && !entry) return null
  return (
    <p className="govuk-body app-links">
      {entry && (
        <Link
          to="/registers/$register/$id"
          params={{ register: entry.register, id: entry.id }}
          search={{ ...shared, back }}
          className="govuk-link"
        >
          The {entry.one.replace(/^an? /, '')} as it is, with its history
        </Link>
      )}
      {place && (
        <Link {...place} className="govuk-link">
          Back to where you came from
        </Link>
      )}
    </p>
  )
}
