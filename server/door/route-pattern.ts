import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** The door's own addresses that hold nothing secret; of any other only the beginning is told. */
const DOOR_PATHS =
  /^\/api\/auth\/(sign-in\/(email|social)|sign-out|get-session|change-password|two-factor\/(enable|disable|get-totp-uri|generate-backup-codes|verify-totp|verify-backup-code))$/

/**
 * Which address was asked for, as the program has it written (`/api/invitations/:secret`): never what stood in its place,
 * which may be the secret of a link or the name of somebody.
 */
export function routePattern(c: Context): string {
  const { path } = c.req
  if (DOOR_PATHS.test(path)) return path
  if (path.startsWith('/api/auth/callback/')) return '/api/auth/callback/:id'
  // What is written first answers; what stands before every route is no address.
  return matchedRoutes(c).find((route) => route.path !== '/*')?.path ?? '/*'
}
