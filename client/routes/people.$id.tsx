import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Closed } from '../components/May.tsx'
import { RoleWords, themesInWords } from '../components/people/PeopleTable.tsx'
import { PersonActions } from '../components/people/PersonActions.tsx'
import { StateTag } from '../components/people/StateTag.tsx'
import { Told } from '../components/people/Told.tsx'
import { Screen } from '../components/Screen.tsx'
import { people, session } from '../queries.ts'
import { keep } from '../search.ts'
import { momentInWords } from '../words.ts'
import '../styles/people.scss'
import '../styles/versions.scss'

export const Route = createFileRoute('/people/$id')({
  validateSearch: keep(['do']),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(session()),
  component: () => (
    <Closed permission="manage-people" title="People">
      <Person />
    </Closed>
  ),
})

/** One account, and what an administrator can do with it. */
function Person() {
  const { id } = Route.useParams()
  const { do: chosen } = Route.useSearch()
  const { data, error } = useSuspenseQuery(people())
  const [told, setTold] = useState<string>()
  if (error) throw error
  const person = data.people.find((each) => each.id === id)
  if (!person) {
    return (
      <Screen title="There is no such account">
        <p className="govuk-body">
          It may have been erased.{' '}
          <Link to="/people" className="govuk-link">
            See all people
          </Link>
        </p>
      </Screen>
    )
  }
  const facts = [
    ['Email address', person.email],
    ['State', <StateTag key="state" state={person.state} />],
    ['Closed', person.closedAt && momentInWords(person.closedAt)],
    ['Role', <RoleWords key="role" grant={person} />],
    ['Measures', themesInWords(person)],
    ['Second step', person.secondFactor ? 'On' : 'Off'],
    ['Last here', person.lastSeen === null ? 'Never' : momentInWords(person.lastSeen)],
  ] as const
  return (
    <Screen title={person.name} caption={person.isYou ? 'You' : 'Account'} className="app-people-screen">
      <Told words={told} />
      <p className="govuk-body">
        <Link to="/people" className="govuk-link">
          All people
        </Link>
      </p>
      <dl className="app-person">
        {facts.map(
          ([what, fact]) =>
            fact && (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{fact}</dd>
              </div>
            ),
        )}
      </dl>
      <PersonActions person={person} table={data} chosen={chosen} onTold={setTold} />
    </Screen>
  )
}
