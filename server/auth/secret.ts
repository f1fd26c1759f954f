import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * What sessions are signed with. Where none is set it is made once and kept beside the database in a file that only its
 * owner reads; where there is no place for a file it lasts as long as the program, and `lasting` is false.
 */
export function signingSecret(
  given: string | undefined,
  databaseUrl: string,
): { secret: string; lasting: boolean } {
  if (given) return { secret: given, lasting: true }
  const fresh = randomBytes(32).toString('base64url')
  const path = /^sqlite:(?!:memory:)(.+)$/.exec(databaseUrl)?.[1]
  if (!path) return { secret: fresh, lasting: false }
  const file = `${path}.secret`
  if (!existsSync(file)) writeFileSync(file, fresh, { mode: 0o600, flag: 'wx' })
  return { secret: readFileSync(file, 'utf8'), lasting: true }
}
