import { validator } from 'hono-openapi'
import type { z } from 'zod'
import { Problem } from './problem.ts'

/**
 * Checks a part of the request against a schema, and describes it in the OpenAPI document. Throws a Problem that names
 * every field that is wrong, so that a handler only ever sees what is right.
 */
export function valid<T extends z.ZodType>(target: 'query' | 'param' | 'json', schema: T) {
  return validator(target, schema, (result) => {
    if (result.success) return
    const errors = result.error.map((issue) => ({
      path: issue.path?.map((part) => (typeof part === 'object' ? part.key : part)).join('.') ?? '',
      message: issue.message,
    }))
    const detail = errors.map(({ path, message }) => `${path}: ${message}`).join('; ')
    throw new Problem('invalid-request', detail, errors)
  })
}
