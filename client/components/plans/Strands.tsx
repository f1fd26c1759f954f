import { Link } from '@tanstack/react-router'
import type { PlanAction } from '../../../server/contract/plan-action-answers.ts'
import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import type { PlanStrandGroup } from '../../../server/contract/plan-content-answers.ts'
import { May } from '../May.tsx'
import { StateTag } from './StateTag.tsx'
import type { Shared } from './shared.ts'

type Strand = PlanStrandGroup['strands'][number]

/** What a plan is made up of, kind by kind: recommendations, standards, priorities, components, building blocks. */
export function Strands({ plan, shared }: { plan: PlanAnswer; shared: Shared }) {
  return plan.strands.map((group) => (
    <section key={group.kind} aria-labelledby={`${group.kind}-heading`} className="app-plan-part">
      <h2 id={`${group.kind}-heading`} className="govuk-heading-m">
        {group.heading}
      </h2>
      <p className="govuk-body">{group.words}</p>
      {group.strands.length === 0 ? (
        <May permission="record">
          <p className="govuk-body app-plan-add">
            <Link
              to="/registers/$register/$id/change"
              params={{ register: 'plan', id: plan.id }}
              search={{ ...shared, back: `/plans/${plan.id}` }}
              className="govuk-link"
            >
              Add {group.heading.toLowerCase()} to the plan
            </Link>
          </p>
        </May>
      ) : (
        <StrandTable plan={plan} group={group} shared={shared} />
      )}
    </section>
  ))
}

function StrandTable({ plan, group, shared }: { plan: PlanAnswer; group: PlanStrandGroup; shared: Shared }) {
  const { heading, one, ownerHeading, bodyHeading, strands } = group
  return (
    <table className="app-stack app-plan-strands">
      <caption className="govuk-visually-hidden">{heading}</caption>
      <thead>
        <tr>
          <th scope="col">{one}</th>
          {ownerHeading && <th scope="col">{ownerHeading}</th>}
          {bodyHeading && <th scope="col">{bodyHeading}</th>}
          <th scope="col">Actions that serve it</th>
        </tr>
      </thead>
      <tbody>
        {strands.map((strand) => (
          <tr key={strand.id}>
            <th scope="row">
              {strand.name}
              {strand.text && <span className="app-plan-strands__text">{strand.text}</span>}
              {strand.measures.length > 0 && <Measures strand={strand} shared={shared} />}
            </th>
            {ownerHeading && <td data-heading={ownerHeading}>{strand.owner ?? 'not stated'}</td>}
            {bodyHeading && <td data-heading={bodyHeading}>{strand.body ?? 'not stated'}</td>}
            <td data-heading="Actions that serve it">
              <Serving plan={plan} strand={strand} shared={shared} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Measures({ strand, shared }: { strand: Strand; shared: Shared }) {
  return (
    <span className="app-small">
      Bears on:{' '}
      {strand.measures.map(({ id, name }, i) => (
        <span key={id}>
          {i > 0 && '; '}
          <Link to="/indicators/$id" params={{ id }} search={shared} className="govuk-link">
            {name}
          </Link>
        </span>
      ))}
    </span>
  )
}

/** The actions that serve a part of the plan, and for who keeps the plan the way to add one. */
function Serving({ plan, strand, shared }: { plan: PlanAnswer; strand: Strand; shared: Shared }) {
  const serving = plan.actions.filter(({ id }) => strand.actions.includes(id))
  const on = plan.isToday ? undefined : plan.on
  return (
    <>
      {strand.countsWords ?? 'None'}
      {serving.length > 0 && (
        <ul className="govuk-list app-plan-serving">
          {serving.map((action) => (
            <li key={action.id}>
              <Link
                to="/actions/$id"
                params={{ id: action.id }}
                search={{ ...shared, on }}
                className="govuk-link"
              >
                {action.title}
              </Link>
              <span className="app-small">{dueOf(action)}</span>
              <StateTag action={action} />
            </li>
          ))}
        </ul>
      )}
      <May permission="record">
        <p className="app-plan-add">
          <Link
            to="/registers/$register/new"
            params={{ register: 'action' }}
            search={{ ...shared, plan: plan.id, serves: strand.id, back: `/plans/${plan.id}` }}
            className="govuk-link"
          >
            Add an action<span className="govuk-visually-hidden"> that serves “{strand.name}”</span>
          </Link>
        </p>
      </May>
    </>
  )
}

function dueOf({ dueLabel, dueText }: PlanAction): string {
  const printed = dueText ? `as printed: ${dueText}` : null
  if (dueLabel) return `Due ${dueLabel}${printed ? ` (${printed})` : ''}`
  return printed ? `No due day; ${printed}` : 'No due day is stated'
}
