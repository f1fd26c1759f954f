import { type Context, Hono } from 'hono'
import type { Entrance } from '../auth/entrance.ts'

type OnTry = (c: Context, email: string) => void

/** Signing in and out. `onTry` is told with which address somebody tries to sign in, before that is answered. */
export function entranceRoutes({ answer }: Pick<Entrance, 'answer'>, onTry: OnTry) {
  return new Hono().on(['GET', 'POST'], '/*', async (c) => {
    if (c.req.method === 'POST' && c.req.path.endsWith('/sign-in/email')) await readTried(c, onTry)
    const answered = await answer(c.req.raw)
    // Figures stay among the browser's files to be asked for again; whoever sits there next is not to find them.
    if (answered.ok && c.req.path.endsWith('/sign-out')) answered.headers.set('clear-site-data', '"cache"')
    return answered
  })
}

/** Reads, from a copy of what is sent, whose account somebody tries. The door has seen that it is not large. */
async function readTried(c: Context, onTry: OnTry): Promise<void> {
  const form: unknown = await c.req.raw
    .clone()
    .json()
    .catch(() => null)
  const { email } = (form ?? {}) as { email?: unknown }
  if (typeof email === 'string') onTry(c, email)
}
