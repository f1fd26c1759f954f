import { LRUCache } from 'lru-cache'
import type { ProgressAnswer } from '../contract/uploads.ts'
import type { ImportReport } from '../imports/run.ts'
import { Problem } from '../problem.ts'
import type { AnnotateJob, CheckJob, DraftJob, PublishJob, RecordJob, WithdrawJob } from './jobs.ts'
import type { Errand, Message, WriterData } from './writer.ts'
import { type Ending, startWriter, type WriterProcess } from './writer-process.ts'

/** How many errands may wait for the one that runs. */
const MOST_WAITING = 8

/**
 * `idleMs`: after this long without an errand the writer is let go, with the memory that it holds. `longestMs`: a file
 * that takes longer to check is given up. `memoryMb`: what the engine of the writer may hold; a file that needs more
 * stops the writer and not the server.
 */
export type Limits = { idleMs: number; longestMs: number; memoryMb: number }
const LIMITS: Limits = { idleMs: 20_000, longestMs: 15 * 60_000, memoryMb: 256 }

type Waiting = {
  errand: Errand
  onProgress: (message: Extract<Message, { kind: 'progress' }>) => void
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

/** The desk where uploads are handed in: hands errands to the process that does them, one after another. */
export class Uploads {
  readonly #data: WriterData
  readonly #limits: Limits
  readonly #progress = new LRUCache<string, ProgressAnswer>({ max: 200 })
  readonly #waiting: Waiting[] = []
  #writer: WriterProcess | null = null
  #running: Waiting | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(data: WriterData, limits: Partial<Limits> = {}) {
    this.#data = data
    this.#limits = { ...LIMITS, ...limits }
  }

  get needsApproval(): boolean {
    return this.#data.twoPersons
  }

  /** Checks a file; `key` is what its progress can be asked for under. The bytes are handed over, and wiped here. */
  async check(job: CheckJob, key: string | null): Promise<ImportReport> {
    const note = (progress: ProgressAnswer) => key !== null && this.#progress.set(key, progress)
    note({ phase: 'waiting', part: 0 })
    try {
      return (await this.#run({ kind: 'check', ...job }, note)) as ImportReport
    } finally {
      note({ phase: 'done', part: 1 })
    }
  }

  /** A copy of a file with a column of findings, as CSV. */
  async annotate(job: AnnotateJob): Promise<string> {
    return (await this.#run({ kind: 'annotate', ...job })) as string
  }

  async publish(job: PublishJob): Promise<void> {
    await this.#run({ kind: 'publish', ...job })
  }

  async withdraw(job: WithdrawJob): Promise<void> {
    await this.#run({ kind: 'withdraw', ...job })
  }

  /** Writes a new version of an entry of a register. */
  async record(job: RecordJob): Promise<void> {
    await this.#run({ kind: 'record', ...job })
  }

  async compare(job: DraftJob): Promise<void> {
    await this.#run({ kind: 'compare', ...job })
  }

  async discard(job: DraftJob): Promise<void> {
    await this.#run({ kind: 'discard', ...job })
  }

  progress(key: string): ProgressAnswer | undefined {
    return this.#progress.get(key)
  }

  /** Ends the writer; an errand that it is at is rolled back by the database. */
  async close(): Promise<void> {
    await this.#letGo(new Problem('busy', 'The dashboard was stopped. Nothing of this file was stored.'))
  }

  #run(errand: Errand, onProgress: (message: ProgressAnswer) => void = () => undefined): Promise<unknown> {
    if (this.#waiting.length >= MOST_WAITING) {
      throw new Problem('busy', 'Several files are being checked. Try again in a minute.')
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        errand,
        onProgress: ({ phase, part }) => onProgress({ phase, part }),
        resolve,
        reject,
      })
      this.#next()
    })
  }

  #next(): void {
    if (this.#running) return
    const next = this.#waiting.shift()
    clearTimeout(this.#timer)
    if (!next) {
      this.#timer = setTimeout(() => this.#retire(), this.#limits.idleMs)
      this.#timer.unref()
      return
    }
    this.#running = next
    this.#writer ??= this.#start()
    this.#timer = setTimeout(() => void this.#letGo(tooLong()), this.#limits.longestMs)
    this.#writer.give(next.errand)
  }

  #start(): WriterProcess {
    const writer = startWriter(this.#data, this.#limits.memoryMb, {
      // What a writer says that was let go is about an errand that has its answer already.
      hear: (message) => this.#writer === writer && this.#hear(message),
      ended: (ending) => this.#writer === writer && this.#lose(ending),
    })
    return writer
  }

  /** The writer ended of itself, with the errand that it was at. */
  #lose({ why, how }: Ending): void {
    this.#writer = null
    const error = why === 'memory' ? tooMuch() : new Error(`The process that writes ended early (${how}).`)
    this.#end((running) => running.reject(error))
  }

  #hear(message: Message): void {
    switch (message.kind) {
      case 'progress':
        this.#running?.onProgress(message)
        break
      case 'done':
        if (this.#running?.errand.kind === 'check' && sawChild(message.result as ImportReport)) this.#retire()
        this.#end((running) => running.resolve(message.result))
        break
      case 'problem':
        this.#end((running) => running.reject(new Problem(message.problem, message.detail)))
        break
      case 'failed':
        this.#end((running) =>
          running.reject(Object.assign(new Error(message.message), { stack: message.stack })),
        )
        break
    }
  }

  /** Ends the writer between two errands: what it had in memory goes with it. */
  #retire(): void {
    this.#writer?.retire()
    this.#writer = null
  }

  #end(tell: (running: Waiting) => void): void {
    const running = this.#running
    this.#running = null
    if (running) tell(running)
    this.#next()
  }

  /** Ends the writer with the errand that it is at, which is told why; what waits goes on in another. */
  async #letGo(why: Problem): Promise<void> {
    const [writer, running] = [this.#writer, this.#running]
    this.#writer = null
    this.#running = null
    clearTimeout(this.#timer)
    await writer?.kill()
    running?.reject(why)
    if (this.#waiting.length > 0) this.#next()
  }
}

const tooLong = () =>
  new Problem('busy', 'Checking this file took too long and was given up. Nothing of it was stored.')

const tooMuch = () =>
  new Problem(
    'too-large',
    'Checking this file took more memory than there is for it. Nothing of it was stored. Send the figures of fewer years or areas at a time.',
  )

const sawChild = (report: ImportReport) => report.findings.some((finding) => finding.check === 'child-level')
