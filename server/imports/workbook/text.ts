import { tooLarge } from './refusal.ts'

/** Characters that XML can't hold are written by Excel as `_x000D_`, and an underscore before such a thing as `_x005F_`. */
const restore = (text: string) =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/**
 * Gathers the text of one cell, which can be in several runs of different print. How a word is spoken, which Japanese
 * texts carry along, is no part of it.
 */
export class CellText {
  readonly #most: number
  #text = ''
  #taking = false

  constructor(most: number) {
    this.#most = most
  }

  clear(): void {
    this.#text = ''
  }

  open(name: string, parent: string): void {
    this.#taking = name === 'v' || (name === 't' && parent !== 'rPh')
  }

  close(): void {
    this.#taking = false
  }

  add(text: string, row: number | null): void {
    if (!this.#taking) return
    this.#text += text
    if (this.#text.length <= this.#most) return
    const most = this.#most.toLocaleString('en-GB')
    throw tooLarge(`${row ? `A cell of row ${row}` : 'A cell'} holds more than ${most} characters.`, row)
  }

  get raw(): string {
    return this.#text
  }

  get written(): string {
    return restore(this.#text)
  }
}
