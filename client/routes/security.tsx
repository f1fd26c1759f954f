import { createFileRoute, Link } from '@tanstack/react-router'
import { LEAST_VALUES } from '../../server/domain/disclosure/bounds.ts'
import { LEAST_WHOLE, MOST_SMALL } from '../../server/domain/disclosure/primary.ts'
import {
  PERMISSIONS,
  powersOf,
  RIGHT_WORDS,
  RIGHTS,
  ROLE_WORDS,
  ROLES,
} from '../../server/domain/permission.ts'
import { addedBy, LONGEST_TOKEN_DAYS, PERMISSION_WORDS } from '../../server/domain/permission-words.ts'
import { JOIN_LINK_DAYS, SHORTEST_PASSWORD } from '../../server/domain/retention.ts'
import { RolesTable } from '../components/people/RolesTable.tsx'
import { Screen } from '../components/Screen.tsx'
import { useSession } from '../use-session.ts'
import '../styles/people.scss'

export const Route = createFileRoute('/security')({ component: Security })

/** The server's own table of who may do what, by which it decides. */
const ROLES_TABLE = {
  permissions: PERMISSIONS.map((id) => ({ id, name: PERMISSION_WORDS[id] })),
  roles: ROLES.map((id) => {
    const { permissions, edition } = powersOf(id, [])
    return { id, ...ROLE_WORDS[id], permissions: [...permissions], edition }
  }),
  rights: RIGHTS.map((id) => {
    const { permissions, restricted } = addedBy(id)
    return { id, ...RIGHT_WORDS[id], permissions, edition: restricted ? 'restricted' : 'public' } as const
  }),
}

const RULES = [
  [
    `1 to ${MOST_SMALL} children`,
    'Shown as [c]. None is shown as 0, and more are shown as they are. A rate is hidden with its number, since the size of the population is known.',
  ],
  [
    `All but 1 to ${MOST_SMALL}`,
    'Hidden too: 30 of 33 children would say that 3 were left out. All of them, and none of them, are shown.',
  ],
  [
    `A share of fewer than ${LEAST_WHOLE}`,
    `A percentage or an average of fewer than ${LEAST_WHOLE} children is hidden, whatever it is.`,
  ],
  [
    'What would give it away',
    `Three quarters and the year give away the fourth. So another number is hidden beside it, until a hidden one could be at least ${LEAST_VALUES} different numbers.`,
  ],
  [
    'Small corrections',
    `A correction by 1 to ${MOST_SMALL} children would say how many were added. What was shown before goes on standing, until a larger correction takes its place.`,
  ],
  [
    'What can’t be checked',
    'A share or a rate whose numbers nobody sent is hidden, since nobody can tell how few stand behind it. Some measures are not in the public edition at all.',
  ],
] as const

/** How small numbers are kept from the public, and figures from whoever may not change them. */
function Security() {
  const session = useSession()
  return (
    <Screen title="How figures are kept safe" className="app-people-screen">
      <p className="govuk-body-l">
        Two things are kept safe: children who could be recognised by a small number, and the figures
        themselves, so that nobody changes them unseen.
      </p>

      <h2 className="govuk-heading-m">Two editions</h2>
      <p className="govuk-body">
        The <strong>public edition</strong> is for everybody whom the council lets read. The{' '}
        <strong>restricted edition</strong> also has small numbers, for those who need them at work. Both come
        from one store. Figures that the Department for Education publishes are public already, under its own
        rules; these are the rules for what the council sends in. Figures about staff, money, days and places
        are not hidden.
      </p>
      <dl className="app-catalogue">
        {RULES.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <p className="govuk-body">
        The rules apply to charts, tables, downloads and sums alike, and to comments and targets that tell of
        a hidden figure. Other texts are shown as people wrote them. A program of its own tries to work the
        hidden numbers out again from what is shown, as somebody curious would; the council can run it at any
        time.
      </p>

      <h2 className="govuk-heading-m">Who may do what</h2>
      <ul className="govuk-list govuk-list--bullet">
        {ROLES.map((id) => (
          <li key={id}>
            {withArticle(ROLE_WORDS[id].name)} {ROLE_WORDS[id].may}.
          </li>
        ))}
      </ul>
      <RolesTable {...ROLES_TABLE} />

      <h2 className="govuk-heading-m">A second person</h2>
      <p className="govuk-body">
        A council can ask for two people for every file: one uploads it, and somebody else looks at it and
        publishes it. {session?.secondPerson === true && 'This dashboard asks for two people. '}
        {session?.secondPerson === false &&
          'This dashboard does not ask for that now: whoever uploads a file may publish it, if their role allows. '}
        Nothing is overwritten. A published file can be taken back, and then what stood before is shown again.
      </p>

      <h2 className="govuk-heading-m">The record of changes</h2>
      <p className="govuk-body">
        Every change and every sign-in goes on record: when, by which account, what it was before and after,
        and why. The record is only ever added to, and the database refuses anything else. Each line carries a
        sum over the line before, so that a line which was changed or removed past the program is found.
        Administrators read it, and that is on record too.
      </p>

      <h2 className="govuk-heading-m">Signing in</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          People come by a link that opens once, within {JOIN_LINK_DAYS} days, or by the council’s own
          directory if it has set one. There is no password that is there from the start.
        </li>
        <li>
          A password has {SHORTEST_PASSWORD} characters or more and is not one of those that are guessed
          first. It need not be changed for the sake of it.
        </li>
        <li>
          Everybody with a password here can turn on a second step: a code from their own phone. Nobody has
          to.
        </li>
        <li>Whoever guesses too often has to wait, whether at one account or at many.</li>
        <li>
          Programs use keys of their own. A key does no more than its person may do, and ends after{' '}
          {LONGEST_TOKEN_DAYS} days at most.
        </li>
        <li>
          Sessions end by themselves, and what is kept of them is told under{' '}
          <Link to="/privacy" className="govuk-link">
            what this dashboard keeps about people
          </Link>
          .
        </li>
      </ul>

      <h2 className="govuk-heading-m">What is not done yet</h2>
      <p className="govuk-body">
        Nobody from outside has tested how safe this is. Beside the code of the program lies a list that goes
        through a published standard for safe programs, point by point, and says of each whether it is met, by
        which test, or what lacks.
      </p>
    </Screen>
  )
}

const withArticle = (name: string) =>
  `${/^[AEIOU]/.test(name) ? 'An' : 'A'} ${name.charAt(0).toLowerCase()}${name.slice(1)}`
