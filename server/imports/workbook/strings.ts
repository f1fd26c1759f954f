import type { Archive } from './archive.ts'
import { type Limits, tooLarge } from './refusal.ts'
import { CellText } from './text.ts'
import { readXml } from './xml.ts'

/** The texts that cells refer to by number, each kept once for the whole workbook. */
export async function readSharedStrings(archive: Archive, part: string, limits: Limits): Promise<string[]> {
  const strings: string[] = []
  const text = new CellText(limits.cellCharacters)
  let characters = 0
  const keep = (string: string) => {
    strings.push(string)
    characters += string.length
    if (strings.length > limits.strings || characters > limits.stringCharacters) {
      throw tooLarge('The workbook holds more text than can be read here.')
    }
  }
  await readXml(
    archive.read(part, limits.stringsBytes),
    'sst',
    {
      open: (name, _, depth, parent) => {
        if (depth === 2) text.clear()
        else text.open(name, parent)
      },
      close: (name, depth) => {
        text.close()
        if (depth === 2 && name === 'si') keep(text.written)
      },
      text: (piece) => text.add(piece, null),
    },
    limits,
  )
  return strings
}
