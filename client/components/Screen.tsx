import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A screen: its heading, which is also the title of the window, and takes the focus when one comes from another screen. */
export function Screen({
  title,
  caption,
  className,
  children,
}: {
  title: string
  caption?: string | undefined
  className?: string
  children: ReactNode
}) {
  const [announced, setAnnounced] = useState('')
  const shown = useRef(title)
  useEffect(() => {
    if (shown.current !== title) setAnnounced(`Now shown: ${title}`)
    shown.current = title
  }, [title])
  useEffect(() => {
    document.title = `${title} – Children's services performance`
  }, [title])
  return (
    <div className={className}>
      {caption && <p className="govuk-caption-l">{caption}</p>}
      <h1 className="govuk-heading-l app-title" tabIndex={-1}>
        {title}
      </h1>
      {children}
      {/* A change within a screen moves no focus; this says what became of it. */}
      <p role="status" className="govuk-visually-hidden">
        {announced}
      </p>
    </div>
  )
}
