import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { OwnAccount } from '../components/account/OwnAccount.tsx'
import { Password } from '../components/account/Password.tsx'
import { SecondFactor } from '../components/account/SecondFactor.tsx'
import { Sessions } from '../components/account/Sessions.tsx'
import { Tokens } from '../components/account/Tokens.tsx'
import { Told } from '../components/people/Told.tsx'
import { Screen } from '../components/Screen.tsx'
import { account, ownSessions, ownTokens, session } from '../queries.ts'
import { keep } from '../search.ts'
import '../styles/people.scss'
import '../styles/sign-in.scss'
import '../styles/versions.scss'

export const Route = createFileRoute('/account')({
  validateSearch: keep([]),
  loader: async ({ context: { queryClient } }) => {
    const { person } = await queryClient.ensureQueryData(session())
    if (person === null) return
    await Promise.all([
      queryClient.ensureQueryData(account()),
      queryClient.ensureQueryData(ownSessions()),
      queryClient.ensureQueryData(ownTokens()),
    ])
  },
  component: AccountScreen,
})

function AccountScreen() {
  const { data } = useSuspenseQuery(session())
  return (
    <Screen title="Your account" className="app-people-screen">
      {data.person ? (
        <Account />
      ) : (
        <p className="govuk-body">
          <Link to="/sign-in" search={{ back: '/account' }} className="govuk-link">
            Sign in
          </Link>{' '}
          to see your account.
        </p>
      )}
    </Screen>
  )
}

/** One's own account: what it allows, where one is signed in, and one's keys for programs. */
function Account() {
  const { data, error } = useSuspenseQuery(account())
  const [told, setTold] = useState('')
  if (error) throw error
  return (
    <>
      <Told words={told} />
      <OwnAccount account={data} />
      {data.hasPassword && (
        <>
          <SecondFactor on={data.secondFactor} onTold={setTold} />
          <Password onTold={setTold} />
        </>
      )}
      <Sessions onTold={setTold} />
      <Tokens onTold={setTold} />
    </>
  )
}
