import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { damaged, type Limits, protectedByPassword, Refusal, tooLarge } from './refusal.ts'

const CHUNK = 1 << 16

/** The parts of a zip file, by name. Nothing that the file says of its own sizes is relied on. */
export class Archive {
  readonly #bytes: Buffer
  readonly #zip: ZipFile
  readonly #limits: Limits
  readonly #entries: ReadonlyMap<string, Entry>
  #unpacked = 0

  private constructor(bytes: Buffer, zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: Limits) {
    this.#bytes = bytes
    this.#zip = zip
    this.#entries = entries
    this.#limits = limits
  }

  static async open(bytes: Buffer, limits: Limits): Promise<Archive> {
    try {
      const zip = await fromBufferPromise(bytes)
      return new Archive(bytes, zip, await listEntries(zip, limits), limits)
    } catch (error) {
      if (error instanceof Refusal) throw error
      throw /encrypt/.test(String(error)) ? protectedByPassword() : damaged()
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase())
  }

  some(pattern: RegExp): boolean {
    return [...this.#entries.keys()].some((name) => pattern.test(name))
  }

  /** How large a part says it is; good for showing progress and nothing else. */
  sizeOf(name: string): number {
    return this.#entries.get(name.toLowerCase())?.uncompressedSize ?? 0
  }

  /** Unpacks a part bit by bit, as fast as it is taken. Ends in a Refusal past `most` bytes, or if it is damaged. */
  async *read(name: string, most: number): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase())
    if (!entry) throw damaged()
    let size = 0
    let sum = 0
    for await (const { chunk, packed } of unpack(await this.#packed(entry), entry.compressionMethod)) {
      size += chunk.length
      this.#unpacked += chunk.length
      this.#refuseTooMuch(size, most, packed)
      sum = crc32(chunk, sum)
      yield chunk
    }
    if (size !== entry.uncompressedSize || sum !== entry.crc32) throw damaged()
  }

  async #packed(entry: Entry): Promise<Buffer> {
    if (entry.isEncrypted()) throw protectedByPassword()
    try {
      const { fileDataStart } = await this.#zip.readLocalFileHeaderPromise(entry, { minimal: true })
      return this.#bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
    } catch {
      throw damaged()
    }
  }

  #refuseTooMuch(size: number, most: number, packed: number) {
    const { ratio, ratioFrom, totalBytes } = this.#limits
    if (size > ratioFrom && size > packed * ratio) {
      throw tooLarge('The workbook unpacks to far more than its size, as no ordinary table does.')
    }
    if (size <= most && this.#unpacked <= totalBytes) return
    const megabytes = Math.round((size > most ? most : totalBytes) / 1024 / 1024)
    throw tooLarge(`The workbook is too large: unpacked it is more than ${megabytes} MB.`)
  }
}

async function listEntries(zip: ZipFile, limits: Limits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > limits.parts) {
    throw tooLarge(`The workbook is made of more than ${limits.parts.toLocaleString('en-GB')} parts.`)
  }
  for await (const entry of zip.eachEntry()) {
    // The names of parts do not tell capital letters from small ones.
    const name = entry.fileName.toLowerCase()
    // Of two parts with one name, two programs could read different ones.
    if (entries.has(name)) throw damaged()
    entries.set(name, entry)
  }
  return entries
}

/** What is unpacked, bit by bit, with how many packed bytes it took so far. */
async function* unpack(bytes: Buffer, method: number): AsyncGenerator<{ chunk: Buffer; packed: number }> {
  if (method === 0) {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      const chunk = bytes.subarray(start, start + CHUNK)
      yield { chunk, packed: start + chunk.length }
    }
    return
  }
  if (method !== 8) throw damaged()
  const inflater = createInflateRaw({ chunkSize: CHUNK })
  inflater.end(bytes)
  try {
    for await (const chunk of inflater) yield { chunk, packed: inflater.bytesWritten }
  } catch {
    throw damaged()
  }
}
