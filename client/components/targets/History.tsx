import { Link } from '@tanstack/react-router'
import type { TargetPageAnswer, TargetVersionAnswer } from '../../../server/contract/target-answers.ts'
import { dayLabel } from '../../../server/domain/period.ts'
import { Versions } from '../versions/Versions.tsx'
import '../../styles/target-forms.scss'

/** Every version of a target: who made it, when, why, what it changed, and who approved what it then asked for. */
export function History({
  page: { history, target },
  shownVersion,
}: {
  page: TargetPageAnswer
  /** The earlier version whose path is drawn beside today’s, if there is one. */
  shownVersion?: number | string | undefined
}) {
  const isShown = ({ version }: TargetVersionAnswer) => String(shownVersion) === String(version)
  return (
    <section aria-labelledby="history-heading" className="app-part">
      <h2 className="govuk-heading-m" id="history-heading">
        Who set it, and who changed it
      </h2>
      <Versions
        history={history}
        first="Set"
        now="which counts now"
        more={(version) => (
          <>
            <p className="govuk-body">
              <strong>Approved:</strong> {approvalOf(version)}
            </p>
            <AllTerms version={version} />
            {version.version !== target.version && (
              <PathLink id={target.id} version={version.version} isShown={isShown(version)} />
            )}
          </>
        )}
      />
    </section>
  )
}

function AllTerms({ version: { version, fields } }: { version: TargetVersionAnswer }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">All that version {version} says</span>
      </summary>
      <div className="govuk-details__text">
        <dl className="app-terms">
          {fields.map(({ field, text }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}

/** Draws the path of an earlier version beside today’s, or takes it out of the chart again. */
function PathLink({ id, version, isShown }: { id: string; version: number; isShown: boolean }) {
  return (
    <p className="govuk-body app-links">
      <Link
        to="/targets/$id"
        params={{ id }}
        search={(previous) => ({ ...previous, version: isShown ? undefined : String(version) })}
        resetScroll={false}
        className="govuk-link"
      >
        {isShown
          ? `Take the path of version ${version} out of the chart`
          : `Show the path of version ${version} in the chart`}
      </Link>
    </p>
  )
}

function approvalOf({ terms: { approvedOn, approval } }: TargetVersionAnswer): string {
  return approvedOn === null ? 'by nobody.' : `${dayLabel(approvedOn)}. ${approval ?? ''}`
}
