import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { SHORTEST_PASSWORD } from '../../server/domain/retention.ts'
import { post } from '../api.ts'
import { askDoor } from '../auth-api.ts'
import { ErrorSummary } from '../components/ErrorSummary.tsx'
import { PasswordField } from '../components/fields/PasswordField.tsx'
import { TextField } from '../components/fields/TextField.tsx'
import { Screen } from '../components/Screen.tsx'
import { invitation } from '../queries.ts'
import { useForm } from '../use-form.ts'
import '../styles/sign-in.scss'

export const Route = createFileRoute('/join/$secret')({
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(invitation(params.secret)),
  component: Join,
})

const TITLES = { first: 'Become the administrator', join: 'Join', password: 'Choose a new password' } as const

/** What a one-time link opens: whoever holds it chooses a password, and is signed in. */
function Join() {
  const { secret } = Route.useParams()
  const { data } = useSuspenseQuery(invitation(secret))
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const asksWho = data.kind !== 'password'
  const { faults, sent, busy, at, submit } = useForm(() => [
    ...(asksWho && !data.email && !email.trim()
      ? [{ field: 'email', message: 'Write your email address' }]
      : []),
    ...(asksWho && !data.name && !name.trim()
      ? [{ field: 'name', message: 'Write your name, as others are to see it' }]
      : []),
    ...(password.length < SHORTEST_PASSWORD
      ? [{ field: 'password', message: `Use at least ${SHORTEST_PASSWORD} characters` }]
      : []),
  ])
  const send = () =>
    submit(async () => {
      const who = {
        ...(data.email || !asksWho ? {} : { email: email.trim() }),
        ...(data.name || !asksWho ? {} : { name: name.trim() }),
      }
      const joined = await post<{ email: string }>(`/api/invitations/${secret}`, { ...who, password })
      // The link is used now, so what goes wrong from here on must not keep anybody on this page.
      await askDoor('/sign-in/email', { email: joined.email, password }).then(
        () => window.location.assign('/'),
        () => window.location.assign(`/sign-in?email=${encodeURIComponent(joined.email)}`),
      )
    })
  return (
    <Screen title={TITLES[data.kind]}>
      <p className="govuk-body-l">{data.words}</p>
      <ErrorSummary faults={faults} sent={sent} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {data.email ? (
          <p className="govuk-body">
            Your email address: <strong>{data.email}</strong>
          </p>
        ) : (
          asksWho && (
            <TextField
              id="email"
              label="Email address"
              hint="You sign in with it. Nobody else is shown it, but for administrators."
              error={at('email')}
              value={email}
              onChange={setEmail}
              autoComplete="username"
            />
          )
        )}
        {data.name ? (
          <p className="govuk-body">
            Your name: <strong>{data.name}</strong>
          </p>
        ) : (
          asksWho && (
            <TextField
              id="name"
              label="Your name"
              hint="It stands beside what you change."
              error={at('name')}
              value={name}
              onChange={setName}
              autoComplete="name"
            />
          )
        )}
        <PasswordField
          id="password"
          label="Password"
          hint={`At least ${SHORTEST_PASSWORD} characters. Three random words, one after another, are easy to remember and hard to guess.`}
          error={at('password')}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
        />
        <button type="submit" className="govuk-button" aria-disabled={busy}>
          {data.kind === 'password' ? 'Change the password' : 'Join'}
        </button>
      </form>
    </Screen>
  )
}
