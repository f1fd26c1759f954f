import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { permissionToAdd } from '../../../server/domain/permission-to-add.ts'
import type { Register } from '../../../server/domain/register.ts'
import { May } from '../May.tsx'

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

const permissionOf = ({ register, id }: Props) => (id === undefined ? permissionToAdd(register) : 'record')

/** Leads those who may write it to the form of an entry of a register. */
export const EntryLink = (props: Props) => (
  <May permission={permissionOf(props)}>
    <FormLink {...props} />
  </May>
)

/** The same on a line of its own, so that there is no empty line for the others; `otherwise` is for them. */
export const EntryLine = ({
  className = 'govuk-body app-links',
  otherwise,
  ...link
}: Props & { className?: string; otherwise?: ReactNode }) => (
  <May permission={permissionOf(link)} otherwise={otherwise}>
    <p className={className}>
      <FormLink {...link} />
    </p>
  </May>
)

function FormLink({ register, id, back, filled, children }: Props) {
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
