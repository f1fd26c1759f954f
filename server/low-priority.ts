import { setPriority } from 'node:os'

/** Half of the way from the usual priority (0) to the lowest (20). */
const PRIORITY = 10

/**
 * Has a process wait for others where both want the same core, so that readers don't wait for whoever writes; by itself it
 * is as fast as ever. `pid` 0 is this process.
 */
export function waitForOthers(pid = 0): void {
  try {
    setPriority(pid, PRIORITY)
  } catch {
    // Where the system allows no priorities it works all the same.
  }
}
