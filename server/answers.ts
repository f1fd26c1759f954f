import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { wearsHeaders } from './door/headers.ts'
import { wantedFormat } from './door/wanted-format.ts'
import type { Database } from './store/database.ts'
import { readRevision } from './store/revision.ts'

/**
 * Answers that stay the same until the next release. What may be read only changes when a release is published or
 * withdrawn, and each time the store's revision grows. So a whole answer is kept with the revision it was made at, and
 * that revision (with the day, since ages are told, and the build) is its ETag: an unchanged answer costs a 304.
 *
 * What somebody may see depends on who they are, so `scope`, the same for all who see the same, is part of the key and of
 * the ETag: whoever signs out is not shown again what they saw.
 */

type Kept = { headers: Record<string, string>; body: Uint8Array<ArrayBuffer> }

const encoder = new TextEncoder()

/** Another process (the command line, a second server) may publish too: its release is seen within this time. */
const RECHECK_MS = 100
const MOST_BYTES = 16 * 1024 * 1024
/** Below this a compressed answer is hardly smaller. */
const COMPRESS_FROM = 1400

type Encoding = 'br' | 'gzip' | ''

function bestEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : ''
}

function compress(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const bytes =
    encoding === 'br'
      ? brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : gzipSync(text)
  return Uint8Array.from(bytes)
}

export type KeepOptions = {
  today: () => string
  build: string
  /** The same for all who see the same. */
  scope: (c: Context) => string
  /** The headers that the door puts on every answer: what is kept wears them already. */
  worn: Readonly<Record<string, string>>
}

/** Keeps what the routes answer to GET with status 200, unless they say `no-store`; sends it again until something changes. */
export function keepAnswers(db: Database, { today, build, scope, worn }: KeepOptions): MiddlewareHandler {
  const kept = new LRUCache<string, Kept>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ body }) => body.length + 1000,
  })
  let tag = ''
  let checkedAt = 0

  async function readTag(): Promise<string> {
    const now = performance.now()
    if (now - checkedAt > RECHECK_MS || tag === '') {
      const next = `W/"${await readRevision(db)}.${today()}.${build}"`
      if (next !== tag) kept.clear()
      tag = next
      checkedAt = now
    }
    return tag
  }

  return async (c, next) => {
    // The client's files never change under their names: they are kept by the browser, not here.
    if (c.req.path.startsWith('/assets/')) return next()
    if (c.req.method !== 'GET') {
      await next()
      // Whoever changed something must see it in the next answer.
      checkedAt = Number.NEGATIVE_INFINITY
      return
    }
    const seen = scope(c)
    const current = `${(await readTag()).slice(0, -1)}.${Buffer.from(seen).toString('base64url')}"`
    if (c.req.header('if-none-match') === current) {
      return new Response(null, { status: 304, headers: { etag: current } })
    }
    const encoding = bestEncoding(c.req.header('accept-encoding'))
    const { url } = c.req
    const key = `${seen} ${encoding} ${wantedFormat(c)} ${url.slice(url.indexOf('/', 8))}`
    const known = kept.get(key)
    if (known) {
      wearsHeaders(c)
      return new Response(known.body, { headers: known.headers })
    }

    await next()
    const { res } = c
    if (res.status !== 200 || res.headers.get('cache-control') === 'no-store') return
    const text = await res.text()
    const isCompressed = encoding !== '' && text.length >= COMPRESS_FROM
    // Kept as bytes: a text with a letter outside Latin-1 would be encoded again at every answer.
    const body = isCompressed ? compress(text, encoding) : encoder.encode(text)
    const headers = {
      ...Object.fromEntries(res.headers),
      etag: current,
      'cache-control': 'no-cache',
      vary: 'accept, accept-encoding, cookie, authorization',
      ...(isCompressed ? { 'content-encoding': encoding } : {}),
      ...worn,
    }
    // A release may have come in meanwhile: then the answer is sent but not kept.
    if (current.startsWith(tag.slice(0, -1))) kept.set(key, { headers, body })
    wearsHeaders(c)
    // Taken off first: what is put in place of an answer is copied with its headers.
    c.res = undefined
    c.res = new Response(body, { headers })
  }
}
