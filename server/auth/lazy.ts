import type { Auth, AuthOptions } from './auth.ts'

/**
 * better-auth is loaded when somebody first signs in or sends a session: readers of the public edition, who are most,
 * cost none of its memory.
 */
export function lazyAuth(options: AuthOptions): () => Promise<Auth> {
  let made: Promise<Auth> | null = null
  return () => {
    made ??= import('./auth.ts').then(({ createAuth }) => createAuth(options))
    return made
  }
}
