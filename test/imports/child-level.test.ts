import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProblemAnswer } from '../../server/contract/answers.ts'
import { startProcess } from '../support/server.ts'
import { formOf, HEADING } from '../support/uploads.ts'

/** An invented surname that stands nowhere else on the machine. */
const SURNAME = `Quillfeather${process.pid}`

let folder: string
let server: Awaited<ReturnType<typeof startProcess>>
let cookie = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'child-'))
  server = await startProcess(
    { DATABASE_URL: `sqlite:${join(folder, 'child.db')}`, DEMO: '0' },
    {
      cwd: folder,
      args: ['--heapsnapshot-signal=SIGUSR2'],
    },
  )
  cookie = await server.signIn()
})
afterAll(async () => {
  await server.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const handIn = (text: string) =>
  fetch(`${server.address}/api/uploads`, { method: 'POST', headers: { cookie }, body: formOf(text) })

/** Everything that the program still holds, as the engine writes it down when it is asked to. */
async function heapOf(pid: number): Promise<Buffer> {
  process.kill(pid, 'SIGUSR2')
  const path = await expect.poll(snapshot, { timeout: 30_000 }).not.toBeUndefined().then(snapshot)
  const bytes = () => readFileSync(join(folder, path ?? ''))
  // It is whole when its last brace is written.
  await expect.poll(() => bytes().subarray(-3).toString(), { timeout: 30_000 }).toContain('}')
  const heap = bytes()
  rmSync(join(folder, path ?? ''))
  return heap
}

const snapshot = () => readdirSync(folder).find((name) => name.endsWith('.heapsnapshot'))

const everythingStored = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)))

test.each([
  ['a column of names', `surname,period,value\n${SURNAME},2025-26Q2,1\n`],
  [
    'a note with a postcode, in an otherwise good return',
    `${HEADING}\n2025-26Q2,plo-children,E08000028,,,,12,illustrative,${SURNAME} of FY1 4DJ\n`,
  ],
])(
  'of a file with %s nothing is kept: not in the answer, the database, the log or the memory',
  {
    timeout: 60_000,
  },
  async (_what, text) => {
    const response = await handIn(text)
    expect(response.status).toBe(422)
    const problem = (await response.json()) as ProblemAnswer
    expect(problem.findings?.map((finding) => finding.check)).toEqual(['child-level'])
    expect(JSON.stringify(problem)).not.toContain(SURNAME)
    expect(everythingStored().filter((bytes) => bytes.includes(SURNAME))).toEqual([])
    expect(server.log()).not.toContain(SURNAME)
    const heap = await heapOf(server.pid)
    expect(heap.includes('/api/uploads')).toBe(true)
    expect(heap.includes(SURNAME)).toBe(false)
  },
)

test('a file that is kept is found in the same places, so the search finds what is there', async () => {
  const name = `Thistledown${process.pid}`
  const kept = `${HEADING}\n2025-26Q2,plo-children,E08000028,,,,12,illustrative,${name}\n`
  expect((await handIn(kept)).status).toBe(201)
  expect(everythingStored().some((bytes) => bytes.includes(name))).toBe(true)
})
