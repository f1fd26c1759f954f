import { z } from 'zod'
import { EXCEPTION_RULES } from '../domain/exception.ts'
import { planPart } from './indicator-actions.ts'
import { boardMeetingsAnswer } from './meeting-answers.ts'
import { DEFAULT_CARD } from './paths.ts'
import { ACTION_STATES } from './plans.ts'
import { scorecardQuery } from './queries.ts'
import { entryAnswer } from './registers.ts'
import { scorecardAnswer } from './scorecard-answers.ts'
import { TRACKER_RAGS } from './scrutiny.ts'
import { targetAnswer } from './target-answers.ts'
import { areaId } from './terms.ts'

/** What the API says of exceptions, of what officers write about them, and of contracts. */

export const exceptionsQuery = scorecardQuery.extend({
  card: z.string().default(DEFAULT_CARD).describe('The scorecard whose measures are looked at'),
})
export type ExceptionsQuery = z.output<typeof exceptionsQuery>

export const commentaryQuery = z.object({
  indicator: z.string().describe('Id of a measure of the catalogue'),
  area: areaId.optional().describe('The area; the home area if left out'),
})

export const contractsQuery = z.object({ area: areaId.optional() })

const sourceAnswer = z.object({ document: z.string(), page: z.string().nullable() })
const named = z.object({ id: z.string(), name: z.string() })

/** What somebody wrote of a measure in a period, and whether its numbers are numbers of that measure. */
const commentaryAnswer = z
  .object({
    id: z.string(),
    version: z.int(),
    period: z.object({ id: z.string(), label: z.string() }),
    text: z.string(),
    cause: z.string().nullable(),
    action: z.string().nullable(),
    owner: z.string().nullable(),
    recovery: z.string().nullable().describe('When the figure is to be back on its path'),
    unsaid: z.array(z.string()).describe('Which of cause, action, owner and recovery date it does not give'),
    by: z.string().describe('The role of who wrote it'),
    changedLabel: z.string().describe('The day of its newest version'),
    numbers: z.array(
      z.object({ text: z.string(), is: z.string().nullable().describe('Null where it is none of ours') }),
    ),
    numbersWords: z.string().describe('How many of its numbers are ours, and which are not'),
    flagged: z.boolean().describe('Whether a number is not ours'),
    known: z
      .array(z.object({ text: z.string(), words: z.string() }))
      .describe('The numbers that it was held against'),
    tone: z
      .string()
      .nullable()
      .describe('What it claims that the figure does not bear out; null where nothing is gainsaid'),
    history: entryAnswer.shape.history,
  })
  .meta({ id: 'Commentary' })
export type CommentaryAnswer = z.infer<typeof commentaryAnswer>

export const commentariesAnswer = z
  .object({
    indicator: named,
    area: named,
    newestPeriod: z.string().nullable().describe('The period of the newest figure, to write about'),
    words: z.string(),
    commentaries: z.array(commentaryAnswer).describe('The newest period first'),
  })
  .meta({ id: 'Commentaries' })
export type CommentariesAnswer = z.infer<typeof commentariesAnswer>

const linkedAction = z.object({
  id: z.string(),
  title: z.string(),
  plan: named.nullable(),
  owner: z.string(),
  due: z.string().nullable().describe('As a day, or as the paper puts it'),
  state: z.enum(ACTION_STATES),
  stateWords: z.string(),
  update: z.string().nullable(),
  evidence: z.string().nullable(),
  statedLabel: z.string(),
  near: z.boolean().describe('Whether it was stated within a year of the last day of the period'),
  source: sourceAnswer,
})
export type LinkedAction = z.infer<typeof linkedAction>

const linkedQuestion = z.object({
  id: z.string(),
  question: z.string(),
  about: z.string().nullable().describe('The period that it is about'),
  asked: z.string().describe('By whom and when'),
  meeting: z.string().nullable().describe('The meeting that it goes to'),
  answer: z.string().nullable(),
  answered: z.string().nullable().describe('By whom and when'),
  closed: z.boolean(),
})
export type LinkedQuestion = z.infer<typeof linkedQuestion>

const linkedRecommendation = z.object({
  id: z.string(),
  text: z.string(),
  committee: z.string(),
  madeLabel: z.string(),
  targetText: z.string(),
  officer: z.string(),
  update: z.string(),
  rag: z.enum(TRACKER_RAGS).describe('The word of the committee’s own tracker'),
  asOfLabel: z.string(),
  source: sourceAnswer,
})
export type LinkedRecommendation = z.infer<typeof linkedRecommendation>

/** What papers said while the figure was being read. */
const paperNote = z.object({
  label: z.string().describe('The day'),
  text: z.string(),
  source: z.string(),
  doubt: z.string().nullable(),
})
export type PaperNote = z.infer<typeof paperNote>

