import { Link, useRouterState } from '@tanstack/react-router'
import { askDoor } from '../auth-api.ts'
import { useSession } from '../use-session.ts'

/** Who is signed in, with the way out; or the way in. */
export function SignedIn() {
  const session = useSession()
  const address = useRouterState({ select: ({ location }) => location.href })
  if (!session) return null
  if (!session.person) {
    return (
      <p className="app-header__who">
        <Link to="/sign-in" search={{ back: address }}>
          Sign in
        </Link>
      </p>
    )
  }
  // Whether or not the door could be asked, the page begins anew and says who is signed in.
  const leave = () => void askDoor('/sign-out').finally(() => window.location.assign('/'))
  return (
    <p className="app-header__who">
      <Link to="/account">
        {session.person.name}
        <span className="app-header__role"> ({session.person.roleName})</span>
      </Link>
      <button type="button" onClick={leave}>
        Sign out
      </button>
    </p>
  )
}
