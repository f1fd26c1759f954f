import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { REGISTERS } from '../domain/register.ts'
import type { Definition } from './definition.ts'
import { DEFINITIONS, definitionOf } from './definitions.ts'

const row = z.object({ element: z.object({ shape: z.record(z.string(), z.unknown()) }) })
/** The rows of a field; those that came to a register later have a default. */
const rowShape = (schema: unknown) =>
  row.parse(schema instanceof z.ZodDefault ? schema.unwrap() : schema).element.shape
const shapeOf = ({ schema }: Definition) =>
  z.object({ shape: z.record(z.string(), z.unknown()) }).parse(schema).shape
const rowsOf = ({ fields }: Definition) => fields.filter(({ kind }) => kind === 'rows')
const acceptsNull = (schema: unknown) => (schema as z.ZodType).safeParse(null).success
const hasNoList = ({ kind }: { kind: string }) => !['flag', 'rows', 'list', 'measures'].includes(kind)

describe.each(DEFINITIONS.map((each) => [each.register, each] as const))(
  'the form of %s',
  (_, definition) => {
    test('has a field for each term, and none more', () => {
      expect(definition.fields.map(({ name }) => name).sort()).toEqual(
        Object.keys(shapeOf(definition)).sort(),
      )
    })

    test('has the fields of each row', () => {
      expect(rowsOf(definition).map(({ fields }) => fields.map(({ name }) => name).sort())).toEqual(
        rowsOf(definition).map(({ name }) => Object.keys(rowShape(shapeOf(definition)[name])).sort()),
      )
    })

    test('calls those fields optional that may be empty', () => {
      const optional = definition.fields.filter((field) => hasNoList(field) && !field.required)
      const nullable = definition.fields.filter(
        (field) => hasNoList(field) && acceptsNull(shapeOf(definition)[field.name]),
      )
      expect(optional.map(({ name }) => name)).toEqual(nullable.map(({ name }) => name))
    })

    test('has a label of its own for each field', () => {
      const labels = definition.fields.map(({ label }) => label)
      expect(new Set(labels).size).toBe(labels.length)
    })

    test('folds nothing away that has to be filled in', () => {
      const folded = definition.fields.filter(({ group }) => group !== null)
      expect(folded.filter(({ required }) => required).map(({ name }) => name)).toEqual([])
    })

    test('has the fields of a group beside each other', () => {
      const groups = definition.fields.map(({ group }) => group)
      const begun = groups.filter((group, i) => group !== null && group !== groups[i - 1])
      expect(new Set(begun).size).toBe(begun.length)
    })

    test('is called by one of its fields', () => {
      expect(definition.fields.map(({ name }) => name)).toContain(definition.named)
    })
  },
)

test('every register has a form here, but targets and savings, which have their own', () => {
  expect(['target', 'saving', ...DEFINITIONS.map(({ register }) => register)].sort()).toEqual(
    [...REGISTERS].sort(),
  )
  expect(definitionOf('target')).toBeUndefined()
})
