import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { anyTokenPath, peoplePath } from '../../server/contract/paths.ts'
import { FileLinks } from '../components/FileLinks.tsx'
import { Closed } from '../components/May.tsx'
import { Invitations } from '../components/people/Invitations.tsx'
import { PeopleTable } from '../components/people/PeopleTable.tsx'
import { RolesTable } from '../components/people/RolesTable.tsx'
import { TokenTable } from '../components/people/TokenTable.tsx'
import { Told } from '../components/people/Told.tsx'
import { Screen } from '../components/Screen.tsx'
import { people, session } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/people.scss'

export const Route = createFileRoute('/people/')({
  validateSearch: keep([]),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(session()),
  component: () => (
    <Closed permission="manage-people" title="People">
      <People />
    </Closed>
  ),
})

/** Who may sign in here, who is invited, what programs have keys, and what each role may do. */
function People() {
  const { data, error } = useSuspenseQuery(people())
  const before = useLocation({ select: (location) => location.state.told })
  const [told, setTold] = useState(before)
  // Whoever may not see this any more is not left with what was shown before.
  if (error) throw error
  return (
    <Screen title="People" className="app-people-screen">
      <Told words={told} />
      <p className="govuk-body-l app-lead">
        Who may sign in, and what each may do. Every change is put on record with its reason, and holds from
        the next thing that the person asks for.
      </p>
      <p className="govuk-body app-links">
        <Link to="/people/invite" className="govuk-link">
          Invite somebody
        </Link>
        <FileLinks what="this list" path={peoplePath} />
      </p>
      <section aria-labelledby="people-heading" className="app-part">
        <h2 className="govuk-heading-m" id="people-heading">
          Accounts
        </h2>
        <PeopleTable people={data.people} />
      </section>
      <Invitations invitations={data.invitations} onTold={setTold} />
      <section aria-labelledby="keys-heading" className="app-part">
        <h2 className="govuk-heading-m" id="keys-heading">
          Keys for programs
        </h2>
        {data.tokens.length === 0 ? (
          <p className="app-empty">Nobody has made a key for a program.</p>
        ) : (
          <TokenTable tokens={data.tokens} ofSeveral pathOf={anyTokenPath} onTold={setTold} />
        )}
      </section>
      <RolesTable permissions={data.permissions} roles={data.roles} rights={data.rights} />
    </Screen>
  )
}
