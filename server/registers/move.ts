import type { Who } from '../auth/who.ts'
import type { Register } from '../domain/register.ts'
import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { bodyOfNext } from '../store/entries.ts'
import type { Uploads } from '../uploads/uploads.ts'
import { type Entry, isSame } from '../views/registers/register.ts'

/** Why, and which version it was made from. */
export type Said = { after: number; reason: string }

/** Who writes, and the edition that they see. */
export type Writing = { db: Database; who: Who }

type Next<T> = { terms: T; retired: boolean }

/**
 * What may be done to the entries of a register: each adds a version, through the process that does all the writing.
 * A change that was made from an older version is refused before anything else is said of it.
 */
export function writer<T>(uploads: Uploads, register: Register, { db, who }: Writing, one: string) {
  const thing = one.replace(/^an? /, '')
  const record = async (
    id: string,
    { terms, retired }: Next<T>,
    { after, reason }: Said,
    action?: 'entry-undone',
  ) => {
    const body = await bodyOfNext(db, { register, id, version: after }, terms)
    if (body === null)
      throw new Problem(
        'invalid-request',
        `Leave at least one of the measures that it names: without any you could not see this ${thing} any more.`,
      )
    await uploads.record({
      register,
      id,
      body,
      retired,
      reason,
      madeBy: who.key,
      actor: who.key,
      madeAt: new Date().toISOString(),
      after,
      ...(action ? { action } : {}),
    })
  }

  /** `next` may refuse what would change nothing; where the change is stale, that is what is told. */
  const follow =
    (next: (entry: Entry<T>) => Next<T>, action?: 'entry-undone') => (entry: Entry<T>, said: Said) =>
      record(entry.id, said.after === entry.version ? next(entry) : entry, said, action)

  return {
    add: (id: string, terms: T, said: Omit<Said, 'after'>) =>
      record(id, { terms, retired: false }, { ...said, after: 0 }),
    change: (entry: Entry<T>, terms: T, said: Said) =>
      follow(({ retired }) => {
        if (retired)
          throw new Problem('conflict', `This ${thing} was taken out. Bring it back first, then change it.`)
        if (isSame(entry, { terms, retired }))
          throw new Problem('conflict', `Nothing is changed: this is the ${thing} as it is.`)
        return { terms, retired }
      })(entry, said),
    retire: follow(({ terms, retired }) => {
      if (retired) throw new Problem('conflict', `This ${thing} is taken out already.`)
      return { terms, retired: true }
    }),
    bringBack: follow(({ terms, retired }) => {
      if (!retired) throw new Problem('conflict', `This ${thing} counts, so there is nothing to bring back.`)
      return { terms, retired: false }
    }),
    undo: follow(({ versions }) => {
      const before = versions.at(-2)
      if (!before)
        throw new Problem(
          'conflict',
          `This ${thing} has only one version, so there is no change to undo. If it should not be there, take it out.`,
        )
      return before
    }, 'entry-undone'),
  }
}
