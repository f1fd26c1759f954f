import { z } from 'zod'

/** Every setting of the program, with what it is when nobody sets it. */
const schema = z.object({
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
    return `  ${name} is "${variables[name]}" but ${issue.message}.`
  })
  throw new Error(`These settings can't be used:\n${faults.join('\n')}`)
}
