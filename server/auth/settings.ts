import type { Env } from '../env.ts'
import type { Directory } from './directory.ts'
import { parseGroupRules } from './groups.ts'

/** The council's directory as the environment says it; null where it says none. Throws with what is missing. */
export function directoryOf(env: Env): Directory | null {
  if (!env.OIDC_ISSUER) return null
  const missing = (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const).filter(
    (name) => !env[name],
  )
  if (missing.length > 0 || !env.BASE_URL) {
    const names = [...missing, ...(env.BASE_URL ? [] : ['BASE_URL'])].join(', ')
    throw new Error(`OIDC_ISSUER is set, so these are needed too: ${names}.`)
  }
  try {
    return {
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID ?? '',
      clientSecret: env.OIDC_CLIENT_SECRET ?? '',
      name: env.OIDC_NAME,
      groupsClaim: env.OIDC_GROUPS_CLAIM,
      rules: parseGroupRules(env.OIDC_ROLES),
    }
  } catch (error) {
    throw new Error(`OIDC_ROLES can't be used: ${(error as Error).message}.`)
  }
}
