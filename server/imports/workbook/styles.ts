import type { Archive } from './archive.ts'
import { kindOfBuiltIn, kindOfCode, type NumberKind } from './numbers.ts'
import { COPY_TABLE, type Limits, Refusal } from './refusal.ts'
import { readXml } from './xml.ts'

/** How the numbers of a cell are meant, by the number of its style. */
export async function readStyles(archive: Archive, part: string, limits: Limits): Promise<NumberKind[]> {
  const own = new Map<number, NumberKind>()
  const styles: NumberKind[] = []
  await readXml(
    archive.read(part, limits.partBytes),
    'styleSheet',
    {
      open(name, attributes, depth, parent) {
        if (depth !== 3) return
        const id = Number(attributes.numFmtId ?? 0)
        // Formats stand before the styles that name them.
        if (parent === 'numFmts' && name === 'numFmt') own.set(id, kindOfCode(attributes.formatCode ?? ''))
        if (parent === 'cellXfs' && name === 'xf') styles.push(own.get(id) ?? kindOfBuiltIn(id))
        if (own.size > limits.formats || styles.length > limits.formats) {
          throw new Refusal('The workbook has more cell formats than Excel can have.', COPY_TABLE)
        }
      },
    },
    limits,
  )
  return styles
}
