import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PlanActionPage } from '../../../server/contract/plan-action-answers.ts'
import { sourceText } from './Source.tsx'
import { StateTag } from './StateTag.tsx'
import type { Shared } from './shared.ts'

/** Where an action stands, and everything that is on record of it. */
export function ActionFacts({
  page,
  search,
}: {
  page: PlanActionPage
  search: Shared & { on?: string | undefined }
}) {
  const { action, plan } = page
  return (
    <>
      {page.retired && (
        <p className="govuk-inset-text">
          This action was taken out. It is shown as it was, and counts nowhere.
        </p>
      )}
      {page.recordNote && <p className="govuk-inset-text">{page.recordNote}</p>}
      <p className="govuk-body-l app-lead">
        {page.isToday ? 'Today' : 'Read on'} ({page.onLabel}): {page.standing}
      </p>
      <p className="govuk-body">
        <StateTag action={action} />
      </p>
      <dl className="govuk-summary-list app-plan-terms">
        <Term name="Plan">
          <Link to="/plans/$id" params={{ id: plan.id }} search={search} className="govuk-link">
            {plan.name}
          </Link>
          {action.stage && <span className="app-small">Stage: {action.stage.name}</span>}
        </Term>
        {action.serves && <Term name={action.serves.one}>{action.serves.name}</Term>}
        {action.reference && <Term name="Number in the plan">{action.reference}</Term>}
        <Term name="Who does it">{action.owner}</Term>
        <Term name="Start">{action.startLabel ?? 'No start is stated'}</Term>
        <Term name="Due">
          {action.dueLabel ?? 'No due day is stated'}
          {action.dueText && <span className="app-small">As printed: {action.dueText}</span>}
        </Term>
        {action.stateText && <Term name="State as printed">{action.stateText}</Term>}
        {action.progress && <Term name="Progress">{action.progress}</Term>}
        <Term name="What was done so far">{action.update ?? 'Nothing is stated'}</Term>
        <Term name="Next steps">{action.next ?? 'None are stated'}</Term>
        <Term name="Evidence">{page.evidence ?? evidenceMissing(action.state)}</Term>
        {page.recommendation && <Term name="Recommendation that it answers">{page.recommendation}</Term>}
        <Term name="Stated in">{sourceText(action.source)}</Term>
      </dl>
    </>
  )
}

const evidenceMissing = (state: PlanActionPage['action']['state']) =>
  state === 'done' ? 'None is stated' : 'None yet: an action is closed only with evidence'

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
