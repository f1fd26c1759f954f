import { z } from 'zod'
import { programmeAnswer } from './programmes.ts'
import { savingsAnswer, savingsQuery } from './savings.ts'

/** The strategy of an area: the programme of it that began last, or why there is none. */

const place = { area: z.object({ id: z.string(), name: z.string() }) }
const none = z.string().nullable().describe('That there is none; null where there is')

export const strategyQuery = z.object({
  area: z
    .string()
    .regex(/^E\d{8}$/, 'is not an area: use an ONS code such as E06000009')
    .optional()
    .describe('Whose strategy; that of the home area if left out'),
})
export const strategySavingsQuery = savingsQuery.extend(strategyQuery.shape)
export type StrategySavingsQuery = z.output<typeof strategySavingsQuery>

export const strategyAnswer = z
  .object({ ...place, programme: programmeAnswer.nullable(), none })
  .meta({ id: 'Strategy' })
export type StrategyAnswer = z.infer<typeof strategyAnswer>

export const strategySavingsAnswer = z
  .object({ ...place, savings: savingsAnswer.nullable(), none })
  .meta({ id: 'StrategySavings' })
export type StrategySavingsAnswer = z.infer<typeof strategySavingsAnswer>
