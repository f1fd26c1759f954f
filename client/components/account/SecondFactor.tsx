import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { askDoor } from '../../auth-api.ts'
import { useForm } from '../../use-form.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { PasswordField } from '../fields/PasswordField.tsx'
import { TextField } from '../fields/TextField.tsx'
import { QrCode } from './QrCode.tsx'

type Enrolment = { totpURI: string; backupCodes: string[] }

/** A code from the person's own device beside the password: turned on in two steps, so that nobody locks themselves out. */
export function SecondFactor({ on, onTold }: { on: boolean; onTold: (words: string) => void }) {
  const queryClient = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const { faults, sent, busy, at, submit } = useForm(() => {
    if (enrolment)
      return code.trim() ? [] : [{ field: 'first-code', message: 'Write the code that the app shows' }]
    return password ? [] : [{ field: 'factor-password', message: 'Write your password' }]
  })
  const done = async (words: string) => {
    setEnrolment(null)
    setPassword('')
    setCode('')
    await queryClient.invalidateQueries()
    onTold(words)
  }
  const send = () =>
    submit(async () => {
      if (enrolment) {
        await askDoor('/two-factor/verify-totp', { code: code.replaceAll(' ', '') })
        await done('The second step is on. You are asked for a code the next time you sign in.')
      } else if (on) {
        await askDoor('/two-factor/disable', { password })
        await done('The second step is off. Your password alone lets you in.')
      } else {
        setEnrolment(await askDoor<Enrolment>('/two-factor/enable', { password }))
        setPassword('')
      }
    })
  return (
    <section aria-labelledby="factor-heading" className="app-part">
      <h2 className="govuk-heading-m" id="factor-heading">
        A second step when you sign in
      </h2>
      <p className="govuk-body">
        {on
          ? 'It is on: whoever signs in as you needs your password and a code that only your device shows.'
          : 'It is off. With it, a password that somebody else learned is not enough. You need an authenticator app on your phone.'}
      </p>
      <ErrorSummary faults={faults} sent={sent} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {enrolment ? (
          <Steps enrolment={enrolment}>
            <TextField
              id="first-code"
              label="Code of six figures"
              error={at('first-code')}
              value={code}
              onChange={setCode}
              autoComplete="one-time-code"
            />
          </Steps>
        ) : (
          <PasswordField
            id="factor-password"
            label="Your password"
            error={at('factor-password')}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
          />
        )}
        <button type="submit" className="govuk-button govuk-button--secondary" aria-disabled={busy}>
          {enrolment ? 'Turn it on' : on ? 'Turn it off' : 'Set it up'}
        </button>
      </form>
    </section>
  )
}

/** What to do with the app, and what to keep in case the device is lost. */
function Steps({ enrolment, children }: { enrolment: Enrolment; children: ReactNode }) {
  const key = new URL(enrolment.totpURI).searchParams.get('secret') ?? ''
  return (
    <ol className="govuk-list govuk-list--number">
      <li>
        Scan this with your authenticator app, or type the key <code>{key}</code> into it.
        <QrCode text={enrolment.totpURI} label="The key for your authenticator app, as a code to scan" />
      </li>
      <li>
        Keep these recovery codes where you find them without your phone. They are shown once; each lets you
        in once.
        <ul className="govuk-list app-codes">
          {enrolment.backupCodes.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
      </li>
      <li>
        Write the code that the app shows now.
        {children}
      </li>
    </ol>
  )
}
