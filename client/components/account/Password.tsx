import { useState } from 'react'
import { SHORTEST_PASSWORD } from '../../../server/domain/retention.ts'
import { askDoor } from '../../auth-api.ts'
import { useForm } from '../../use-form.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { PasswordField } from '../fields/PasswordField.tsx'

/** A new password, by whoever knows the old one; every other session of theirs ends. */
export function Password({ onTold }: { onTold: (words: string) => void }) {
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const { faults, sent, busy, at, submit } = useForm(() => [
    ...(old ? [] : [{ field: 'old-password', message: 'Write the password that you have now' }]),
    ...(fresh.length >= SHORTEST_PASSWORD
      ? []
      : [{ field: 'new-password', message: `Use at least ${SHORTEST_PASSWORD} characters` }]),
  ])
  const send = () =>
    submit(async () => {
      await askDoor('/change-password', {
        currentPassword: old,
        newPassword: fresh,
      })
      setOld('')
      setFresh('')
      onTold('Your password is changed. You are signed out everywhere else.')
    })
  return (
    <section aria-labelledby="password-heading" className="app-part">
      <h2 className="govuk-heading-m" id="password-heading">
        Change your password
      </h2>
      <ErrorSummary faults={faults} sent={sent} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <PasswordField
          id="old-password"
          label="Password now"
          error={at('old-password')}
          value={old}
          onChange={setOld}
          autoComplete="current-password"
        />
        <PasswordField
          id="new-password"
          label="New password"
          hint={`At least ${SHORTEST_PASSWORD} characters. Three random words, one after another, are easy to remember.`}
          error={at('new-password')}
          value={fresh}
          onChange={setFresh}
          autoComplete="new-password"
        />
        <button type="submit" className="govuk-button govuk-button--secondary" aria-disabled={busy}>
          Change the password
        </button>
      </form>
    </section>
  )
}
