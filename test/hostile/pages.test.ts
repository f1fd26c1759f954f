import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../support/uploads.ts'
import { makeFileWorld, type World } from '../support/world.ts'
import { plant } from './plant.ts'
import { hostileInAddress } from './values.ts'
import { faultOf } from './walk.ts'

const BUILT = existsSync(fileURLToPath(new URL('../../dist/client/index.html', import.meta.url)))
const SEED = 20_261_122

let world: World & { end: () => Promise<void> }
beforeAll(async () => {
  world = await makeFileWorld()
  await plant(world)
}, 60_000)
afterAll(() => world.end())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const SCREENS = [
  '',
  'indicators',
  'plans',
  'actions',
  'papers',
  'targets',
  'registers',
  'registers/action',
  'join',
  'x',
]

const addresses = fc
  .tuple(
    fc.constantFrom(...SCREENS),
    fc.option(hostileInAddress, { freq: 8, nil: null }),
    fc.option(fc.tuple(fc.constantFrom('area', 'asAt', 'card', 'programme', 'on', 'q'), hostileInAddress), {
      nil: null,
    }),
  )
  .map(
    ([screen, part, word]) =>
      `/${screen}${part === null ? '' : `/${part}`}${word === null ? '' : `?${word.join('=')}`}`,
  )

test(`no address of a screen brings a fault about (seed ${SEED})`, { timeout: 60_000 }, async () => {
  const property = fc.asyncProperty(addresses, async (address) => {
    const fault = await faultOf(await world.app.request(address))
    expect([fault, ...world.errors.splice(0)]).toEqual([null])
  })
  await fc.assert(property, { numRuns: 1500, seed: SEED })
})

describe('of the files of the program only those of the built client are served', () => {
  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/%2e%2e%2f%2e%2e%2fserver%2fmain.ts',
    '/assets/..%5c..%5cpackage.json',
    '/assets/....//....//package.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/assets/x%00.js',
    '/assets/%',
    '/assets/',
    '/assets',
    '/assets/.vite',
    '/package.json',
    '/.git/config',
    '/.env',
    '/server/main.ts',
    '/var/dashboard.db',
    '/dist/client/index.html',
    '//etc/passwd',
  ])('%s is not there', async (path) => {
    const response = await world.app.request(path)
    expect(await faultOf(response.clone())).toBeNull()
    // Where no file could be meant it is the address of a screen, which the page itself says there is none of.
    expect(await response.text()).toMatch(/^\{"type":"urn:problem:|<div id="root"><\/div>/)
  })
})

describe.skipIf(!BUILT)('a page that is built', () => {
  test('holds its first answers as data, in which nothing can end the element they stand in', async () => {
    const text = await (await ask(world, '/registers/plan')).text()
    const [, data = ''] =
      /<script type="application\/json" id="first-answers">(.*?)<\/script>/s.exec(text) ?? []
    expect(data).toContain('planted')
    expect(data).not.toContain('<')
    expect(Object.keys(JSON.parse(data)).length).toBeGreaterThan(0)
  })

  test('has no script and no style of its own that the policy would have to let through', async () => {
    const text = await (await ask(world, '/')).text()
    const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].map(([, about = '']) => about)
    expect(scripts.length).toBeGreaterThan(1)
    expect(scripts.filter((about) => !/\bsrc="\/assets\/|type="application\/json"/.test(about))).toEqual([])
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
  })
})
