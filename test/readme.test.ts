import { globSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { schema } from '../server/env.ts'

/** What the README has to name, so that nothing is there that a newcomer can't find. */

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const README = readFileSync(root('README.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(root('package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
const house = README.slice(README.indexOf('## The house'), README.indexOf('### Where do I add'))

test('it has all its parts', () => {
  expect(README.match(/^##+ .*$/gm)).toEqual([
    '## Run it',
    '### Who may do what',
    '## The house',
    '### Where do I add …',
    '## Decisions',
    '## Measured',
    '## Accessibility',
    '## Licence',
  ])
})

test.each([
  'npm ci',
  'npm start',
  'npm test',
  'npm run check',
  'npm run dev',
  'npm run bench',
  'npm run data',
])('%s is explained', (command) => {
  expect(README).toContain(command)
})

test('every script that starts something is one of those', () => {
  const own = Object.keys(scripts).filter((name) => !['build', 'lint', 'format'].includes(name))
  expect(own.filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(README))).toEqual([])
})

test('every setting is explained', () => {
  expect(Object.keys(schema.shape).filter((name) => !README.includes(`\`${name}\``))).toEqual([])
})

test('every command of the command line is explained', () => {
  const usage = readFileSync(root('server/cli/main.ts'), 'utf8').match(/^ {2}[a-z]+(?= <| add| list|$)/gm)
  expect(new Set(usage)).toEqual(new Set(['  import', '  user', '  backup', '  restore', '  check']))
  expect(README).toMatch(
    /cli -- import .*\n(.*\n)*.*cli -- user add .*\n(.*\n)*.*cli -- backup <file>.*\n(.*\n)*.*cli -- restore <file>.*\n(.*\n)*.*cli -- check/,
  )
})

test('every room of the server and of the client is on the map', () => {
  const rooms = ['server', 'client'].flatMap((side) =>
    readdirSync(root(side), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && globSync(`${root(side)}/${entry.name}/**/*.ts*`).length > 0)
      .map(({ name }) => name),
  )
  expect(rooms.length).toBeGreaterThan(14)
  expect(rooms.filter((name) => !new RegExp(`^ +${name}/ `, 'm').test(house))).toEqual([])
})

test('no file that it points to is missing', () => {
  const links = [...README.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path)
  expect(links.length).toBeGreaterThan(2)
  expect(links.filter((path) => globSync(root(path)).length === 0)).toEqual([])
})
