import { expect, test } from 'vitest'
import type { FindingAnswer } from '../server/contract/uploads.ts'
import { groupsOf, markKey, marksOf } from './findings.ts'

const finding = (check: string, row: number, more: Partial<FindingAnswer> = {}): FindingAnswer => ({
  check,
  title: `About ${check}`,
  level: 'stop',
  row,
  column: 'value',
  value: 'x',
  message: 'It is wrong.',
  remedy: 'Put it right.',
  ...more,
})

test('findings of one check stand together, and what to do is told once where it is the same', () => {
  const groups = groupsOf([finding('negative', 2), finding('blank', 3), finding('negative', 9)], 'stop')
  expect(groups.map(({ title, remedy, findings }) => [title, remedy, findings.length])).toEqual([
    ['About negative', 'Put it right.', 2],
    ['About blank', 'Put it right.', 1],
  ])
})

test('where what to do differs it is told with each', () => {
  const [group] = groupsOf([finding('negative', 2), finding('negative', 9, { remedy: 'Delete it.' })], 'stop')
  expect(group?.remedy).toBeNull()
})

test('a cell is marked with the gravest of its findings, a row at its number', () => {
  const excerpt = { header: ['period', 'value'], rows: [] }
  const marks = marksOf(
    [
      finding('legacy', 2, { level: 'warn' }),
      finding('negative', 2),
      finding('ragged-row', 5, { column: null }),
      finding('unknown-format', 1, { row: null, column: null }),
    ],
    excerpt,
  )
  expect([...marks.keys()]).toEqual([markKey(2, 1), markKey(5, -1)])
  expect(marks.get(markKey(2, 1))?.check).toBe('negative')
})
