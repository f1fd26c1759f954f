import { Link } from '@tanstack/react-router'

/** The way to older records, and back to the newest. */
export function AuditPages({ before, older }: { before: string | undefined; older: number | null }) {
  if (before === undefined && older === null) return null
  return (
    <nav aria-label="Pages of the record" className="app-audit__pages">
      {before !== undefined && (
        <Link
          to="/audit"
          search={(previous) => ({ ...previous, before: undefined })}
          className="govuk-button govuk-button--secondary"
        >
          Newest records
        </Link>
      )}
      {older !== null && (
        <Link
          to="/audit"
          search={(previous) => ({ ...previous, before: String(older) })}
          className="govuk-button govuk-button--secondary"
        >
          Older records
        </Link>
      )}
    </nav>
  )
}
