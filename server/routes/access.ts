import type { Context, MiddlewareHandler } from 'hono'
import type { Who } from '../auth/who.ts'
import type { Permission } from '../domain/permission.ts'
import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import type { Setting } from '../views/subject.ts'

declare const granted: unique symbol

/**
 * What whoever asks may see: the database in their edition, and the setting without the indicators that are not for
 * them. Only {@link Services.may} makes one, so an address that forgot to ask what somebody may do has no database to
 * answer from: it does not compile.
 */
export type Access<P extends Permission = Permission> = {
  db: Database
  setting: Setting
  who: Who
  readonly [granted]: P
}

/** The routes' only way to figures, plans and people. */
export type Services = {
  /** Lets through whoever may do this, and hands the route its {@link Access}. */
  may: <P extends Permission>(permission: P) => MiddlewareHandler<{ Variables: { access: Access<P> } }>
}

type Ours = { who: Who }

/** Who asks, as the middleware before every route found out. */
export const whoAsks = (c: Context): Who => (c as Context<{ Variables: Ours }>).get('who')

/** `view` gives the database and the setting of somebody's edition. */
export function createServices(view: (who: Who) => { db: Database; setting: Setting }): Services {
  return {
    may: (permission) => async (c, next) => {
      const who = whoAsks(c)
      if (permission !== 'read') c.header('cache-control', 'no-store')
      insist(who, permission)
      // The one place where access is granted.
      c.set('access', { ...view(who), who } as Access<typeof permission>)
      await next()
    },
  }
}

/** Somebody with an account and a session: no program, whose key could otherwise make itself others. */
export type SignedIn = Who & { user: string; session: string }

/**
 * Lets through whoever is signed in, for what is about their own account only; it needs no permission unless one is
 * named. Gives no database: what is about accounts is in no edition.
 */
export const signedIn =
  (permission?: Permission): MiddlewareHandler<{ Variables: { access: { who: SignedIn } } }> =>
  async (c, next) => {
    const who = whoAsks(c)
    c.header('cache-control', 'no-store')
    if (who.user === null) {
      throw new Problem('sign-in-needed', 'Sign in first: this is about your own account.')
    }
    if (who.session === null) {
      throw new Problem('forbidden', 'A key for a program can’t be used here: sign in with a browser.')
    }
    if (permission) insist(who, permission)
    c.set('access', { who: { ...who, user: who.user, session: who.session } })
    await next()
  }

/** The first two arguments of a view: `viewSeries(...at(c), …)`. */
export const at = (c: { var: { access: Access } }): [db: Database, setting: Setting] => [
  c.var.access.db,
  c.var.access.setting,
]

const NEEDED: Record<Permission, string> = {
  read: 'reading this dashboard',
  ask: 'asking a question',
  record: 'changing plans and registers',
  'set-targets': 'setting targets and savings',
  'see-uploads': 'seeing uploads',
  upload: 'uploading a file',
  publish: 'publishing and withdrawing files',
  'make-tokens': 'making keys for programs',
  'manage-people': 'saying who may do what',
  'read-audit': 'reading the record of changes',
}

/** Refuses whoever may not do this: where what is needed hangs on what is asked for. */
export function insist(who: Who, permission: Permission): void {
  if (!who.permissions.includes(permission)) throw refusal(who, permission)
}

function refusal(who: Who, permission: Permission): Problem {
  const what = NEEDED[permission]
  return who.key === 'nobody'
    ? new Problem(
        'sign-in-needed',
        `${what.charAt(0).toUpperCase()}${what.slice(1)} needs an account. Sign in, and go on where you were.`,
      )
    : new Problem(
        'forbidden',
        `Your account does not allow ${what}. An administrator of this dashboard can change that.`,
      )
}
