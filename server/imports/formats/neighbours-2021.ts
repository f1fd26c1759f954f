import type { Format } from '../format.ts'
import { openNeighbours } from './neighbours.ts'

/** The list of April 2021: ten columns that are all called SNP, so columns are told apart by where they stand. */
export const neighbours2021: Format = {
  id: 'neighbours-2021',
  name: 'Statistical neighbours, April 2021',
  recognises: (header) => header.includes('LA number') && header.includes('SN1') && header.includes('SN10'),
  open(header, context, findings) {
    const neighbours = Array.from({ length: 10 }, (_, i) => {
      const code = header.indexOf(`SN${i + 1}`)
      return { code, closeness: code + 1 }
    })
    return openNeighbours('2021', { own: header.indexOf('LA number'), neighbours }, header, context, findings)
  },
}
