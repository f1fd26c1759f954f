import { useState } from 'react'
import { endSessionsPath, passwordLinkPath } from '../../../server/contract/paths.ts'
import type { LinkAnswer, PersonAnswer } from '../../../server/contract/people.ts'
import { ask, post } from '../../api.ts'
import { momentInWords } from '../../words.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Once } from './Once.tsx'
import { useSending } from './use-sending.ts'

/** For somebody who forgot the password, or left a device somewhere. */
export function SignInHelp({ person, onTold }: { person: PersonAnswer; onTold: (words: string) => void }) {
  const [link, setLink] = useState<LinkAnswer | null>(null)
  const { faults, sent, busy, send } = useSending(() => [])
  const makeLink = () => void send(() => post(passwordLinkPath(person.id)), setLink)
  const endAll = () =>
    void send(
      () => ask(endSessionsPath(person.id), { method: 'POST' }),
      () => onTold(`${person.name} is signed out everywhere.`),
    )
  return (
    <>
      <ErrorSummary faults={faults} sent={sent} />
      {link && (
        <Once
          key={link.id}
          heading="The link for another password"
          label="Link"
          secret={`${window.location.origin}${link.path}`}
        >
          <p className="govuk-body">
            Pass it to {person.name} yourself. It works once, until {momentInWords(link.expiresAt)}, and is
            not shown again. Whoever opens it sets the password, so make sure that it reaches nobody else.
          </p>
        </Once>
      )}
      <h3 className="govuk-heading-s">Another password</h3>
      <p className="govuk-body">
        You can make a link by which {person.name} chooses another password. A link made before then opens
        nothing any more, and using it signs {person.name} out everywhere.
      </p>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        aria-disabled={busy}
        onClick={makeLink}
      >
        Make a link for another password
      </button>
      <h3 className="govuk-heading-s">A device left behind</h3>
      <p className="govuk-body">
        {person.name} has to sign in again on every device. Keys for programs go on working.
      </p>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        aria-disabled={busy}
        onClick={endAll}
      >
        Sign {person.name} out everywhere
      </button>
    </>
  )
}
