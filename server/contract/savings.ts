import { z } from 'zod'
import { STATUSES } from '../domain/figure.ts'
import { parsePeriod } from '../domain/period.ts'
import { SAVING_KINDS, SAVING_STAGES } from '../domain/savings.ts'
import { ratingAnswer } from './target-answers.ts'
import { reasonField } from './uploads.ts'

/** The savings ledger of a programme: what may be written in it, and what the API says of money. */

const financialYear = z
  .string()
  .refine((id) => parsePeriod(id)?.kind === 'financial-year', 'is not a financial year: use 2025-26')

/** One version of a line of the ledger. */
export const savingTerms = z
  .strictObject({
    programme: z.string().min(1, 'name the programme'),
    component: z.string().nullable().describe('The component of the strategy that it comes from'),
    title: z.string().trim().min(3, 'say what is saved').max(200, 'takes 200 letters at most'),
    kind: z.enum(SAVING_KINDS),
    stage: z.enum(SAVING_STAGES),
    amount: z
      .number('is not a number of pounds')
      .int('has to be whole pounds')
      .min(0, 'has to be nothing or more')
      .max(1e10, 'is more than ten thousand million pounds')
      .describe('Pounds a year; for a one-off: once'),
    year: financialYear.describe('The financial year in which it first counts'),
    owner: z
      .string()
      .trim()
      .min(1, 'name the role that answers for it')
      .max(100, 'takes 100 letters at most'),
    evidence: z
      .string()
      .trim()
      .min(1, 'has to say where it can be checked, or be left out')
      .max(500, 'takes 500 letters at most')
      .nullable()
      .describe('Where it can be checked: a budget line, a report'),
    illustrative: z.boolean().describe('Made up for show'),
  })
  .superRefine((terms, context) => {
    if ((terms.stage === 'delivered' || terms.stage === 'confirmed') && terms.evidence === null) {
      context.addIssue({
        code: 'custom',
        path: ['evidence'],
        message: 'is needed for a saving that was delivered: name the budget line or report',
      })
    }
  })
  .meta({ id: 'SavingTerms' })
export type SavingTerms = z.infer<typeof savingTerms>

/** A new line, and a new version of one; `after` is the version that the change was made from. */
export const addSavingRequest = z.strictObject({ terms: savingTerms, reason: reasonField })
export const changeSavingRequest = z.strictObject({
  terms: savingTerms,
  after: z.int().min(1),
  reason: reasonField,
})

/** For taking a line out, bringing it back, or undoing the last change. */
export const moveSavingRequest = z.strictObject({
  after: z.int().min(1),
  reason: reasonField,
})

/** The two years that costs are compared between; the year before the programme and the newest if left out. */
export const savingsQuery = z.object({
  from: financialYear.optional().describe('The earlier year'),
  to: financialYear.optional().describe('The later year'),
})
export type SavingsQuery = z.output<typeof savingsQuery>

const money = z.object({ value: z.number(), text: z.string() })
export type Money = z.infer<typeof money>
const maybeMoney = z.object({ value: z.number().nullable(), text: z.string() })

const savingVersion = z.object({
  version: z.int(),
  kind: z.enum(['set', 'changed', 'retired', 'brought-back']),
  madeBy: z.string(),
  madeOn: z.iso.date(),
  reason: z.string(),
  changed: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  terms: savingTerms,
})
export type SavingVersionAnswer = z.infer<typeof savingVersion>

export const savingLineAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    retired: z.boolean().describe('Taken out: it counts nowhere'),
    terms: savingTerms,
    kindWords: z.string(),
    stageWords: z.string(),
    amount: money,
    yearLabel: z.string(),
    component: z.string().nullable(),
    history: z.array(savingVersion).describe('The newest first'),
  })
  .meta({ id: 'SavingLine' })
export type SavingLineAnswer = z.infer<typeof savingLineAnswer>

const yearRow = z.object({
  period: z.string(),
  label: z.string(),
  saving: money.describe('What is to be saved in that year, on an even path'),
  spend: money.describe('What would then be spent'),
  actual: money.nullable().describe('What was spent'),
  status: z.enum(STATUSES).nullable().describe('Of what was spent'),
  why: z.string().nullable().describe('Why there is no actual spend'),
  apart: z.string().nullable().describe('How far apart these are, in words'),
  delivered: z
    .object({ cashable: money, costAvoided: money, oneOff: money })
    .nullable()
    .describe('By the ledger; null where nothing is in it'),
  reinvested: money.describe('The share of the planned saving that goes into prevention'),
  net: money,
})
export type SavingsYear = z.infer<typeof yearRow>

