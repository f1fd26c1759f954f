import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemAnswer } from '../../server/contract/answers.ts'
import type { MappingProposal } from '../../server/contract/mapping.ts'
import type { UploadAnswer } from '../../server/contract/uploads.ts'
import { upload } from '../support/uploads.ts'
import { type Cell, type SheetToWrite, workbook } from '../support/workbook.ts'
import { BLACKPOOL, type FileWorld, makeFileWorld } from '../support/world.ts'

/** Workbooks and councils' own sheets on their whole way in. */

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld()
})
afterAll(() => world.end())

const RETURN: Cell[][] = [
  ['period', 'indicator_id', 'area_code', 'dimension', 'numerator', 'denominator', 'value', 'status', 'note'],
  ['2025-26Q1', 'open-cases', BLACKPOOL, '', '', '', 1650, 'illustrative', ''],
]
const sent = async (sheets: SheetToWrite[], fields: Record<string, string> = {}) => {
  const bytes = Uint8Array.from(workbook({ sheets }))
  const response = await upload(world, bytes, { fileName: 'return.xlsx', ...fields })
  return { status: response.status, answer: (await response.json()) as UploadAnswer & ProblemAnswer }
}

describe('a workbook', () => {
  const cover: SheetToWrite = { name: 'Cover', rows: [['Quarterly return of the council']] }
  const figures: SheetToWrite = { name: 'Figures', rows: RETURN }

  test('whose first sheet has no table is refused with the sheets to choose from', async () => {
    const { status, answer } = await sent([cover, figures])
    expect(status).toBe(422)
    expect(answer.sheets).toEqual(['Cover', 'Figures'])
  })

  test('is read from the sheet that was chosen', async () => {
    const { status, answer } = await sent([cover, figures], { sheet: 'Figures' })
    expect(status).toBe(201)
    expect(answer).toMatchObject({ figures: 1, sheet: 'Figures', sheets: ['Cover', 'Figures'] })
  })

  const people: Cell[][] = Array.from({ length: 7 }, (_, i) => [`Invented ${i}`, i])
  test.each<[string, SheetToWrite]>([
    ['a list of names on another sheet', { name: 'Working', rows: [['Surname', 'Visits'], ...people] }],
    ['a postcode on a hidden sheet', { name: 'Old', state: 'hidden', rows: [['where'], ['FY1 4DJ']] }],
  ])('with %s is refused as child-level data', async (_what, sheet) => {
    const { status, answer } = await sent([figures, sheet])
    expect(status).toBe(422)
    expect(answer.findings?.[0]).toMatchObject({ check: 'child-level', level: 'stop' })
    expect(JSON.stringify(answer)).not.toMatch(/Invented|FY1/)
  })
})

describe('a sheet with a column a quarter', () => {
  const text = (column: string) =>
    `Measure,Target,Q4 2024/25,${column}\nOpen cases,1500,1610,1655\nChildren on the edge,,12,14\n`
  let proposal: MappingProposal

  test('is answered with a guess at what its headings mean', async () => {
    const response = await upload(world, text('Q1 2025/26'))
    expect(response.status).toBe(422)
    const problem = (await response.json()) as ProblemAnswer
    expect(problem.findings?.map((finding) => finding.check)).toEqual(['mapping'])
    expect(problem.mapping).toBeDefined()
    proposal = problem.mapping as MappingProposal
    expect(proposal.mapping).toMatchObject({ area: BLACKPOOL, measureColumn: 'Measure' })
  })

  test('once mapped becomes a draft, with every figure under its own quarter', async () => {
    const mapping = {
      ...proposal.mapping,
      status: 'illustrative',
      measures: {
        'Open cases': { indicator: 'open-cases', dimension: '', part: 'value' },
        'Children on the edge': null,
      },
    }
    const response = await upload(world, text('Q1 2025/26'), { mapping: JSON.stringify(mapping) })
    const answer = (await response.json()) as UploadAnswer & ProblemAnswer
    expect(answer.findings?.filter((finding) => finding.level === 'stop')).toEqual([])
    expect(response.status).toBe(201)
    expect(answer).toMatchObject({ figures: 2, title: 'Quarterly sheet, Quarter 1 2025/26' })
  })

  test('is known again when the next quarter has its column', async () => {
    const response = await upload(world, text('Q2 2025/26'))
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ figures: 2, title: 'Quarterly sheet, Quarter 2 2025/26' })
  })

  test('with a measure that was not there before asks about that one only', async () => {
    const response = await upload(world, `${text('Q3 2025/26')}Foster homes,,90,91\n`)
    expect(response.status).toBe(422)
    const problem = (await response.json()) as ProblemAnswer
    expect(problem.findings?.[0]).toMatchObject({ check: 'mapping', row: 4, value: 'Foster homes' })
    expect(problem.mapping?.mapping.measures).toMatchObject({
      'Open cases': { indicator: 'open-cases' },
      'Children on the edge': null,
    })
    expect(problem.mapping?.unsure).not.toContain('Children on the edge')
    expect(Object.keys(problem.mapping?.mapping.measures ?? {})).toContain('Foster homes')
  })

  test('is asked about again when the analyst wishes so, with what was said before', async () => {
    const response = await upload(world, text('Q2 2025/26'), { remap: '1' })
    expect(response.status).toBe(422)
    const problem = (await response.json()) as ProblemAnswer
    expect(problem.findings?.map((finding) => finding.message)).toEqual([
      'You asked to say again what the headings of this sheet mean.',
    ])
    expect(problem.mapping?.mapping.status).toBe('illustrative')
  })

  test.each([
    ['that is no JSON', '{'],
    ['that is none', '{"area":1}'],
  ])('with a mapping %s is refused at the field', async (_what, mapping) => {
    const response = await upload(world, text('Q3 2024/25'), { mapping })
    expect(response.status).toBe(400)
    const problem = (await response.json()) as ProblemAnswer
    expect(problem.errors?.every((error) => error.path.startsWith('mapping'))).toBe(true)
  })
})

test('a cell of a hundred thousand figures is refused at once', async () => {
  const cell = `${'1'.repeat(100_000)}x`
  const started = performance.now()
  const response = await upload(
    world,
    `period,indicator_id,area_code,dimension,numerator,denominator,value,status,note\n2025-26Q1,open-cases,${BLACKPOOL},,,,${cell},illustrative,\n`,
  )
  expect(response.status).toBe(422)
  expect(performance.now() - started).toBeLessThan(3000)
})
