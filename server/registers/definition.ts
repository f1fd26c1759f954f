import type { z } from 'zod'
import type { Register } from '../domain/register.ts'
import type { FieldError } from '../problem.ts'
import { area, type Field, line } from './field.ts'

/** A register: what it is called and is for, and the schema of its terms. */
export type Described = {
  register: Register
  title: string
  /** What one entry is: "an action". */
  one: string
  /** What is kept in it, in a sentence or two. */
  purpose: string
  schema: z.ZodType<Record<string, unknown>>
  /** The field that an entry is called by. */
  named: string
}

/** A register of plain entries, with the fields of its form in their order. */
export type Definition = Described & {
  fields: readonly Field[]
  /**
   * What is asked of terms beyond their schema when they are written, each fault at its field (`terms.title`). What was
   * kept before this was asked stays readable, so it is no part of the schema. `held` is what the entry says so far.
   */
  asked?: (terms: Record<string, unknown>, held: Record<string, unknown> | null) => readonly FieldError[]
}

/** Any object is a record of its fields; the schema itself is as strict as before. */
export const plain = (schema: z.ZodType): Described['schema'] => schema as Described['schema']

export const AREA = area('area', 'Area')
export const SOURCE = [
  line('document', 'Paper', { hint: 'Its title, or its id in the list of papers' }),
  line('page', 'Place in the paper', { optional: true }),
]
export const ROLE = { hint: 'A role, not a name' }
