import { z } from 'zod'
import { type CellName, type IdentityRule, parseCellName, RULES } from '../domain/disclosure/identity.ts'

/** Which numbers of which indicators hang together: data/identities.csv. */

const cellName = z.string().transform((text, context): CellName => {
  const name = parseCellName(text)
  if (name) return name
  context.addIssue(`"${text}" is not a cell: indicator:count, indicator/breakdown:whole`)
  return z.NEVER
})
const cellNames = z
  .string()
  .transform((text) => text.split(' ').filter(Boolean))
  .pipe(z.array(cellName))

/** One row of the file: see IdentityRule for what each rule means. */
export const identitySchema = z
  .strictObject({
    rule: z.enum(RULES),
    whole: cellName,
    plus: cellNames,
    minus: cellNames,
    holds: z.enum(['exactly', 'nearly']),
    says: z.string().min(10),
  })
  .refine(({ rule, plus }) => (rule === 'looks-back' ? plus.length === 0 : plus.length > 0), {
    message: 'only what looks back has no parts',
  })
  .refine(({ rule, plus }) => rule !== 'same' || plus.length === 1, { message: 'the same as one other' })
  .transform(({ holds, ...row }): IdentityRule => ({ ...row, exact: holds === 'exactly' }))
