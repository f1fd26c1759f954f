import { useState } from 'react'
import { askDoor } from '../../auth-api.ts'
import { useForm } from '../../use-form.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { TextField } from '../fields/TextField.tsx'
import { Screen } from '../Screen.tsx'

/** The second step of signing in: what only the person's own device shows, or a recovery code. */
export function CodeForm({ onDone, onAgain }: { onDone: () => void; onAgain: () => void }) {
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState(false)
  const { faults, sent, busy, at, submit } = useForm(() =>
    code.trim() ? [] : [{ field: 'code', message: 'Write the code' }],
  )
  const send = () =>
    submit(async () => {
      await askDoor(recovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', {
        code: code.replaceAll(' ', ''),
      })
      onDone()
    })
  return (
    <Screen title="Enter your code">
      <ErrorSummary faults={faults} sent={sent} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <TextField
          id="code"
          label={recovery ? 'Recovery code' : 'Code of six figures'}
          hint={
            recovery
              ? 'One of the codes that you kept when you turned the second step on. Each can be used once.'
              : 'Your authenticator app shows it, and changes it every half minute.'
          }
          error={at('code')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
        />
        <div className="govuk-button-group">
          <button type="submit" className="govuk-button" aria-disabled={busy}>
            Sign in
          </button>
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            onClick={() => {
              setRecovery(!recovery)
              setCode('')
            }}
          >
            {recovery ? 'Use the authenticator app' : 'I don’t have my device'}
          </button>
          <button type="button" className="govuk-button govuk-button--secondary" onClick={onAgain}>
            Begin again
          </button>
        </div>
      </form>
    </Screen>
  )
}
