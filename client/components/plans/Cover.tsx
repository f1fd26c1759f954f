import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'

/** Who holds which post while it changes hands. */
export function Cover({ cover: { words, rows } }: { cover: NonNullable<PlanAnswer['cover']> }) {
  // Where the plan states no day at all, three columns of "not stated" say no more than the sentence.
  const isDated = rows.some(({ fromLabel, toLabel }) => fromLabel !== null || toLabel !== null)
  return (
    <section aria-labelledby="cover-heading" className="app-plan-part">
      <h2 id="cover-heading" className="govuk-heading-m">
        Posts that are covered
      </h2>
      <p className="govuk-body">{words}</p>
      <table className="app-stack app-plan-cover">
        <caption className="govuk-visually-hidden">Posts, and who covers them</caption>
        <thead>
          <tr>
            <th scope="col">Post</th>
            <th scope="col">Covered by</th>
            {isDated && (
              <>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col">Where it stands</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ post, holder, fromLabel, toLabel, state, note }) => (
            <tr key={`${post} ${holder} ${fromLabel}`}>
              <th scope="row">
                {post}
                {note && <span className="app-small">{note}</span>}
              </th>
              <td data-heading="Covered by">{holder}</td>
              {isDated && (
                <>
                  <td data-heading="From">{fromLabel ?? 'not stated'}</td>
                  <td data-heading="To">{toLabel ?? 'not stated'}</td>
                  <td data-heading="Where it stands">{state}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
