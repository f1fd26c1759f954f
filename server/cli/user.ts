import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { lazyAuth } from '../auth/lazy.ts'
import { refuseSameName } from '../auth/naming.ts'
import { addPerson, isRole, makeInvitation } from '../auth/people.ts'
import { removeSecondStep } from '../auth/second-step.ts'
import { signingSecret } from '../auth/secret.ts'
import { ROLES } from '../domain/permission.ts'
import type { Env } from '../env.ts'
import { Problem } from '../problem.ts'
import { appendAudit, recordEvent } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { lockForWriting } from '../store/revision.ts'

export type UserSurroundings = {
  db: Database
  env: Env
  now: Date
  write: (text: string) => void
  stdin: NodeJS.ReadableStream
}

/** `user add`, `user list`, `user link`, `user reset-second-step`: gives the exit code. */
export async function userCommand([action, ...args]: string[], around: UserSurroundings): Promise<number> {
  switch (action) {
    case 'add':
      return add(args, around)
    case 'list':
      return list(around)
    case 'link':
      return link(args, around)
    case 'reset-second-step':
      return resetSecondStep(args, around)
    default:
      around.write(
        'Say what to do: user add <email> --role <role>, user list, user link <email>, or user reset-second-step <email>\n',
      )
      return 2
  }
}

async function add(args: string[], { db, env, now, write, stdin }: UserSurroundings): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      name: { type: 'string' },
      approver: { type: 'boolean' },
      restricted: { type: 'boolean' },
    },
  })
  const [email] = positionals
  const { role = '' } = values
  if (!email?.includes('@') || !isRole(role)) {
    write(`Say whose address and which role: user add <email> --role ${ROLES.join('|')}\n`)
    return 2
  }
  const password = (await text(stdin)).replace(/\r?\n$/, '')
  const { secret } = signingSecret(env.AUTH_SECRET, env.DATABASE_URL)
  const auth = lazyAuth({
    db,
    secret,
    baseUrl: env.BASE_URL ?? null,
    directory: null,
    onEvent: async () => undefined,
  })
  const rights = [
    ...(values.approver ? (['approver'] as const) : []),
    ...(values.restricted ? (['restricted'] as const) : []),
  ]
  const name = values.name ?? email.split('@')[0] ?? email
  try {
    await refuseSameName(db, name, null)
    const id = await addPerson(await auth(), { email, name, password, role, rights, themes: null })
    await recordEvent(db, {
      at: now.toISOString(),
      actor: 'command-line',
      action: 'person-added',
      about: `account:${id}`,
      before: null,
      after: { role, rights, themes: null },
      why: null,
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    write(`${error.message}\nThe password is read from standard input.\n`)
    return 1
  }
  write(`${email} may sign in now, as ${role}.\n`)
  return 0
}

async function list({ db, write }: UserSurroundings): Promise<number> {
  const people = await db
    .selectFrom('user')
    .select(['email', 'name', 'role', 'rights', 'closedAt'])
    .orderBy('email')
    .execute()
  if (people.length === 0) write('Nobody can sign in yet.\n')
  for (const { email, name, role, rights, closedAt } of people) {
    write(`${[email, name, role, rights, closedAt ? 'closed' : ''].filter(Boolean).join('  ')}\n`)
  }
  return 0
}

/** Whoever can sign in with an address; null, and told, where nobody can. */
async function findOpen(email: string, { db, write }: UserSurroundings) {
  const person = await db
    .selectFrom('user')
    .select(['id', 'role', 'twoFactorEnabled'])
    .where('email', '=', email.toLowerCase())
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (!person) write(`Nobody with the address "${email}" can sign in: user list tells who can.\n`)
  return person ?? null
}

/** For whoever is locked out with nobody else to let them in. */
async function link([email = '']: string[], around: UserSurroundings): Promise<number> {
  const { db, env, now, write } = around
  const person = await findOpen(email, around)
  if (!person) return 1
  const { secret, expiresAt } = await makeInvitation(
    db,
    {
      kind: 'password',
      email: null,
      name: null,
      user: person.id,
      madeBy: 'command-line',
      role: person.role,
      rights: [],
      themes: null,
    },
    now,
  )
  await recordEvent(db, {
    at: now.toISOString(),
    actor: 'command-line',
    action: 'password-link-made',
    about: `account:${person.id}`,
    before: null,
    after: { expiresAt },
    why: null,
  })
  write(`Within a day, once: ${env.BASE_URL ?? `http://localhost:${env.PORT}`}/join/${secret}\n`)
  return 0
}

/** For the only administrator, who lost what shows the codes: nobody else here could reset it. */
async function resetSecondStep([email = '']: string[], around: UserSurroundings): Promise<number> {
  const { db, now, write } = around
  const person = await findOpen(email, around)
  if (!person) return 1
  if (!person.twoFactorEnabled) {
    write(`${email} has no second step, so there is nothing to reset.\n`)
    return 1
  }
  await db.transaction().execute(async (tx) => {
    await lockForWriting(tx)
    await removeSecondStep(tx, person.id)
    await appendAudit(tx, {
      at: now.toISOString(),
      actor: 'command-line',
      action: 'second-factor-reset',
      about: `account:${person.id}`,
      before: null,
      after: null,
      why: null,
    })
  })
  write(
    `${email} is signed out everywhere, and the password alone lets them in. The second step is turned on again on the page “Your account”.\n`,
  )
  return 0
}
