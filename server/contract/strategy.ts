import { z } from 'zod'
import { programmeAnswer } from './programmes.ts'
import { savingsAnswer, savingsQuery } from './savings.ts'
import { areaId } from './terms.ts'

/** The strategy of an area: the programme that is asked for, or that began last, or why there is none. */

const place = { area: z.object({ id: z.string(), name: z.string() }) }
const none = z.string().nullable().describe('That there is none; null where there is')

export const strategyQuery = z.object({
  area: areaId.optional().describe('Whose strategy; that of the home area if left out'),
  programme: z.string().max(60).optional().describe('Which one; the newest of the area if left out'),
})
export type StrategyQuery = z.output<typeof strategyQuery>
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
