import { writeFileSync } from 'node:fs'

/**
 * Makes the files of data/ that a program writes:
 *
 *   npm run data -- published <folder with DfE's files> <LAIT's measures.csv>
 *   npm run data -- illustrative
 */
const DATA = new URL('../', import.meta.url)

const [what, folder, lait] = process.argv.slice(2)
if (what === 'published' && folder && lait) {
  const { makePublished } = await import('./published.ts')
  for (const [path, text] of await makePublished(folder, lait)) writeFileSync(new URL(path, DATA), text)
} else if (what === 'illustrative') {
  const { illustrativeReturns } = await import('./illustrative.ts')
  writeFileSync(new URL('illustrative/blackpool-quarterly-returns.csv', DATA), illustrativeReturns)
} else {
  process.stderr.write('Usage: npm run data -- published <DfE folder> <measures.csv> | illustrative\n')
  process.exitCode = 2
}
