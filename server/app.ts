import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { openAPIRouteHandler } from 'hono-openapi'
import type { Logger } from 'pino'
import { keepAnswers } from './answers.ts'
import type { Entrance } from './auth/entrance.ts'
import { identify } from './auth/identify.ts'
import { scopeOf, type Who } from './auth/who.ts'
import { boundedLog } from './door/bounded-log.ts'
import { door } from './door/door.ts'
import { headersFor } from './door/headers.ts'
import type { RateOptions } from './door/rate.ts'
import { noteTried } from './door/refusals.ts'
import { createEditions } from './editions.ts'
import { Problem } from './problem.ts'
import type { Reference } from './reference.ts'
import { createServices, whoAsks } from './routes/access.ts'
import { accountRoutes } from './routes/account.ts'
import { areaRoutes } from './routes/areas.ts'
import { assets } from './routes/assets.ts'
import { auditRoutes } from './routes/audit.ts'
import { contractRoutes } from './routes/contracts.ts'
import { entranceRoutes } from './routes/entrance.ts'
import { commentaryRoutes, exceptionRoutes } from './routes/exceptions.ts'
import { figureRoutes, templateRoutes } from './routes/figures.ts'
import { healthRoutes } from './routes/health.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { pageRoutes } from './routes/pages.ts'
import { paperRoutes } from './routes/papers.ts'
import { peopleRoutes } from './routes/people.ts'
import { planRoutes } from './routes/plans.ts'
import { programmeRoutes } from './routes/programmes.ts'
import { qualityRoutes } from './routes/quality.ts'
import { registerRoutes } from './routes/registers.ts'
import { programmeSavingsRoutes, savingRoutes } from './routes/savings.ts'
import { scenarioRoutes } from './routes/scenario.ts'
import { scorecardRoutes } from './routes/scorecards.ts'
import { scrutinyRoutes } from './routes/scrutiny.ts'
import { type Door, invitationRoutes, sessionRoutes } from './routes/session.ts'
import { strategyRoutes } from './routes/strategy.ts'
import { targetChartRoutes } from './routes/target-charts.ts'
import { targetRoutes } from './routes/targets.ts'
import { uploadRoutes } from './routes/uploads.ts'
import { recordEvent } from './store/audit.ts'
import type { Database } from './store/database.ts'
import type { Uploads } from './uploads/uploads.ts'

export type AppOptions = {
  db: Database
  reference: Reference
  /** The area whose council this is, and whose local strategy counts. */
  home: string
  /** ISO day. */
  today: () => string
  version: string
  /** Changes with every change of the program, so that nobody keeps an answer of the one before. */
  build: string
  log: Pick<Logger, 'error' | 'warn'>
  /** Where uploads are handed in. */
  uploads: Uploads
  entrance: Entrance
  /** Whether the public edition is for everybody, or for those who sign in. */
  publicRead: boolean
  /** How the program stands to the network; `publicUrl` is the address that people open, `listensOn` its own. */
  door: { publicUrl: string | null; listensOn: string } & Pick<RateOptions, 'trustProxy' | 'rates'>
}

/** Faults that are logged in one minute; each may have a long tale of where it was. */
const MOST_FAULTS = 60

/** What comes with a request: of Node its connection, of a page that asks for its answers who it asks for. */
type Env = { Bindings: { who?: Who }; Variables: { who: Who } }

