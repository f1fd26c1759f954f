import { type ReactNode, useEffect, useRef } from 'react'

/** What has to be put right in a form; each message leads to its field. `field` is null for what no field can mend. */
export type FormFault = { field: string | null; message: ReactNode }

/** Takes the focus whenever the form was sent and has faults, so that nobody wonders why nothing happened. */
export function ErrorSummary({ faults, sent }: { faults: readonly FormFault[]; sent: number }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Only when the form is sent: whoever is putting a field right must not be taken out of it.
    if (sent > 0) box.current?.focus()
  }, [sent])
  if (faults.length === 0) return null
  return (
    <div
      className="govuk-error-summary"
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="faults-heading"
    >
      <h2 className="govuk-error-summary__title" id="faults-heading">
        There is a problem
      </h2>
      <ul className="govuk-list govuk-error-summary__list">
        {faults.map(({ field, message }) => (
          <li key={field ?? 'form'}>
            {field === null ? (
              message
            ) : (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  // The router would take the address for another place in the history.
                  event.preventDefault()
                  const place = document.getElementById(field)
                  const folded = place?.closest('details')
                  // What is folded away can't take the focus.
                  if (folded) folded.open = true
                  place?.focus()
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
