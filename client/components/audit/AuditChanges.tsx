import type { AuditChange } from '../../../server/contract/audit.ts'

/** What is not as it was, before and after; what was not there before or is not any more is told alone. */
export function AuditChanges({ changed }: { changed: readonly AuditChange[] }) {
  return (
    <ul className="govuk-list app-audit__changed">
      {changed.map(({ field, before, after }) => (
        <li key={field}>
          <strong>{field}:</strong>{' '}
          {before !== null && (
            <>
              <span className="govuk-visually-hidden">from </span>
              <span className="app-audit__before">{before}</span> <span aria-hidden="true">→</span>{' '}
              <span className="govuk-visually-hidden">to </span>
            </>
          )}
          {after ?? 'nothing'}
        </li>
      ))}
    </ul>
  )
}
