import { Link } from '@tanstack/react-router'
import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import { Sparkline } from '../../charts/Sparkline.tsx'
import { RatingTag } from '../RatingTag.tsx'
import { Tag } from '../Tag.tsx'
import type { Shared } from './shared.ts'

type Measures = NonNullable<PlanAnswer['measures']>
type Row = Measures['rows'][number]

/** By which figures a plan can be followed: as they stood when it began, as they stand, and whether that is on a path. */
export function PlanMeasures(props: { measures: Measures; area: string; shared: Shared }) {
  const { measures, area, shared } = props
  return (
    <section aria-labelledby="measures-heading" className="app-plan-part">
      <h2 id="measures-heading" className="govuk-heading-m">
        Measures to follow it by
      </h2>
      <p className="govuk-body">{measures.words}</p>
      <table className="app-stack app-plan-measures">
        <caption className="govuk-visually-hidden">Measures to follow the plan by</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Before</th>
            <th scope="col">Newest</th>
            <th scope="col">What moved</th>
            <th scope="col">Target</th>
          </tr>
        </thead>
        <tbody>
          {measures.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link
                  to="/indicators/$id"
                  params={{ id: row.id }}
                  search={{ ...shared, area }}
                  className="govuk-link"
                >
                  {row.name}
                </Link>
                <span className="app-small">{row.unitShort}</span>
                <span className="app-small">{row.direction}</span>
              </th>
              <td data-heading="Before">
                <Figure figure={row.before} />
              </td>
              <td data-heading="Newest">
                <Figure figure={row.after} />
              </td>
              <td data-heading="What moved">
                {/* A single figure has no shape; what the line shows stands beside it. */}
                {row.line.filter(({ value }) => value !== null).length > 1 && <Sparkline points={row.line} />}
                <span className="app-small">{row.change ?? 'nothing to compare'}</span>
              </td>
              <td data-heading="Target">
                <Target row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Figure({ figure }: { figure: Row['before'] }) {
  if (figure === null) return 'no figure'
  return (
    <>
      <strong>{figure.text}</strong>
      <span className="app-small">{figure.label}</span>
      {figure.illustrative && <Tag kind="illustrative" />}
    </>
  )
}

function Target({ row: { target } }: { row: Row }) {
  if (target === null) return 'no target in force'
  return (
    <>
      <RatingTag state={target.state} />
      <span className="app-small">
        <Link to="/targets/$id" params={{ id: target.id }} className="govuk-link">
          {target.title}
        </Link>
      </span>
    </>
  )
}
