import type { PlanReview } from '../../../server/contract/plan-part-answers.ts'

/** What follows from the days and the parts of a review, and what it found. */
export function Review({ review }: { review: PlanReview }) {
  return (
    <section aria-labelledby="review-heading" className="app-plan-part">
      <h2 id="review-heading" className="govuk-heading-m">
        How far the review is
      </h2>
      <p className="govuk-body">
        Worked out here from the days and the parts that the paper states. Week 1 begins on the first day.
      </p>
      <dl className="govuk-summary-list app-plan-terms">
        <Fact name="Week">{review.weekWords}</Fact>
        {review.endWords && <Fact name="End">{review.endWords}</Fact>}
        <Fact name="Slippage">{[review.slippageWords, review.expectedWords].filter(Boolean).join(' ')}</Fact>
        <Fact name="Parts">{review.partsWords}</Fact>
      </dl>
      <div className="app-plan-parts">
        {review.parts.map(({ state, stateWords, parts }) => (
          <div key={state} className={`app-plan-parts__${state}`}>
            <h3 className="govuk-heading-s">
              {stateWords} ({parts.length})
            </h3>
            <ul className="govuk-list">
              {parts.map(({ name, weeks, note }) => (
                <li key={name}>
                  {name}
                  {weeks && `, ${weeks}`}
                  {note && <span className="app-small">{note}</span>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <h3 className="govuk-heading-s">What it found</h3>
      <p className="govuk-body">{review.findingsWords}</p>
      {review.themes.map(({ theme, findings }) => (
        <details key={theme} className="govuk-details app-plan-findings">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {theme} ({findings.length})
            </span>
          </summary>
          <ul className="govuk-details__text govuk-list govuk-list--bullet">
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
