import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { launchChromium } from './chromium.ts'

/** Before the browser tests: the client is built as it would be for people, and the browser unpacked and tried once. */
export default async function setup(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  execFileSync(process.execPath, ['server/cli/build.ts'], { cwd: root, stdio: 'inherit' })
  await (await launchChromium()).close()
}
