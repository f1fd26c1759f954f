import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'

/** The recommendations of scrutiny that a plan answers, notes, and where all of it comes from. */
export function Papers({ plan: { recommendations, notes, documents } }: { plan: PlanAnswer }) {
  return (
    <>
      {recommendations.words && (
        <section aria-labelledby="recommendations-heading" className="app-plan-part">
          <h2 id="recommendations-heading" className="govuk-heading-m">
            Recommendations of scrutiny that its actions answer
          </h2>
          <p className="govuk-body">{recommendations.words}</p>
          <ul className="govuk-list govuk-list--bullet">
            {recommendations.rows.map((row) => (
              <li key={row.id}>
                {row.text} ({row.committee}, {row.madeLabel}; target date: {row.targetText}; by the
                committee’s tracker of {row.asOfLabel}: {row.rag})
                <span className="app-small">{row.source}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <section aria-labelledby="notes-heading" className="app-plan-part">
          <h2 id="notes-heading" className="govuk-heading-m">
            Notes
          </h2>
          <ul className="govuk-list govuk-list--bullet app-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="sources-heading" className="app-plan-part">
        <h2 id="sources-heading" className="govuk-heading-m">
          Sources
        </h2>
        <ul className="govuk-list govuk-list--bullet">
          {documents.map(({ title, publisher, url, pages }) => (
            <li key={title}>
              {url ? (
                <a className="govuk-link" href={url}>
                  {title}
                </a>
              ) : (
                title
              )}
              {publisher && `, ${publisher}`}
              {pages.length > 0 && `: ${pages.join('; ')}`}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
