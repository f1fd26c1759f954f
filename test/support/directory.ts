import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type Member = { name: string; groups: string[] }

const CLIENT = { clientId: 'dashboard', clientSecret: 'kept only for as long as a test lasts' }

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A real OpenID provider on this machine, as a council's directory would be; anybody of `members` signs in by their address. */
export async function openDirectory(members: Record<string, Member>, callback: string) {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'groups'],
    },
    pkce: { required: () => true },
    cookies: { keys: ['kept only for as long as a test lasts'] },
    findAccount: (_context, id) => {
      const member = members[id]
      return {
        accountId: id,
        claims: async () => ({ sub: id, email: id, email_verified: true, ...member }),
      }
    },
  })
  const server = provider.listen(port, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    ...CLIENT,
    issuer,
    /** Signs in on the provider's pages, as somebody sent to this address would; gives where they are sent back to. */
    codeFor: (address: string, login: string) => walkThrough(address, login, callback),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A browser without a window: follows the provider's pages and fills them in, up to the way back. */
async function walkThrough(address: string, login: string, callback: string): Promise<string> {
  const cookies = new Map<string, string>()
  const open = async (url: string, form?: Record<string, string>): Promise<string> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const to = response.headers.get('location')
    if (to?.startsWith(callback)) return to
    if (to) return open(new URL(to, url).href)
    const page = await response.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    const action = /action="([^"]+)"/.exec(page)?.[1]
    if (!prompt || !action) throw new Error(`The provider answered ${response.status}: ${page.slice(0, 300)}`)
    return open(new URL(action, url).href, { prompt, login, password: 'whatever' })
  }
  return open(address)
}
