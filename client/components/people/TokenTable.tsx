import type { TokenAnswer } from '../../../server/contract/people.ts'
import { dayLabel } from '../../../server/domain/period.ts'
import { remove } from '../../api.ts'
import { momentInWords } from '../../words.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { ScrollBox } from '../ScrollBox.tsx'
import { StateTag } from './StateTag.tsx'
import { useSending } from './use-sending.ts'

/** Keys for programs, each with what it may do and the way to revoke it. */
export function TokenTable(props: {
  tokens: readonly TokenAnswer[]
  /** Where keys of several people stand together. */
  ofSeveral?: boolean
  pathOf: (token: string) => string
  onTold: (words: string) => void
}) {
  const { tokens, ofSeveral = false, pathOf, onTold } = props
  const { faults, sent, busy, send } = useSending(() => [])
  const revoke = ({ id, name }: TokenAnswer) =>
    void send(
      () => remove(pathOf(id)),
      () => onTold(`The key “${name}” is revoked: what uses it is refused from now on.`),
    )
  return (
    <>
      <ErrorSummary faults={faults} sent={sent} />
      <ScrollBox label="Table of keys">
        <table className="app-table app-people">
          <caption className="govuk-visually-hidden">Keys for programs, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">What for</th>
              <th scope="col">State</th>
              {ofSeveral && <th scope="col">Whose</th>}
              <th scope="col">What it may do</th>
              <th scope="col">Works until</th>
              <th scope="col">Last used</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.name}</th>
                <td>
                  <StateTag state={token.state} />
                </td>
                {ofSeveral && <td>{token.owner}</td>}
                <td>
                  {token.permissions.map(({ name }) => name).join('; ')}
                  <span className="app-small">{EDITIONS[token.edition]}</span>
                </td>
                <td>{momentInWords(token.expiresAt)}</td>
                <td>{token.usedOn === null ? 'Never' : dayLabel(token.usedOn)}</td>
                <td>
                  {token.state === 'open' && (
                    <button
                      type="button"
                      className="govuk-button govuk-button--secondary app-row-button"
                      aria-disabled={busy}
                      onClick={() => revoke(token)}
                    >
                      Revoke<span className="govuk-visually-hidden"> the key “{token.name}”</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}

export const EDITIONS = {
  public: 'Public edition, without small numbers',
  restricted: 'Restricted edition, with small numbers',
} as const
