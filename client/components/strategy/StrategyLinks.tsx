import { Link } from '@tanstack/react-router'
import type { ProgrammeAnswer } from '../../../server/contract/programmes.ts'
import { May } from '../May.tsx'
import type { Shared } from './Opening.tsx'

/** The ways from a strategy to the plan that it is, and for whoever may to changing it. */
export function StrategyLinks({ answer: { id }, shared }: { answer: ProgrammeAnswer; shared: Shared }) {
  return (
    <p className="govuk-body app-links">
      <Link to="/plans/$id" params={{ id }} search={shared} className="govuk-link">
        The plan itself, with its actions and history
      </Link>
      <May permission="record">
        <Link
          to="/registers/$register/$id/change"
          params={{ register: 'plan', id }}
          search={{ ...shared, back: backTo(id) }}
          className="govuk-link"
        >
          Change this strategy
        </Link>
      </May>
    </p>
  )
}

/** Where a form goes on to once it is saved. */
export const backTo = (programme: string) => `/strategy?programme=${encodeURIComponent(programme)}`
