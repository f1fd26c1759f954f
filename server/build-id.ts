import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A short name for this state of the program: its code, its reference data and its built client. */
export function buildId(): string {
  const hash = createHash('sha256')
  for (const folder of ['server', 'data/indicators']) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    for (const file of files) if (file.isFile()) hash.update(readFileSync(join(file.parentPath, file.name)))
  }
  const index = join(ROOT, 'dist/client/index.html')
  if (existsSync(index)) hash.update(readFileSync(index))
  return hash.digest('hex').slice(0, 12)
}
