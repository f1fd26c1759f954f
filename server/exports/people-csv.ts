import type { GrantAnswer, PeopleAnswer } from '../contract/people.ts'
import type { CsvFile } from './csv.ts'

/** Everybody who may sign in, who could, and who is invited: a row a person. Times are ISO. */
export function peopleCsv({ people, invitations }: PeopleAnswer): CsvFile {
  const heading = [
    'name',
    'email',
    'state',
    'role',
    'extra_rights',
    'themes',
    'second_step_at_sign_in',
    'last_seen',
    'closed_at',
    'invited_until',
  ]
  const grant = ({ roleName, rights, themes }: GrantAnswer) => [
    roleName,
    rights.map(({ name }) => name).join('; ') || null,
    themes === null ? 'all' : themes.map(({ name }) => name).join('; '),
  ]
  return {
    name: 'people.csv',
    rows: [
      heading,
      ...people.map((person) => [
        person.name,
        person.email,
        person.state,
        ...grant(person),
        person.secondFactor ? 'yes' : 'no',
        person.lastSeen,
        person.closedAt,
        null,
      ]),
      ...invitations.map((invitation) => [
        invitation.name,
        invitation.email,
        'invited',
        ...grant(invitation),
        null,
        null,
        null,
        invitation.expiresAt,
      ]),
    ],
  }
}
