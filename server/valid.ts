import { validator } from 'hono-openapi'
import type { z } from 'zod'
import { type FieldError, Problem } from './problem.ts'

/**
 * Checks a part of the request against a schema, and describes it in the OpenAPI document. Throws a Problem that names
 * every field that is wrong, so that a handler only ever sees what is right, and what every database can keep.
 */
export function valid<T extends z.ZodType>(target: 'query' | 'param' | 'json', schema: T) {
  return validator(target, schema, (result) => {
    const errors = result.success
      ? unkeepable(result.data)
      : result.error.map((issue) => ({
          path: issue.path?.map((part) => (typeof part === 'object' ? part.key : part)).join('.') ?? '',
          message: issue.message,
        }))
    if (errors.length === 0) return
    const detail = errors.map(({ path, message }) => `${path}: ${message}`).join('; ')
    throw new Problem('invalid-request', detail, errors)
  })
}

/** Texts with a null or half a letter in them, by the field they stand in: PostgreSQL takes no null, and nobody writes one. */
function unkeepable(data: unknown): FieldError[] {
  const errors: FieldError[] = []
  const open: { path: string[]; value: unknown }[] = [{ path: [], value: data }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value } = next
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      errors.push({ path: path.join('.'), message: 'has a sign in it that can’t be kept: write it anew' })
    if (typeof value !== 'object' || value === null) continue
    // A field of a form is told by two names; what lies deeper belongs to it.
    for (const [name, inner] of Object.entries(value))
      open.push({ path: path.length < 2 ? [...path, name] : path, value: inner })
  }
  return errors
}
