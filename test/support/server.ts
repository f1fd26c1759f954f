import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PASSWORD } from './people.ts'

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** The program as a process of its own, on a port that is free. */
export async function startProcess(
  env: Record<string, string>,
  { cwd, args = [] }: { cwd?: string; args?: string[] } = {},
) {
  const child = spawn(process.execPath, [...args, MAIN], {
    cwd,
    // In a group of its own, so that what it starts ends with it.
    detached: true,
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output: string[] = []
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      output.push(String(text))
      const found = /"address":"http:\/\/localhost:(\d+)"/.exec(output.join(''))
      if (found) resolve(`http://127.0.0.1:${found[1]}`)
    })
    child.once('exit', (code) => reject(new Error(`The program stopped with ${code}: ${output.join('')}`)))
  })
  return {
    address,
    /** Becomes the administrator by the link that it printed; gives the cookie of the session. */
    async signIn(): Promise<string> {
      const person = { email: 'analyst@council.example', password: PASSWORD }
      const send = (path: string, body: unknown) =>
        fetch(address + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      const secret = /\/join\/([\w-]+)/.exec(output.join(''))?.[1]
      // A database that was opened before knows the person already.
      if (secret) await send(`/api/invitations/${secret}`, { ...person, name: 'analyst' })
      const response = await send('/api/auth/sign-in/email', person)
      const cookie = response.headers.get('set-cookie')?.split(';')[0]
      if (!cookie) throw new Error(`Nobody was let in: ${await response.text()}`)
      return cookie
    },
    pid: child.pid ?? 0,
    /** What it wrote to its log. */
    log: () => output.join(''),
    /** Ends it and the processes that it started, as a power cut would with SIGKILL. */
    async kill(signal: NodeJS.Signals) {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      process.kill(-(child.pid ?? 0), signal)
      await gone
      // Those that it started end with it, but a moment later.
      while (isThere(-(child.pid ?? 0))) await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
}

/** Whether a process, or any of a group of processes, is there. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
