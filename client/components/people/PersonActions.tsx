import { Link, useNavigate } from '@tanstack/react-router'
import type { PeopleAnswer, PersonAnswer } from '../../../server/contract/people.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { SignInHelp } from './SignInHelp.tsx'

const ACTIONS = {
  change: 'Change',
  'sign-in': 'Help with signing in',
  close: 'Close the account',
  reopen: 'Reopen the account',
  erase: 'Erase the account',
} as const
type Action = keyof typeof ACTIONS

/** What can be done with an account, as it is; nobody helps or closes themselves. */
function actionsOf({ state, isYou }: PersonAnswer): Action[] {
  if (state === 'closed') return ['reopen', 'change', 'erase']
  return isYou ? ['change'] : ['change', 'sign-in', 'close']
}

/** What an administrator does with an account, one thing at a time. */
export function PersonActions(props: {
  person: PersonAnswer
  table: PeopleAnswer
  chosen: string | undefined
  onTold: (words: string) => void
}) {
  const { person, table, chosen, onTold } = props
  const navigate = useNavigate()
  const actions = actionsOf(person)
  const action = actions.find((each) => each === chosen) ?? actions[0] ?? 'change'
  const told = (words: string) => {
    onTold(words)
    void navigate({ to: '/people/$id', params: { id: person.id } })
  }
  return (
    <>
      {actions.length > 1 && (
        <nav aria-label="What to do" className="app-switch app-person__actions">
          {actions.map((each) => (
            <Link
              key={each}
              to="/people/$id"
              params={{ id: person.id }}
              search={{ do: each }}
              aria-current={each === action ? 'true' : undefined}
            >
              {ACTIONS[each]}
            </Link>
          ))}
        </nav>
      )}
      <section aria-labelledby="action-heading" className="app-person__action">
        <h2 className="govuk-heading-m" id="action-heading">
          {ACTIONS[action]}
        </h2>
        <Chosen action={action} person={person} table={table} onTold={told} />
      </section>
    </>
  )
}

function Chosen({
  action,
  person,
  table,
  onTold,
}: {
  action: Action
  person: PersonAnswer
  table: PeopleAnswer
  onTold: (words: string) => void
}) {
  const navigate = useNavigate()
  switch (action) {
    case 'change':
      return <ChangeForm person={person} table={table} onDone={onTold} />
    case 'sign-in':
      return <SignInHelp person={person} onTold={onTold} />
    case 'close':
      return (
        <ReasonForm
          person={person}
          action="close"
          button="Close the account"
          warning
          onDone={() => onTold('The account is closed.')}
        >
          <p className="govuk-body">
            {person.name} is signed out everywhere at once and can’t sign in any more; keys for programs and
            links that nobody has used end too. What was done stays, with the name. You can reopen the
            account.
          </p>
        </ReasonForm>
      )
    case 'reopen':
      return (
        <ReasonForm
          person={person}
          action="reopen"
          button="Reopen the account"
          onDone={() => onTold('The account is open again.')}
        >
          <p className="govuk-body">
            {person.name} can sign in again and may do what is said above. Keys for programs stay revoked.
          </p>
        </ReasonForm>
      )
    case 'erase':
      return (
        <ReasonForm
          person={person}
          action="erase"
          button="Erase the account for good"
          warning
          sure="I am sure: this can’t be undone"
          onDone={() =>
            void navigate({
              to: '/people',
              state: { told: 'The account is erased. Nobody can bring it back.' },
            })
          }
        >
          <p className="govuk-inset-text app-warning">
            <strong>This can’t be undone.</strong> The name, the email address, the password and all that{' '}
            {person.name} signed in with are deleted. Beside everything that they did, “Former member of
            staff” stands in place of the name. What they did, and the record of changes, stay.
          </p>
        </ReasonForm>
      )
  }
}
