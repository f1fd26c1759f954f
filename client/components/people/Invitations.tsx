import { openInvitationPath } from '../../../server/contract/paths.ts'
import type { OpenInvitationAnswer } from '../../../server/contract/people.ts'
import { remove } from '../../api.ts'
import { momentInWords } from '../../words.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { ScrollBox } from '../ScrollBox.tsx'
import { RoleWords, themesInWords } from './PeopleTable.tsx'
import { StateTag } from './StateTag.tsx'
import { useSending } from './use-sending.ts'

/** Links to join that nobody has used. */
export function Invitations({
  invitations,
  onTold,
}: {
  invitations: readonly OpenInvitationAnswer[]
  onTold: (words: string) => void
}) {
  const { faults, sent, busy, send } = useSending(() => [])
  const withdraw = ({ id, name }: OpenInvitationAnswer) =>
    void send(
      () => remove(openInvitationPath(id)),
      () => onTold(`The invitation of ${name} is withdrawn: the link opens nothing any more.`),
    )
  return (
    <section aria-labelledby="invitations-heading" className="app-part">
      <h2 className="govuk-heading-m" id="invitations-heading">
        Invited
      </h2>
      <ErrorSummary faults={faults} sent={sent} />
      {invitations.length === 0 ? (
        <p className="app-empty">Nobody is invited just now.</p>
      ) : (
        <ScrollBox label="Table of invitations">
          <table className="app-table app-people">
            <caption className="govuk-visually-hidden">
              Invitations that nobody has used, the newest first
            </caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">State</th>
                <th scope="col">Role</th>
                <th scope="col">Measures</th>
                <th scope="col">The link works until</th>
                <th scope="col">Invited by</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {invitations.map((invitation) => (
                <tr key={invitation.id}>
                  <th scope="row">
                    {invitation.name}
                    <span className="app-small">{invitation.email}</span>
                  </th>
                  <td>
                    <StateTag state={invitation.expired ? 'expired' : 'invited'} />
                  </td>
                  <td>
                    <RoleWords grant={invitation} />
                  </td>
                  <td>{themesInWords(invitation)}</td>
                  <td>{momentInWords(invitation.expiresAt)}</td>
                  <td>{invitation.madeBy ?? 'Somebody who is not here any more'}</td>
                  <td>
                    <button
                      type="button"
                      className="govuk-button govuk-button--secondary app-row-button"
                      aria-disabled={busy}
                      onClick={() => withdraw(invitation)}
                    >
                      Withdraw
                      <span className="govuk-visually-hidden"> the invitation of {invitation.name}</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  )
}
