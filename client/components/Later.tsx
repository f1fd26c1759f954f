import { CatchBoundary } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'

/** A part whose code comes after the rest; if it can't be had, the rest of the screen stays. */
export function Later({ children }: { children: ReactNode }) {
  return (
    <CatchBoundary getResetKey={() => 'later'} errorComponent={NotLoaded}>
      <Suspense>{children}</Suspense>
    </CatchBoundary>
  )
}

function NotLoaded() {
  return <p className="app-empty">This part could not be loaded. Load the page again to see it.</p>
}
