import { useState } from 'react'
import { endSessionsPath, passwordLinkPath } from '../../../server/contract/paths.ts'
import type { LinkAnswer, PersonAnswer } from '../../../server/contract/people.ts'
import { ask, post } from '../../api.ts'
import { momentInWords } from '../../words.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Once } from './Once.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { useSending } from './use-sending.ts'

/** For somebody who forgot the password, left a device somewhere, or lost what shows the codes of the second step. */
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
      {person.secondFactor && (
        <>
          <h3 className="govuk-heading-s">A lost second step</h3>
          <p className="govuk-body">
            Whoever lost the phone that shows the codes can still come in with a recovery code. If{' '}
            {person.name} has none left, you can reset the second step. Make sure first that it is really{' '}
            {person.name} who asks: speak to them in person, or call them on a number that you know.
          </p>
          <ReasonForm
            person={person}
            action="reset-second-step"
            button="Reset the second step"
            warning
            onDone={() =>
              onTold(
                `The second step of ${person.name} is reset. Ask them to sign in with the password and to turn it on again at once, on the page “Your account”.`,
              )
            }
          >
            <p className="govuk-body">
              Then {person.name} is signed out everywhere, the old codes and recovery codes open nothing any
              more, and the password alone lets {person.name} in, until they turn the second step on again.
            </p>
          </ReasonForm>
        </>
      )}
    </>
  )
}
