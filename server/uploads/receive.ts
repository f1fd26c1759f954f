import { once } from 'node:events'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { LARGEST_UPLOAD } from '../contract/paths.ts'
import { Problem } from '../problem.ts'

export type Received = { bytes: Uint8Array; fileName: string; fields: ReadonlyMap<string, string> }

/**
 * Takes a form with one file out of a request, piece by piece, into one buffer that nobody else holds; each piece is
 * wiped behind it, so that what has to be forgotten can be. `connection` is the request as Node has it, which spares
 * the copies that a web stream makes. Throws a Problem for what is no such form or too large.
 */
export async function receiveFile(request: Request, connection: Readable | null): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data') || !request.body) {
    throw new Problem('invalid-request', 'Send the file as multipart/form-data, in the field "file".')
  }
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > LARGEST_UPLOAD + 100_000) throw tooLarge()

  let form: BusboyInstance
  try {
    form = openForm(type)
  } catch {
    throw new Problem('invalid-request', 'The form has no boundary: send it as multipart/form-data.')
  }
  const fields = new Map<string, string>()
  let file: { bytes: Uint8Array; fileName: string } | null = null
  const received = new Promise<void>((resolve, reject) => {
    form.on('field', (name, value) => fields.set(name, value))
    form.on('file', (name, stream, fileName) => {
      // A form that breaks off within the file says so here, and an error that nobody hears ends the program.
      stream.on('error', reject)
      if (name !== 'file' || file) {
        stream.resume()
        return
      }
      const buffer = new Pieces(length)
      stream.on('data', (piece: Buffer) => buffer.take(piece))
      stream.on('limit', () => reject(tooLarge()))
      stream.on('end', () => {
        file = { bytes: buffer.whole(), fileName: plainName(fileName) }
      })
    })
    form.on('finish', resolve)
    form.on('error', reject)
  })
  try {
    const body = connection ?? Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
    await Promise.all([received, feed(body, form)])
  } catch (error) {
    // Nobody goes on reading what is not wanted any more.
    form.destroy()
    if (error instanceof Problem) throw error
    throw new Problem('invalid-request', 'The form broke off or could not be read. Send the file again.')
  }
  const whole = file as { bytes: Uint8Array; fileName: string } | null
  if (!whole) throw new Problem('invalid-request', 'There is no file in the field "file".')
  return { ...whole, fields }
}

/** Gives a form what comes in, and wipes each chunk when the form has passed it on. */
async function feed(body: Readable, form: BusboyInstance): Promise<void> {
  for await (const chunk of body as AsyncIterable<Buffer>) {
    if (form.destroyed) return
    if (!form.write(chunk)) await Promise.race([once(form, 'drain'), once(form, 'close')])
    await setImmediate()
    chunk.fill(0)
  }
  form.end()
}

const openForm = (type: string) =>
  new Busboy({
    headers: { 'content-type': type } as BusboyHeaders,
    limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 10, fieldSize: 200_000, headerPairs: 20 },
  })

const tooLarge = () =>
  new Problem(
    'too-large',
    `A file may have ${LARGEST_UPLOAD / 1024 / 1024} MB at most. Send the figures of fewer years or areas at a time.`,
  )

/** A file's own name, without any path or sign that could mean something elsewhere. */
function plainName(name: string | undefined): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? ''
  // Signs that turn the way of reading around make one kind of file look like another.
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}"<>|:*?]/gu, '').trim()
  return [...plain].slice(0, 200).join('') || 'file'
}

/** One growing buffer that the pieces of a file are copied into. */
class Pieces {
  #bytes: Uint8Array
  #length = 0

  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.min(Math.max(expected, 1024), LARGEST_UPLOAD))
  }

  take(piece: Buffer): void {
    if (this.#length + piece.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + piece.length))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes.fill(0)
      this.#bytes = larger
    }
    this.#bytes.set(piece, this.#length)
    this.#length += piece.length
  }

  /** The bytes; what is left of the buffer behind them was never written. */
  whole(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
