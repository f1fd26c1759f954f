/** About how wide a letter of 16 pixels is, and how high a line of them. */
export const LETTER = 8.6
export const LINE = 21

/** Breaks words into lines of so many letters at most; a longer word has a line to itself. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The same in as few lines, of about the same length: no word is left on a line of its own. */
export function balanced(text: string, most: number): string[] {
  const lines = wrapped(text, most)
  for (let fewer = Math.ceil(text.length / lines.length); fewer < most; fewer++) {
    const even = wrapped(text, fewer)
    if (even.length <= lines.length) return even
  }
  return lines
}
