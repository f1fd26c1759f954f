import { Link, useSearch } from '@tanstack/react-router'
import type { PlanPart } from '../../../server/contract/indicator-actions.ts'

/**
 * Parts of plans that bear on a measure: what, of which plan, whose, until when, and how far it has come. `brief`: by
 * their names alone, without what they say in more words.
 */
export function PlanParts(props: { parts: readonly PlanPart[]; className: string; brief?: boolean }) {
  const { parts, className, brief = false } = props
  const { area, neighbours, asAt } = useSearch({ strict: false })
  if (parts.length === 0) return null
  return (
    <ul className={className}>
      {parts.map(({ id, one, name, text, plan, owner, period, actions }) => (
        <li key={`${plan.id} ${id}`}>
          {one} of{' '}
          <Link
            to="/plans/$id"
            params={{ id: plan.id }}
            search={{ area, neighbours, asAt }}
            className="govuk-link"
          >
            {plan.name}
          </Link>
          : {name}.{!brief && ` ${text ?? ''}`}
          <span className="app-small">
            {owner ?? 'No owner is stated'}. {period}. {actions}
          </span>
        </li>
      ))}
    </ul>
  )
}
