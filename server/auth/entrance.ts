import { recordEvent } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import type { Auth, DoorEvent } from './auth.ts'
import type { Directory } from './directory.ts'
import { DIRECTORY_ID } from './groups.ts'
import { lazyAuth } from './lazy.ts'

export type EntranceOptions = {
  /** The store by a handle that waits for other writers without holding up the thread: see store/patient.ts. */
  people: Database
  secret: string
  baseUrl: string | null
  directory: Directory | null
}

/** Where people come in: accounts, sessions and one-time links, with everything that happens there on record. */
export type Entrance = {
  people: Database
  auth: () => Promise<Auth>
  /** The council's own directory to sign in with; null where there is none. */
  provider: { id: string; name: string } | null
  /** Notes that somebody used a one-time link. */
  onJoined: (joined: { user: string; kind: 'first' | 'join' | 'password'; madeBy: string }) => Promise<void>
}

export function openEntrance({ people, secret, baseUrl, directory }: EntranceOptions): Entrance {
  const note = (event: DoorEvent) =>
    recordEvent(people, {
      at: new Date().toISOString(),
      actor: event.user ? `account:${event.user}` : 'nobody',
      action: event.action,
      about: event.user ? `account:${event.user}` : null,
      before: null,
      after: null,
      why: event.why,
    })
  return {
    people,
    auth: lazyAuth({ db: people, secret, baseUrl, directory, onEvent: note }),
    provider: directory && { id: DIRECTORY_ID, name: directory.name },
    onJoined: ({ user, kind, madeBy }) =>
      recordEvent(people, {
        at: new Date().toISOString(),
        actor: `account:${user}`,
        action: kind === 'password' ? 'password-changed' : 'person-joined',
        about: `account:${user}`,
        before: null,
        after: null,
        why: `by a link of ${madeBy}`,
      }),
  }
}
