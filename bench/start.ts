import { memoryMb, pause, SERVER, startServer } from './processes.ts'
import { median, type Row } from './report.ts'

const ROUNDS = 5
const SESSIONS = 10

/** From the start of a built project to its first answer; its memory at rest and after ten people have read in it. */
export async function benchStart(database: string): Promise<Row[]> {
  const first: number[] = []
  const rest: number[] = []
  const busy: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const server = await startServer(SERVER, { DATABASE_URL: database }, '/api/health')
    first.push(server.firstAnswerMs)
    await pause(300)
    rest.push(memoryMb(server.process.pid))
    const areas = ['E06000009', 'E08000028', 'E06000001', 'E06000002', 'E08000012']
    await Promise.all(
      Array.from({ length: SESSIONS }, async (_, session) => {
        for (const area of areas) {
          await (await fetch(`${server.url}/?area=${area}&n=${session}`)).text()
          for (const id of ['cla-rate', 'referrals-rate', 'cpp-rate', 'sw-caseload']) {
            await (await fetch(`${server.url}/indicators/${id}?area=${area}&n=${session}`)).text()
            await (
              await fetch(`${server.url}/api/indicators/${id}/comparison?area=${area}&n=${session}`)
            ).text()
          }
        }
      }),
    )
    busy.push(memoryMb(server.process.pid))
    await server.stop()
  }
  return [
    {
      what: 'start of a built project to its first answer',
      unit: 'ms',
      ours: first,
      hold: '≤ 800 ms',
      met: median(first) <= 800,
    },
    { what: 'memory at rest', unit: 'MB', ours: rest, hold: '≤ 150 MB', met: median(rest) <= 150 },
    { what: 'memory with 10 sessions', unit: 'MB', ours: busy, hold: '≤ 200 MB', met: median(busy) <= 200 },
  ]
}
