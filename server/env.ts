import { z } from 'zod'

/** Every setting of the program, with what it is when nobody sets it. */
export const schema = z.object({
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'must be sqlite:path/to/file.db or postgres://user:password@host/database',
    )
    .default('sqlite:var/dashboard.db'),
  DEMO: z.enum(['0', '1'], 'must be 1 (load the demonstration into an empty database) or 0').default('1'),
  HOME_AREA: z
    .string()
    .regex(/^E\d{8}$/, 'must be the ONS code of an area, such as E06000009')
    .default('E06000009'),
  PUBLIC_READ: z
    .enum(['0', '1'], 'must be 1 (everybody may read the public edition) or 0 (only those who sign in)')
    .default('1'),
  AUTH_SECRET: z
    .string()
    .min(32, 'is too short: use at least 32 random characters, such as from "openssl rand -base64 32"')
    .optional(),
  BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address people open, such as https://performance.council.gov.uk',
    })
    .optional(),
  OIDC_ISSUER: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address of the issuer, such as https://login.microsoftonline.com/…/v2.0',
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('your council account'),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  OIDC_ROLES: z.string().default(''),
  TRUST_PROXY: z
    .enum(['0', '1'], 'must be 1 (a proxy in front says who asks, in X-Forwarded-For) or 0')
    .default('0'),
  SECOND_PERSON: z
    .enum(['0', '1'], 'must be 1 (whoever publishes an upload is not who uploaded it) or 0')
    .default('0'),
})

export type Env = z.infer<typeof schema>

/** The settings out of environment variables. Throws one plain message that names each wrong one. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0])
    // A secret is not for the log, not even a wrong one.
    const said = /SECRET/.test(name) ? 'set' : `"${variables[name]}"`
    return `  ${name} is ${said} but ${issue.message}.`
  })
  throw new Error(`These settings can't be used:\n${faults.join('\n')}`)
}
