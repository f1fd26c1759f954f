import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/**
 * The Chromium that ships inside an npm package: nothing is downloaded, and it runs as root in a container. It is
 * unpacked once, beside the packages, so that another version never finds the old one.
 */
const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/chromium/', import.meta.url))
const ARCHIVES = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/bin/', import.meta.url))

/** No sandbox, since the tests may run as root; no errands of the browser's own on the network. */
const ARGUMENTS = [
  '--headless=shell',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** The package unpacks into the folder for temporary files; for as long as it does, that folder is ours. */
async function unpacked<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(FOLDER, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = FOLDER
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** A running Chromium. Where the machine lacks the libraries or fonts that it needs, those of the package stand in. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await unpacked(() => chromium.executablePath())
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(FOLDER, 'fonts') }
  const launch = (env: Record<string, string>) =>
    playwright.launch({
      executablePath,
      args: ARGUMENTS,
      env: { ...process.env, ...fonts, ...env } as Record<string, string>,
    })
  try {
    return await launch({})
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error
    const libraries = await unpacked(() => inflate(join(ARCHIVES, 'al2023.tar.br')))
    return launch({ LD_LIBRARY_PATH: join(libraries, 'lib') })
  }
}
