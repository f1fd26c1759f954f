import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { NotFoundScreen } from '../components/ErrorScreen.tsx'
import { Footer } from '../components/Footer.tsx'
import { Header } from '../components/Header.tsx'
import { keep } from '../search.ts'

/** Chosen once, these go with the reader from screen to screen. */
const SHARED_KEYS = ['area', 'neighbours', 'asAt'] as const

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  validateSearch: keep(SHARED_KEYS),
  component: Root,
  notFoundComponent: NotFoundScreen,
})

function Root() {
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <Header />
      <div className="govuk-width-container">
        <main id="main" className="govuk-main-wrapper" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Footer />
    </>
  )
}
