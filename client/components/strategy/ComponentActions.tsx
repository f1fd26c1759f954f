import { Link } from '@tanstack/react-router'
import type { ServingAction } from '../../../server/contract/programmes.ts'
import { May } from '../May.tsx'
import type { Shared } from './Opening.tsx'
import { backTo } from './StrategyLinks.tsx'

/** What is being done for a component of a strategy, by whom, by when; where nothing is, the way to add it. */
export function ComponentActions(props: {
  programme: string
  component: string
  actions: readonly ServingAction[]
  shared: Shared
}) {
  const { programme, component, actions, shared } = props
  if (actions.length === 0) {
    return (
      <p className="app-small">
        No action for it is on record.{' '}
        <May permission="record">
          <Link
            to="/registers/$register/new"
            params={{ register: 'action' }}
            search={{ ...shared, plan: programme, serves: component, back: backTo(programme) }}
            className="govuk-link"
          >
            Add an action <span className="govuk-visually-hidden">for this component</span>
          </Link>
        </May>
      </p>
    )
  }
  return (
    <ul>
      {actions.map(({ id, title, owner, stateWords, overdueWords, due }) => (
        <li key={id}>
          Action:{' '}
          <Link to="/actions/$id" params={{ id }} search={shared} className="govuk-link">
            {title}
          </Link>
          : {owner}; {stateWords.toLowerCase()}, {due}. {overdueWords && <strong>{overdueWords}.</strong>}
        </li>
      ))}
    </ul>
  )
}
