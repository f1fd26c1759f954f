import type { Format } from '../format.ts'
import { openNeighbours } from './neighbours.ts'

/** The list of May 2025, as the Local Authority Interactive Tool gives it. */
export const neighbours2025: Format = {
  id: 'neighbours-2025',
  name: 'Statistical neighbours, May 2025',
  recognises: (header) =>
    header.includes('old_la_code') && header.includes('SN_1') && header.includes('SN_10P'),
  open(header, context, findings) {
    const neighbours = Array.from({ length: 10 }, (_, i) => ({
      code: header.indexOf(`SN_${i + 1}`),
      closeness: header.indexOf(`SN_${i + 1}P`),
    }))
    return openNeighbours(
      '2025',
      { own: header.indexOf('old_la_code'), neighbours },
      header,
      context,
      findings,
    )
  },
}
