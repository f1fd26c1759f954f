import { Link } from '@tanstack/react-router'
import type { SavingsAnswer } from '../../../server/contract/savings.ts'
import { RatingTag } from '../RatingTag.tsx'
import { StatusTag } from '../Tag.tsx'
import { SpendChart } from './SpendChart.tsx'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** Spending against the path of the strategy: how it stands, the chart, and the same as a table. */
export function SpendPath({ answer, shared }: { answer: SavingsAnswer; shared: Shared }) {
  const { path, area } = answer
  if (!path) return null
  return (
    <section aria-labelledby="path-heading" className="app-savings__part">
      <h2 id="path-heading" className="govuk-heading-m">
        Spending against the path
      </h2>
      <p className="govuk-body">
        <RatingTag state={path.rating.state} />{' '}
        <Link to="/targets/$id" params={{ id: path.target }} search={shared} className="govuk-link">
          See the target and how it is rated
        </Link>
      </p>
      <figure className="app-figure">
        <figcaption className="app-figure__caption">
          Spending on children’s services a year, in millions of pounds: {area.name}
        </figcaption>
        <SpendChart chart={path.chart} />
        <p className="govuk-body app-savings__sentence">{path.chart.sentence}</p>
      </figure>
      <table className="app-stack">
        <caption className="govuk-table__caption">Spending beside the path, in cash</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" className="app-number">
              To be saved
            </th>
            <th scope="col" className="app-number">
              Path: to be spent
            </th>
            <th scope="col" className="app-number">
              Spent
            </th>
            <th scope="col">How far apart</th>
          </tr>
        </thead>
        <tbody>
          {path.years.map((year) => (
            <tr key={year.period}>
              <th scope="row">{year.label}</th>
              <td data-heading="To be saved" className="app-number">
                {year.saving.text}
              </td>
              <td data-heading="Path: to be spent" className="app-number">
                {year.spend.text}
              </td>
              <td data-heading="Spent" className="app-number">
                {year.actual?.text ?? year.why} <StatusTag status={year.status} />
              </td>
              <td data-heading="How far apart">{year.apart ?? 'not known yet'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="govuk-body">{path.cumulative.words}</p>
      <p className="app-source">
        {path.baseline.label}, from which the path starts: {path.baseline.text}.
      </p>
    </section>
  )
}
