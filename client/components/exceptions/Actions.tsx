import { Link, useSearch } from '@tanstack/react-router'
import type { ExceptionRow, LinkedAction } from '../../../server/contract/exception-answers.ts'
import { PlanParts } from '../plans/PlanParts.tsx'
import { EntryLine, EntryLink } from '../scrutiny/EntryLink.tsx'
import { TrackerTag } from '../scrutiny/TrackerTag.tsx'

/** A measure and a period, as the forms of the registers are filled in with them. */
export type About = { indicator: string; area: string; period: string | undefined }

/** What is done about a measure: actions with owner, day and evidence; and what a committee recommended. */
export function Actions({ row, about, back }: { row: ExceptionRow; about: About; back: string }) {
  const near = row.actions.filter((action) => action.near)
  const others = row.actions.filter((action) => !action.near)
  const toForm = { register: 'action', back, filled: { indicators: about.indicator } } as const
  const add = (
    <>
      Add an action<span className="govuk-visually-hidden"> on {row.name}</span>
    </>
  )
  return (
    <>
      <ActionList actions={near} />
      <PlanParts parts={row.parts} className="app-actions" brief />
      {near.length === 0 ? (
        <p className="govuk-body">
          {none(others.length)}
          <EntryLink {...toForm}>{add}</EntryLink>
        </p>
      ) : (
        <EntryLine className="govuk-body" {...toForm}>
          {add}
        </EntryLine>
      )}
      {others.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {others.length === 1 ? 'One action' : `${others.length} actions`} stated in other years
              <span className="govuk-visually-hidden"> on {row.name}</span>
            </span>
          </summary>
          <div className="govuk-details__text">
            <ActionList actions={others} />
          </div>
        </details>
      )}
      {row.recommendations.length > 0 && (
        <ul className="app-actions">
          {row.recommendations.map((each) => (
            <li key={each.id}>
              Recommended by the {each.committee} on {each.madeLabel}: {each.text}{' '}
              <TrackerTag rag={each.rag} />
              <span className="app-small">
                {each.update} (Tracker of {each.asOfLabel}; {each.officer}; target date: {each.targetText}.)
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const none = (others: number) =>
  others === 0
    ? 'No action of a plan is linked to this measure. '
    : 'No action that was stated within a year of this period is linked to this measure. '

function ActionList({ actions }: { actions: readonly LinkedAction[] }) {
  if (actions.length === 0) return null
  return (
    <ul className="app-actions">
      {actions.map((action) => (
        <li key={action.id}>
          <Action action={action} />
        </li>
      ))}
    </ul>
  )
}

function Action({ action }: { action: LinkedAction }) {
  const { id, title, plan, owner, due, stateWords, update, evidence, source, statedLabel } = action
  const { area, neighbours, asAt } = useSearch({ strict: false })
  const pairs: [string, string][] = [
    ['Owner', owner],
    ['By when', due ?? 'No day is given'],
    ['State', update ? `${stateWords}. ${update}` : stateWords],
    ['Evidence', evidence ?? 'None is recorded'],
  ]
  return (
    <>
      <Link to="/actions/$id" params={{ id }} search={{ area, neighbours, asAt }} className="govuk-link">
        {title}
      </Link>
      <dl className="app-pairs app-pairs--across">
        {pairs.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <span className="app-small">
        {plan && `${plan.name}. `}Stated on {statedLabel} in: {source.document}
        {source.page && `, ${source.page}`}.
      </span>
    </>
  )
}
