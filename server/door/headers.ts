import type { Context, MiddlewareHandler } from 'hono'

/** Only what the program itself sends may run, load or be framed; charts set styles by script, which needs no exception. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What a page can ask of the machine it is shown on, all of which this one does without. */
const PERMISSIONS_POLICY = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/**
 * What every answer tells the browser to hold to. `publicUrl` is the address that people open: only where that is https
 * may a browser be told never to come without it again.
 */
export function headersFor(publicUrl: string | null): Readonly<Record<string, string>> {
  return {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'permissions-policy': PERMISSIONS_POLICY,
    // Another site learns nothing of what was looked at; our own pages still say who they are when they send a form.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(publicUrl?.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
  }
}

const WORN = 'headers-worn'

/** For whoever sends an answer again that was kept whole: its headers are in it, and to look is not cheap. */
export const wearsHeaders = (c: Context): void => c.set(WORN, true)

/** Puts the headers on every answer, whoever gave it: a route, a file, a refusal, an answer that was kept. */
export function securityHeaders(publicUrl: string | null): MiddlewareHandler {
  const headers = Object.entries(headersFor(publicUrl))
  return async (c, next) => {
    await next()
    if (c.get(WORN)) return
    for (const [name, value] of headers) c.res.headers.set(name, value)
  }
}
