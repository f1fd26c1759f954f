import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Later } from './Later.tsx'

/** Draws what it holds once its place has come near the screen: what lies far below is not fetched before. */
export function WhenInView({ className, children }: { className: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        setSeen(true)
        observer.disconnect()
      },
      { rootMargin: '200px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={ref} className={className}>
      {seen && <Later>{children}</Later>}
    </div>
  )
}
