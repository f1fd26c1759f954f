import { type ChildProcess, fork } from 'node:child_process'
import type { Socket } from 'node:net'
import { waitForOthers } from '../low-priority.ts'
import type { Errand, Message, WriterData } from './writer.ts'

/**
 * How a writer ended: `asked` by us, or for want of memory, which ends a process from within (SIGABRT) or by the
 * system (SIGKILL), or for any other cause.
 */
export type Ending = { why: 'asked' | 'memory' | 'other'; how: string }

export type WriterProcess = {
  give(errand: Errand): void
  /** Lets it end by itself, between two errands. */
  retire(): void
  /** Ends it at once, with all that it has in memory; what it had not yet committed is rolled back by the database. */
  kill(): Promise<void>
}

/**
 * Starts the process that does all the writing of the server: see writer.ts. It is a process and not a thread, since a
 * thread that is ended within the database's own code takes the whole program with it.
 */
export function startWriter(
  data: WriterData,
  memoryMb: number,
  { hear, ended }: { hear: (message: Message) => void; ended: (ending: Ending) => void },
): WriterProcess {
  let asked = false
  // What the engine says when it runs out of memory may hold what was in it, so nobody writes it down.
  const child = fork(new URL('./writer.ts', import.meta.url), {
    execArgv: [
      `--import=${new URL('../keep-compiled.js', import.meta.url)}`,
      `--max-old-space-size=${memoryMb}`,
      '--max-semi-space-size=8',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'ignore', 'pipe', 'ipc'],
  })
  const files = child.stdio[3] as Socket
  // A file that can't be handed over any more: the end of the process tells why.
  files.on('error', () => undefined)
  if (child.pid !== undefined) waitForOthers(child.pid)
  child.unref()
  child.channel?.unref()
  files.unref()
  child.send({ kind: 'open', data })
  child.on('message', hear)
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve()
      const why = asked ? 'asked' : OUT_OF_MEMORY.has(signal) ? 'memory' : 'other'
      ended({ why, how: signal ?? `code ${code}` })
    })
    child.on('error', (error) => {
      // Of one that was started its exit tells; one that was not has none.
      if (child.pid !== undefined) return
      resolve()
      ended({ why: 'other', how: error.message })
    })
  })
  return {
    give: (errand) => handOver(child, files, errand),
    retire() {
      asked = true
      if (child.connected) child.disconnect()
    },
    async kill() {
      asked = true
      child.ref()
      child.kill('SIGKILL')
      await gone
    },
  }
}

const OUT_OF_MEMORY: ReadonlySet<NodeJS.Signals | null> = new Set(['SIGABRT', 'SIGTRAP', 'SIGKILL'])

/** A file goes by a pipe, which copies nothing in this process, and is wiped here once it is over there. */
function handOver(child: ChildProcess, files: Socket, errand: Errand): void {
  if (!('bytes' in errand)) {
    child.send({ kind: 'errand', errand })
    return
  }
  const { bytes, ...rest } = errand
  child.send({ kind: 'file', errand: rest, size: bytes.length })
  files.write(bytes, () => void bytes.fill(0))
}
