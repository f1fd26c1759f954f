import { execFileSync, spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadReference } from '../server/reference.ts'
import {
  ANALYST,
  CLI,
  memoryMb,
  PASSWORD,
  pause,
  peakOfAllMb,
  SERVER,
  type Server,
  startServer,
} from './processes.ts'
import { median, type Row } from './report.ts'

const ROWS = 500_000
const ROUNDS = 3

/** A tidy file of half a million rows, in the long layout; made-up numbers, for the clock only. */
export function writeLargeFile(path: string): void {
  const { indicators, areas } = loadReference()
  const lines = ['period,indicator_id,area_code,dimension,numerator,denominator,value,status,note']
  const per: Record<string, number> = { 'per-10000': 10_000, 'per-100000': 100_000, percent: 100 }
  for (let quarter = 0; lines.length <= ROWS; quarter++) {
    const year = 2013 + Math.floor(quarter / 4)
    const period = `${year}-${String((year + 1) % 100).padStart(2, '0')}Q${(quarter % 4) + 1}`
    for (const area of areas) {
      for (const { id, unit, denominatorKind } of indicators) {
        if (lines.length > ROWS) break
        const n = lines.length
        const numerator = 500 + ((n * 7919) % 400)
        const denominator = denominatorKind === 'none' ? '' : 1000 + ((n * 104_729) % 9000)
        const value =
          denominator === ''
            ? numerator
            : Math.round((numerator / denominator) * (per[unit] ?? 1) * 100) / 100
        lines.push(`${period},${id},${area.id},,${numerator},${denominator},${value},illustrative,`)
      }
    }
  }
  writeFileSync(path, `${lines.join('\n')}\n`)
}

/** Runs a program to its end; how long it took and the most memory it had. */
async function run(
  args: string[],
  env: Record<string, string>,
): Promise<{ seconds: number; memory: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryMb(child.pid, 'VmHWM') || 0)
  }, 20)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${args.join(' ')} stopped with ${code}`)
  return { seconds: (performance.now() - started) / 1000, memory }
}

/** Reads of a server while something else goes on, one after the other: their 99th percentile in ms. */
async function readMeanwhile(server: Server, until: Promise<unknown>): Promise<number> {
  let done = false
  void until.finally(() => {
    done = true
  })
  const times: number[] = []
  for (let n = 0; !done; n++) {
    const started = performance.now()
    await (await fetch(`${server.url}/api/indicators/cla-rate/series?compare=neighbours&n=${n}`)).text()
    times.push(performance.now() - started)
    await pause(5)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN
}

/** Import of 500,000 rows with every check on, beside csv-parse into better-sqlite3 with none. */
export async function benchImport(folder: string, demonstration: string): Promise<Row[]> {
  const file = join(folder, 'large.csv')
  writeLargeFile(file)
  const ours: number[] = []
  const floor: number[] = []
  const memory: number[] = []
  const readers: number[] = []
  const cli = [...CLI, 'import', file, '--reason', 'measured']
  for (let round = 0; round < ROUNDS; round++) {
    const target = join(folder, `floor-${round}.db`)
    floor.push(ROWS / (await run(['bench/floors/import.ts', file, target], {})).seconds)
    const database = join(folder, `import-${round}.db`)
    const result = await run(cli, { DATABASE_URL: `sqlite:${database}` })
    ours.push(ROWS / result.seconds)
    memory.push(result.memory)
    for (const path of [target, database])
      for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  }
  const server = await startServer(SERVER, { DATABASE_URL: demonstration }, '/api/health')
  readers.push(await readMeanwhile(server, run(cli, { DATABASE_URL: demonstration })))
  await server.stop()
  const uploaded = await uploadMeanwhile(file, `sqlite:${join(folder, 'uploaded.db')}`)
  return [
    {
      what: 'import of 500,000 rows, every check on',
      unit: 'rows a second',
      ours,
      floor: { name: 'csv-parse + better-sqlite3, no check', samples: floor },
      hold: '≥ 1',
      aim: '≥ 1.6',
      met: median(ours) >= median(floor),
    },
    { what: 'memory of that import', unit: 'MB', ours: memory, hold: '≤ 250 MB', met: median(memory) <= 250 },
    {
      what: "readers' 99th percentile meanwhile",
      unit: 'ms',
      ours: readers,
      hold: '≤ 20 ms',
      met: median(readers) <= 20,
    },
    {
      what: 'the same file uploaded: time until it is a draft',
      unit: 's',
      ours: [uploaded.seconds],
      hold: '–',
      met: true,
    },
    {
      what: 'how often its progress had moved when it was asked for',
      unit: 'times',
      ours: [uploaded.moves],
      hold: '≥ 10',
      met: uploaded.moves >= 10,
    },
    {
      what: "readers' 99th percentile while it is checked",
      unit: 'ms',
      ours: [uploaded.readers],
      hold: '≤ 20 ms',
      met: uploaded.readers <= 20,
    },
    {
      what: 'memory of the server meanwhile, readers and checking together',
      unit: 'MB',
      ours: [uploaded.memory],
      hold: '–',
      met: true,
    },
  ]
}

/** Uploads a file to a server that people read from. */
async function uploadMeanwhile(file: string, database: string) {
  execFileSync(process.execPath, [...CLI, 'user', 'add', ANALYST, '--role', 'analyst'], {
    env: { ...process.env, DATABASE_URL: database },
    input: PASSWORD,
  })
  const server = await startServer(SERVER, { DATABASE_URL: database }, '/api/health')
  const child = spawn(process.execPath, ['bench/upload.ts', server.url, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => output.push(piece))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const readers = await readMeanwhile(server, ended)
  if ((await ended) !== 0) throw new Error('the upload was not taken')
  const { seconds, moves } = JSON.parse(Buffer.concat(output).toString()) as Record<string, number>
  const memory = peakOfAllMb(server.process.pid)
  await server.stop()
  return { seconds: seconds ?? Number.NaN, moves: moves ?? 0, readers, memory }
}
