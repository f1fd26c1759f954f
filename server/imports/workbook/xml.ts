import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { damaged, type Limits, Refusal, SAVE_AGAIN } from './refusal.ts'

export type Attributes = Record<string, string>

/** What is told of a document. Names come without prefix; an element of a foreign vocabulary has the name ''. */
export type XmlHandlers = {
  open?: (name: string, attributes: Attributes, depth: number, parent: string) => void
  close?: (name: string, depth: number) => void
  text?: (text: string) => void
}

/**
 * Reads XML bit by bit and keeps nothing of it. Definitions of entities, deep nests and endless pieces of text are
 * refused, so that its memory stays small whatever the document says.
 */
export class XmlReader {
  readonly #parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  readonly #limits: Limits
  readonly #names: string[] = []
  #decoder: StringDecoder | undefined
  #prefix: string | undefined
  /** Characters since anything was told: what the parser may have gathered. */
  #silence = 0

  constructor(root: string, handlers: XmlHandlers, limits: Limits) {
    this.#limits = limits
    const heard = () => {
      this.#silence = 0
    }
    const hear = (text: string) => {
      this.#silence = 0
      handlers.text?.(text)
    }
    const parser = this.#parser
    parser.on('error', () => {
      throw damaged()
    })
    parser.on('doctype', () => {
      throw new Refusal('The workbook holds definitions that no spreadsheet program writes.', SAVE_AGAIN)
    })
    parser.on('comment', heard)
    parser.on('processinginstruction', heard)
    parser.on('text', hear)
    parser.on('cdata', hear)
    parser.on('opentag', (tag) => {
      this.#silence = 0
      const name = this.#localName(tag.name)
      const parent = this.#names.at(-1) ?? ''
      const depth = this.#names.push(name)
      if (depth > limits.depth || (depth === 1 && name !== root)) throw damaged()
      handlers.open?.(name, tag.attributes, depth, parent)
    })
    parser.on('closetag', () => {
      this.#silence = 0
      const depth = this.#names.length
      const name = this.#names.pop() ?? ''
      handlers.close?.(name, depth)
    })
  }

  write(bytes: Buffer): void {
    this.#decoder ??= new StringDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8')
    this.#take(this.#decoder.write(bytes))
  }

  end(): void {
    this.#take(this.#decoder?.end() ?? '')
    this.#parser.close()
  }

  #take(text: string) {
    this.#silence += text.length
    if (this.#silence > this.#limits.silence) throw damaged()
    this.#parser.write(text)
  }

  /** The root's prefix is that of spreadsheets, whatever it is; any other belongs to an extension. */
  #localName(name: string): string {
    this.#prefix ??= name.slice(0, name.indexOf(':') + 1)
    if (!name.startsWith(this.#prefix)) return ''
    const local = this.#prefix === '' ? name : name.slice(this.#prefix.length)
    return local.includes(':') ? '' : local
  }
}

/** Reads a whole document. */
export async function readXml(
  chunks: AsyncIterable<Buffer>,
  root: string,
  handlers: XmlHandlers,
  limits: Limits,
): Promise<void> {
  const reader = new XmlReader(root, handlers, limits)
  for await (const chunk of chunks) reader.write(chunk)
  reader.end()
}
