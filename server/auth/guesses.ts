import { APIError } from 'better-auth/api'
import { tokenBuckets } from '../door/bucket.ts'

/** How often one account may be tried, from wherever: the door counts by address, and a guesser may have many. */
const GUESSES = { burst: 10, perMinute: 2 }

/** Refuses a try for an account that was tried too often, known or not, so that the answer tells nothing about it. */
export function guessesPerPerson(): (email: string) => void {
  const take = tokenBuckets(GUESSES, () => performance.now())
  return (email) => {
    // No address is longer, and what is counted is kept.
    const wait = take(email.trim().toLowerCase().slice(0, 254))
    if (wait === 0) return
    const told = {
      code: 'TOO_MANY_TRIES',
      message: 'There were too many tries for this account. Try again in a few minutes.',
    }
    throw new APIError('TOO_MANY_REQUESTS', told, { 'retry-after': String(wait) })
  }
}
