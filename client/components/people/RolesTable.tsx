import type { PeopleAnswer } from '../../../server/contract/people.ts'
import { ScrollBox } from '../ScrollBox.tsx'

/** What each role may do, as the server decides it; a right adds to whatever role it stands beside. */
export function RolesTable({
  permissions,
  roles,
  rights,
}: Pick<PeopleAnswer, 'permissions' | 'roles' | 'rights'>) {
  const columns = [...roles, ...rights]
  return (
    <section aria-labelledby="roles-heading" className="app-part">
      <h2 className="govuk-heading-m" id="roles-heading">
        What each role may do
      </h2>
      <p className="govuk-body">
        A person has one role. What stands beside it adds to the role. Without an account one reads the public
        edition, if that is open to all, and nothing else.
      </p>
      <ScrollBox label="Table of roles">
        <table className="app-table app-roles">
          <caption className="govuk-visually-hidden">What each role may do, and what each right adds</caption>
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={roles.length}>
                Roles
              </th>
              <th scope="colgroup" colSpan={rights.length}>
                Beside a role
              </th>
            </tr>
            <tr>
              <td />
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {permissions.map((permission) => (
              <tr key={permission.id}>
                <th scope="row">{permission.name}</th>
                {columns.map(({ id, permissions: given }) => (
                  <Mark key={id} on={given.includes(permission.id)} />
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">See small numbers (the restricted edition)</th>
              {columns.map(({ id, edition }) => (
                <Mark key={id} on={edition === 'restricted'} />
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

const Mark = ({ on }: { on: boolean }) =>
  on ? (
    <td>
      <span aria-hidden="true">✓ </span>Yes
    </td>
  ) : (
    <td>
      <span aria-hidden="true">–</span>
      <span className="govuk-visually-hidden">No</span>
    </td>
  )
