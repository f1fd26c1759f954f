import { Link } from '@tanstack/react-router'
import type { PlanAction } from '../../../server/contract/plan-action-answers.ts'
import { StateTag } from './StateTag.tsx'
import type { Shared } from './shared.ts'

/** The actions of an annual work plan in the six columns in which such plans are printed. */
export function AnnualTable({
  actions,
  search,
}: {
  actions: readonly PlanAction[]
  search: Shared & { on?: string | undefined }
}) {
  return (
    <table className="app-stack app-plan-annual">
      <caption className="govuk-visually-hidden">Actions of the plan</caption>
      <thead>
        <tr>
          <th scope="col">Priority</th>
          <th scope="col">Progress</th>
          <th scope="col">Next steps</th>
          <th scope="col">Anticipated completion</th>
          <th scope="col">Lead</th>
          <th scope="col">On track</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <tr key={action.id}>
            <th scope="row">
              {action.reference && `${action.reference} `}
              <Link to="/actions/$id" params={{ id: action.id }} search={search} className="govuk-link">
                {action.title}
              </Link>
              <Serves action={action} />
            </th>
            <td data-heading="Progress">{action.update ?? 'nothing is stated'}</td>
            <td data-heading="Next steps">{action.next ?? 'none are stated'}</td>
            <td data-heading="Anticipated completion">
              {action.dueText ?? action.dueLabel ?? 'no day is stated'}
              {action.dueText && (
                <span className="app-small">
                  {action.dueLabel ? `Counted as due on ${action.dueLabel}` : 'Not counted as a due day'}
                </span>
              )}
            </td>
            <td data-heading="Lead">{action.owner}</td>
            <td data-heading="On track">
              {action.stateText ?? 'not stated'}
              <span className="app-plan-annual__state">
                <StateTag action={action} />
              </span>
              <span className="app-small">Stated on {action.source.statedLabel}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What an action serves in its plan, and the measures that it bears on. */
export function Serves({ action: { serves, measures } }: { action: PlanAction }) {
  return (
    <>
      {serves && (
        <span className="app-small">
          {serves.one}: {serves.name}
        </span>
      )}
      {measures.length > 0 && (
        <span className="app-small">Bears on: {measures.map(({ name }) => name).join('; ')}</span>
      )}
    </>
  )
}
