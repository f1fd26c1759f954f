import { Link } from '@tanstack/react-router'
import type { AccountAnswer } from '../../../server/contract/account.ts'
import { May } from '../May.tsx'
import { EDITIONS } from '../people/TokenTable.tsx'

/** Who one is here, and what that allows. */
export function OwnAccount({ account }: { account: AccountAnswer }) {
  return (
    <>
      <p className="govuk-body-l app-lead">{account.words}</p>
      <dl className="app-person">
        <div>
          <dt>Name</dt>
          <dd>{account.name}</dd>
        </div>
        <div>
          <dt>Email address</dt>
          <dd>{account.email}</dd>
        </div>
        <div>
          <dt>What you may do</dt>
          <dd>
            <ul className="govuk-list">
              {account.permissions.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>What you see</dt>
          <dd>
            {EDITIONS[account.edition]}
            {account.themes && (
              <span className="app-small">Only measures of: {account.themes.join(', ')}</span>
            )}
          </dd>
        </div>
      </dl>
      <May permission="manage-people">
        <p className="govuk-body">
          <Link to="/people" className="govuk-link">
            Who may do what here
          </Link>
        </p>
      </May>
      <May permission="read-audit">
        <p className="govuk-body">
          <Link to="/audit" className="govuk-link">
            Record of changes: who did what, when and why
          </Link>
        </p>
      </May>
      <p className="govuk-body">If something here is wrong, ask an administrator of this dashboard.</p>
    </>
  )
}
