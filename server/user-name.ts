import { userInfo } from 'node:os'

/** Whoever the program runs as, for the record of who did something; in a container nobody may have a name. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
