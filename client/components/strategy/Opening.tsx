import { Link } from '@tanstack/react-router'
import { DEFAULT_PROGRAMME } from '../../../server/contract/paths.ts'
import type { ProgrammeAnswer } from '../../../server/contract/programmes.ts'

export type Shared = {
  area: string | undefined
  neighbours: string | undefined
  asAt: string | undefined
}

/** Is it on its path, what is it for, how long does it run, what of the money, and where is it written. */
export function Opening({ answer, shared }: { answer: ProgrammeAnswer; shared: Shared }) {
  const { id, area, headline, aim, how, period, spend, document, page } = answer
  const programme = id === DEFAULT_PROGRAMME ? undefined : id
  return (
    <>
      <p className="govuk-body-l app-strategy__headline">{headline}</p>
      {shared.area !== undefined && shared.area !== area.id && (
        <p className="govuk-body">
          This is a programme of {area.name}; it is shown whichever council is chosen above.
        </p>
      )}
      <p className="govuk-body">
        <strong>Aim:</strong> {aim} {how && <span className="app-strategy__how">{how}</span>}
      </p>
      <p className="govuk-body">{period}</p>
      {spend && (
        <p className="govuk-body">
          <strong>Spending:</strong> {spend}{' '}
          <span className="app-onward">
            <Link to="/savings" search={{ ...shared, programme }} className="govuk-link">
              Savings and what drove the cost
            </Link>{' '}
            <Link to="/what-if" search={shared} className="govuk-link">
              What if fewer children entered care?
            </Link>
          </span>
        </p>
      )}
      <p className="app-source">
        Written in: {document} ({page}).
      </p>
    </>
  )
}
