import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a command as a person does, in a process of its own: its exit code, and what it prints. */
export async function cli(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  const options = { env: { ...process.env, BASE_URL: '', ...env } }
  try {
    const { stdout, stderr } = await run(process.execPath, ['server/cli/main.ts', ...args], options)
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}
