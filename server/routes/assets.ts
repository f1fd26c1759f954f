import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'

const ROOT = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** The built files of the client, compressed when they were built; their names change with what is in them. */
export const assets = (): MiddlewareHandler =>
  serveStatic({
    root: ROOT,
    precompressed: true,
    onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
  })
