import { serve } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Hono } from 'hono'

/** The floor of an answer: Hono with a constant as large as ours, and Hono with 60 rows out of better-sqlite3. */
const body = JSON.stringify({ points: 'x'.repeat(Number(process.env.BODY_BYTES ?? 14_000)) })
const db = new Database(':memory:')
db.exec(
  'create table figure (series integer, area text, period text, value real, numerator real, denominator real)',
)
const insert = db.prepare('insert into figure values (?, ?, ?, ?, ?, ?)')
for (let i = 0; i < 60_000; i++) insert.run(i % 1000, 'E06000009', `20${i % 90}-12`, i, i, i)
db.exec('create index figure_series on figure (series)')
const select = db.prepare('select * from figure where series = ?')

const app = new Hono()
app.get('/constant', (c) => c.body(body, 200, { 'content-type': 'application/json' }))
app.get('/rows', (c) => c.json(select.all(7)))
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
