import { recordEvent } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import type { Auth } from './auth.ts'
import type { Directory } from './directory.ts'
import type { DoorEvent } from './door-events.ts'
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
  /** Answers what is sent to better-auth's own addresses. */
  answer: (request: Request) => Promise<Response>
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
  const auth = lazyAuth({ db: people, secret, baseUrl, directory, onEvent: note })
  return {
    people,
    auth,
    answer: async (request) => toldToPages(await (await auth()).handler(request)),
    provider: directory && { id: DIRECTORY_ID, name: directory.name },
    onJoined: ({ user, kind, madeBy }) =>
      recordEvent(people, {
        at: new Date().toISOString(),
        actor: `account:${user}`,
        action: kind === 'password' ? 'password-chosen' : 'person-joined',
        about: `account:${user}`,
        before: null,
        after: null,
        why: `by a link of ${madeBy}`,
      }),
  }
}

/**
 * What the door says is for one person and is never kept; what stands for a session is for the cookie alone, where no
 * script reads it.
 */
async function toldToPages(answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers)
  headers.set('cache-control', 'no-store')
  const { status } = answer
  if (!headers.get('content-type')?.includes('json')) return new Response(answer.body, { status, headers })
  headers.delete('content-length')
  const text = await answer.text()
  // Who is sent on has an answer of JSON without any.
  if (text === '') return new Response(null, { status, headers })
  const told = JSON.parse(text, (key, value) => (key === 'token' ? undefined : value))
  return new Response(JSON.stringify(told), { status, headers })
}
