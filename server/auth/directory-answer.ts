import type { Directory } from './directory.ts'

/** Seconds by which the directory's clock may be before ours. */
const CLOCKS_APART = 60
/** How long the directory is waited for. */
const PATIENCE_MS = 10_000

type Terms = Pick<Directory, 'issuer' | 'clientId' | 'groupsClaim'>
type Claims = Record<string, unknown> & { sub: string }
/** What the directory says of somebody. */
export type DirectoryProfile = Claims & {
  id: string
  email: string
  emailVerified: boolean
  name?: string
}

/**
 * Reads who comes out of what the directory answered; null for whoever is not let in. better-auth has checked the token's
 * signature, its time, that it is for this program and answers this question (nonce), but takes the issuer from what is
 * found at the directory's address, and does without a token where none is sent. So the token has to be there, and to say
 * what was set. An address that the directory itself calls unconfirmed is nobody's.
 */
export function profileReader(terms: Terms) {
  const askDirectory = userInfo(terms)
  return async (tokens: { idToken?: string; accessToken?: string }): Promise<DirectoryProfile | null> => {
    const claims = readClaims(tokens.idToken ?? '', terms, Date.now() / 1000)
    if (!claims) return null
    // Where the token is short, the rest is told to whoever shows the other token.
    const isWhole = claims.email !== undefined && claims[terms.groupsClaim] !== undefined
    const more = isWhole || !tokens.accessToken ? {} : await askDirectory(tokens.accessToken, claims.sub)
    const all = { ...more, ...claims }
    const { email, name, email_verified: verified } = all as Record<string, unknown>
    if (typeof email !== 'string' || !email.includes('@') || isFalse(verified)) return null
    return {
      ...all,
      id: claims.sub,
      email,
      emailVerified: String(verified) === 'true',
      ...(typeof name === 'string' ? { name } : {}),
    }
  }
}

const isFalse = (verified: unknown) => verified === false || verified === 'false'

/** What a token says, if it is one to sign in with, of this issuer, for this program alone, and not of times to come. */
export function readClaims(token: string, { issuer, clientId }: Terms, now: number): Claims | null {
  const [header, claims] = token.split('.', 2).map(decode)
  if (!header || !claims) return null
  // A token for another purpose says so.
  if (header.typ !== undefined && String(header.typ).toLowerCase() !== 'jwt') return null
  if (!isSame(claims.iss, issuer)) return null
  const audience = [claims.aud].flat()
  if (!audience.includes(clientId)) return null
  if ((audience.length > 1 || claims.azp !== undefined) && claims.azp !== clientId) return null
  if (typeof claims.iat !== 'number' || claims.iat > now + CLOCKS_APART) return null
  return typeof claims.sub === 'string' && claims.sub !== '' ? { ...claims, sub: claims.sub } : null
}

function decode(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof value === 'object' ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Some write the issuer with a stroke at its end, and others do not. */
const isSame = (said: unknown, issuer: string) =>
  typeof said === 'string' && said.replace(/\/$/, '') === issuer.replace(/\/$/, '')

export const discoveryOf = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

/** Asks the directory what it says of this person; nothing where it answers for somebody else, or sends us elsewhere. */
function userInfo({ issuer }: Terms) {
  return async (accessToken: string, sub: string): Promise<Record<string, unknown>> => {
    const about = await fetchJson(discoveryOf(issuer))
    if (!isSame(about?.issuer, issuer) || typeof about?.userinfo_endpoint !== 'string') return {}
    const said = await fetchJson(about.userinfo_endpoint, { authorization: `Bearer ${accessToken}` })
    return said?.sub === sub ? said : {}
  }
}

async function fetchJson(url: string, headers: Record<string, string> = {}) {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  try {
    const response = await fetch(url, { headers, redirect: 'error', signal })
    return response.ok ? ((await response.json()) as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}
