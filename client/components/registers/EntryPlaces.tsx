import { Link } from '@tanstack/react-router'
import type { EntryAnswer } from '../../../server/contract/registers.ts'
import { May } from '../May.tsx'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** The ways on from an entry: to change it, to a page of its own where there is one, and to its register. */
export function EntryPlaces(props: { entry: EntryAnswer; back: string | undefined; shared: Shared }) {
  const { entry, back, shared } = props
  const { register, id } = entry
  const thing = entry.one.replace(/^an? /, '')
  return (
    <p className="govuk-body app-links">
      <May permission="record">
        <Link
          to="/registers/$register/$id/change"
          params={{ register, id }}
          search={{ ...shared, back }}
          className="govuk-link"
        >
          {entry.retired ? 'Bring it back' : `Change this ${thing}`}
        </Link>
      </May>
      {register === 'plan' && !entry.retired && (
        <Link to="/plans/$id" params={{ id }} search={shared} className="govuk-link">
          The plan with its actions
        </Link>
      )}
      {register === 'action' && !entry.retired && (
        <Link to="/actions/$id" params={{ id }} search={shared} className="govuk-link">
          The action with its measures
        </Link>
      )}
      <Link to="/registers/$register" params={{ register }} search={shared} className="govuk-link">
        All entries of this register
      </Link>
    </p>
  )
}
