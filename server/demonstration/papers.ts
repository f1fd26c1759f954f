import { z } from 'zod'
import { type Figure, isNumber, STATUSES } from '../domain/figure.ts'
import { PER } from '../domain/indicator.ts'
import { parsePeriod } from '../domain/period.ts'
import { rate } from '../domain/rate.ts'
import { round } from '../domain/rounding.ts'
import { type Reference, readCsv } from '../reference.ts'
import { readQuantity } from './cells.ts'
import { publishedAt, type Release } from './release.ts'

const factSchema = z.strictObject({
  indicator: z.string(),
  area: z.string(),
  dimension: z.string(),
  period: z.string().refine((id) => parsePeriod(id) !== undefined, 'is not a period'),
  value: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  status: z.enum(STATUSES),
  document: z.string(),
  place: z.string(),
  note: z.string(),
  doubt: z.string(),
})

/** The dated figures of council papers; each paper is a release. */
export function readFacts(reference: Reference): Release[] {
  const byDocument = Map.groupBy(readCsv('facts.csv', factSchema), (fact) => fact.document)
  return [...byDocument].map(([id, facts]) => {
    const source = reference.document(id)
    if (!source)
      throw new Error(`data/facts.csv names a document "${id}" that data/documents.csv doesn't have`)
    const figures = facts.map((fact): Figure => {
      const indicator = reference.indicator(fact.indicator)
      if (!indicator)
        throw new Error(`data/facts.csv names an indicator "${fact.indicator}" that is not in the catalogue`)
      const numerator = fact.numerator === '' ? null : Number(fact.numerator)
      const denominator = fact.denominator === '' ? null : Number(fact.denominator)
      const exact = rate(numerator ?? 'not-available', denominator ?? 'not-available', PER[indicator.unit])
      const workedOut = isNumber(exact) ? round(exact, indicator.localDecimals ?? indicator.decimals) : exact
      const { area, dimension, period, status } = fact
      return {
        indicator: indicator.id,
        area,
        dimension,
        period,
        value: fact.value === '' ? workedOut : readQuantity(fact.value),
        numerator,
        denominator,
        status,
        note: [`${capitalised(fact.place)}.`, fact.note].filter(Boolean).join(' '),
        doubt: fact.doubt || null,
      }
    })
    return { kind: 'document', source, publishedAt: publishedAt(source), figures, neighbours: null }
  })
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
