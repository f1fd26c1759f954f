import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

type Json = Record<string, unknown>

const CLIENT = { clientId: 'dashboard', clientSecret: 'kept only for as long as a test lasts' }
const rsaKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token as whoever holds this key would sign it. */
export function signToken(claims: Json, key: KeyObject, header: Json = {}): string {
  const content = `${part({ alg: 'RS256', kid: 'known', ...header })}.${part(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`
}

/** A token that is signed with a word that both sides know. */
export function hashToken(claims: Json, secret: string | Buffer, header: Json = {}): string {
  const content = `${part({ alg: 'HS256', kid: 'known', ...header })}.${part(claims)}`
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
}

/** A token that nobody signed. */
export const bareToken = (claims: Json, alg = 'none'): string => `${part({ alg })}.${part(claims)}.`

/** What a forger answers; each test says what it is about. */
export type Answers = {
  /** Out of the claims that a real directory would send: the id token, null for none. */
  token: (right: Json) => string | null
  discovery: Json
  userInfo: Json
  /** Where each path sends whoever asks, and those that are never answered. */
  redirects: Record<string, string>
  silent: string[]
}

/** A certificate for localhost that nobody vouches for, with its key, which is good for nothing else. */
const OWN_CERTIFICATE = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqmNpiklJ0VYRK/Xs
CLD5rqlWhrSDzywgMs9a/fMT2TihRANCAAT8/7CBIJ62oC6QPtLx8HTzFGWLkEaO
JNGj+kwwc6w6RGPBx4vELu8iu/2kxeqre715/2+cyvki6dR6mVz0jkvL
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUJJ0E7p0XUXLBdPjjWnKzK/93DMAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjExMzYyNVoYDzIxMjYxMDI5
MTEzNjI1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT8/7CBIJ62oC6QPtLx8HTzFGWLkEaOJNGj+kwwc6w6RGPBx4vELu8i
u/2kxeqre715/2+cyvki6dR6mVz0jkvLo2kwZzAdBgNVHQ4EFgQUoBJ4152dEohL
yLU/BrtyrQPsXrswHwYDVR0jBBgwFoAUoBJ4152dEohLyLU/BrtyrQPsXrswDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIgAmuXB8lMXV0pr1nnCLw3bwaWSixenpnbP/afKLCk2gECIQCuT3WewW4z
lB2lLwyhoAAvyIXl8PSWNupaorcNhTp3sQ==
-----END CERTIFICATE-----`,
}

/** A directory that answers whatever a test says, in the place of the one that was set. */
export async function openForger({ tls = false } = {}) {
  const known = rsaKeys()
  const stranger = rsaKeys()
  const server = tls ? createTlsServer(OWN_CERTIFICATE) : createServer()
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const issuer = `${tls ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}`
  const jwks = { keys: [{ ...known.publicKey.export({ format: 'jwk' }), kid: 'known', alg: 'RS256' }] }
  const discovery = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['RS256'],
  }
  const honest = (): Answers => ({
    token: (right) => signToken(right, known.privateKey),
    discovery,
    userInfo: {},
    redirects: {},
    silent: [],
  })
  let answers = honest()
  let nonce = ''
  const asked: string[] = []

  const claims = (): Json => {
    const now = Math.floor(Date.now() / 1000)
    return {
      iss: issuer,
      aud: CLIENT.clientId,
      sub: 'number-of-ann',
      iat: now,
      exp: now + 300,
      nonce,
      email: 'ann@council.example',
      email_verified: true,
      name: 'Ann Archer',
      groups: ['analysts'],
    }
  }
  const tokens = () => {
    const idToken = answers.token(claims())
    return {
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 60,
      ...(idToken === null ? {} : { id_token: idToken }),
    }
  }
  const told: Record<string, () => Json> = {
    '/.well-known/openid-configuration': () => answers.discovery,
    '/jwks': () => jwks,
    '/token': tokens,
    '/me': () => answers.userInfo,
  }
  server.on('request', ({ url = '' }, response) => {
    asked.push(url)
    if (answers.silent.includes(url)) return
    const location = answers.redirects[url]
    const answer = told[url.replace('/elsewhere', '')]
    if (location !== undefined) response.writeHead(302, { location }).end()
    else if (answer === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer()))
  })

  return {
    ...CLIENT,
    issuer,
    known,
    stranger,
    jwks,
    discovery,
    /** What it was asked for, in its order. */
    asked,
    /** Says what is answered from now on, where it is not what an honest directory answers; and which nonce is asked for. */
    answer(changed: Partial<Answers>) {
      answers = { ...honest(), ...changed }
      asked.splice(0)
    },
    wants(asked: string) {
      nonce = asked
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
