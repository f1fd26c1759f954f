import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { launchChromium } from '../test/support/chromium.ts'
import { pause, SERVER, type Server, startServer } from './processes.ts'
import { median, type Row } from './report.ts'

const ROUNDS = 9
const PAGE = '/indicators/cla-rate'
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves the floor page, built as ours is. */
async function serveFloor(folder: string): Promise<{ url: string; close: () => void }> {
  await build({
    configFile: false,
    root: 'bench/floors/chart',
    plugins: [react()],
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  })
  const server = createServer((request, response) => {
    const path = join(folder, request.url === '/' ? 'index.html' : (request.url ?? ''))
    if (!existsSync(path)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
    createReadStream(path).pipe(response)
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}

/** Notes when the first line of a chart is on the screen, the paints, and what moved. Runs before the page's own scripts. */
function watchPage() {
  const seen = { chart: 0, lcp: 0, cls: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
      if (!shift.hadRecentInput) seen.cls += shift.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
  const look = () => {
    if (document.querySelector('svg path[stroke-width], svg .recharts-line path')) {
      requestAnimationFrame(() => {
        seen.chart = performance.now()
      })
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

type Seen = { chart: number; fcp: number; lcp: number; cls: number; chartBottom: number }

async function newPage(browser: Browser, throttle: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  return page
}

async function openCold(
  browser: Browser,
  url: string,
  throttle: number,
): Promise<Seen & { bytes: number; requests: number; script: number }> {
  const page = await newPage(browser, throttle)
  await page.addInitScript(watchPage)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  let requests = 0
  let script = 0
  const scripts = new Set<string>()
  session.on('Network.responseReceived', ({ requestId, type }) => {
    requests++
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    if (scripts.has(requestId)) script += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.chart > 0)
  const scriptToChart = script
  await page.waitForLoadState('networkidle')
  await pause(300)
  const seen = await page.evaluate((): Seen => {
    const own = (window as unknown as { seen: Seen }).seen
    const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const chartBottom =
      document.querySelector('.chart, .recharts-surface')?.getBoundingClientRect().bottom ?? 0
    return { ...own, fcp, chartBottom: chartBottom + window.scrollY }
  })
  await page.context().close()
  return { ...seen, bytes, requests, script: scriptToChart }
}

const visible = (seen: Seen) => Math.max(seen.chart, seen.fcp, seen.lcp)

/** From the choice to the frame in which the heading and the chart are new. */
async function redraw(
  page: Page,
  act: { select: string; value: string } | { click: string },
): Promise<number> {
  return page.evaluate(async (how) => {
    const shown = () =>
      `${document.querySelector('h1')?.textContent} ${document.querySelector('svg path[stroke-width], svg .recharts-line path')?.getAttribute('d')}`
    const before = shown()
    const started = performance.now()
    if ('click' in how) document.querySelector<HTMLElement>(how.click)?.click()
    else {
      const select = document.querySelector<HTMLSelectElement>(how.select)
      if (!select) throw new Error(`${how.select} is not there`)
      const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set
      set?.call(select, how.value)
      select.dispatchEvent(new Event('change', { bubbles: true }))
    }
    const title = () => document.querySelector('h1')?.textContent
    const [titleBefore] = before.split(' ')
    await new Promise<void>((resolve) => {
      const look = () =>
        shown() !== before && title() !== titleBefore ? resolve() : requestAnimationFrame(look)
      requestAnimationFrame(look)
    })
    await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - started
  }, act)
}

async function redraws(
  browser: Browser,
  url: string,
  throttle: number,
  acts: Parameters<typeof redraw>[1][],
): Promise<number[]> {
  const page = await newPage(browser, throttle)
  await page.goto(url, { waitUntil: 'networkidle' })
  await pause(1200)
  const times: number[] = []
  for (const act of acts) {
    times.push(await redraw(page, act))
    await pause(700)
  }
  await page.context().close()
  return times
}

const AREAS = ['E08000028', 'E06000001', 'E08000012', 'E06000002', 'E08000024', 'E06000021']

/** JavaScript that must be there before the first chart, as it goes over the wire: brotli. */
function scriptBytes(): number {
  const html = readFileSync('dist/client/index.html', 'utf8')
  const entries = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  return entries.reduce((sum, path) => sum + statSync(`dist/client/${path}.br`).size, 0)
}

/** What a reader waits for in a browser, with the processor as it is and four times slower. */
export async function benchBrowser(database: string, folder: string): Promise<Row[]> {
  const server: Server = await startServer(SERVER, { DATABASE_URL: database }, '/api/health')
  const floor = await serveFloor(join(folder, 'floor'))
  const browser = await launchChromium()
  const rows: Row[] = []
  let last: Awaited<ReturnType<typeof openCold>> | undefined
  const shifts: number[] = []
  for (const [throttle, hold, aim] of [
    [1, 650, 350],
    [4, 1500, 850],
  ] as const) {
    const ours: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      last = await openCold(browser, server.url + PAGE, throttle)
      shifts.push(last.cls)
      ours.push(visible(last))
      bare.push(visible(await openCold(browser, floor.url, throttle)))
    }
    rows.push({
      what: `cold open to visible chart, processor ${throttle}× slower`.replace(', processor 1× slower', ''),
      unit: 'ms',
      ours,
      floor: { name: 'React + Recharts alone', samples: bare },
      hold: `≤ ${hold} ms`,
      aim: `≤ ${aim} ms`,
      met: median(ours) <= hold,
    })
  }
  for (const [throttle, hold, aim] of [
    [1, 80, 50],
    [4, 200, 120],
  ] as const) {
    const acts = AREAS.map((value) => ({ select: '#area', value }))
    const areas = await redraws(browser, server.url + PAGE, throttle, acts)
    const measures = ['referrals-rate', 'cpp-rate', 'cin-rate', 's47-rate', 'rereferrals-pct', 'sw-caseload']
    const indicators = await redraws(
      browser,
      server.url + PAGE,
      throttle,
      measures.map((value) => ({ select: '#measure', value })),
    )
    const bare = await redraws(
      browser,
      floor.url,
      throttle,
      AREAS.map(() => ({ click: 'button' })),
    )
    for (const [what, samples] of [
      ['area', areas],
      ['indicator', indicators],
    ] as const) {
      rows.push({
        what: `change of ${what} to redrawn chart${throttle === 1 ? '' : `, processor ${throttle}× slower`}`,
        unit: 'ms',
        ours: samples,
        floor: { name: 'React + Recharts alone', samples: bare },
        hold: `≤ ${hold} ms`,
        aim: `≤ ${aim} ms`,
        met: median(samples) <= hold,
      })
    }
  }
  const kb = (bytes: number) => bytes / 1000
  if (last) {
    rows.push(
      {
        what: 'JavaScript to the first chart, brotli',
        unit: 'kB',
        ours: [kb(scriptBytes())],
        hold: '≤ 210 kB',
        aim: '≤ 110 kB',
        met: kb(scriptBytes()) <= 210,
      },
      {
        what: 'whole first load',
        unit: 'kB',
        ours: [kb(last.bytes)],
        hold: '≤ 260 kB',
        met: kb(last.bytes) <= 260,
      },
      {
        what: 'requests of the first load',
        unit: '',
        ours: [last.requests],
        hold: '≤ 12',
        met: last.requests <= 12,
      },
      { what: 'layout shift', unit: '', ours: shifts, hold: '≤ 0.05', met: Math.max(...shifts) <= 0.05 },
      {
        what: 'lower edge of the chart',
        unit: 'px',
        ours: [last.chartBottom],
        hold: '≤ 900 px',
        met: last.chartBottom <= 900,
      },
    )
  }
  await browser.close()
  floor.close()
  await server.stop()
  return rows
}
