import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { lazyAuth } from '../auth/lazy.ts'
import { addPerson, isRole, makeInvitation } from '../auth/people.ts'
import { signingSecret } from '../auth/secret.ts'
import { ROLES } from '../domain/permission.ts'
import type { Env } from '../env.ts'
import { Problem } from '../problem.ts'
import { recordEvent } from '../store/audit.ts'
import type { Database } from '../store/database.ts'

export type UserSurroundings = {
  db: Database
  env: Env
  now: Date
  write: (text: string) => void
  stdin: NodeJS.ReadableStream
}

/** `user add`, `user list`, `user link`: gives the exit code. */
export async function userCommand([action, ...args]: string[], around: UserSurroundings): Promise<number> {
  switch (action) {
    case 'add':
      return add(args, around)
    case 'list':
      return list(around)
    case 'link':
      return link(args, around)
    default:
      around.write('Say what to do: user add <email> --role <role>, user list, or user link <email>\n')
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
    const id = await addPerson(await auth(), { email, name, password, role, rights, themes: null })
    await recordEvent(db, {
      at: now.toISOString(),
      actor: 'command-line',
      action: 'person-joined',
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

/** For whoever is locked out with nobody else to let them in. */
async function link([email = '']: string[], { db, env, now, write }: UserSurroundings): Promise<number> {
  const person = await db
    .selectFrom('user')
    .select(['id', 'role'])
    .where('email', '=', email.toLowerCase())
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (!person) {
    write(`Nobody with the address "${email}" can sign in: user list tells who can.\n`)
    return 1
  }
  const { secret } = await makeInvitation(
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
    action: 'person-invited',
    about: `account:${person.id}`,
    before: null,
    after: null,
    why: 'a link to a new password',
  })
  write(`Within a day, once: ${env.BASE_URL ?? `http://localhost:${env.PORT}`}/join/${secret}\n`)
  return 0
}
