import { type ReactNode, useEffect, useState } from 'react'

/** Fields that few need, folded away; they come to light when there is something in them or wrong with them. */
export function FoldedFields({
  heading,
  filled,
  faulty,
  children,
}: {
  heading: string
  filled: boolean
  faulty: boolean
  children: ReactNode
}) {
  const [open, setOpen] = useState(filled)
  useEffect(() => {
    if (faulty) setOpen(true)
  }, [faulty])
  return (
    <details
      className="govuk-details app-folded"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{heading}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  )
}
