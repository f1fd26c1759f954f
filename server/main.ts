import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { startClearing } from './auth/clearing.ts'
import { openEntrance } from './auth/entrance.ts'
import { firstLink } from './auth/people.ts'
import { signingSecret } from './auth/secret.ts'
import { directoryOf } from './auth/settings.ts'
import { buildId } from './build-id.ts'
import { loadDemonstration } from './demonstration.ts'
import { boundedLog } from './door/bounded-log.ts'
import { addressHere } from './door/own-name.ts'
import { limitServer, serverOptions } from './door/server-limits.ts'
import { readEnv } from './env.ts'
import { loadReference } from './reference.ts'
import { migrate, openDatabase } from './store/database.ts'
import { protectNow } from './store/protect.ts'
import { Uploads } from './uploads/uploads.ts'

const log = pino({ level: 'info' })

async function start() {
  const env = readEnv(process.env)
  const reference = loadReference()
  if (reference.area(env.HOME_AREA)?.kind !== 'authority') {
    throw new Error(`HOME_AREA is "${env.HOME_AREA}", which is no authority in data/areas.csv.`)
  }
  const db = await openDatabase(env.DATABASE_URL)
  await migrate(db)
  if (env.DEMO === '1' && (await loadDemonstration(db, reference, new Date().toISOString()))) {
    log.info('loaded the demonstration into the empty database')
  }
  // A database of an older version has figures that nobody has judged yet, which the public would not see.
  await protectNow(db, reference)
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const uploads = new Uploads({
    databaseUrl: env.DATABASE_URL,
    home: env.HOME_AREA,
    twoPersons: env.SECOND_PERSON === '1',
  })
  const { secret, lasting } = signingSecret(env.AUTH_SECRET, env.DATABASE_URL)
  if (!lasting) log.warn('AUTH_SECRET is not set: everybody has to sign in again after the next start')
  if (!env.BASE_URL && (env.HOST !== '127.0.0.1' || env.TRUST_PROXY === '1')) {
    log.warn(
      'BASE_URL is not set: set it to the address that people open, or what they ask under that name is refused',
    )
  }
  const people = await openDatabase(env.DATABASE_URL, { patient: true })
  const baseUrl = env.BASE_URL ?? null
  const entrance = openEntrance({ people, secret, baseUrl, directory: directoryOf(env) })
  const first = await firstLink(db, new Date())
  await startClearing(people, (error) =>
    log.error(
      { fault: error instanceof Error ? error.name : 'unknown' },
      'what ran out could not be deleted',
    ),
  )
  const app = createApp({
    db,
    uploads,
    entrance,
    publicRead: env.PUBLIC_READ === '1',
    door: { publicUrl: baseUrl, listensOn: env.HOST, trustProxy: env.TRUST_PROXY === '1' },
    reference,
    home: env.HOME_AREA,
    today: () => new Date().toISOString().slice(0, 10),
    version,
    build: buildId(),
    log,
  })
  const listen = { fetch: app.fetch, port: env.PORT, hostname: env.HOST, serverOptions: serverOptions() }
  const server = serve(listen, ({ port }) => {
    const address = addressHere(env.HOST, port)
    // To whoever starts it, and beside the log: it opens once, for a week at most, and not once somebody can sign in.
    if (first) {
      process.stdout.write(
        `\n  Nobody can sign in yet. To become the administrator, open this within 7 days, once:\n\n    ${env.BASE_URL ?? address}/join/${first}\n\n`,
      )
    }
    log.info({ address }, 'ready')
    if (process.stdout.isTTY) process.stdout.write(`\n  Open ${address}\n\n`)
  })
  const noteClient = boundedLog((line, message) => log.warn(line, message))
  limitServer(server as Server, undefined, (kind) => noteClient(kind, {}, 'refused'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(
        () => void Promise.all([uploads.close(), db.destroy(), people.destroy()]).then(() => process.exit(0)),
      )
    })
  }
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
