import { Link } from '@tanstack/react-router'
import type { ProgrammeAnswer } from '../../../server/contract/programmes.ts'

export type Shared = {
  area: string | undefined
  neighbours: string | undefined
  asAt: string | undefined
}

/**
 * Is it on its path, what is it for, how long does it run, what of the money, and where is it written. `asked` is the
 * programme that the address names, if it names one.
 */
export function Opening(props: { answer: ProgrammeAnswer; shared: Shared; asked: string | undefined }) {
  const { answer, shared, asked } = props
  const { area, headline, aim, how, period, spend, document, page } = answer
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
            <Link to="/savings" search={{ ...shared, programme: asked }} className="govuk-link">
              Savings and what drove the cost
            </Link>{' '}
            <Link to="/what-if" search={shared} className="govuk-link">
              What if fewer children entered care?
            </Link>
          </span>
        </p>
      )}
      <p className="app-source">
        Written in: {document}
        {page && ` (${page})`}.
      </p>
    </>
  )
}
