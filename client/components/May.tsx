import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Permission } from '../../server/domain/permission.ts'
import { useMay, useSession } from '../use-session.ts'
import { Screen } from './Screen.tsx'

/** What is only there for those who may do something; `otherwise` is for the others. */
export function May({
  permission,
  otherwise = null,
  children,
}: {
  permission: Permission
  otherwise?: ReactNode
  children: ReactNode
}) {
  return useMay(permission) ? children : otherwise
}

/** The way in, for a reader without an account who looks for something that needs one: to ask a question. */
export function SignInTo({ children }: { children: ReactNode }) {
  const session = useSession()
  if (!session || session.person) return null
  return (
    <p className="govuk-body app-links">
      <SignInLink>Sign in {children}</SignInLink>
    </p>
  )
}

function SignInLink({ children }: { children: ReactNode }) {
  const address = useRouterState({ select: ({ location }) => location.href })
  return (
    <Link to="/sign-in" search={{ back: address }} className="govuk-link">
      {children}
    </Link>
  )
}

/**
 * A screen for those who may do something; everybody else is told what it needs. With `stays`, as for a form, it stays
 * once it is open: whose session ends meanwhile keeps what is typed, and is told by the server.
 */
export function Closed({
  permission,
  title,
  stays = false,
  children,
}: {
  permission: Permission
  title: string
  stays?: boolean
  children: ReactNode
}) {
  const session = useSession()
  const may = useMay(permission)
  const [open, setOpen] = useState(may)
  if (may && !open) setOpen(true)
  if (!session) return null
  if (may || (open && stays)) return children
  return (
    <Screen title={title}>
      {session.person ? (
        <p className="govuk-body">
          You are signed in as {session.person.name} ({session.person.roleName.toLowerCase()}), and this is
          for others. An administrator of this dashboard can change that.
        </p>
      ) : (
        <p className="govuk-body">
          <SignInLink>Sign in</SignInLink> to go on. Reading the public edition needs no account.
        </p>
      )}
    </Screen>
  )
}
