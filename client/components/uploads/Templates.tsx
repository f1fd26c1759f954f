import { useQuery } from '@tanstack/react-query'
import { figuresFilePath, templatePath } from '../../../server/contract/paths.ts'
import { parsePeriod, periodLabel } from '../../../server/domain/period.ts'
import { recentQuarters } from '../../quarters.ts'
import { areas } from '../../queries.ts'

/** A sheet to fill in, and what is held already in the same layout. */
export function Templates({ area, period }: { area: string | undefined; period: string | undefined }) {
  const { data } = useQuery(areas())
  const chosen = area ?? data?.home
  const name = data?.areas.find((each) => each.id === chosen)?.name ?? 'the area'
  const quarter = period ?? recentQuarters(new Date(), 2)[1]?.id ?? ''
  const known = parsePeriod(quarter)
  return (
    <section aria-labelledby="templates-heading" className="app-templates">
      <h2 className="govuk-heading-m" id="templates-heading">
        Files to start from
      </h2>
      <ul className="govuk-list app-files">
        <li>
          <a className="govuk-link" href={templatePath({ area: chosen, period: quarter })} download>
            Template for {name}, {known ? periodLabel(known) : quarter}
          </a>
          <span className="app-small">
            A row for each measure, with the last figures beside the empty cells. Fill in what you have,
            delete the rest.
          </span>
        </li>
        <li>
          <a className="govuk-link" href={figuresFilePath({ area: chosen })} download>
            All figures held for {name}
          </a>
          <span className="app-small">In the same layout, so that a row can be corrected and sent back.</span>
        </li>
      </ul>
      <p className="govuk-body app-small">
        Both are comma-separated values (CSV), which Excel opens. A workbook with a column for each quarter
        can be sent as it is: you say once what its columns are.
      </p>
    </section>
  )
}
