import type { MiddlewareHandler } from 'hono'
import { securityHeaders } from './headers.ts'
import { limitAddress, limitBody, limitMethod } from './limits.ts'
import { ownPagesOnly } from './origin.ts'
import { limitRates, type RateOptions } from './rate.ts'

/** `publicUrl` is the address that people open, null where nobody says what it is. */
export type DoorOptions = RateOptions & { publicUrl: string | null }

/**
 * What every request has to pass before anything else looks at it, in this order: the headers first, so that a refusal
 * wears them too; what is cheapest to refuse before what costs more.
 */
export function door({
  publicUrl,
  ...rates
}: DoorOptions): [headers: MiddlewareHandler, ...checks: MiddlewareHandler[]] {
  return [
    securityHeaders(publicUrl),
    limitMethod(),
    limitAddress(),
    limitRates(rates),
    ownPagesOnly(publicUrl),
    limitBody(),
  ]
}
