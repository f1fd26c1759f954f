import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerOptions } from 'node:http'
import type { Duplex } from 'node:stream'
import { Problem } from '../problem.ts'

/** Times in milliseconds, sizes in bytes. */
export type ServerLimits = {
  /** Within which the headers have to be whole, and a new connection has to say anything. */
  headers: number
  /** Within which a request has to be whole, the largest file on a slow line included. */
  request: number
  /** How much of a body has to come in each stretch of time until it is whole. */
  body: { every: number; bytes: number }
  /** How long a connection stays open for the next request: longer than proxies keep theirs. */
  keepAlive: number
  headerBytes: number
  connections: number
  requestsPerConnection: number
  /** How often connections are looked through for those whose time is up. */
  check: number
}

export const SERVER_LIMITS: ServerLimits = {
  headers: 15_000,
  request: 600_000,
  body: { every: 10_000, bytes: 10_000 },
  keepAlive: 65_000,
  headerBytes: 16 * 1024,
  connections: 2000,
  requestsPerConnection: 100_000,
  check: 5000,
}

/** The limits that a server has to be made with. */
export const serverOptions = (limits: ServerLimits = SERVER_LIMITS): ServerOptions => ({
  headersTimeout: limits.headers,
  requestTimeout: limits.request,
  keepAliveTimeout: limits.keepAlive,
  maxHeaderSize: limits.headerBytes,
  connectionsCheckingInterval: limits.check,
})

/** Told of whoever was turned away before there was a request: as what, in a word of the program's own. */
type NoteKind = (kind: string) => void

/**
 * Sets the other limits, cuts off clients that let a body drip, and says in a problem why a request can't be read. `note` is
 * told of each.
 */
export function limitServer(
  server: Server,
  limits: ServerLimits = SERVER_LIMITS,
  note: NoteKind = () => undefined,
): void {
  server.maxConnections = limits.connections
  server.maxRequestsPerSocket = limits.requestsPerConnection
  server.on('request', (request: IncomingMessage) => watchBody(request, limits.body, note))
  server.on('clientError', (error, socket) => answerClientError(error, socket, note))
  server.on('drop', () => note('too-many-connections'))
}

/** A client that sends less than this is slow on purpose: it would hold a connection, and a buffer, for hours. */
function watchBody(request: IncomingMessage, { every, bytes }: ServerLimits['body'], note: NoteKind): void {
  const { socket, headers } = request
  if (headers['transfer-encoding'] === undefined && !Number(headers['content-length'])) return
  let before = socket.bytesRead
  const timer = setInterval(() => {
    const came = socket.bytesRead - before
    before = socket.bytesRead
    // What has come and waits to be read is our own delay.
    if (request.complete || request.readableLength > 0 || came >= bytes || socket.destroyed) return
    note('dripping-body')
    socket.destroy()
  }, every)
  timer.unref()
  request.once('close', () => clearInterval(timer))
}

function answerClientError(error: NodeJS.ErrnoException, socket: Duplex, note: NoteKind): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const requestId = randomUUID()
  const problem = unreadable(error.code)
  note(problem.kind === 'invalid-request' ? 'unreadable' : problem.kind)
  const answer = problem.toAnswer(requestId)
  const body = JSON.stringify(answer)
  const head = [
    `HTTP/1.1 ${answer.status} ${answer.title}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `x-request-id: ${requestId}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function unreadable(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Problem('headers-too-long', 'The headers of the request are too long. Delete its cookies.')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Problem('too-slow', 'The request came in too slowly. Try again on a faster connection.')
  return new Problem('invalid-request', 'The request is not HTTP that can be read.')
}
