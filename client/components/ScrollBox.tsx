import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Moves sideways where what is in it is wider than the screen, by the keyboard too. It is a stop for the keyboard only
 * while there is something to move to.
 */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const settle = () => {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(settle)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    settle()
    return () => observer.disconnect()
  }, [])
  return (
    <section className="app-scroll" aria-label={label} ref={box}>
      {children}
    </section>
  )
}
