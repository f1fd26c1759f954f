import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../test/support/workbook.ts'
import { toXlsx } from './xlsx.ts'

const HEADING = ['period', 'note', 'value']
const backOf = async (...rows: (string | number | null)[][]) =>
  (await rowsOf(await toXlsx({ name: 'cla-rate_blackpool.csv', rows: [HEADING, ...rows] }))).slice(1)

describe('a table as a workbook comes back as it was', () => {
  test.each([
    ['numbers', ['2024-25', null, 184], ['2024-25', '', '184']],
    ['negative numbers and parts', ['2024-25', null, -0.25], ['2024-25', '', '-0.25']],
    ['a period that looks like a sum', ['2016-17', null, 1], ['2016-17', '', '1']],
    ['what would run as a formula', ['2024-25', '=1+1', 2], ['2024-25', '=1+1', '2']],
    ['a command', ['2024-25', "=cmd|' /C calc'!A0", 2], ['2024-25', "=cmd|' /C calc'!A0", '2']],
    ['signs of XML', ['2024-25', '<b> & "c"', 2], ['2024-25', '<b> & "c"', '2']],
    ['letters outside Latin', ['2024-25', 'Œuvre 😀 £', 2], ['2024-25', 'Œuvre 😀 £', '2']],
    ['signs that XML forbids, left out', ['2024-25', 'a\u0000b\u0008c', 2], ['2024-25', 'abc', '2']],
  ])('%s', async (_what, row, expected) => {
    expect(await backOf(row)).toEqual([expected])
  })
})

test('a text longer than a cell holds is cut', async () => {
  const [row] = await backOf(['2024-25', 'a'.repeat(40_000), 2])
  expect(row?.[1]).toHaveLength(32_767)
})

test('the heading comes first', async () => {
  const rows = await rowsOf(await toXlsx({ name: 'areas.csv', rows: [HEADING] }))
  expect(rows).toEqual([HEADING])
})
