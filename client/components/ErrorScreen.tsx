import { type ErrorComponentProps, Link, useRouter, useRouterState } from '@tanstack/react-router'
import { ProblemError } from '../api.ts'
import { Screen } from './Screen.tsx'

/** What went wrong, what to do, and a way on. A refusal by the server is told in the server's words. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const address = useRouterState({ select: ({ location }) => location.href })
  const problem = error instanceof ProblemError ? error.problem : null
  return (
    <Screen title={problem?.title ?? 'Something went wrong'}>
      <p className="govuk-body-l">{problem?.detail ?? 'The page could not be drawn. Try again.'}</p>
      {problem?.errors && (
        <ul className="govuk-list govuk-list--bullet">
          {problem.errors.map(({ path, message }) => (
            <li key={path}>
              <strong>{path}</strong> {message}
            </li>
          ))}
        </ul>
      )}
      <div className="govuk-button-group">
        {problem?.status === 401 && (
          <Link to="/sign-in" search={{ back: address }} className="govuk-button">
            Sign in
          </Link>
        )}
        <button
          type="button"
          className={`govuk-button ${problem?.status === 401 ? 'govuk-button--secondary' : ''}`}
          onClick={() => {
            reset()
            void router.invalidate()
          }}
        >
          Try again
        </button>
        <Link to="/indicators" className="govuk-link">
          See all measures
        </Link>
        <Link to="/" className="govuk-link">
          Go to the overview
        </Link>
      </div>
      {problem && <p className="govuk-hint">Reference: {problem.instance}</p>}
    </Screen>
  )
}

export function NotFoundScreen() {
  return (
    <Screen title="There is no such page">
      <p className="govuk-body-l">The address may be mistyped, or the page may have moved.</p>
      <p className="govuk-body">
        <Link to="/" className="govuk-link">
          Go to the overview
        </Link>
      </p>
    </Screen>
  )
}
