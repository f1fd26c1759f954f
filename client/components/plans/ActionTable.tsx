import { Link } from '@tanstack/react-router'
import { planPath } from '../../../server/contract/paths.ts'
import type { PlanAction } from '../../../server/contract/plan-action-answers.ts'
import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import { capitalised } from '../../words.ts'
import { Choice } from '../Choice.tsx'
import { FileLinks } from '../FileLinks.tsx'
import { AnnualTable, Serves } from './AnnualTable.tsx'
import { StateTag } from './StateTag.tsx'
import type { Shared } from './shared.ts'

export type Chosen = { owner?: string | undefined; state?: string | undefined }

/** Whether an action is among those chosen by who does it and where it stands. */
export const isChosen = (action: PlanAction, { owner, state }: Chosen): boolean =>
  (!owner || action.owner === owner) &&
  (!state || (state === 'overdue' ? action.overdueDays !== null : action.state === state))

/** The actions of a plan by stage, or those of an annual work plan in its own columns; on a narrow screen each is a card. */
export function ActionTable(props: {
  plan: PlanAnswer
  actions: readonly PlanAction[]
  chosen: Chosen
  shared: Shared
  onChoose: (chosen: Chosen) => void
}) {
  const { plan, actions, chosen, shared, onChoose } = props
  const on = plan.isToday ? undefined : plan.on
  return (
    <section aria-labelledby="actions-heading" className="app-plan-part">
      <h2 id="actions-heading" className="govuk-heading-m">
        Actions
      </h2>
      {plan.actions.length === 0 ? (
        <p className="app-empty">No action of this plan is on record. When one is added, it appears here.</p>
      ) : (
        <>
          <div className="app-controls">
            <Choice
              label="Who does it"
              value={chosen.owner ?? ''}
              options={[
                { value: '', label: 'Everybody' },
                ...plan.owners.map(({ owner }) => ({ value: owner, label: owner })),
              ]}
              onChoose={(owner) => onChoose({ owner: owner || undefined })}
            />
            <Choice
              label="Where it stands"
              value={chosen.state ?? ''}
              options={[{ value: '', label: 'Any state' }, ...plan.states]}
              onChoose={(state) => onChoose({ state: state || undefined })}
            />
          </div>
          {actions.length < plan.actions.length && (
            <p className="govuk-body">
              {actions.length} of {plan.actions.length} actions are shown, in the timeline too.{' '}
              <button
                type="button"
                className="app-plan-clear"
                onClick={() => onChoose({ owner: undefined, state: undefined })}
              >
                Show all
              </button>
            </p>
          )}
          {actions.length > 0 && plan.kind === 'annual' && (
            <AnnualTable actions={actions} search={{ ...shared, on }} />
          )}
          {actions.length > 0 && plan.kind !== 'annual' && (
            <table className="app-stack app-plan-actions">
              <caption className="govuk-visually-hidden">Actions of the plan</caption>
              <thead>
                <tr>
                  <th scope="col">Action</th>
                  <th scope="col">Who does it</th>
                  <th scope="col">Start</th>
                  <th scope="col">Due</th>
                  <th scope="col">Where it stands</th>
                </tr>
              </thead>
              {groupsOf(plan, actions).map(({ name, words, members }) => (
                <tbody key={name}>
                  {name !== '' && (
                    <tr className="app-plan-actions__stage">
                      <th scope="rowgroup" colSpan={5}>
                        {name} <span className="app-small">{words}</span>
                      </th>
                    </tr>
                  )}
                  {members.map((action) => (
                    <ActionRow key={action.id} action={action} search={{ ...shared, on }} />
                  ))}
                </tbody>
              ))}
            </table>
          )}
        </>
      )}
      <p className="govuk-body app-downloads">
        <FileLinks what="all actions" path={planPath(plan.id, { on })} />
      </p>
    </section>
  )
}

type Group = { name: string; words: string; members: PlanAction[] }

/** Stages in the order of the plan; what is in none of them comes last. A plan without stages has one group. */
function groupsOf(plan: PlanAnswer, actions: readonly PlanAction[]): Group[] {
  const staged = plan.stages.map(({ id, name, days, countsWords }) => ({
    name: `Stage: ${name}`,
    words: `${capitalised(days)}. ${countsWords}`,
    members: actions.filter(({ stage }) => stage?.id === id),
  }))
  const loose = actions.filter(({ stage }) => stage === null)
  const rest = { name: staged.length > 0 ? 'No stage is stated' : '', words: '', members: loose }
  return [...staged, ...(loose.length > 0 ? [rest] : [])].filter(({ members }) => members.length > 0)
}

function ActionRow({ action, search }: { action: PlanAction; search: Shared & { on?: string | undefined } }) {
  return (
    <tr>
      <th scope="row">
        {action.reference && `${action.reference} `}
        <Link to="/actions/$id" params={{ id: action.id }} search={search} className="govuk-link">
          {action.title}
        </Link>
        <Serves action={action} />
      </th>
      <td data-heading="Who does it">{action.owner}</td>
      <td data-heading="Start">{action.startLabel ?? 'no day stated'}</td>
      <td data-heading="Due">
        {action.dueLabel ?? 'no due day'}
        {action.dueText && <span className="app-small">As printed: {action.dueText}</span>}
      </td>
      <td data-heading="Where it stands">
        <StateTag action={action} />
        {action.progress && <span className="app-small">{action.progress} of the way, as it is stated</span>}
        {action.stateText && <span className="app-small">As printed: {action.stateText}</span>}
        <span className="app-small">Stated on {action.source.statedLabel}</span>
      </td>
    </tr>
  )
}
