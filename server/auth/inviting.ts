import { Problem } from '../problem.ts'
import type { Database } from '../store/database.ts'
import { hasPassword } from '../store/people.ts'
import { refuseSameName } from './naming.ts'
import { type Acting, onRecord } from './on-record.ts'
import { type Grant, makeInvitation } from './people.ts'
import { grantOf, openPerson } from './person.ts'

/** A link that is told once, and until when it can be used. */
export type Link = { id: string; secret: string; expiresAt: string }

/** Invites somebody. Refuses an address or a name that somebody else has: beside what is done stands only the name. */
export function invite(
  db: Database,
  acting: Acting,
  { email: written, name, ...grant }: Grant & { email: string; name: string },
): Promise<Link> {
  const email = written.toLowerCase()
  return onRecord(db, acting, async (tx, note) => {
    // What came of a link that ran out is not asked any more, and it holds a name and an address.
    await tx
      .deleteFrom('invitation')
      .where('used_at', 'is', null)
      .where('expires_at', '<=', acting.now.toISOString())
      .execute()
    const known = await tx.selectFrom('user').select('closedAt').where('email', '=', email).executeTakeFirst()
    if (known) {
      const more = known.closedAt === null ? '' : ' It is closed: reopen it instead.'
      throw new Problem('conflict', `There is an account for ${email} already.${more}`)
    }
    const open = await tx
      .selectFrom('invitation')
      .select('id')
      .where('email', '=', email)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (open) {
      throw new Problem(
        'conflict',
        `${email} is invited already. If the link is lost, withdraw that invitation and make another.`,
      )
    }
    await refuseSameName(tx, name, null)
    const link = await makeInvitation(
      tx,
      { kind: 'join', email, name, user: null, madeBy: acting.who.key, ...grant },
      acting.now,
    )
    await note({ action: 'person-invited', about: `invitation:${link.id}`, after: grant })
    return link
  })
}

/** Takes back an invitation that nobody has used: the link opens nothing from now on. */
export function withdrawInvitation(db: Database, acting: Acting, id: string): Promise<void> {
  return onRecord(db, acting, async (tx, note) => {
    const invitation = await tx
      .selectFrom('invitation')
      .selectAll()
      .where('id', '=', id)
      .where('kind', '=', 'join')
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (!invitation) {
      throw new Problem('not-found', 'There is no such open invitation: it was used or withdrawn already.')
    }
    await tx.deleteFrom('invitation').where('id', '=', id).execute()
    await note({ action: 'invitation-withdrawn', about: `invitation:${id}`, before: grantOf(invitation) })
  })
}

/** A link by which somebody who forgot the password chooses another; one that was made before opens nothing any more. */
export function makePasswordLink(db: Database, acting: Acting, id: string): Promise<Link> {
  return onRecord(db, acting, async (tx, note) => {
    const person = await openPerson(tx, id)
    if (id === acting.who.user) {
      throw new Problem(
        'conflict',
        'This is your own account: change your password on the page “Your account”.',
      )
    }
    if (!(await hasPassword(tx, id))) {
      throw new Problem(
        'conflict',
        `${person.name} signs in with the council’s directory and has no password here.`,
      )
    }
    await tx.deleteFrom('invitation').where('user_id', '=', id).where('used_at', 'is', null).execute()
    const { email, name } = person
    const link = await makeInvitation(
      tx,
      { kind: 'password', email, name, user: id, madeBy: acting.who.key, ...grantOf(person) },
      acting.now,
    )
    await note({ action: 'password-link-made', about: `account:${id}`, after: { expiresAt: link.expiresAt } })
    return link
  })
}
