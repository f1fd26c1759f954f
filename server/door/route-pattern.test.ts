import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { routePattern } from './route-pattern.ts'

const app = new Hono()
  .use(async (c, next) => {
    await next()
    c.res = new Response(routePattern(c))
  })
  .get('/api/invitations/:secret', (c) => c.text('link'))
  .all('/api/auth/*', (c) => c.text('door'))
  .all('/api/*', (c) => c.text('nothing'))
  .get('/:screen{[^.]*}', (c) => c.text('page'))

test.each([
  ['/api/invitations/planted-secret', '/api/invitations/:secret'],
  ['/api/auth/sign-in/email', '/api/auth/sign-in/email'],
  ['/api/auth/two-factor/verify-totp', '/api/auth/two-factor/verify-totp'],
  ['/api/auth/callback/council?code=planted', '/api/auth/callback/:id'],
  ['/api/auth/reset-password/planted-token', '/api/auth/*'],
  ['/api/auth/sign-in/planted', '/api/auth/*'],
  ['/api/planted', '/api/*'],
  ['/join/planted', '/:screen{[^.]*}'],
  ['/planted', '/:screen{[^.]*}'],
  ['/planted.php', '/*'],
])('%s is told as %s', async (path, pattern) => {
  expect(await (await app.request(path)).text()).toBe(pattern)
})
