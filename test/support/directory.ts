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
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
