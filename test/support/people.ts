import type { createApp } from '../../server/app.ts'
import type { Auth } from '../../server/auth/auth.ts'
import { addPerson, type Grant } from '../../server/auth/people.ts'

export const PASSWORD = 'plumbus-harvest-kettle'

/** Whoever does what a test does not say who does: may do everything. */
const EVERYTHING: Grant = { role: 'admin', rights: ['approver'], themes: null }

/** Makes accounts and signs them in through the program's own door. Each name is one person, who stays signed in. */
export function signer(auth: () => Promise<Auth>, app: ReturnType<typeof createApp>) {
  const cookies = new Map<string, Promise<string>>()

  async function enter(name: string, grant: Grant): Promise<string> {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@council.example`
    const door = await auth()
    // A database that was opened before knows the person already.
    const known = await (await door.$context).internalAdapter.findUserByEmail(email)
    if (!known) await addPerson(door, { email, name, password: PASSWORD, ...grant })
    return signIn(email)
  }

  /** The cookie of a session. */
  async function signIn(email: string, password = PASSWORD): Promise<string> {
    const response = await app.request('http://localhost/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost' },
      body: JSON.stringify({ email, password }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0]
    if (!cookie) throw new Error(`${email} was not let in: ${await response.text()}`)
    return cookie
  }

  return {
    /** The cookie of a person of this name, who may do everything unless it is said what. */
    as: (name = 'analyst', grant: Partial<Grant> = EVERYTHING): Promise<string> => {
      const known = cookies.get(name)
      if (known) return known
      const cookie = enter(name, { ...EVERYTHING, rights: [], ...grant })
      cookies.set(name, cookie)
      return cookie
    },
    signIn,
  }
}
