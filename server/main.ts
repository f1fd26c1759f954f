import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { buildId } from './build-id.ts'
import { loadDemonstration } from './demonstration.ts'
import { readEnv } from './env.ts'
import { loadReference } from './reference.ts'
import { migrate, openDatabase } from './store/database.ts'
import { Uploads } from './uploads/uploads.ts'
import { userName } from './user-name.ts'

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
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const uploads = new Uploads({
    databaseUrl: env.DATABASE_URL,
    home: env.HOME_AREA,
    twoPersons: env.SECOND_PERSON === '1',
  })
  const app = createApp({
    db,
    uploads,
    user: userName(),
    reference,
    home: env.HOME_AREA,
    today: () => new Date().toISOString().slice(0, 10),
    version,
    build: buildId(),
    log,
  })
  const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOST }, ({ port }) => {
    const address = `http://${env.HOST === '127.0.0.1' ? 'localhost' : env.HOST}:${port}`
    log.info({ address }, 'ready')
    if (process.stdout.isTTY) process.stdout.write(`\n  Open ${address}\n\n`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => void Promise.all([uploads.close(), db.destroy()]).then(() => process.exit(0)))
    })
  }
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