const exceptionRow = scorecardAnswer.shape.rows.element
  .omit({ exceptions: true, missing: true })
  .extend({
    exceptions: z.array(z.object({ rule: z.enum(EXCEPTION_RULES), words: z.string() })),
    variation: z
      .string()
      .describe('What is ordinary for it by a process chart (XmR), or why that can’t be told'),
    variationKnown: z.boolean(),
    trend: z
      .string()
      .nullable()
      .describe('The figures up to this one, in a sentence; null with fewer than two'),
    run: z
      .object({
        listed: z.int().describe('In how many periods in a row, this one included'),
        red: z.int(),
        words: z.string(),
      })
      .describe('Bounded: nobody looks back further than eight periods'),
    commentaries: z.array(commentaryAnswer).describe('Those of the period'),
    commentaryWords: z.string().describe('What is there and what is missing'),
    commentaryMissing: z.boolean().describe('Whether something is missing that has to be there'),
    changeNote: z
      .string()
      .nullable()
      .describe(
        'Why a note on the change is asked for, though not required; null where it is not, or is there',
      ),
    actions: z.array(linkedAction),
    parts: z.array(planPart).describe('Parts of plans that run on the last day of the period'),
    questions: z.array(linkedQuestion).describe('Those that are open'),
    answered: linkedQuestion.nullable().describe('The last question about it that was answered'),
    recommendations: z.array(linkedRecommendation),
    papers: z.array(paperNote),
  })
  .meta({ id: 'ExceptionRow' })
export type ExceptionRow = z.infer<typeof exceptionRow>

const apart = z.object({ id: z.string(), name: z.string(), words: z.string() })
export type ApartRow = z.infer<typeof apart>

export const exceptionsAnswer = scorecardAnswer
  .pick({
    id: true,
    name: true,
    description: true,
    area: true,
    by: true,
    available: true,
    period: true,
    periods: true,
    asAt: true,
    illustrative: true,
  })
  .extend({
    summary: z.string(),
    commentarySummary: z.string(),
    unexplained: z
      .array(named.extend({ owner: z.string().describe('The role that answers for its target') }))
      .describe('The red measures whose commentary is missing or incomplete'),
    directionSummary: z.string().nullable().describe('Which way is meant for the measures listed'),
    variationSummary: z.string().describe('For how many measures it can be told what is ordinary'),
    counts: z.object({
      measures: z.int(),
      listed: z.int(),
      moved: z.int().describe('Of those listed, how many moved away from their aim'),
      red: z.int().describe('Of those listed, how many are red against an approved target'),
      beyondChance: z
        .int()
        .describe('Of those listed, how many are outside what chance alone would usually give'),
      notListed: z.int().describe('With a figure and a direction, and nothing against them'),
      notCompared: z.int().describe('With a figure and a direction, and nothing to hold it against'),
      noDirection: z.int(),
      noData: z.int(),
    }),
    rules: z
      .array(z.object({ rule: z.enum(EXCEPTION_RULES), words: z.string() }))
      .describe('Those that can list a measure here'),
    listed: z.array(exceptionRow).describe('Those red first, the longest on the list first among them'),
    notListed: z.array(apart),
    notCompared: z.array(apart),
    noDirection: z.array(apart),
    noData: z.array(apart),
    papers: z.array(paperNote).describe('What the committee was told of the period as a whole'),
  })
  .meta({ id: 'Exceptions' })
export type ExceptionsAnswer = z.infer<typeof exceptionsAnswer>

const contractMeasure = z.object({
  target: targetAnswer,
  review: z.string().nullable(),
  consequence: z.string().nullable().describe('What follows a breach'),
  breaches: z.int().nullable().describe('Figures in a row, the newest first; null without a rated figure'),
  breachWords: z.string(),
})
export type ContractMeasure = z.infer<typeof contractMeasure>

const contractMeetings = z.object({
  reviews: boardMeetingsAnswer.describe('Meetings at which it was reviewed'),
  assurance: boardMeetingsAnswer.describe('Reports on it to Cabinet, by the director and the lead member'),
})
export type ContractMeetings = z.infer<typeof contractMeetings>

const contractAnswer = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  terms: z
    .array(z.object({ field: z.string(), text: z.string(), said: z.boolean() }))
    .describe('In the words of the form; `said` is false where the paper states nothing'),
  end: z.string().nullable().describe('How long it still runs, where its end is known'),
  measures: z.array(contractMeasure),
  noMeasures: z.string().nullable(),
  meetings: contractMeetings,
  notes: z.array(z.string()),
  statedLabel: z.string(),
  source: sourceAnswer,
  history: entryAnswer.shape.history,
})
export type ContractAnswer = z.infer<typeof contractAnswer>

export const contractsAnswer = z
  .object({
    area: named,
    words: z.string(),
    contracts: z.array(contractAnswer),
    breachRule: z.string(),
  })
  .meta({ id: 'Contracts' })
export type ContractsAnswer = z.infer<typeof contractsAnswer>
