import { Link } from '@tanstack/react-router'
import type { ListedRegister } from '../../../server/contract/registers.ts'
import { permissionToAdd } from '../../../server/domain/permission-to-add.ts'
import { May } from '../May.tsx'
import { SCREENS } from './screens.ts'

type Shared = { area?: string | undefined; neighbours?: string | undefined; asAt?: string | undefined }

/** A register: what it is for, how much it holds, where it is read, and how to add to it and to download it. */
export function RegisterCard({ listed, shared }: { listed: ListedRegister; shared: Shared }) {
  const { register, title, purpose, words, files } = listed
  return (
    <li className="app-register">
      <h2 className="govuk-heading-s">{title}</h2>
      <p className="govuk-body">{purpose}</p>
      <p className="govuk-body">{words}</p>
      <p className="govuk-body">
        Read it on:{' '}
        {SCREENS[register].map(({ title, to, tab }, i) => (
          <span key={title}>
            {i > 0 && '; '}
            <Link to={to} search={{ ...shared, tab }} className="govuk-link">
              {title}
            </Link>
          </span>
        ))}
      </p>
      <p className="govuk-body app-links">
        <May permission={permissionToAdd(register)}>
          <AddLink listed={listed} shared={shared} />
        </May>
        {!listed.ownForm && (
          <Link to="/registers/$register" params={{ register }} search={shared} className="govuk-link">
            All entries<span className="govuk-visually-hidden"> of: {title}</span>
          </Link>
        )}
        {files.map((file) => (
          <a key={file.path} className="govuk-link" href={file.path} download>
            Download: {file.title}
          </a>
        ))}
      </p>
    </li>
  )
}

/** Targets and savings are added on screens of their own. */
function AddLink({ listed: { register, one }, shared }: { listed: ListedRegister; shared: Shared }) {
  const words = `Add ${one}`
  if (register === 'target') {
    return (
      <Link to="/targets/new" search={shared} className="govuk-link">
        {words}
      </Link>
    )
  }
  if (register === 'saving') {
    return (
      <Link to="/savings" hash="ledger-heading" search={shared} className="govuk-link">
        {words}
      </Link>
    )
  }
  return (
    <Link
      to="/registers/$register/new"
      params={{ register }}
      search={{ ...shared, back: '/registers' }}
      className="govuk-link"
    >
      {words}
    </Link>
  )
}
