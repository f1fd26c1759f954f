import { createHmac } from 'node:crypto'
import type { World } from '../support/world.ts'

/** What those who come to the door send, and what it hands out. */

/** Where the program is asked, as its own pages would ask. */
export const HERE = 'http://localhost'
/** What everybody of {@link World.as} signs in with. */
export const PASSWORD = 'plumbus-harvest-kettle'
/** What sessions of {@link World} are signed with. */
export const SECRET = 'kept only for as long as a test lasts'

export const emailOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@council.example`

/** A request of one of our own pages, with JSON. */
export const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: HERE, ...headers },
  body: JSON.stringify(body),
})

/** Sends something to the door's own addresses, such as `/sign-in/email`. */
export const atDoor = async (
  world: World,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> => world.app.request(`${HERE}/api/auth${path}`, json(body, headers))

/** Tries to sign in. */
export const enter = (
  world: World,
  email: string,
  password = PASSWORD,
  headers: Record<string, string> = {},
): Promise<Response> => atDoor(world, '/sign-in/email', { email, password }, headers)

/** The cookie of this name that an answer sets, as it is sent back; empty where it sets none. */
export const cookieOf = (response: Response, name = 'session_token'): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((cookie) => cookie.split('=')[0]?.endsWith(name) && !cookie.endsWith('=')) ?? ''

/** What a cookie holds: the token of the session, and its signature. */
export function partsOf(cookie: string): { token: string; signature: string } {
  const value = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1))
  const dot = value.lastIndexOf('.')
  return { token: value.slice(0, dot), signature: value.slice(dot + 1) }
}

/** A cookie as the program would sign it with this secret. */
export function signed(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `dashboard.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

/** The name of whoever this cookie lets in; null for nobody. */
export async function nameOf(world: World, cookie: string): Promise<string | null> {
  const response = await world.app.request(`${HERE}/api/session`, { headers: { cookie } })
  const { person } = (await response.json()) as { person: { name: string } | null }
  return person?.name ?? null
}
