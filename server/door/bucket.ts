/** How often something may be done: `burst` at once, and from then on `perMinute`. */
export type Rate = { burst: number; perMinute: number }

type Bucket = { tokens: number; at: number }

/** Who was not seen for longest is forgotten first, which is to be given a full bucket again. */
const MOST_KEYS = 20_000

/**
 * Token buckets, one a key. `take` gives 0 if there was a token, otherwise the whole seconds until there is one.
 * `now` is in milliseconds.
 */
export function tokenBuckets({ burst, perMinute }: Rate, now: () => number, mostKeys = MOST_KEYS) {
  const buckets = new Map<string, Bucket>()
  const perMs = perMinute / 60_000

  return function take(key: string): number {
    const at = now()
    const before = buckets.get(key) ?? { tokens: burst, at }
    const tokens = Math.min(burst, before.tokens + Math.max(0, at - before.at) * perMs)
    buckets.delete(key)
    const oldest = buckets.size < mostKeys ? undefined : buckets.keys().next().value
    if (oldest !== undefined) buckets.delete(oldest)
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000))
  }
}
