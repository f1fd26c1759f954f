import type { World } from '../support/world.ts'
import { type Ask, type Sample, samplesOf } from './samples.ts'

/** As much of JSON Schema as the document uses. */
export type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  $ref?: string
  properties?: Record<string, Schema>
  items?: Schema
}
type Parameter = { in: 'path' | 'query'; name: string; required?: boolean; schema?: Schema }

/** One method of one path, as the OpenAPI document has it. */
export type Operation = {
  method: string
  path: string
  parameters: Parameter[]
  /** The type of the body and its schema, where it takes one. */
  body: { type: string; schema: Schema } | null
  /** The types that it answers with where all is well. */
  answers: string[]
  samples: Sample[]
}
type Content = Record<string, { schema: Schema }>
type Described = {
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses?: Record<string, { content?: Content }>
}
type Document = {
  paths: Record<string, Record<string, Described>>
  components?: { schemas?: Record<string, Schema> }
}

/** Every operation of the document with what there is to ask for, and the schemas that the document names. */
export async function operationsOf(world: World, headers: Record<string, string>, env: object) {
  const ask: Ask = async (path, body) => {
    const post = { method: 'POST', body: JSON.stringify(body) }
    const kind = { 'content-type': 'application/json' }
    const init = body === undefined ? { headers } : { ...post, headers: { ...kind, ...headers } }
    return (await world.app.request(path, init, env)).json()
  }
  const { paths, components } = (await ask('/api/openapi.json')) as Document
  const operations: Operation[] = []
  for (const [path, methods] of Object.entries(paths)) {
    const samples = await samplesOf(path, ask)
    for (const [method, described] of Object.entries(methods)) {
      operations.push({
        method: method.toUpperCase(),
        path,
        parameters: described.parameters ?? [],
        body: bodyOf(described),
        answers: Object.keys(described.responses?.[200]?.content ?? {}),
        samples,
      })
    }
  }
  return { operations, schemas: components?.schemas ?? {} }
}

function bodyOf({ requestBody }: Described): Operation['body'] {
  const [first] = Object.entries(requestBody?.content ?? {})
  return first ? { type: first[0], schema: first[1].schema } : null
}
