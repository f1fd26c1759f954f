/**
 * What a check of a whole file keeps of each area. A file with more areas than `most` is no return of a council or two:
 * nothing is kept of it then, so that a check costs no memory where it has nothing to say.
 */
export class ByArea<T> {
  readonly #most: number
  readonly #make: () => T
  readonly #kept = new Map<string, T>()
  #isFull = false

  constructor(most: number, make: () => T) {
    this.#most = most
    this.#make = make
  }

  /** What is kept of an area, made when it is first asked for; `undefined` once there are too many. */
  of(area: string): T | undefined {
    if (this.#isFull) return undefined
    let own = this.#kept.get(area)
    if (own === undefined) {
      if (this.#kept.size === this.#most) {
        this.#isFull = true
        this.#kept.clear()
        return undefined
      }
      own = this.#make()
      this.#kept.set(area, own)
    }
    return own
  }

  entries(): [area: string, own: T][] {
    return [...this.#kept]
  }
}
