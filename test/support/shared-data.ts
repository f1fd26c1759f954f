import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** DfE's files as downloaded, beside the project; they are not part of it, so tests of them skip where they are absent. */
const FOLDER = new URL('../../../shared/data/', import.meta.url)

export const hasSharedData = existsSync(FOLDER)
export const sharedData = (path: string): string => fileURLToPath(new URL(path, FOLDER))

if (!hasSharedData)
  process.stdout.write('Skipping tests of the files as downloaded: ../shared/data is not there.\n')
