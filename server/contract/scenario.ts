import { z } from 'zod'
import { areaId } from './terms.ts'

/** What would happen if: the assumptions that may be changed, and what comes of them. */

export const MOST_YEARS = 10

/** An empty field is one that is left out: a form sends both alike. */
const blankIsLeftOut = (sent: unknown) => (typeof sent === 'string' && sent.trim() === '' ? undefined : sent)

const amount = (words: string, most: number) =>
  z
    .preprocess(
      blankIsLeftOut,
      z.coerce
        .number('enter a number, such as 12 or 12.5')
        .min(0, 'enter 0 or more')
        .max(most, `enter ${most} or less`)
        .optional(),
    )
    .describe(words)

/** Everything that is left out is as it was in the newest published year. */
export const scenarioQuery = z.object({
  area: areaId.optional(),
  starts: amount('Children entering care, a year', 100_000),
  ends: amount('Leaving care, per cent of those in care, a year', 100),
  years: z
    .preprocess(
      blankIsLeftOut,
      z.coerce
        .number(`enter whole years, 1 to ${MOST_YEARS}`)
        .int(`enter whole years, 1 to ${MOST_YEARS}`)
        .min(1, `enter whole years, 1 to ${MOST_YEARS}`)
        .max(MOST_YEARS, `enter whole years, 1 to ${MOST_YEARS}`)
        .default(5),
    )
    .describe('How many years the model runs for'),
  residential: amount('Per cent of children in care who live in children’s homes, at the end', 100),
  fostering: amount('Per cent of them in foster care, at the end', 100),
  residentialCost: amount('Pounds a week for a place in a children’s home, at the end', 50_000),
  fosteringCost: amount('Pounds a week for a foster place, at the end', 50_000),
  otherCost: amount('Pounds a week for any other place, at the end', 50_000),
})
export type ScenarioQuery = z.output<typeof scenarioQuery>

export const ASSUMPTION_IDS = [
  'starts',
  'ends',
  'residential',
  'fostering',
  'residentialCost',
  'fosteringCost',
  'otherCost',
] as const
export type AssumptionId = (typeof ASSUMPTION_IDS)[number]

const assumption = z.object({
  id: z.enum(ASSUMPTION_IDS),
  group: z.enum(['flow', 'mix', 'cost']),
  label: z.string(),
  sign: z.enum(['£', '%']).nullable().describe('Stands before or behind the number'),
  per: z.string().describe('What it is of or in: a year'),
  base: z.number(),
  baseText: z.string().describe('The base with its unit'),
  value: z.number(),
  text: z.string(),
  min: z.number(),
  max: z.number().describe('Where a slider ends; more may be asked for'),
  step: z.number(),
  source: z.string().describe('Where the base comes from, and when it was published'),
})
export type ScenarioAssumption = z.infer<typeof assumption>

const run = z.object({
  children: z.number(),
  rate: z.number(),
  careSpend: z.number(),
  spend: z.number(),
})
const runText = z.object({ children: z.string(), rate: z.string(), spend: z.string() })

const row = z.object({
  on: z.iso.date(),
  label: z.string().describe('The financial year: 2029/30'),
  base: run,
  adjusted: run,
  path: z.number().nullable().describe('What the strategy would spend in that year'),
  text: z.object({ base: runText, adjusted: runText, path: z.string().nullable(), difference: z.string() }),
})
export type ScenarioRow = z.infer<typeof row>

export const scenarioAnswer = z
  .object({
    area: z.object({ id: z.string(), name: z.string() }),
    none: z.string().nullable().describe('Why it can’t be worked out, where figures are missing'),
    missing: z.array(z.string()).describe('The figures that are missing, each with the reason'),
    start: run
      .extend({
        on: z.iso.date(),
        label: z.string().describe('The day: 31 March 2025'),
        yearLabel: z.string(),
        population: z.number(),
        path: z.number().nullable(),
        text: runText.extend({ path: z.string().nullable(), population: z.string() }),
        sources: z.object({ children: z.string(), spend: z.string() }),
      })
      .nullable()
      .describe('The published year that it starts from'),
    years: z.int(),
    assumptions: z.array(assumption),
    rest: z
      .object({ base: z.number(), value: z.number(), baseText: z.string(), text: z.string() })
      .nullable()
      .describe('Per cent of children in care in neither children’s homes nor foster care'),
    fixed: z.array(z.string()).describe('What the model takes for granted'),
    quarters: z
      .array(z.object({ on: z.iso.date(), label: z.string(), base: z.number(), adjusted: z.number() }))
      .describe('Children in care at the start and at the end of each quarter'),
    rows: z.array(row).describe('Each year of the horizon'),
    target: z
      .object({
        rate: z.number(),
        children: z.number(),
        text: z.string(),
        by: z.string().nullable(),
        words: z.string(),
      })
      .nullable()
      .describe('The rate of children in care that is aimed at, and the number that it means'),
    path: z
      .object({ label: z.string(), words: z.string() })
      .nullable()
      .describe('The path of spending, by the target in force'),
    settles: z
      .object({ base: z.number().nullable(), adjusted: z.number().nullable(), words: z.string() })
      .nullable()
      .describe('How many would be in care in the end if nothing changed any more'),
    summary: z
      .object({
        headline: z.string(),
        path: z.string().nullable().describe('How the spending stands to the path'),
        caution: z.string(),
        children: z.string().describe('What the chart of children shows'),
        spend: z.string().describe('What the chart of spending shows'),
      })
      .nullable(),
    changed: z.array(z.string()).describe('What was changed against the base, in words'),
  })
  .meta({ id: 'Scenario' })
export type ScenarioAnswer = z.infer<typeof scenarioAnswer>
