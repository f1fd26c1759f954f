import fc from 'fast-check'
import type { Operation, Schema } from './operations.ts'
import type { Sample } from './samples.ts'
import { goodJson, hostileJson, mostly } from './values.ts'

/** What is sent along: a text, or a form with a file. */
export type Body =
  | string
  | { file: Uint8Array<ArrayBuffer>; fileName: string; fields: Record<string, string> }
  | null

export type Schemas = Record<string, Schema>

const asText = (value: unknown): string => JSON.stringify(value) ?? ''
const hostileText = hostileJson.map(asText)

/** Bodies that fit an operation, nearly fit it, or are none at all. */
export function bodies({ body }: Operation, sample: Sample | null, schemas: Schemas): fc.Arbitrary<Body> {
  if (!body) return mostly<Body>(fc.constant(null), hostileText, 20)
  if (body.type === 'multipart/form-data') return forms
  return fc.oneof(
    { weight: 16, arbitrary: jsonOf(body.schema, '', { schemas, sample, depth: 0 }).map(asText) },
    { weight: 1, arbitrary: hostileText },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        '[[',
        '"',
        '{"a":1}}',
        '\ufeff{}',
        '['.repeat(10_000),
        'null',
        '\0',
      ),
    },
  )
}

const HEADING = 'period,indicator_id,area_code,dimension,numerator,denominator,value,status,note'
const cell = mostly(fc.constantFrom('2026-27Q1', 'cla-rate', 'E06000009', '1', ''), fc.string(), 6)
const sheet = fc
  .array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 })
  .map((rows) => new TextEncoder().encode([HEADING, ...rows.map((row) => row.join(','))].join('\n')))

const forms: fc.Arbitrary<Body> = fc.record({
  file: fc.oneof(fc.uint8Array({ maxLength: 200 }), sheet).map((bytes) => Uint8Array.from(bytes)),
  fileName: fc.constantFrom(
    'return.csv',
    '../../x-injected.csv',
    'a\r\nx-injected: 1.csv',
    '"; filename=x',
    '\0.csv',
    '=cmd.csv',
    '😀.xlsx',
    `${'a'.repeat(5000)}.csv`,
    `${'a'.repeat(199)}😀.csv`,
    'con.zip',
  ),
  fields: fc.dictionary(
    fc.constantFrom('by', 'period', 'sheet', 'mapping', 'remap', 'key', '__proto__', 'file2'),
    fc.oneof(fc.constantFrom('1', '2026-27Q1', '{}', '{"__proto__":1}', '[', 'a'.repeat(3000)), fc.string()),
    { maxKeys: 4 },
  ),
})

type Place = { schemas: Schemas; sample: Sample | null; depth: number }

/** JSON after a schema, with a value, a name or a whole part wrong here and there. */
function jsonOf(schema: Schema, name: string, place: Place): fc.Arbitrary<unknown> {
  const { schemas, sample, depth } = place
  if (depth > 6) return hostileJson
  const go = (inner: Schema, called: string) => jsonOf(inner, called, { ...place, depth: depth + 1 })
  if (name === 'terms' && sample?.terms) return mostly(changed(sample.terms), hostileJson, 15)
  if (schema.$ref) return go(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => go(choice, name)))
  return mostly(fitting(schema, name, go, sample), hostileJson, 15)
}

function fitting(
  schema: Schema,
  name: string,
  go: (schema: Schema, name: string) => fc.Arbitrary<unknown>,
  sample: Sample | null,
): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (name === 'after') return fc.constantFrom(sample?.version ?? 1, 1, 2)
  switch (schema.type) {
    case 'object':
      return objectOf(schema, go)
    case 'array':
      return fc.array(go(schema.items ?? {}, ''), { maxLength: 4 })
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double())
    case 'integer':
      return fc.integer({ min: -1, max: 5 })
    case 'string':
      return name === 'reason' || name === 'by'
        ? fc.constant('As the board of May said')
        : goodJson.map(String)
    default:
      return goodJson
  }
}

function objectOf(
  { properties = {} }: Schema,
  go: (schema: Schema, name: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const shape = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, go(inner, name)]))
  const whole = mostly<object>(fc.record(shape), fc.record(shape, { requiredKeys: [] }), 12)
  const name = fc.constantFrom('__proto__', 'constructor', 'id', 'a'.repeat(1000))
  const extra = mostly(
    fc.constant({}),
    fc.tuple(name, hostileJson).map((entry) => Object.fromEntries([entry])),
    20,
  )
  return fc.tuple(whole, extra).map(([value, more]) => ({ ...value, ...more }))
}

/** What is filled in in an entry there is, often with one field changed or left out. */
function changed(terms: Record<string, unknown>): fc.Arbitrary<unknown> {
  const field = fc.constantFrom(...Object.keys(terms), '__proto__')
  const value = fc.oneof(hostileJson, goodJson, fc.constant(undefined))
  const one = fc.tuple(field, value).map((entry) => ({ ...terms, ...Object.fromEntries([entry]) }))
  return fc.oneof({ weight: 1, arbitrary: fc.constant(terms) }, { weight: 3, arbitrary: one })
}
