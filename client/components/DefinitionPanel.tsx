import { Link } from '@tanstack/react-router'
import type { IndicatorAnswer } from '../../server/contract/answers.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'

const KINDS = {
  snapshot: 'Counted on the last day of the period.',
  flow: 'Counts what happened within the period.',
  'rolling-year': 'Counts what happened in twelve months.',
  yearly: 'Exists once a year.',
  cumulative: 'Adds up since the programme began.',
}

/** What the measure is, why it is looked at, how it counts, which way is good, and what to be careful about. */
export function DefinitionPanel({
  definition,
  answer,
}: {
  definition: IndicatorAnswer
  answer: SeriesAnswer
}) {
  const rows: [string, string][] = [
    ['What it is', `${definition.definition}.`],
    ['Why we measure it', definition.why],
    ['How it counts', `${KINDS[definition.kind]} ${formula(definition)}`],
    ['Which way is good', answer.indicator.direction.words],
    [
      'How often',
      `${capitalised(definition.frequency.join(', '))}. Returns: ${definition.returns.join(', ')}.`,
    ],
    ['Where it is published', `${definition.benchmark.replace(/\.$/, '')}.`],
  ]
  if (definition.noBenchmark) rows.push(['Why there is no comparison', definition.noBenchmark])
  if (definition.papers.length > 0)
    rows.push(['Named in', `${definition.papers.map((paper) => paper.title).join('; ')}.`])
  return (
    <section aria-labelledby="definition-heading">
      <h2 id="definition-heading" className="govuk-heading-m">
        About this measure
      </h2>
      <dl className="govuk-summary-list app-definition">
        {rows.map(([term, text]) => (
          <div key={term} className="govuk-summary-list__row">
            <dt className="govuk-summary-list__key">{term}</dt>
            <dd className="govuk-summary-list__value">{text}</dd>
          </div>
        ))}
        {definition.caveats.length > 0 && (
          <div className="govuk-summary-list__row">
            <dt className="govuk-summary-list__key">Be careful</dt>
            <dd className="govuk-summary-list__value">
              <ul className="govuk-list govuk-list--bullet">
                {definition.caveats.map((caveat) => (
                  <li key={caveat}>{caveat}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <p className="govuk-body">
        <strong>Symbols:</strong> [c] hidden to protect children, [z] not applicable, [x] not available, [u]
        unreliable, [low] more than nothing but rounds to zero, [m] not reported. <strong>Statuses:</strong>{' '}
        provisional may still change, revised has changed, estimated is worked out from rounded figures,
        illustrative is made up; anything else is final. The <Link to="/guide">reading guide</Link> says more.
      </p>
    </section>
  )
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function formula({ numerator, denominator, unit }: IndicatorAnswer): string {
  if (denominator === null) return `${capitalised(numerator)}.`
  const times =
    { 'per-10000': ', times 10,000', 'per-100000': ', times 100,000', percent: ', times 100' }[
      unit as string
    ] ?? ''
  return `${capitalised(numerator)}, divided by ${denominator}${times}.`
}
