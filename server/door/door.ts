import type { MiddlewareHandler } from 'hono'
import { securityHeaders } from './headers.ts'
import { limitAddress, limitBody, limitMethod } from './limits.ts'
import { ownPagesOnly } from './origin.ts'
import { limitName } from './own-name.ts'
import { limitRates, type RateOptions } from './rate.ts'
import { logRefusals, type RefusalOptions } from './refusals.ts'

/** `publicUrl` is the address that people open, null where nobody says what it is; `listensOn` what the program listens on. */
export type DoorOptions = RateOptions & { publicUrl: string | null; listensOn: string; refusals: Refusals }
type Refusals = Omit<RefusalOptions, 'trustProxy'>

/**
 * What every request has to pass before anything else looks at it, in this order: the headers first, so that a refusal
 * wears them too, and the log of refusals, which sees what all others refuse; then what is cheapest to refuse before what
 * costs more.
 */
export function door({
  publicUrl,
  listensOn,
  refusals,
  ...rates
}: DoorOptions): [headers: MiddlewareHandler, refusals: MiddlewareHandler, ...checks: MiddlewareHandler[]] {
  return [
    securityHeaders(publicUrl),
    logRefusals({ ...refusals, trustProxy: rates.trustProxy }),
    limitMethod(),
    limitName({ publicUrl, listensOn }),
    limitAddress(),
    limitRates(rates),
    ownPagesOnly(publicUrl),
    limitBody(),
  ]
}
