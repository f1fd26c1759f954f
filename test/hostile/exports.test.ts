import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wouldRun } from '../../server/domain/spreadsheet-text.ts'
import { ask, draft, formOf, HEADING } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld } from '../support/world.ts'
import { type Operation, operationsOf } from './operations.ts'
import { plant } from './plant.ts'

type Download = { address: string; name: string | null; type: string | null; text: string }

let world: FileWorld
let planted: string[]
let downloads: Download[]
let described: string[]
beforeAll(async () => {
  world = await makeFileWorld()
  planted = await plant(world)
  const { operations } = await operationsOf(world, { cookie: await world.as('analyst') }, {})
  const tables = operations.filter((each) => each.answers.includes('text/csv'))
  described = tables.map(({ path }) => path)
  downloads = (await Promise.all(tables.map(download))).flat()
}, 60_000)
afterAll(() => world.end())

/** The table of everything there is to ask for under a path, and as it stood in each rhythm that it can be asked in. */
async function download({ path, samples }: Operation): Promise<Download[]> {
  const addresses = samples.map(({ fill }) =>
    path.replaceAll(/\{(\w+)\}/g, (_whole, name) => fill[name] ?? 'x'),
  )
  const answers = [...new Set(addresses.length > 0 ? addresses : [path])].map(async (address) => {
    const response = await ask(world, `${address}.csv`)
    const name = response.headers.get('content-disposition')
    const type = response.headers.get('content-type')
    return { address, name, type, text: response.ok ? await response.text() : '' }
  })
  return (await Promise.all(answers)).filter(({ text }) => text !== '')
}

const cellsOf = ({ text }: { text: string }) =>
  (parse(text, { relax_column_count: true, bom: true }) as string[][]).flat()

describe('every table that can be downloaded', () => {
  test('is walked, and has rows', () => {
    const walked = downloads.filter(({ text }) => text.split('\r\n').length > 2)
    expect(described.length).toBeGreaterThan(15)
    expect(described.filter((path) => !walked.some(({ address }) => matches(path, address)))).toEqual([])
  })

  test('has no cell that would run in a spreadsheet, though many that were meant to', () => {
    const cells = downloads.flatMap((each) => cellsOf(each).map((cell) => `${each.address}: ${cell}`))
    expect(downloads.flatMap(cellsOf).filter(wouldRun)).toEqual([])
    expect(cells.filter((cell) => cell.includes('planted')).length).toBeGreaterThan(40)
    expect(planted.length).toBeGreaterThan(5)
  })

  test.each([
    'figures',
    'targets',
    'registers/action',
    'registers/plan',
    'registers/meeting',
    'scrutiny/tracker',
  ])('/api/%s holds what was planted, behind an apostrophe', (path) => {
    const here = downloads.filter(({ address }) => address === `/api/${path}`).flatMap(cellsOf)
    expect(
      here.filter((cell) => cell.includes('planted') && /^'[=+\-@＝]/.test(cell)).length,
    ).toBeGreaterThan(0)
  })

  test('is sent as a file under a plain name', () => {
    const names = downloads.map(({ name }) => name)
    expect(names.filter((name) => !/^attachment; filename="[a-z0-9_-]+\.csv"$/.test(name ?? ''))).toEqual([])
    expect(new Set(downloads.map(({ type }) => type))).toEqual(new Set(['text/csv; charset=utf-8']))
  })
})

const matches = (path: string, address: string) =>
  new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address)

describe('a copy of a file with what was found in it', () => {
  const FILE = `${HEADING}\n2026-27Q1,=1+1,@x,-2+3,+4-4,,,final,"=cmd|' /C calc'!A0"\n`

  test('has no cell that would run, though the file had', async () => {
    const body = formOf(FILE, { fileName: '=cmd.csv' })
    const answer = await ask(world, '/api/uploads/annotate', { method: 'POST', body })
    const cells = cellsOf({ text: await answer.text() })
    expect(cells.filter(wouldRun)).toEqual([])
    expect(cells).toContain("'=1+1")
    expect(cells).toContain("'=cmd|' /C calc'!A0")
  })

  test.each([
    ['../../x.csv', 'x with findings.csv'],
    ['a\r\nset-cookie: b.csv', 'a%0D%0Aset-cookie b with findings.csv'],
    ['"; filename=x.exe', '%22; filename=x with findings.csv'],
    ['invoice\u202evsc.exe', 'invoicevsc with findings.csv'],
    [`${'a'.repeat(199)}😀.csv`, `${'a'.repeat(199)}😀 with findings.csv`],
    ['\0', 'file with findings.csv'],
  ])('of %j is named so that it means nothing else', async (fileName, expected) => {
    const answer = await ask(world, '/api/uploads/annotate', {
      method: 'POST',
      body: formOf(FILE, { fileName }),
    })
    expect(answer.status).toBe(200)
    const name = answer.headers.get('content-disposition') ?? ''
    expect(name).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.%!~*'()-]+$/)
    expect(decodeURIComponent(name.split("UTF-8''")[1] ?? '')).toBe(expected)
  })

  test('and the file itself come back as files, never as something to show', async () => {
    const { id } = await draft(world, `${HEADING}\n2026-27Q1,cla-rate,E06000009,,601,28278,212.5,final,\n`, {
      fileName: 'page.html',
    })
    const file = await ask(world, `/api/uploads/${id}/file`)
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

test('a calendar has no line that somebody else wrote', async () => {
  const text = await (await ask(world, '/api/plans/due.ics')).text()
  expect(text).toContain('planted')
  expect(text.split('\r\n').filter((line) => !/^([A-Z-]+[:;]| |$)/.test(line))).toEqual([])
  expect(text).not.toMatch(/^ATTACH/m)
  expect(text.split('\r\n').filter((line) => /[\r\n]/.test(line))).toEqual([])
})
