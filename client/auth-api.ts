import { ProblemError, unreachable } from './api.ts'

/** What better-auth says was wrong, in our words; what is not here is told as it comes. */
const WORDS: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'The email address or the password is not right.',
  INVALID_EMAIL: 'This is not an email address.',
  INVALID_PASSWORD: 'The password is not right.',
  FAILED_TO_CREATE_SESSION: 'This account is closed. An administrator of this dashboard can open it again.',
  INVALID_CODE:
    'The code is not right, or was used already. It changes every half minute: use the next one that is shown.',
  INVALID_BACKUP_CODE: 'The recovery code is not right, or was used already.',
  INVALID_TWO_FACTOR_COOKIE: 'This took too long. Begin again with your password.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'There were too many wrong codes. Begin again with your password.',
  ACCOUNT_TEMPORARILY_LOCKED: 'There were too many wrong codes. Try again in a quarter of an hour.',
  TOO_MANY_TRIES: 'There were too many tries for this account. Try again in a few minutes.',
}

/** Asks the door: signing in and out, passwords, second factors. Throws a ProblemError for what it refuses. */
export async function askDoor<T>(path: string, body: unknown = {}): Promise<T> {
  const address = `/api/auth${path}`
  let response: Response
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    throw new ProblemError(unreachable(address))
  }
  const answer = (await response.json().catch(() => ({}))) as {
    code?: string
    message?: string
    detail?: string
  }
  if (response.ok) return answer as T
  throw new ProblemError({
    type: 'urn:problem:door',
    title: 'You could not be signed in',
    status: response.status,
    detail:
      answer.detail ??
      WORDS[answer.code ?? ''] ??
      answer.message ??
      `The server answered ${response.status}. Try again later.`,
    instance: address,
  })
}
