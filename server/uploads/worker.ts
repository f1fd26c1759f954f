import { parentPort, workerData } from 'node:worker_threads'
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
 * A thread of its own that does all the writing, one job after another, on a database handle of its own: the thread that
 * answers readers never waits for a file to be checked, nor for another writer.
 */

export type WorkerData = { databaseUrl: string; home: string; twoPersons: boolean }

export type Job =
  | ({ kind: 'check' } & CheckJob)
  | ({ kind: 'annotate' } & AnnotateJob)
  | ({ kind: 'publish' } & PublishJob)
  | ({ kind: 'withdraw' } & WithdrawJob)
  | ({ kind: 'record' } & RecordJob)
  | ({ kind: 'compare' } & DraftJob)
  | ({ kind: 'discard' } & DraftJob)

export type Message =
  | { kind: 'progress'; phase: Phase; part: number }
  | { kind: 'done'; result: unknown }
  | { kind: 'problem'; problem: ProblemKind; detail: string }
  | { kind: 'failed'; message: string; stack: string | undefined }

const port = parentPort
if (!port) throw new Error('This file runs as a worker thread only.')
const say = (message: Message) => port.postMessage(message)

const { databaseUrl, home, twoPersons } = workerData as WorkerData
const workshop: Promise<Workshop> = openDatabase(databaseUrl).then((db) => ({
  db,
  reference: loadReference(),
  home,
  twoPersons,
}))

async function work(job: Job): Promise<unknown> {
  const at = await workshop
  switch (job.kind) {
    case 'check':
      return checkFile(at, job, (phase, part) => say({ kind: 'progress', phase, part }))
    case 'annotate':
      return annotateFile(at, job)
    case 'publish':
      return publish(at, job)
    case 'withdraw':
      return withdraw(at, job)
    case 'record':
      return record(at, job)
    case 'compare':
      return compareAgain(at, job)
    case 'discard':
      return discard(at, job)
  }
}

port.on('message', (job: Job) => {
  work(job).then(
    (result) => say({ kind: 'done', result }),
    (error: unknown) => {
      if (error instanceof Problem) say({ kind: 'problem', problem: error.kind, detail: error.message })
      else if (error instanceof Error) say({ kind: 'failed', message: error.message, stack: error.stack })
      else say({ kind: 'failed', message: String(error), stack: undefined })
    },
  )
})
