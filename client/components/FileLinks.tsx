import { filePath } from '../../server/contract/paths.ts'

/** A table to take away: `what` it is of, as in "this page", and the address that answers with it. */
export function FileLinks({ what, path, note = '' }: { what: string; path: string; note?: string }) {
  return (
    <span>
      <a className="govuk-link" href={filePath(path, 'xlsx')} download>
        Download {what} as an Excel workbook (XLSX)
      </a>{' '}
      or{' '}
      <a className="govuk-link" href={filePath(path, 'csv')} download>
        as comma-separated values (CSV)
        <span className="govuk-visually-hidden">{what}</span>
      </a>
      {note}
    </span>
  )
}
