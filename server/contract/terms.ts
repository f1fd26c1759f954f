import { z } from 'zod'

/** What the terms of every register, and what is asked of the API, are made of; each refusal says what to write. */

/** Text that somebody wrote, without blanks round it. */
export const text = (most: number) => z.string().trim().min(1, 'has to be filled in').max(most)
export const maybe = (most: number) => text(most).nullable()
export const day = z.iso.date('is not a day: use 2019-06-14')
export const areaId = z.string().regex(/^E\d{8}$/, 'is not an area: use an ONS code such as E06000009')
/** Where it stands: a document of data/documents.csv (or its title), and the place in it. */
export const source = { document: text(300), page: maybe(200) }
export const indicators = z.array(z.string()).max(12).describe('Ids of the measures that it bears on')
