import type { ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'

/** Something secret that is shown this once: to be copied now, or made anew. Takes the focus when it comes. */
export function Once({
  heading,
  label,
  secret,
  children,
}: {
  heading: string
  label: string
  secret: string
  children: ReactNode
}) {
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState('')
  useEffect(() => title.current?.focus(), [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setTold('Copied.')
    } catch {
      // A browser may forbid it; what is selected can be copied by hand.
      field.current?.select()
      setTold('This browser does not let pages copy. It is selected now: copy it yourself.')
    }
  }
  return (
    <section className="app-once" aria-labelledby={`${id}-heading`}>
      <h2 className="govuk-heading-m" id={`${id}-heading`} ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {children}
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      <div className="app-once__row">
        <input
          id={id}
          ref={field}
          className="govuk-input app-once__secret"
          type="text"
          readOnly
          autoComplete="off"
          spellCheck={false}
          value={secret}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void copy()}>
          Copy
        </button>
      </div>
      <p role="status" className="app-once__told">
        {told}
      </p>
    </section>
  )
}
