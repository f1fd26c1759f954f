import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { type FileWorld, makeFileWorld, type WorldOptions } from './world.ts'

/** The program on a port of its own and a real browser in front of it. */
export type Site = {
  world: FileWorld
  url: string
  /** A new page; whatever the browser complains of is kept in `complaints`. */
  open: (path: string, size?: { width: number; height: number }) => Promise<Page>
  /** The same for somebody who is signed in: the analyst, who may do everything, unless another is named. */
  openSignedIn: (path: string, size?: { width: number; height: number }, name?: string) => Promise<Page>
  complaints: string[]
  close: () => Promise<void>
}

export const LAPTOP = { width: 1280, height: 900 }
export const PHONE = { width: 320, height: 800 }

export async function openSite({
  port = 0,
  ...options
}: WorldOptions & { port?: number } = {}): Promise<Site> {
  const world = await makeFileWorld(options)
  const server = serve({ fetch: world.app.fetch, port, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser: Browser = await launchChromium()
  const complaints: string[] = []
  async function open(path: string, size: { width: number; height: number }, cookie: string | null) {
    // axe needs a context to itself, and so does a reader who has never been here.
    const context = await browser.newContext({ viewport: size })
    if (cookie) {
      const [name = '', value = ''] = cookie.split('=')
      await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
    }
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(`${path}: ${message.text()}`)
    })
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`))
    page.on('requestfailed', (request) => {
      // A request that the page itself gave up, because the reader went on, is nobody's fault.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED')
        complaints.push(`${path}: ${request.url()} failed`)
    })
    await page.goto(url + path, { waitUntil: 'networkidle' })
    return page
  }
  return {
    world,
    url,
    complaints,
    open: (path, size = LAPTOP) => open(path, size, null),
    openSignedIn: async (path, size = LAPTOP, name = 'analyst') => open(path, size, await world.as(name)),
    async close() {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
      await world.end()
    },
  }
}

/** What axe finds on a page against WCAG 2.2 at level AA, in one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.target.join(' ')})`)
}
