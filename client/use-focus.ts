import { useEffect, useRef } from 'react'

/** The heading of an answer takes the focus whenever another one has come. */
export function useFocus(answer: unknown) {
  const heading = useRef<HTMLHeadingElement>(null)
  const seen = useRef<unknown>(undefined)
  useEffect(() => {
    if (seen.current === answer) return
    seen.current = answer
    heading.current?.focus()
  }, [answer])
  return heading
}
