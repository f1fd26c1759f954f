import { useSuspenseQuery } from '@tanstack/react-query'
import type { SessionsAnswer } from '../../../server/contract/account.ts'
import { endOtherSessionsPath, ownSessionPath } from '../../../server/contract/paths.ts'
import { SESSION_WORDS } from '../../../server/domain/retention.ts'
import { ask, remove } from '../../api.ts'
import { ownSessions } from '../../queries.ts'
import { momentInWords } from '../../words.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { useSending } from '../people/use-sending.ts'

type Session = SessionsAnswer['sessions'][number]

/** Where one is signed in, with the way to end it. */
export function Sessions({ onTold }: { onTold: (words: string) => void }) {
  const { data } = useSuspenseQuery(ownSessions())
  const { faults, sent, busy, send } = useSending(() => [])
  const others = data.sessions.filter(({ isThis }) => !isThis)
  const end = ({ id, device }: Session) =>
    void send(
      () => remove(ownSessionPath(id)),
      () => onTold(`You are signed out there: ${device}.`),
    )
  const endOthers = () =>
    void send(
      () => ask(endOtherSessionsPath, { method: 'POST' }),
      () => onTold('You are signed out everywhere else.'),
    )
  return (
    <section aria-labelledby="sessions-heading" className="app-part">
      <h2 className="govuk-heading-m" id="sessions-heading">
        Where you are signed in
      </h2>
      <p className="govuk-body">End what you don’t know. {SESSION_WORDS}</p>
      <ErrorSummary faults={faults} sent={sent} />
      <ul className="app-sessions">
        {data.sessions.map((session) => (
          <li key={session.id}>
            <span>
              <strong>{session.device}</strong>
              {session.isThis && ' (this one)'}
              <span className="app-small">
                Signed in {momentInWords(session.startedAt)}; last used {momentInWords(session.usedAt)}
              </span>
            </span>
            {!session.isThis && (
              <button
                type="button"
                className="govuk-button govuk-button--secondary"
                aria-disabled={busy}
                onClick={() => end(session)}
              >
                End
                <span className="govuk-visually-hidden">
                  : {session.device}, signed in {momentInWords(session.startedAt)}
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          aria-disabled={busy}
          onClick={endOthers}
        >
          Sign out everywhere else
        </button>
      )}
    </section>
  )
}
