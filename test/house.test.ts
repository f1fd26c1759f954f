import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CHECKS, FILE_CHECKS, SERIES_CHECKS } from '../server/imports/checks.ts'
import { hasTitle } from '../server/imports/titles.ts'

/** What keeps the house in order: who may import whom, and that lists name every file that belongs in them. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Each room with what it may import: folders or files of ours, and packages. A room stands before those it lies in. */
const RULES: { room: string; ours: string[]; packages: RegExp }[] = [
  { room: 'server/domain/', ours: ['server/domain/'], packages: /^$/ },
  { room: 'server/contract/', ours: ['server/contract/', 'server/domain/'], packages: /^zod$/ },
  { room: 'server/store/migrations/', ours: [], packages: /^kysely$/ },
  {
    room: 'server/store/',
    ours: ['server/store/', 'server/domain/'],
    packages: /^(kysely|better-sqlite3|lru-cache|pg|node:)/,
  },
  {
    room: 'server/imports/run.ts',
    ours: ['server/imports/', 'server/domain/', 'server/contract/', 'server/store/', 'server/reference.ts'],
    packages: /^node:/,
  },
  {
    room: 'server/imports/own-sheet.ts',
    ours: ['server/imports/', 'server/contract/', 'server/store/mappings.ts'],
    packages: /^$/,
  },
  ...['stage', 'compare', 'duplicates'].map((file) => ({
    room: `server/imports/${file}.ts`,
    ours: ['server/imports/', 'server/domain/', 'server/store/'],
    packages: /^$/,
  })),
  {
    // Formats and checks know figures, not the database: of the store and the reference they use types only.
    room: 'server/imports/',
    ours: ['server/imports/', 'server/domain/', 'server/contract/'],
    packages: /^(csv-parse|saxes|yauzl|node:)/,
  },
  {
    // Tries to work out what the public edition hides; it decides nothing about what is hidden.
    room: 'server/disclosure/',
    ours: ['server/disclosure/', 'server/domain/', 'server/contract/'],
    packages: /^yalps$/,
  },
  {
    // The registers describe themselves; what is done to their entries goes through the desk of uploads.
    room: 'server/registers/',
    ours: [
      'server/registers/',
      'server/contract/',
      'server/domain/',
      'server/views/',
      'server/store/entries.ts',
      'server/problem.ts',
    ],
    packages: /^$/,
  },
  {
    room: 'server/views/',
    ours: [
      'server/views/',
      'server/domain/',
      'server/contract/',
      'server/store/',
      'server/registers/',
      'server/problem.ts',
    ],
    packages: /^$/,
  },
  {
    room: 'server/exports/',
    ours: ['server/exports/', 'server/domain/', 'server/contract/return-layout.ts'],
    packages: /^write-excel-file\//,
  },
  {
    room: 'server/routes/',
    ours: [
      'server/routes/',
      'server/auth/',
      'server/views/',
      'server/contract/',
      'server/exports/',
      'server/domain/',
      'server/imports/titles.ts',
      'server/registers/',
      'server/uploads/',
      'server/store/',
      'server/answers.ts',
      'server/door/wanted-format.ts',
      'server/valid.ts',
      'server/problem.ts',
    ],
    packages: /^(hono|@hono\/|hono-openapi|zod|node:)/,
  },
  {
    // Who asks: the only room that knows better-auth, and what it keeps.
    room: 'server/auth/',
    ours: [
      'server/auth/',
      'server/domain/',
      'server/contract/',
      'server/store/',
      'server/door/bucket.ts',
      'server/problem.ts',
    ],
    packages: /^(better-auth|kysely|@zxcvbn-ts\/|node:)/,
  },
  {
    // Whole databases, copied row by row: it knows tables, and nothing of what is in them.
    room: 'server/backup/',
    ours: ['server/backup/', 'server/domain/', 'server/store/'],
    packages: /^(kysely|node:)/,
  },
  {
    // What stands before every request knows nothing of what is behind it.
    room: 'server/door/',
    ours: ['server/door/', 'server/problem.ts'],
    packages: /^(hono|@hono\/|node:)/,
  },
  { room: 'server/', ours: ['server/'], packages: /./ },
  { room: 'data/make/', ours: ['data/make/', 'server/'], packages: /./ },
  {
    room: 'client/',
    ours: ['client/', 'server/contract/paths.ts', 'server/domain/'],
    packages: /^(react|react-dom|recharts|uqr|@tanstack\/)/,
  },
]

