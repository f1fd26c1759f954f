import { decode } from './file.ts'
import { Findings } from './finding.ts'
import { personalContent, personalHeader } from './personal.ts'
import { isZip, readEverySheet } from './workbook.ts'

/** How much text is looked through at a time; a slice ends with a row. */
const SLICE = 1 << 16

/** A list of people has more rows than a note of who sent the workbook. */
const LIST = 5

/**
 * Looks through a whole file, every sheet of a workbook included, for data about single children before anything of it
 * is stored: a database keeps for a while what was written and taken back. Gives the kind of what it saw in words,
 * never the thing itself.
 */
export async function scanForPersonal(bytes: Buffer): Promise<string | undefined> {
  if (!isZip(bytes)) return scanText(decode(bytes, new Findings()))
  for await (const { first, rows } of readEverySheet(bytes)) {
    const seen = personalContent(rows.map((cells) => cells.join('\t')).join('\n'))
    if (seen !== undefined) return seen
    const isList = first === 1 && rows.length > LIST
    if (isList && personalHeader(rows[0] ?? []) !== undefined) return 'the heading of a list of people'
  }
  return undefined
}

function scanText(text: Buffer): string | undefined {
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf(0x0a, start + SLICE)
    const end = newline === -1 ? text.length : newline
    // What is looked for is all in ASCII, which this reads fastest.
    const seen = personalContent(text.toString('latin1', start, end))
    if (seen !== undefined) return seen
    start = end + 1
  }
  return undefined
}
