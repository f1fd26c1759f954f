import { Link } from '@tanstack/react-router'
import type { TargetPageAnswer, TargetVersionAnswer } from '../../../server/contract/target-answers.ts'
import { dayLabel } from '../../../server/domain/period.ts'
import '../../styles/target-forms.scss'

const KINDS: Record<TargetVersionAnswer['kind'], string> = {
  set: 'Set',
  changed: 'Changed',
  retired: 'Taken out',
  'brought-back': 'Brought back',
}

/** Every version of a target: who made it, when, why, what it changed, and who approved what it then asked for. */
export function History({
  page: { history, target },
  shownVersion,
}: {
  page: TargetPageAnswer
  /** The earlier version whose path is drawn beside today’s, if there is one. */
  shownVersion?: number | string | undefined
}) {
  return (
    <section aria-labelledby="history-heading" className="app-part">
      <h2 className="govuk-heading-m" id="history-heading">
        Who set it, and who changed it
      </h2>
      <ol className="app-versions">
        {history.map((version) => (
          <li key={version.version}>
            <h3 className="govuk-heading-s">
              {KINDS[version.kind]} on {dayLabel(version.madeOn)} by {version.madeBy}{' '}
              <span className="app-versions__number">
                version {version.version}
                {version.version === target.version && ', which counts now'}
              </span>
            </h3>
            <p className="govuk-body">
              <strong>Why:</strong> {version.reason}
            </p>
            {version.sameAs !== null && (
              <p className="govuk-body">It puts back what version {version.sameAs} said.</p>
            )}
            <ChangedFields version={version} />
            <p className="govuk-body">
              <strong>Approved:</strong> {approvalOf(version)}
            </p>
            <details className="govuk-details">
              <summary className="govuk-details__summary">
                <span className="govuk-details__summary-text">All that version {version.version} says</span>
              </summary>
              <div className="govuk-details__text">
                <dl className="app-terms">
                  {version.fields.map(({ field, text }) => (
                    <div key={field}>
                      <dt>{field}</dt>
                      <dd>{text}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            </details>
            {version.version !== target.version && (
              <p className="govuk-body app-links">
                {String(shownVersion) === String(version.version) ? (
                  <Link
                    to="/targets/$id"
                    params={{ id: target.id }}
                    search={(previous) => ({ ...previous, version: undefined })}
                    resetScroll={false}
                    className="govuk-link"
                  >
                    Take the path of version {version.version} out of the chart
                  </Link>
                ) : (
                  <Link
                    to="/targets/$id"
                    params={{ id: target.id }}
                    search={(previous) => ({ ...previous, version: String(version.version) })}
                    resetScroll={false}
                    className="govuk-link"
                  >
                    Show the path of version {version.version} in the chart
                  </Link>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function approvalOf({ terms: { approvedOn, approval } }: TargetVersionAnswer): string {
  return approvedOn === null ? 'by nobody.' : `${dayLabel(approvedOn)}. ${approval ?? ''}`
}

/** What a version changed, before and after, under the names that the form gives the fields. */
export function ChangedFields({ version: { changed } }: { version: TargetVersionAnswer }) {
  if (changed.length === 0) return null
  return (
    <ul className="govuk-list app-changed">
      {changed.map(({ field, before, after }) => (
        <li key={field}>
          <strong>{field}:</strong> <span className="govuk-visually-hidden">from </span>
          <span className="app-changed__before">{before}</span> <span aria-hidden="true">→</span>{' '}
          <span className="govuk-visually-hidden">to </span>
          {after}
        </li>
      ))}
    </ul>
  )
}
