import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ProblemAnswer } from './contract/answers.ts'

/** Every kind of problem that the API answers with: its status and its title. */
const KINDS = {
  'invalid-request': [400, 'The request is not valid'],
  'sign-in-needed': [401, 'Sign in first'],
  forbidden: [403, 'This is not allowed'],
  'foreign-page': [403, 'This was sent by a page of another site'],
  'not-found': [404, 'There is nothing here'],
  'no-such-method': [405, 'This is not done here'],
  'too-slow': [408, 'The request took too long to arrive'],
  conflict: [409, 'This cannot be done now'],
  'too-large': [413, 'This is too large'],
  'too-long': [414, 'The address is too long'],
  unsupported: [415, 'This cannot be read in this form'],
  'unknown-name': [421, 'There is no dashboard under this name'],
  'file-refused': [422, 'The file was not accepted, and nothing of it was stored'],
  'too-many': [429, 'Too much was asked in a short time'],
  'headers-too-long': [431, 'The headers are too long'],
  busy: [503, 'Too much is going on just now'],
  'internal-error': [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>
export type ProblemKind = keyof typeof KINDS

export type FieldError = { path: string; message: string }

/** An error that whoever asked can act on. `detail` says what is wrong and what to do, in plain words. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly errors: FieldError[]
  /** What else whoever asked can use: the findings about a file. */
  readonly members: Partial<ProblemAnswer>

  constructor(
    kind: ProblemKind,
    detail: string,
    errors: FieldError[] = [],
    members: Partial<ProblemAnswer> = {},
  ) {
    super(detail)
    this.kind = kind
    this.errors = errors
    this.members = members
  }

  get status(): ContentfulStatusCode {
    return KINDS[this.kind][0]
  }

  /** RFC 9457. `requestId` is what to quote when asking for help. */
  toAnswer(requestId: string): ProblemAnswer {
    const [status, title] = KINDS[this.kind]
    return {
      type: `urn:problem:${this.kind}`,
      title,
      status,
      detail: this.message,
      instance: `urn:request:${requestId}`,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
      ...this.members,
    }
  }
}
