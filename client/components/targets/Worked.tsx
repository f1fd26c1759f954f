import type { ReactNode } from 'react'

/** How a statement is worked out, for whoever wants to know. On paper it stands open. */
export function Worked({ children }: { children: ReactNode }) {
  return (
    <details className="govuk-details app-target-worked">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">How this is worked out</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}
