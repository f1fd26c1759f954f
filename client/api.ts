import type { ProblemAnswer } from '../server/contract/answers.ts'
import type { Path } from '../server/contract/paths.ts'

/** What the server said was wrong, for people; see problem+json in the API's description. */
export class ProblemError extends Error {
  readonly problem: ProblemAnswer
  constructor(problem: ProblemAnswer) {
    super(problem.detail)
    this.problem = problem
  }
}

/** The answers that came with the page. Each is used once: from then on the server is asked. */
const first: Record<string, unknown> = JSON.parse(
  document.getElementById('first-answers')?.textContent ?? '{}',
)

/** Asks the API. Throws a ProblemError for what the server refuses, and one in our own words when it can't be reached. */
export async function get<T>(path: Path<T>, signal?: AbortSignal): Promise<T> {
  if (path in first) {
    const answer = first[path] as T
    delete first[path]
    return answer
  }
  const response = await ask(path, { headers: { accept: 'application/json' }, signal: signal ?? null })
  return (await response.json()) as T
}

/** Asks the API to do something, and gives what it then is. */
export async function post<T>(path: Path<T>, body: unknown = {}): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const response = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await response.json()) as T
}

/** Puts a new version of something in place of the one before, and gives what it then is. */
export async function put<T>(path: Path<T>, body: unknown): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const response = await ask(path, { method: 'PUT', headers, body: JSON.stringify(body) })
  return (await response.json()) as T
}

export async function remove(path: string): Promise<void> {
  await ask(path, { method: 'DELETE' })
}

/** An answer of the API that is not a refusal. */
export async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ProblemError(unreachable(path))
  }
  if (response.ok) return response
  const type = response.headers.get('content-type')
  throw new ProblemError(problemOf(path, response.status, type, await response.text()))
}

/** What a refusal says, or what we can say for it where it isn't told as a problem. */
export function problemOf(path: string, status: number, type: string | null, text: string): ProblemAnswer {
  if (type?.startsWith('application/problem+json')) return JSON.parse(text) as ProblemAnswer
  return { ...unreachable(path), status, detail: `The server answered ${status}. Try again later.` }
}

export const unreachable = (path: string): ProblemAnswer => ({
  type: 'urn:problem:unreachable',
  title: 'The dashboard could not be reached',
  status: 0,
  detail: 'Check your connection, then try again.',
  instance: path,
})
