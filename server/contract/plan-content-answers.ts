import { z } from 'zod'
import { STRAND_KINDS } from './plans.ts'

/** What the API says of what a plan consists of: the inspection that it follows, its strands, posts covered, funding. */

export const inspectionAnswer = z.object({
  columns: z
    .array(
      z.object({
        id: z.string(),
        heading: z.string().describe('At the inspection of 26 November to 7 December 2018'),
        body: z.string().describe('The inspectorate'),
        published: z.string(),
      }),
    )
    .describe('The inspection that the plan follows, then later ones that judged the same'),
  rows: z.array(
    z.object({
      domain: z.string(),
      grades: z.array(z.string().nullable()).describe('One for each column; null where none is held of it'),
    }),
  ),
  notes: z.array(z.string()).describe('What is not held, where domains differ, and what this does not show'),
})
export type PlanInspection = z.infer<typeof inspectionAnswer>

export const strandAnswer = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string().nullable(),
  owner: z.string().nullable(),
  body: z.string().nullable(),
  measures: z.array(z.object({ id: z.string(), name: z.string() })),
  actions: z.array(z.string()).describe('Ids of the actions of the plan that serve it'),
  countsWords: z.string().nullable().describe('How many actions stand where; null where none is looked for'),
})
export const strandGroupAnswer = z.object({
  kind: z.enum(STRAND_KINDS),
  heading: z.string(),
  one: z.string().describe('What one of them is: Standard'),
  words: z.string(),
  ownerHeading: z.string().nullable().describe('Null where none of them states who owns it'),
  bodyHeading: z.string().nullable().describe('Null where none of them states one'),
  strands: z.array(strandAnswer),
})
export type PlanStrandGroup = z.infer<typeof strandGroupAnswer>

export const coverAnswer = z.object({
  words: z.string(),
  rows: z.array(
    z.object({
      post: z.string(),
      holder: z.string(),
      fromLabel: z.string().nullable(),
      toLabel: z.string().nullable(),
      state: z.string().describe('On the day that the plan is read on'),
      note: z.string().nullable(),
    }),
  ),
})
export type PlanCover = z.infer<typeof coverAnswer>

export const fundingAnswer = z.array(
  z.object({
    funder: z.string(),
    amount: z.number().describe('In pounds'),
    amountText: z.string(),
    period: z.string().nullable(),
    note: z.string().nullable(),
  }),
)
export type PlanFunding = z.infer<typeof fundingAnswer>
