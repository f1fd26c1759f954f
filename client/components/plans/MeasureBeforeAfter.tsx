import { Link } from '@tanstack/react-router'
import type { ActionMeasure } from '../../../server/contract/plan-action-answers.ts'
import { useWidth } from '../../use-width.ts'
import { FigureSources } from '../FigureNotes.tsx'
import { ScrollBox } from '../ScrollBox.tsx'
import { StatusTag, Tag } from '../Tag.tsx'
import { MeasureLine } from './MeasureLine.tsx'
import { measureLayout } from './measure-layout.ts'
import type { Shared } from './shared.ts'

const SIGNS: Record<string, (text: string) => string> = {
  percent: (text) => `${text}%`,
  pounds: (text) => `£${text}`,
}

const tickOf = (unit: string) => (value: number) => {
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: 2 }).replace('-', '−')
  return SIGNS[unit]?.(text) ?? text
}

/** A measure that an action bears on: its figures before and after, as a sentence, a small line and a table. */
export function MeasureBeforeAfter(props: {
  measure: ActionMeasure
  area: { id: string; name: string }
  shared: Shared
}) {
  const { measure, area, shared } = props
  const { ref, width } = useWidth()
  const layout = width ? measureLayout(measure, width, tickOf(measure.unit)) : null
  return (
    <article className="app-plan-measure" aria-labelledby={`measure-${measure.id}`}>
      <h3 id={`measure-${measure.id}`} className="govuk-heading-s">
        <Link
          to="/indicators/$id"
          params={{ id: measure.id }}
          search={{ ...shared, area: area.id }}
          className="govuk-link"
        >
          {measure.name}
        </Link>
        {measure.unitShort && `, ${measure.unitShort}`} in {area.name}
      </h3>
      <p className="govuk-body">
        {measure.words} {measure.illustrative && <Tag kind="illustrative" />}
      </p>
      <p className="govuk-body app-small">{measure.direction}</p>
      {/* The place is there before its width is known: only then can it be drawn. */}
      <div ref={ref} className="chart">
        {layout && (
          <MeasureLine
            layout={layout}
            title={`Line chart of ${measure.name}. ${measure.words} The same figures are in the table below.`}
          />
        )}
      </div>
      {layout && (
        <ol className="app-plan-days" aria-label="Days on the chart">
          {layout.days.map(({ number, label }) => (
            <li key={number}>{label}</li>
          ))}
        </ol>
      )}
      {measure.quoted.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              What papers quote of it ({measure.quoted.length})
            </span>
          </summary>
          <ul className="govuk-details__text govuk-list govuk-list--bullet">
            {measure.quoted.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
      {measure.points.length > 0 && <Figures measure={measure} />}
    </article>
  )
}

function Figures({ measure }: { measure: ActionMeasure }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">The figures as a table</span>
      </summary>
      <div className="govuk-details__text">
        <ScrollBox label={`Table: ${measure.name}`}>
          <table className="govuk-table app-table">
            <caption className="govuk-visually-hidden">{measure.name}</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col" className="app-number">
                  Figure
                </th>
              </tr>
            </thead>
            <tbody>
              {measure.points.toReversed().map((point) => (
                <tr key={point.period}>
                  <th scope="row" className="app-table__when">
                    {point.label}
                  </th>
                  <td className="app-number">
                    {point.value === null ? (point.reason ?? point.text) : point.text}{' '}
                    <StatusTag status={point.status} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        <FigureSources points={measure.points} />
      </div>
    </details>
  )
}
