import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/** Letters that a secret has at least: with fewer, or none, sessions would be signed with what others can guess. */
const SHORTEST = 32

/**
 * What sessions are signed with. Where none is set it is made once and kept beside the database in a file that only its
 * owner reads; where there is no place for a file it lasts as long as the program, and `lasting` is false. Throws where
 * the file holds no secret.
 */
export function signingSecret(
  given: string | undefined,
  databaseUrl: string,
): { secret: string; lasting: boolean } {
  if (given) return { secret: given, lasting: true }
  const path = /^sqlite:(?!:memory:)(.+)$/.exec(databaseUrl)?.[1]
  if (!path) return { secret: freshSecret(), lasting: false }
  const file = `${path}.secret`
  try {
    writeFileSync(file, freshSecret(), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    // It is there already, or was made this moment by another program that starts.
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < SHORTEST) {
    throw new Error(
      `${file} holds no secret of ${SHORTEST} characters or more. Put back the one that belongs to this database; if it is lost, delete the file: another is made, everybody signs in again, and nobody’s second step works.`,
    )
  }
  return { secret, lasting: true }
}

const freshSecret = () => randomBytes(32).toString('base64url')
