import { openAsBlob } from 'node:fs'
import { ANALYST, PASSWORD } from './processes.ts'

/**
 * Uploads a file as the page does, asking for its progress meanwhile, and prints how long it took and how often the
 * progress had moved. A process of its own, so that its work is not taken for that of the server's readers.
 */
const [url = '', file = ''] = process.argv.slice(2)
const key = 'measured-1234'
const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: ANALYST, password: PASSWORD }),
})
const headers = { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' }
const form = new FormData()
form.set('key', key)
form.set('file', await openAsBlob(file), 'large.csv')
const seen = new Set<string>()
const asking = setInterval(async () => {
  const answer = await fetch(`${url}/api/uploads/progress/${key}`, { headers }).catch(() => null)
  if (answer?.ok) seen.add(await answer.text())
}, 100)
const started = performance.now()
const response = await fetch(`${url}/api/uploads`, { method: 'POST', headers, body: form })
const seconds = (performance.now() - started) / 1000
clearInterval(asking)
if (response.status !== 201) throw new Error(await response.text())
process.stdout.write(JSON.stringify({ seconds, moves: seen.size }))
