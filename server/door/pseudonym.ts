import { createHmac, randomBytes } from 'node:crypto'

/**
 * Stands for something that is personal data (a network, an address somebody tried) in the log: the same word for the same
 * thing, so that a line can be seen to belong to another, until the day ends. The key is random, in memory only, and another
 * each day, so that nobody can work the thing out afterwards, not even with everything that is stored. `now` is in
 * milliseconds since 1970; days are those of UTC.
 */
export function dailyPseudonyms(now: () => number = Date.now): (thing: string) => string {
  let day = Number.NaN
  let key = Buffer.alloc(0)
  return (thing) => {
    const today = Math.floor(now() / 86_400_000)
    if (today !== day) {
      day = today
      key = randomBytes(32)
    }
    return createHmac('sha256', key).update(thing).digest('hex').slice(0, 12)
  }
}
