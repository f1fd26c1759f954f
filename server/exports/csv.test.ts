import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

const line = (...cells: (string | number | null)[]) => toCsv({ name: 'x.csv', rows: [cells] })

test('cells are parted by commas and quoted where they must be', () => {
  expect(line('a', 'b, c', 'say "so"', 'two\nlines', null, 3)).toBe(
    'a,"b, c","say ""so""","two\nlines",,3\r\n',
  )
})

test.each(['=1+1', '+SUM(A1)', '@cmd', '-2+3', '\tx', "=HYPERLINK('http://x')"])(
  '%j would be run as a formula and is made text',
  (cell) => {
    expect(
      line(cell)
        .replaceAll('"', '')
        .startsWith(`'${cell.charAt(0)}`),
    ).toBe(true)
  },
)

test('a negative number stays a number', () => {
  expect(line(-5, '-5', '-0.5')).toBe('-5,-5,-0.5\r\n')
})