const drawn = z.array(
  z.object({ period: z.string(), label: z.string(), end: z.iso.date(), value: z.number(), text: z.string() }),
)

const ledgerAnswer = z.object({
  lines: z.array(savingLineAnswer).describe('That count, by the year from which they count'),
  retired: z.array(savingLineAnswer).describe('That were taken out'),
  totals: z
    .array(
      z.object({
        kind: z.enum(SAVING_KINDS),
        words: z.string(),
        stages: z.record(z.enum(SAVING_STAGES), money),
      }),
    )
    .describe('By kind and stage; there is none across the kinds. Empty where there are no lines'),
  words: z.string(),
  illustrative: z.boolean().describe('Whether a line that counts was made up for show'),
  components: z.array(z.object({ id: z.string(), title: z.string() })).describe('That a line may come from'),
  years: z.array(z.object({ id: z.string(), label: z.string() })).describe('Of the programme'),
})
export type LedgerAnswer = z.infer<typeof ledgerAnswer>

const bridgeAnswer = z.object({
  from: z.string(),
  to: z.string(),
  fromLabel: z.string(),
  toLabel: z.string(),
  froms: z
    .array(z.object({ id: z.string(), label: z.string() }))
    .describe('What `from` may be beside this `to`'),
  tos: z
    .array(z.object({ id: z.string(), label: z.string() }))
    .describe('What `to` may be beside this `from`'),
  steps: z.array(
    z.object({
      id: z.enum(['before', 'volume', 'mix', 'price', 'after']),
      label: z.string(),
      value: z.number(),
      text: z.string(),
      start: z.number().describe('Where the bar of a waterfall starts'),
      end: z.number(),
      words: z.string(),
    }),
  ),
  groups: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        children: z.object({ before: money, after: money }),
        weekly: z.object({ before: money, after: money }),
        volume: money,
        mix: money,
        price: money,
      }),
    )
    .describe('The kinds of placement, all of them together last. The three effects of a kind are no sum'),
  summary: z.string(),
  cautions: z.array(z.string()),
})
export type BridgeAnswer = z.infer<typeof bridgeAnswer>

const unitCostsAnswer = z.object({
  period: z.string(),
  label: z.string(),
  model: z.string().describe('The list of similar councils'),
  rows: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      own: maybeMoney,
      neighbours: maybeMoney.extend({ contributing: z.int(), of: z.int() }),
      england: maybeMoney,
    }),
  ),
  move: z
    .object({ value: z.number(), words: z.string() })
    .nullable()
    .describe('What one child less in a children’s home and one more with foster carers means a year'),
  cautions: z.array(z.string()),
})
export type UnitCostsAnswer = z.infer<typeof unitCostsAnswer>

/** Money of a programme: spending against its path, the ledger, what drove the cost, unit costs. */
export const savingsAnswer = z
  .object({
    programme: z.object({ id: z.string(), name: z.string() }),
    area: z.object({ id: z.string(), name: z.string() }),
    headline: z.string(),
    comparison: z.string().nullable().describe('How spending moved, beside England'),
    path: z
      .object({
        target: z.string().describe('Id of the target in the register'),
        rating: ratingAnswer,
        baseline: money.extend({ label: z.string(), source: z.string() }),
        share: money.describe('To be saved in the last year, in per cent of the baseline'),
        reinvestShare: money.describe('Of what is saved, for prevention; in per cent'),
        years: z.array(yearRow),
        chart: z.object({ actual: drawn, path: drawn, sentence: z.string() }),
        cumulative: z.object({ planned: money, words: z.string() }),
      })
      .nullable()
      .describe('Null where the register holds no target that spending could be set against'),
    ledger: ledgerAnswer,
    bridge: bridgeAnswer.nullable().describe('Null where fewer than two years have all that it is made of'),
    unitCosts: unitCostsAnswer.nullable(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'Savings' })
export type SavingsAnswer = z.infer<typeof savingsAnswer>
