import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** The server and the command line with the very arguments that `npm start` and `npm run cli` give them. */
export const SERVER: string[] = scripts.start.split('&& node ')[1].split(' ')
export const CLI: string[] = scripts.cli.replace(/^node /, '').split(' ')
/** Who uploads in a measurement; the database is made for it and thrown away. */
export const ANALYST = 'analyst@council.example'
export const PASSWORD = 'measured kettle harvest'

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export type Server = { url: string; process: ChildProcess; firstAnswerMs: number; stop: () => Promise<void> }

/** Starts a program in a process of its own and waits for its first answer at `health`. */
export async function startServer(
  args: string[],
  env: Record<string, string>,
  health: string,
): Promise<Server> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} stopped with ${child.exitCode}`)
    const answered = await fetch(url + health).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) break
    await pause(3)
  }
  return {
    url,
    process: child,
    firstAnswerMs: performance.now() - started,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await gone
    },
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Resident memory of a process now, or the most it ever had, in MB; NaN where the system does not tell. */
export function memoryMb(pid: number | undefined, which: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/** The most that a process and those it has started ever had, each at its own worst moment, in MB. */
export function peakOfAllMb(pid: number | undefined): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return [pid, ...children.map(Number)].reduce<number>((sum, each) => sum + memoryMb(each, 'VmHWM'), 0)
}
