import { z } from 'zod'
import { REGISTERS } from '../domain/register.ts'

/**
 * What the API says of a register of plain entries (plans, actions, recommendations, events …) and what it may be told.
 * A register describes its own form: one form on screen serves them all.
 */

export const FIELD_KINDS = [
  'line',
  'text',
  'day',
  'number',
  'choice',
  'flag',
  'area',
  'measure',
  'measures',
  'entry',
  'list',
  'rows',
] as const

const plainField = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  kind: z.enum(FIELD_KINDS),
  required: z.boolean(),
  one: z.string().nullable().describe('What one row or line of it is, where it holds several: stage'),
  options: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .describe('Of a choice, or entries to choose from'),
})
export const fieldAnswer = plainField
  .extend({
    fields: z.array(plainField).describe('Of each row, where it holds rows'),
    when: z
      .string()
      .nullable()
      .describe('The box that it goes with: it is asked for only where that is ticked'),
    group: z
      .string()
      .nullable()
      .describe('What it is folded away under in the form, where it is of use to some entries only'),
  })
  .meta({ id: 'Field' })
export type FieldAnswer = z.infer<typeof fieldAnswer>
export type PlainField = z.infer<typeof plainField>

const termsRecord = z.record(z.string(), z.unknown())

const versionAnswer = z.object({
  version: z.int(),
  kind: z.enum(['set', 'changed', 'retired', 'brought-back']),
  madeBy: z.string(),
  madeOn: z.iso.date(),
  reason: z.string(),
  sameAs: z.int().nullable().describe('The earlier version that it puts back, if it does'),
  changed: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type EntryVersionAnswer = z.infer<typeof versionAnswer>

/** What an entry is linked with: another entry, a measure, or the paper that it was taken from. */
export const RELATED_KINDS = [...REGISTERS, 'measure', 'paper'] as const
const relatedAnswer = z.object({
  kind: z.enum(RELATED_KINDS),
  kindWords: z.string().describe('What it is, to read: Recommendation'),
  id: z.string(),
  title: z.string(),
  retired: z.boolean(),
})
export type RelatedAnswer = z.infer<typeof relatedAnswer>

const listedEntry = z
  .object({
    register: z.enum(REGISTERS),
    one: z.string().describe('What the entry is: an action'),
    id: z.string(),
    version: z.int(),
    retired: z.boolean(),
    title: z.string().describe('What the entry is called, cut where it is long'),
    terms: termsRecord,
    words: z
      .array(z.object({ field: z.string(), text: z.string() }))
      .describe('Every field that is filled in, to read'),
    history: z.array(versionAnswer).describe('The newest first'),
  })
  .meta({ id: 'ListedEntry' })

export const entryAnswer = listedEntry
  .extend({
    names: z.array(relatedAnswer).describe('What it names, in the order of its form'),
    namedBy: z.array(relatedAnswer).describe('The entries that count and name it'),
  })
  .meta({ id: 'Entry' })
export type EntryAnswer = z.infer<typeof entryAnswer>

export const registerAnswer = z
  .object({
    register: z.enum(REGISTERS),
    title: z.string(),
    one: z.string().describe('What one entry is: an action'),
    fields: z.array(fieldAnswer),
    entries: z.array(listedEntry),
  })
  .meta({ id: 'Register' })
export type RegisterAnswer = z.infer<typeof registerAnswer>

export const registersAnswer = z
  .object({
    words: z.string(),
    registers: z.array(
      z.object({
        register: z.enum(REGISTERS),
        title: z.string(),
        one: z.string().describe('What one entry is: an action'),
        purpose: z.string(),
        entries: z.int().describe('How many count, of all areas'),
        retired: z.int().describe('How many were taken out'),
        words: z.string().describe('How many there are, and when one was last changed'),
        ownForm: z.boolean().describe('Targets and savings have addresses and forms of their own'),
        files: z.array(z.object({ title: z.string(), path: z.string() })).describe('Downloads as CSV'),
      }),
    ),
  })
  .meta({ id: 'Registers' })
export type RegistersAnswer = z.infer<typeof registersAnswer>
export type ListedRegister = RegistersAnswer['registers'][number]

/** The form of one entry: what may be filled in, and what is. */
export const entryFormAnswer = z
  .object({
    register: z.enum(REGISTERS),
    one: z.string(),
    fields: z.array(fieldAnswer),
    entry: entryAnswer.nullable().describe('Null for a new one'),
    blank: termsRecord.describe('A new entry before anything is filled in'),
  })
  .meta({ id: 'EntryForm' })
export type EntryFormAnswer = z.infer<typeof entryFormAnswer>

const text = (least: number, most: number, message: string) =>
  z.string(message).trim().min(least, message).max(most, `can have ${most} characters at most`)
const reason = text(3, 1000, 'say why, in a few words')
const by = text(1, 100, 'say who you are').optional()
const after = z
  .int('has to be the number of the version that the change was made from')
  .min(1, 'has to be the number of the version that the change was made from')
  .describe('The version that the change was made from')
const terms = z.record(z.string(), z.unknown(), 'have to be an object: a value for each field of the form')

/** What else is sent along is told by its name. */
const request = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `has no place here: ${keys?.join(', ')}; there is ${Object.keys(shape).join(', ')}`
        : 'has to be an object in JSON',
  })

/** The terms are checked against the schema of their register. */
export const addEntryRequest = request({ terms, reason, by })
export const changeEntryRequest = request({ terms, after, reason, by })
/** For taking an entry out, bringing it back, or undoing its last change. */
export const moveEntryRequest = request({ after, reason, by })
