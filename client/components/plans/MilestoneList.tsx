import { Fragment } from 'react'
import type { PlanMilestone } from '../../../server/contract/plan-part-answers.ts'

/** The milestones that are drawn, each with where it is stated and where sources differ. */
export function MilestoneList({ milestones }: { milestones: readonly PlanMilestone[] }) {
  if (milestones.length === 0) return null
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Milestones and where they are stated ({milestones.length})
        </span>
      </summary>
      <ol className="govuk-list govuk-details__text app-plan-milestones">
        {milestones.map((milestone) => (
          <li key={milestone.id}>
            <strong>{milestone.when}:</strong> {milestone.label}
            {milestone.toCome && ' (still to come)'}
            <MilestoneSource milestone={milestone} />
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Where a milestone is stated, and where sources differ. */
export function MilestoneSource({ milestone: { doubt, sources } }: { milestone: PlanMilestone }) {
  return (
    <span className="app-small">
      Source:{' '}
      {sources.map(({ text, url }, i) => (
        <Fragment key={url ?? text}>
          {i > 0 && '; '}
          {url ? (
            <a className="govuk-link" href={url}>
              {text}
            </a>
          ) : (
            text
          )}
        </Fragment>
      ))}
      {doubt && `. ${doubt}`}
    </span>
  )
}
