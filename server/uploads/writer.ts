import { Socket } from 'node:net'
import type { Phase } from '../imports/run.ts'
import { Problem, type ProblemKind } from '../problem.ts'
import { loadReference } from '../reference.ts'
import { openDatabase } from '../store/database.ts'
import {
  type AnnotateJob,
  annotateFile,
  type CheckJob,
  checkFile,
  compareAgain,
  type DraftJob,
  discard,
  type PublishJob,
  publish,
  type RecordJob,
  record,
  type WithdrawJob,
  type Workshop,
  withdraw,
} from './jobs.ts'

/**
 * A process of its own that does all the writing, one errand after another, on a database handle of its own: the process
 * that answers readers never waits for a file to be checked, nor for another writer, and whatever a file brings about
 * here, it goes on answering. Errands come as messages, the bytes of a file by the pipe PIPE.
 */

export type WriterData = { databaseUrl: string; home: string; twoPersons: boolean }

export type Errand =
  | ({ kind: 'check' } & CheckJob)
  | ({ kind: 'annotate' } & AnnotateJob)
  | ({ kind: 'publish' } & PublishJob)
  | ({ kind: 'withdraw' } & WithdrawJob)
  | ({ kind: 'record' } & RecordJob)
  | ({ kind: 'compare' } & DraftJob)
  | ({ kind: 'discard' } & DraftJob)
type FileErrand = Extract<Errand, { bytes: Uint8Array }>
type WithoutBytes<T> = T extends unknown ? Omit<T, 'bytes'> : never

/** What it is told: first of all where it works, then one errand after another. */
export type Order =
  | { kind: 'open'; data: WriterData }
  | { kind: 'errand'; errand: Exclude<Errand, FileErrand> }
  | { kind: 'file'; errand: WithoutBytes<FileErrand>; size: number }

export type Message =
  | { kind: 'progress'; phase: Phase; part: number }
  | { kind: 'done'; result: unknown }
  | { kind: 'problem'; problem: ProblemKind; detail: string }
  | { kind: 'failed'; message: string; stack: string | undefined }

const PIPE = 3

if (!process.send) throw new Error('This file runs as a process of the server only.')
const say = (message: Message) => process.send?.(message)
const files = new Socket({ fd: PIPE })

let workshop: Promise<Workshop> | undefined

const openWorkshop = async ({ databaseUrl, home, twoPersons }: WriterData): Promise<Workshop> => ({
  db: await openDatabase(databaseUrl),
  reference: loadReference(),
  home,
  twoPersons,
})

/** The next so many bytes that come by the pipe; they may be there before the message that tells of them, and wait. */
function receive(size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let length = 0
  if (size === 0) return Promise.resolve(bytes)
  return new Promise((resolve) => {
    const take = (piece: Buffer) => {
      bytes.set(piece, length)
      piece.fill(0)
      length += piece.length
      if (length < size) return
      files.off('data', take)
      files.pause()
      resolve(bytes)
    }
    files.on('data', take)
    files.resume()
  })
}

async function work(errand: Errand): Promise<unknown> {
  if (!workshop) throw new Error('The writer was given an errand before it was told where it works.')
  const at = await workshop
  switch (errand.kind) {
    case 'check':
      return checkFile(at, errand, (phase, part) => say({ kind: 'progress', phase, part }))
    case 'annotate':
      return annotateFile(at, errand)
    case 'publish':
      return publish(at, errand)
    case 'withdraw':
      return withdraw(at, errand)
    case 'record':
      return record(at, errand)
    case 'compare':
      return compareAgain(at, errand)
    case 'discard':
      return discard(at, errand)
  }
}

async function answer(errand: Promise<Errand>): Promise<void> {
  try {
    say({ kind: 'done', result: await work(await errand) })
  } catch (error) {
    if (error instanceof Problem) say({ kind: 'problem', problem: error.kind, detail: error.message })
    else if (error instanceof Error) say({ kind: 'failed', message: error.message, stack: error.stack })
    else say({ kind: 'failed', message: String(error), stack: undefined })
  }
}

process.on('message', (order: Order) => {
  switch (order.kind) {
    case 'open':
      workshop = openWorkshop(order.data)
      // Who asks first is told why it can't be opened.
      workshop.catch(() => undefined)
      break
    case 'errand':
      void answer(Promise.resolve(order.errand))
      break
    case 'file':
      void answer(receive(order.size).then((bytes) => ({ ...order.errand, bytes }) as FileErrand))
      break
  }
})
// Nobody waits any more for what a writer does whose server is gone: it ends, and keeps nothing.
process.on('disconnect', () => process.exit())
// The terminal tells everybody to stop; the server decides when this one does.
process.on('SIGINT', () => undefined)
