import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Builds the client if it is not built, or if anything that goes into it is newer than what was built; `--always`
 * builds it anyway. Run before the server starts and before the tests.
 */
const ROOT = new URL('../../', import.meta.url)
const BUILT = new URL('dist/client/index.html', ROOT)
const INPUTS = ['client/', 'server/contract/', 'server/domain/', 'vite.config.ts', 'package-lock.json']

function newest(path: string): number {
  const url = new URL(path, ROOT)
  if (!path.endsWith('/')) return existsSync(url) ? statSync(url).mtimeMs : 0
  const files = readdirSync(url, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  // The route tree is written by the build itself.
  const times = files
    .filter((file) => !file.name.endsWith('.gen.ts'))
    .map((file) => statSync(`${file.parentPath}/${file.name}`).mtimeMs)
  return Math.max(0, ...times)
}

const built = existsSync(BUILT) ? statSync(BUILT).mtimeMs : 0
if (process.argv.includes('--always') || INPUTS.some((path) => newest(path) > built)) {
  // Whoever asks for it, what is built is what people get: a test run's own NODE_ENV would build React for developers.
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync('vite', ['build', '--logLevel', 'warn'], { cwd: fileURLToPath(ROOT), stdio: 'inherit', env })
}