/** The whole program behind HTTP; no port, so that tests ask it directly. */
export function createApp(options: AppOptions) {
  const { db, reference, home, today, version, build, log, uploads, entrance, publicRead } = options
  const { auth, people } = entrance
  const editions = createEditions(db, reference)
  const services = createServices((who) => {
    const edition = editions(who)
    return { db: edition.db, setting: { reference: edition.reference, home, today: today() } }
  })
  const noteFault = boundedLog((line, message) => log.error(line, message), MOST_FAULTS)
  const way: Door = { ...entrance, secondPerson: uploads.needsApproval }

  // `.csv` or `.xlsx` behind an address asks for the same answer as a file; the routes don't see it. An address is what it is written
  // as: were it decoded here, one that is spelled with escapes would pass the door as something else.
  const app = new Hono<Env>({
    getPath: ({ url }) => {
      const path = url.slice(url.indexOf('/', 8)).replace(/[?#].*$/s, '')
      return path.startsWith('/api/') ? path.replace(/\.(csv|xlsx)$/, '') : path
    },
  })
  const asksItself = (c: Context<Env>) => c.env?.who !== undefined
  const [headers, refusals, ...checks] = door({
    ...options.door,
    account: (c) => whoAsks(c).user,
    refusals: {
      write: (line, message) => log.warn(line, message),
      actor: (c) => whoAsks(c)?.key ?? 'nobody',
      asksItself,
    },
  })
  app.use(headers, refusals)
  app.use(async (c, next) => {
    const asked =
      c.env?.who ?? (await identify(c.req.raw.headers, { db: people, auth, publicRead }, new Date()))
    c.set('who', asked)
    await next()
  })
  app.use(...checks)
  app.use(
    keepAnswers(db, {
      today,
      build,
      worn: headersFor(options.door.publicUrl),
      scope: (c) => `${whoAsks(c).user ? 'person' : 'nobody'} ${scopeOf(whoAsks(c))}`,
    }),
  )
  app.use('/assets/*', assets())
  app.route('/api/health', healthRoutes(db, version))
  app.route('/api/areas', areaRoutes(services))
  app.route('/api/indicators', indicatorRoutes(services))
  app.route('/api/scorecards', scorecardRoutes(services))
  app.route('/api/quality', qualityRoutes(services))
  app.route('/api/figures', figureRoutes(services))
  app.route('/api/templates', templateRoutes(services))
  app.route('/api/uploads', uploadRoutes(services, uploads))
  app.route('/api/targets', targetRoutes(services, uploads))
  app.route('/api/targets', targetChartRoutes(services))
  app.route('/api/plans', planRoutes(services))
  app.route('/api/programmes', programmeRoutes(services))
  app.route('/api/programmes', programmeSavingsRoutes(services))
  app.route('/api/strategy', strategyRoutes(services))
  app.route('/api/savings', savingRoutes(services, uploads))
  app.route('/api/scenario', scenarioRoutes(services))
  app.route('/api/scrutiny', scrutinyRoutes(services))
  app.route('/api/registers', registerRoutes(services, uploads))
  app.route('/api/exceptions', exceptionRoutes(services))
  app.route('/api/commentary', commentaryRoutes(services))
  app.route('/api/contracts', contractRoutes(services))
  app.route('/api/papers', paperRoutes(services))
  app.route('/api/people', peopleRoutes(services, people))
  app.route('/api/account', accountRoutes(people))
  app.route(
    '/api/audit',
    auditRoutes(services, (event) => recordEvent(people, event)),
  )
  app.route('/api/session', sessionRoutes(way))
  app.route('/api/invitations', invitationRoutes(way))
  app.route('/api/auth', entranceRoutes(entrance, noteTried))
  app.get(
    '/api/openapi.json',
    openAPIRouteHandler(app, {
      documentation: {
        openapi: '3.1.0',
        info: {
          title: "Children's services performance",
          version,
          description:
            'Figures of children’s services in England with their benchmarks. Every number comes as `value` and as ' +
            '`text`; where there is none `missing` says why. The same answers as CSV: `Accept: text/csv` or `.csv`.',
        },
      },
      // A calendar's address ends like that of a file.
      excludeStaticFile: false,
      exclude: [/^\/api\/openapi/, /^\/(assets|:screen)/],
    }),
  )
  app.all('/api/*', (c) => {
    throw new Problem(
      'not-found',
      `There is nothing at ${c.req.path}. GET /api/openapi.json lists what there is.`,
    )
  })
  app.route(
    '/',
    pageRoutes({ reference, home, today: today() }, async (path, c) =>
      app.request(path, {}, { who: whoAsks(c) }),
    ),
  )

  app.notFound((c) => problemResponse(new Problem('not-found', `There is nothing at ${c.req.path}.`)))
  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(error)
    // What the framework itself refuses: a body that is no JSON.
    if (error instanceof HTTPException && error.status === 400)
      return problemResponse(
        new Problem('invalid-request', 'The body of the request is not JSON that can be read.'),
      )
    const requestId = randomUUID()
    // Neither the address, which may hold the secret of a link, nor what a database says of the row it was about.
    const { name, message, stack } = error
    const line = { requestId, err: { name, message, stack }, route: routePath(c) }
    noteFault('fault', line, 'unexpected error')
    const apology = `Try again; if it happens again, quote ${requestId} to whoever runs the dashboard.`
    return problemResponse(new Problem('internal-error', apology), requestId)
  })
  return app
}

function problemResponse(problem: Problem, requestId: string = randomUUID()): Response {
  return new Response(JSON.stringify(problem.toAnswer(requestId)), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
    },
  })
}
