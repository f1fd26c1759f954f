import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorScreen } from './components/ErrorScreen.tsx'
import { routeTree } from './routes.gen.ts'
import { parseSearch, stringifySearch } from './search.ts'
import './styles/app.scss'

const queryClient = new QueryClient({
  // The server answers an unchanged question with 304, so asking again is cheap; a refusal is not asked again.
  defaultOptions: { queries: { staleTime: 30_000, retry: false } },
})

const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  // What is drawn stays until the next screen is ready; only a long wait says so.
  defaultPendingMs: 60_000,
  defaultErrorComponent: ErrorScreen,
  scrollRestoration: true,
})

// After going to another screen its heading takes the focus, so that a screen reader says where one is; a change within
// a screen leaves the focus alone.
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) document.querySelector('h1')?.focus({ preventScroll: true })
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  /** What the screen before has to tell on this one. */
  interface HistoryState {
    told?: string
  }
}

const root = document.getElementById('root')
if (!root) throw new Error('There is no place to draw in.')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
