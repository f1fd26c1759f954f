import { Link } from '@tanstack/react-router'
import type { GrantAnswer, PersonAnswer } from '../../../server/contract/people.ts'
import { momentInWords } from '../../words.ts'
import { ScrollBox } from '../ScrollBox.tsx'
import { StateTag } from './StateTag.tsx'

/** Everybody who has an account, each leading to what can be done with it. */
export function PeopleTable({ people }: { people: readonly PersonAnswer[] }) {
  return (
    <ScrollBox label="Table of accounts">
      <table className="app-table app-people">
        <caption className="govuk-visually-hidden">Everybody who has an account, by name</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">State</th>
            <th scope="col">Role</th>
            <th scope="col">Measures</th>
            <th scope="col">Second step at sign-in</th>
            <th scope="col">Last here</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Link to="/people/$id" params={{ id: person.id }} className="govuk-link">
                  {person.name}
                </Link>
                {person.isYou && ' (you)'}
                <span className="app-small">{person.email}</span>
              </th>
              <td>
                <StateTag state={person.state} />
              </td>
              <td>
                <RoleWords grant={person} />
              </td>
              <td>{themesInWords(person)}</td>
              <td>{person.secondFactor ? 'On' : 'Off'}</td>
              <td>{person.lastSeen === null ? 'Never' : momentInWords(person.lastSeen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** A role with the rights beside it. */
export function RoleWords({ grant }: { grant: GrantAnswer }) {
  return (
    <>
      {grant.roleName}
      {grant.rights.map(({ id, name }) => (
        <span key={id} className="app-small">
          and {name}
        </span>
      ))}
    </>
  )
}

export const themesInWords = ({ themes }: GrantAnswer): string =>
  themes === null ? 'All' : themes.map(({ name }) => name).join(', ')
