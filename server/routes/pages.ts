import { existsSync, readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { firstPaths } from '../contract/paths.ts'
import { Problem } from '../problem.ts'
import type { Setting } from '../views/subject.ts'
import { whoAsks } from './access.ts'

const CLIENT = new URL('../../dist/client/', import.meta.url)
/** Where the built page takes the name of the council and the answers that it is drawn from. */
const SLOT = '<!--first-answers-->'

/**
 * For every screen the one page of the client, with the answers that the screen is first drawn from already in it, so
 * that a chart does not wait for a second request.
 */
export function pageRoutes(setting: Setting, ask: (path: string, c: Context) => Promise<Response>) {
  const index = new URL('index.html', CLIENT)
  const template = existsSync(index) ? readFileSync(index, 'utf8') : null
  return new Hono().get('/:screen{[^.]*}', async (c) => {
    if (template === null) throw new Problem('not-found', 'The client is not built: run npm run build.')
    const { pathname, searchParams } = new URL(c.req.url)
    const first = new Map<string, unknown>()
    for (const path of firstPaths(pathname, Object.fromEntries(searchParams))) {
      const answer = await ask(path, c)
      // What can't be answered is asked for again by the screen, which tells the reader why.
      if (answer.ok) first.set(path, await answer.json())
    }
    // A page says who looks at it: only that of nobody is the same for others.
    if (whoAsks(c).user !== null) c.header('cache-control', 'no-store')
    return c.html(template.replace(SLOT, () => `${homeName(setting)}${embed(first)}`))
  })
}

/** Whose dashboard this is, for the head of every screen. */
function homeName({ reference, home }: Setting): string {
  const name = reference.area(home)?.name ?? ''
  return `<meta name="home" content="${name.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`
}

/** JSON that can stand in a page: nothing in it can close the script element. It is data, which no policy need allow. */
function embed(first: Map<string, unknown>): string {
  const json = JSON.stringify(Object.fromEntries(first)).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="first-answers">${json}</script>`
}
