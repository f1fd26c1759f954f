import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Register } from '../../../server/domain/register.ts'

type Props = {
  register: Register
  /** The entry to change; a new one if left out. */
  id?: string
  /** Where the form leads back to. */
  back: string
  /** What a new entry is filled in with. */
  filled?: Readonly<Record<string, string | undefined>>
  children: ReactNode
}

/** Leads to the form of an entry of a register. */
export function EntryLink({ register, id, back, filled, children }: Props) {
  const { area, neighbours, asAt } = useSearch({ strict: false })
  const shared = { area, neighbours, asAt, back }
  if (id === undefined) {
    return (
      <Link
        to="/registers/$register/new"
        params={{ register }}
        search={{ ...shared, ...filled }}
        className="govuk-link"
      >
        {children}
      </Link>
    )
  }
  return (
    <Link
      to="/registers/$register/$id/change"
      params={{ register, id }}
      search={shared}
      className="govuk-link"
    >
      {children}
    </Link>
  )
}
