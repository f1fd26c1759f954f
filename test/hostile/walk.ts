import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { problemAnswer } from '../../server/contract/answers.ts'
import type { World } from '../support/world.ts'
import { operationsOf } from './operations.ts'
import { type HostileRequest, hostileRequests } from './requests.ts'

export type Walk = {
  requests: number
  seed: number
  /** What is sent with every request: who is signed in. */
  headers?: Record<string, string>
  /** The connection, as the server would hand it to the program. */
  env?: object
  /** Operations, as `METHOD /path`, that are left out: those that would show whoever is signed in the door. */
  leaveOut?: RegExp
}

/** How often each operation was answered with each status. */
export type Tally = Map<string, Map<number, number>>

/**
 * Sends so many hostile requests, each made from the OpenAPI document, and throws at the first answer that is a fault of
 * ours, with the smallest request that brings it about.
 */
export async function walk(
  world: World,
  { requests, seed, headers = {}, env = {}, leaveOut = /^$/ }: Walk,
): Promise<Tally> {
  const described = await operationsOf(world, headers, env)
  const operations = described.operations.filter(({ method, path }) => !leaveOut.test(`${method} ${path}`))
  const tally: Tally = new Map(operations.map(({ method, path }) => [`${method} ${path}`, new Map()]))
  const property = fc.asyncProperty(hostileRequests(operations, described.schemas), async (request) => {
    const { status, fault } = await tryOut(world, request, headers, env)
    const statuses = tally.get(request.operation)
    statuses?.set(status, (statuses.get(status) ?? 0) + 1)
    if (fault) throw new Error(fault)
  })
  await fc.assert(property, { numRuns: requests, seed })
  return tally
}

/** Sends one request, and says what is wrong with the answer. */
export async function tryOut(
  world: World,
  request: HostileRequest,
  headers: Record<string, string>,
  env: object,
): Promise<{ status: number; fault: string | null }> {
  const response = await send(world, request, headers, env)
  const fault = await faultOf(response)
  const [logged] = world.errors.splice(0)
  return { status: response.status, fault: logged ? `${fault} ${inspect(logged)}` : fault }
}

function send(world: World, request: HostileRequest, headers: Record<string, string>, env: object) {
  const takesBody = request.method !== 'GET' && request.method !== 'HEAD'
  const body = takesBody ? bodyOf(request.body) : null
  const kind: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  return world.app.request(
    request.path,
    { method: request.method, headers: { ...kind, ...request.headers, ...headers }, body },
    env,
  )
}

function bodyOf(body: HostileRequest['body']): string | FormData | null {
  if (typeof body === 'string' || body === null) return body
  const form = new FormData()
  for (const [name, value] of Object.entries(body.fields)) form.set(name, value)
  form.set('file', new File([body.file], body.fileName))
  return form
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What only the inside of the program knows. */
const INSIDE = [
  ROOT,
  'node_modules',
  /\n\s+at \S+ \(?(file|node|\/)/,
  /\b(SQLITE_|SqliteError|PostgresError|kysely|better-sqlite3)/i,
  /\bno such (table|column)\b|\bsyntax error (at|near)\b|\bselect .{1,80} from "/i,
  /\b(TypeError|RangeError|ReferenceError|ZodError)\b/,
]

/** What is wrong with an answer, whatever was asked; null for nothing. */
export async function faultOf(response: Response): Promise<string | null> {
  const { status, headers } = response
  const text = await response.text()
  if (status >= 500) return `answered with ${status}: ${text}`
  if ([...headers].some(([name]) => name === 'x-injected' || name === 'set-cookie'))
    return 'a header was injected'
  const file = headers.get('content-disposition')
  if (
    file !== null &&
    !/^(attachment|inline); filename="[\w .()-]+"(; filename\*=UTF-8''[\w.%!~*'()-]+)?$/.test(file)
  )
    return `a file was named ${file}`
  const inside = INSIDE.find((sign) => (typeof sign === 'string' ? text.includes(sign) : sign.test(text)))
  if (inside) return `something of the inside is told (${inside}): ${text.slice(0, 2000)}`
  if ((status >= 200 && status < 300) || status === 304) return null
  if (headers.get('content-type') !== 'application/problem+json') return `${status} is no problem: ${text}`
  if (text === '' && headers.get('x-request-id')) return null
  const problem = problemAnswer.safeParse(JSON.parse(text))
  if (!problem.success || problem.data.status !== status || problem.data.detail === '')
    return `a problem that says nothing: ${text}`
  return null
}
