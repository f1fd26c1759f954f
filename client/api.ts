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
  let response: Response
  try {
    response = await fetch(path, { headers: { accept: 'application/json' }, signal: signal ?? null })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ProblemError(unreachable(path))
  }
  if (!response.ok) throw new ProblemError(await problemOf(response, path))
  return (await response.json()) as T
}

async function problemOf(response: Response, path: string): Promise<ProblemAnswer> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  if (isProblem) return (await response.json()) as ProblemAnswer
  return {
    ...unreachable(path),
    status: response.status,
    detail: `The server answered ${response.status}. Try again later.`,
  }
}

const unreachable = (path: string): ProblemAnswer => ({
  type: 'urn:problem:unreachable',
  title: 'The dashboard could not be reached',
  status: 0,
  detail: 'Check your connection, then try again.',
  instance: path,
})
