import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { getPath } from 'hono/utils/url'
import { openAPIRouteHandler } from 'hono-openapi'
import type { Logger } from 'pino'
import { keepAnswers } from './answers.ts'
import { Problem } from './problem.ts'
import type { Reference } from './reference.ts'
import { areaRoutes } from './routes/areas.ts'
import { assets } from './routes/assets.ts'
import { contractRoutes } from './routes/contracts.ts'
import { commentaryRoutes, exceptionRoutes } from './routes/exceptions.ts'
import { figureRoutes, templateRoutes } from './routes/figures.ts'
import { healthRoutes } from './routes/health.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { pageRoutes } from './routes/pages.ts'
import { paperRoutes } from './routes/papers.ts'
import { planRoutes } from './routes/plans.ts'
import { programmeRoutes } from './routes/programmes.ts'
import { qualityRoutes } from './routes/quality.ts'
import { registerRoutes } from './routes/registers.ts'
import type { Services } from './routes/respond.ts'
import { programmeSavingsRoutes, savingRoutes } from './routes/savings.ts'
import { scenarioRoutes } from './routes/scenario.ts'
import { scorecardRoutes } from './routes/scorecards.ts'
import { scrutinyRoutes } from './routes/scrutiny.ts'
import { targetChartRoutes } from './routes/target-charts.ts'
import { targetRoutes } from './routes/targets.ts'
import { uploadRoutes } from './routes/uploads.ts'
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
  log: Pick<Logger, 'error'>
  /** Where uploads are handed in, and the name they are noted under when none is given. */
  uploads: Uploads
  user: string
}

/** Only what the page itself sends may run, load or be framed; charts set styles by script, which needs no exception. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** The whole program behind HTTP; no port, so that tests ask it directly. */
export function createApp({ db, reference, home, today, version, build, log, uploads, user }: AppOptions) {
  const setting = () => ({ reference, home, today: today() })
  const services: Services = { db, setting }

  // `.csv` behind an address asks for the same answer as a file; the routes don't see it.
  const app = new Hono({
    getPath: (request) => {
      const path = getPath(request)
      return path.startsWith('/api/') && path.endsWith('.csv') ? path.slice(0, -'.csv'.length) : path
    },
  })
  app.use(keepAnswers(db, today, build))
  app.use(secureHeaders({ contentSecurityPolicy: CONTENT_SECURITY_POLICY }))
  app.use('/assets/*', assets())
  app.route('/api/health', healthRoutes(services, version))
  app.route('/api/areas', areaRoutes(services))
  app.route('/api/indicators', indicatorRoutes(services))
  app.route('/api/scorecards', scorecardRoutes(services))
  app.route('/api/quality', qualityRoutes(services))
  app.route('/api/figures', figureRoutes(services))
  app.route('/api/templates', templateRoutes(services))
  app.route('/api/uploads', uploadRoutes(services, uploads, user))
  app.route('/api/targets', targetRoutes(services, uploads, user))
  app.route('/api/targets', targetChartRoutes(services))
  app.route('/api/plans', planRoutes(services))
  app.route('/api/programmes', programmeRoutes(services))
  app.route('/api/programmes', programmeSavingsRoutes(services))
  app.route('/api/savings', savingRoutes(services, uploads, user))
  app.route('/api/scenario', scenarioRoutes(services))
  app.route('/api/scrutiny', scrutinyRoutes(services))
  app.route('/api/registers', registerRoutes(services, uploads, user))
  app.route('/api/exceptions', exceptionRoutes(services))
  app.route('/api/commentary', commentaryRoutes(services))
  app.route('/api/contracts', contractRoutes(services))
  app.route('/api/papers', paperRoutes(services))
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
    pageRoutes(services, async (path) => app.request(path)),
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
    log.error({ requestId, err: error, path: c.req.path }, 'unexpected error')
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
