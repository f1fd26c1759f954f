import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { askDoor } from '../auth-api.ts'
import { CodeForm } from '../components/account/CodeForm.tsx'
import { ErrorSummary } from '../components/ErrorSummary.tsx'
import { PasswordField } from '../components/fields/PasswordField.tsx'
import { TextField } from '../components/fields/TextField.tsx'
import { backOf } from '../components/registers/back.ts'
import { Screen } from '../components/Screen.tsx'
import { session } from '../queries.ts'
import { keep } from '../search.ts'
import { useForm } from '../use-form.ts'
import '../styles/sign-in.scss'

export const Route = createFileRoute('/sign-in')({
  validateSearch: keep(['back', 'email', 'error']),
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(session()),
  component: SignIn,
})

/** Only to a screen of our own: an address of another site would send people there with our name on it. */
const wayBack = (back: string | undefined) => (back && backOf(back) ? back : '/')

type Answer = { twoFactorRedirect?: boolean; url?: string }

function SignIn() {
  const { back, email: known, error } = Route.useSearch()
  const { data } = useSuspenseQuery(session())
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  // The whole page is loaded anew: nothing that was drawn for somebody else stays.
  const goOn = () => window.location.assign(wayBack(back))
  const { faults, sent, busy, at, submit } = useForm(() => [
    ...(email.trim() ? [] : [{ field: 'email', message: 'Write your email address' }]),
    ...(password ? [] : [{ field: 'password', message: 'Write your password' }]),
  ])
  if (asksCode) return <CodeForm onDone={goOn} onAgain={() => setAsksCode(false)} />

  const send = () =>
    submit(async () => {
      const answer = await askDoor<Answer>('/sign-in/email', { email: email.trim(), password })
      setPassword('')
      if (answer.twoFactorRedirect) setAsksCode(true)
      else goOn()
    })
  const byProvider = (provider: string) =>
    submit(async () => {
      const errorCallbackURL = `/sign-in?error=1${back ? `&back=${encodeURIComponent(back)}` : ''}`
      const { url } = await askDoor<Answer>('/sign-in/social', {
        provider,
        callbackURL: wayBack(back),
        errorCallbackURL,
      })
      if (url) window.location.assign(url)
    }, true)

  return (
    <Screen title="Sign in">
      <ErrorSummary faults={faults} sent={sent} />
      {error && sent === 0 && (
        <p className="govuk-inset-text app-told" role="alert">
          {data.provider?.name ?? 'The directory'} did not let you in here. If you should be able to use this
          dashboard, ask whoever runs it to add you.
        </p>
      )}
      {data.person && <p className="govuk-body">You are signed in as {data.person.name}.</p>}
      {data.provider && (
        <>
          <button
            type="button"
            className="govuk-button"
            aria-disabled={busy}
            onClick={() => byProvider(data.provider?.id ?? '')}
          >
            Sign in with {data.provider.name}
          </button>
          <h2 className="govuk-heading-m">Or with a password of this dashboard</h2>
        </>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <TextField
          id="email"
          label="Email address"
          error={at('email')}
          value={email}
          onChange={setEmail}
          autoComplete="username"
        />
        <PasswordField
          id="password"
          label="Password"
          error={at('password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <button type="submit" className="govuk-button" aria-disabled={busy}>
          Sign in
        </button>
      </form>
      <p className="govuk-body">
        You have no account, or forgot the password? An administrator of this dashboard can send you a link.
      </p>
    </Screen>
  )
}
