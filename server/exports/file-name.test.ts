import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each<[string[], string]>([
  [['cla-rate', '', 'Blackpool', 'financial-year'], 'cla-rate_blackpool_financial-year.csv'],
  [['Bath and North East Somerset'], 'bath-and-north-east-somerset.csv'],
  [['2024-25Q3'], '2024-25q3.csv'],
  [['../../etc/passwd'], 'etc-passwd.csv'],
  [['a\r\nset-cookie: b'], 'a-set-cookie-b.csv'],
  [['"; filename=x.exe'], 'filename-x-exe.csv'],
  [['\u202e', '😀'], 'figures.csv'],
  [['a'.repeat(500)], `${'a'.repeat(150)}.csv`],
])('%j makes %s', (parts, expected) => {
  expect(fileName(...parts)).toBe(expected)
})

test('a part that there is none of is left out', () => {
  expect(fileName('targets', undefined, null)).toBe('targets.csv')
})
