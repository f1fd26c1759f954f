import { z } from 'zod'
import { AUDIT_ACTIONS } from '../domain/audit.ts'

/** What the API says of the record of changes, and what may be asked of it. */

const day = z.iso.date('is not a day: use 2026-03-31')

export const auditQuery = z.object({
  action: z.enum(AUDIT_ACTIONS).optional().describe('Only what was done in this way'),
  who: z.string().max(200).optional().describe('Only what was done by whoever has this key'),
  about: z.string().max(300).optional().describe('Only what was done to this: upload:…, entry:target/…'),
  from: day.optional().describe('Only since the beginning of this day'),
  to: day.optional().describe('Only until the end of this day'),
  before: z.coerce
    .number('is not a number')
    .int()
    .min(1)
    .optional()
    .describe('Only records with a smaller number: the next page'),
})

const person = z.object({ key: z.string(), name: z.string() })

const changed = z.object({
  field: z.string(),
  before: z.string().nullable().describe('Null where there was nothing'),
  after: z.string().nullable().describe('Null where there is nothing any more'),
})
export type AuditChange = z.infer<typeof changed>

export const auditRow = z
  .object({
    number: z.int(),
    at: z.iso.datetime(),
    who: person,
    action: z.string(),
    words: z.string().describe('What was done, as it goes on behind the name'),
    about: z
      .object({
        id: z.string(),
        words: z.string(),
        href: z.string().nullable().describe('The screen that shows it, if one does'),
      })
      .nullable(),
    changed: z.array(changed).describe('Only what is not as it was, in words'),
    before: z.string().nullable().describe('JSON, as it was put on record'),
    after: z.string().nullable().describe('JSON, as it was put on record'),
    why: z.string().nullable(),
    hash: z.string().describe('SHA-256 of the record and the hash of the one before'),
  })
  .meta({ id: 'AuditRow' })
export type AuditRowAnswer = z.infer<typeof auditRow>

export const auditAnswer = z
  .object({
    words: z.string().describe('How much is on record, or how much of it is asked for'),
    total: z.int().describe('How many records there are of what is asked for'),
    rows: z.array(auditRow).describe('A page of them, the newest first'),
    older: z.int().nullable().describe('What to ask for as `before` to get the next page; null on the last'),
    people: z.array(person).describe('Everybody who is on record'),
    actions: z.array(z.object({ action: z.enum(AUDIT_ACTIONS), words: z.string() })),
    about: z.string().nullable().describe('What `about` asks for, in words'),
  })
  .meta({ id: 'Audit' })
export type AuditAnswer = z.infer<typeof auditAnswer>

/** Whether anybody removed or altered a record past the program. */
export const auditChainAnswer = z
  .object({
    whole: z.boolean(),
    words: z.string(),
    checkedOn: z.iso.date(),
    last: z.object({ number: z.int(), hash: z.string() }).describe('The newest record that was checked'),
    breaks: z.array(z.object({ number: z.int(), words: z.string() })).describe('Where, the first twenty'),
  })
  .meta({ id: 'AuditChain' })
export type AuditChainAnswer = z.infer<typeof auditChainAnswer>
