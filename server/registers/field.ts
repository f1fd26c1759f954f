import type { FieldAnswer } from '../contract/registers.ts'
import type { Register } from '../domain/register.ts'

/** A field of an entry as its register describes it. `register`: whose entries there are to choose from. */
export type Field = Omit<FieldAnswer, 'options' | 'fields'> & {
  options: readonly { value: string; label: string }[]
  fields: readonly Field[]
  register: Register | null
}

type Options = { hint?: string; optional?: boolean }

function field(kind: Field['kind'], name: string, label: string, { hint, optional }: Options = {}): Field {
  return {
    name,
    label,
    hint: hint ?? null,
    kind,
    required: !optional,
    when: null,
    one: null,
    options: [],
    fields: [],
    group: null,
    register: null,
  }
}

const of =
  (kind: Field['kind']) =>
  (name: string, label: string, options?: Options): Field =>
    field(kind, name, label, options)

export const line = of('line')
export const text = of('text')
export const day = of('day')
export const number = of('number')
export const flag = of('flag')
export const area = of('area')
export const measure = of('measure')
export const measures = of('measures')
/** Lines of text, as many as there are; `one` is what one of them is: "note". */
export const list = (name: string, label: string, one: string): Field => ({
  ...field('list', name, label, { optional: true }),
  one,
})

/** A choice among words; a list of plain words is its own labels, with capitals. */
export const choice = (
  name: string,
  label: string,
  words: Readonly<Record<string, string>> | readonly string[],
  options?: Options,
): Field => {
  const pairs = Array.isArray(words) ? words.map((word) => [word, capital(word)]) : Object.entries(words)
  return {
    ...field('choice', name, label, options),
    options: pairs.map(([value = '', word = '']) => ({ value, label: word })),
  }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** One of the entries of another register. */
export const entry = (name: string, label: string, register: Register, options?: Options): Field => ({
  ...field('entry', name, label, options),
  register,
})

/** Fields that some entries only have a use for, under what they are about: "Only for a review". */
export const under = (group: string, fields: readonly Field[]): readonly Field[] =>
  fields.map((each) => ({ ...each, group }))

/** A box to tick, and what is asked for where it is ticked. */
export const flagWith = (box: Field, asked: Field): readonly Field[] => [box, { ...asked, when: box.name }]

/** Rows of a few fields each; `one` is what one of them is: "stage". */
export const rows = (name: string, label: string, one: string, fields: readonly Field[]): Field => ({
  ...field('rows', name, label, { optional: true }),
  one,
  fields,
})
