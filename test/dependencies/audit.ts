import { fileURLToPath } from 'node:url'
import { npm } from './npm.ts'

/** What the registry says of known weaknesses in the packages that the program runs with. */
export type Audit =
  | { state: 'clean' | 'not-known'; words: string; findings: [] }
  | { state: 'found'; words: string; findings: string[] }

const BAD = new Set(['high', 'critical'])

/** Reads the answer of `npm audit --json`. A registry that keeps no advisories is no finding, and no good news either. */
export function readAudit(text: string): Audit {
  const answer = parse(text)
  const { vulnerabilities } = answer as { vulnerabilities?: unknown }
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null) {
    const { message = 'no answer' } = answer as { message?: string }
    return { state: 'not-known', words: `The registry could not be asked: ${message}`, findings: [] }
  }
  const findings = Object.values(vulnerabilities as Record<string, { name: string; severity: string }>)
    .filter(({ severity }) => BAD.has(severity))
    .map(({ name, severity }) => `${name}: ${severity}`)
  return findings.length > 0
    ? { state: 'found', words: `Known weaknesses: ${findings.join(', ')}`, findings }
    : { state: 'clean', words: 'No known weakness that is high or critical.', findings: [] }
}

function parse(text: string): object {
  try {
    return (JSON.parse(text) as object | null) ?? {}
  } catch {
    return {}
  }
}

const SCOPE = ['--omit=dev', '--audit-level=high']
/** Without a network the answer is that there is none, within seconds. */
const PATIENCE = ['--fetch-retries=0', '--fetch-timeout=20000']

export const audit = async (): Promise<Audit> =>
  readAudit(await npm(['audit', '--json', ...SCOPE, ...PATIENCE]).catch(() => ''))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { state, words } = await audit()
  process.stdout.write(`${words}\n`)
  process.exitCode = state === 'found' ? 1 : 0
}
