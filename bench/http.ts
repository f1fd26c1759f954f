import autocannon from 'autocannon'
import { loadReference } from '../server/reference.ts'
import { SERVER, startServer } from './processes.ts'
import type { Row } from './report.ts'
import { median } from './report.ts'

const SERIES = '/api/indicators/cla-rate/series?by=financial-year&compare=neighbours,region,england'
const SECONDS = 3
const ROUNDS = 5

/** `areas`: asks for one of them after another, where not all is asked of the same. */
async function load(url: string, areas: readonly string[] = []): Promise<{ perSecond: number; p99: number }> {
  const { pathname, search } = new URL(url)
  const requests = areas.map((area) => ({ path: `${pathname}${decodeURI(search)}&area=${area}` }))
  const result = await autocannon({
    url,
    connections: 10,
    duration: SECONDS,
    idReplacement: url.includes('[<id>]'),
    ...(requests.length > 0 ? { requests } : {}),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`)
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

/** Requests a second over ten connections: ours kept and worked out anew, beside a constant and 60 rows of SQLite. */
export async function benchHttp(database: string, larger: string): Promise<Row[]> {
  const ours = await startServer(SERVER, { DATABASE_URL: database }, '/api/health')
  const hundred = await startServer(SERVER, { DATABASE_URL: larger }, '/api/health')
  const bytes = (await (await fetch(ours.url + SERIES)).text()).length
  const floor = await startServer(['bench/floors/http.ts'], { BODY_BYTES: String(bytes) }, '/constant')
  const samples = {
    constant: [] as number[],
    rows: [] as number[],
    kept: [] as number[],
    anew: [] as number[],
    elsewhere: [] as number[],
    larger: [] as number[],
  }
  const p99: number[] = []
  const authorities = loadReference()
    .areas.filter(({ kind }) => kind === 'authority')
    .map(({ id }) => id)
  for (let round = 0; round < ROUNDS; round++) {
    samples.constant.push((await load(`${floor.url}/constant`)).perSecond)
    const kept = await load(ours.url + SERIES)
    samples.kept.push(kept.perSecond)
    p99.push(kept.p99)
    samples.rows.push((await load(`${floor.url}/rows`)).perSecond)
    // An unknown word in the address is passed over, but makes it another address: each answer is worked out.
    samples.anew.push((await load(`${ours.url}${SERIES}&n=[<id>]`)).perSecond)
    samples.elsewhere.push((await load(`${ours.url}${SERIES}&n=[<id>]`, authorities)).perSecond)
    samples.larger.push((await load(`${hundred.url}${SERIES}&n=[<id>]`)).perSecond)
  }
  for (const server of [ours, hundred, floor]) await server.stop()
  const share = (name: keyof typeof samples, of: keyof typeof samples) =>
    median(samples[name]) / median(samples[of])
  return [
    {
      what: 'series request, 10 connections, kept answer',
      unit: 'a second',
      ours: samples.kept,
      floor: { name: 'Hono, constant', samples: samples.constant },
      hold: '≥ 0.6 of 60 rows',
      aim: '≥ 0.9 of the constant',
      met: share('kept', 'rows') >= 0.6,
    },
    {
      what: 'the same, 99th percentile',
      unit: 'ms',
      ours: p99,
      hold: '≤ 3 ms',
      met: median(p99) <= 3,
    },
    {
      what: 'series request, 10 connections, every answer worked out anew',
      unit: 'a second',
      ours: samples.anew,
      floor: { name: 'Hono + better-sqlite3, 60 rows', samples: samples.rows },
      hold: '≥ 0.6',
      met: share('anew', 'rows') >= 0.6,
    },
    {
      what: 'the same, of another area each time',
      unit: 'a second',
      ours: samples.elsewhere,
      floor: { name: 'of one area', samples: samples.anew },
      hold: '–',
      met: true,
    },
    {
      what: 'every answer worked out anew, with 100 times the observations',
      unit: 'a second',
      ours: samples.larger,
      floor: { name: 'without them', samples: samples.anew },
      hold: '≥ 0.77 (1.3 times as slow)',
      aim: '1',
      met: share('larger', 'anew') >= 1 / 1.3,
    },
  ]
}