type Import = { from: string; to: string; typeOnly: boolean }

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gms)
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  const resolve = (specifier: string) =>
    specifier.startsWith('.') ? relative(ROOT, join(ROOT, file, '..', specifier)) : specifier
  return [
    ...[...statements].map(([, type, to = '']) => ({
      from: file,
      to: resolve(to),
      typeOnly: type !== undefined,
    })),
    ...[...dynamic].map(([, to = '']) => ({ from: file, to: resolve(to), typeOnly: false })),
  ]
}

const isOurs = (path: string) => /^(server|client|data|test)\//.test(path)

function breaches(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const rule = RULES.find(({ room }) => file.startsWith(room))
    if (!rule) return [`${file} is in no room`]
    return importsOf(file)
      .filter(({ to, typeOnly }) => {
        if (to.endsWith('.scss')) return false
        // Types vanish; only values bind one room to another. The pure core still may not name anybody.
        if (typeOnly) return rule.room === 'server/domain/' && !to.startsWith('server/domain/')
        return isOurs(to) ? !rule.ours.some((allowed) => to.startsWith(allowed)) : !rule.packages.test(to)
      })
      .map(({ to }) => `${file} imports ${to}`)
  })
}

const sources = (pattern: string) =>
  globSync(pattern, { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.gen.ts'))

describe('who may import whom', () => {
  test('every file keeps to its room', () => {
    const files = [
      ...sources('server/**/*.ts'),
      ...sources('client/**/*.{ts,tsx}'),
      ...sources('data/make/*.ts'),
    ]
    expect(files.length).toBeGreaterThan(80)
    expect(breaches(files)).toEqual([])
  })

  test('the rule sees a breach', () => {
    const [real] = importsOf('server/views/series.ts')
    expect(real?.to).toMatch(/^server\//)
    const rule = RULES.find(({ room }) => room === 'server/domain/')
    expect(rule?.ours.some((allowed) => 'server/store/figures.ts'.startsWith(allowed))).toBe(false)
    expect(rule?.packages.test('zod')).toBe(false)
  })
})

const EVERY_CHECK = [...CHECKS, ...SERIES_CHECKS, ...FILE_CHECKS]

test('every check is a file of its own, is wired once, and tells the analyst what to do', () => {
  const files = sources('server/imports/checks/*.ts').map((file) => file.replace(/^.*\/(.*)\.ts$/, '$1'))
  expect(EVERY_CHECK.map((check) => check.id).sort()).toEqual(files.sort())
  expect(EVERY_CHECK.filter((check) => check.guidance.length < 20 || check.title.length < 5)).toEqual([])
})

/** Ids of checks as the code that reads files writes them: in a finding, or as an argument of what adds one. */
const CHECK_IDS = [
  /\bcheck(?: =|:) '([a-z-]+)'/g,
  /\b(?:stop|tell|fixed|leaveOut)\(\s*(?:'(?:stop|warn|fixed)',\s*)?'([a-z-]+)'/g,
]

test('whatever an importer can say stands under a heading', () => {
  const ids = sources('server/imports/**/*.ts').flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    return CHECK_IDS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, id = '']) => id))
  })
  const told = [...new Set(ids)].filter((id) => !/^(stop|warn|fixed)$/.test(id))
  expect(told).toEqual(expect.arrayContaining(['ragged-row', 'formula-error', 'unknown-dataset', 'workbook']))
  expect(told.filter((id) => !hasTitle(id))).toEqual([])
})

test('nothing in the project names a machine, or keeps where a package was fetched from', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  expect(lock).not.toMatch(/"resolved"/)
})
