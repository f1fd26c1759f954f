import type { NeighbourLink } from '../../store/neighbours.ts'
import type { Findings } from '../finding.ts'
import type { Context, NeighbourReader } from '../format.ts'

/** How near a neighbour is, in the words of the lists. */
const CLOSENESS = ['extremely close', 'very close', 'close', 'somewhat close', 'not close']

/** Where a list keeps the authority's code and, by position, each neighbour and how close it is. */
export type Layout = { own: number; neighbours: readonly { code: number; closeness: number }[] }

/**
 * Reads a list of statistical neighbours. Rows without a code (blank lines, headings in the middle) are passed over;
 * a neighbour that is no authority stops the file.
 */
export function openNeighbours(
  model: string,
  layout: Layout,
  header: readonly string[],
  context: Context,
  findings: Findings,
): NeighbourReader {
  const unknown = (row: number, column: string, value: string) =>
    findings.add({
      check: 'unknown-area',
      level: 'stop',
      row,
      column,
      value,
      message: 'No authority has this code.',
      remedy: 'Correct the code: it is DfE’s three-digit number of an authority.',
    })
  return {
    kind: 'neighbours',
    model,
    publication: {
      title: `Statistical neighbours, ${model} model`,
      publisher: 'Department for Education',
      licence: 'Open Government Licence v3.0',
    },
    read(cells, row) {
      const number = cells[layout.own]?.trim() ?? ''
      if (!/^\d+$/.test(number)) return []
      const area = context.reference.areaByNumber(number)
      if (!area) {
        unknown(row, header[layout.own] ?? '', number)
        return []
      }
      const links: NeighbourLink[] = []
      for (const [i, { code, closeness }] of layout.neighbours.entries()) {
        const text = cells[code]?.trim() ?? ''
        const neighbour = context.reference.areaByNumber(text)
        if (!neighbour) {
          unknown(row, `${header[code]} (column ${code + 1})`, text)
          continue
        }
        const label = cells[closeness]?.trim() ?? ''
        if (!CLOSENESS.includes(label.toLowerCase())) {
          findings.add({
            check: 'closeness',
            level: 'stop',
            row,
            column: `${header[closeness]} (column ${closeness + 1})`,
            value: label,
            message: `"${label}" is not a label of closeness.`,
            remedy: `Use one of: ${CLOSENESS.join(', ')}.`,
          })
        }
        links.push({ area: area.id, position: i + 1, neighbour: neighbour.id, closeness: label })
      }
      return links
    },
  }
}
