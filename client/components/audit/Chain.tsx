import type { AuditChainAnswer } from '../../../server/contract/audit.ts'

/** Whether a record was removed or altered, with what to note down so that this can be told again another day. */
export function Chain({ chain, failed }: { chain: AuditChainAnswer | undefined; failed: boolean }) {
  if (failed)
    return (
      <p className="govuk-inset-text">Whether the record is whole could not be checked. Try again later.</p>
    )
  if (!chain) return <p className="govuk-inset-text">Checking whether the record is whole…</p>
  const { whole, words, last, breaks } = chain
  return (
    <section
      aria-label="Whether the record is whole"
      className={`govuk-inset-text app-chain ${whole ? '' : 'app-chain--broken'}`}
    >
      <p className="govuk-body">
        <strong>
          <span aria-hidden="true">{whole ? '✓' : '!'}</span> {words}
        </strong>
      </p>
      {breaks.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {breaks.map((each) => (
            <li key={`${each.number} ${each.words}`}>{each.words}</li>
          ))}
        </ul>
      )}
      {last.number > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">How this is checked</span>
          </summary>
          <div className="govuk-details__text">
            <p className="govuk-body">
              Each record carries a fingerprint of itself and of the one before, so a record that is removed,
              altered or put in later no longer fits those beside it. What it cannot show is that everything
              after some day was written anew. To be able to find that out, note the newest record elsewhere,
              and look for it here another day.
            </p>
            <p className="govuk-body">
              Newest record: {last.number.toLocaleString('en-GB')}. Its fingerprint:{' '}
              <code className="app-fingerprint">{last.hash}</code>
            </p>
          </div>
        </details>
      )}
    </section>
  )
}
