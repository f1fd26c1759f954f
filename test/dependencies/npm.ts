import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What an npm command writes, also where it ends with an error as `npm audit` does at a finding. Throws if there is no npm. */
export function npm(args: string[]): Promise<string> {
  const options = { cwd: ROOT, timeout: 60_000, maxBuffer: 50_000_000, shell: process.platform === 'win32' }
  return new Promise((resolve, reject) => {
    execFile('npm', args, options, (error, output) => {
      if (error && output === '') reject(error)
      else resolve(output)
    })
  })
}
