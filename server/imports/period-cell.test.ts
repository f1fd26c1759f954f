import { describe, expect, test } from 'vitest'
import { Findings } from './finding.ts'
import { notAPeriod, readPeriodCell } from './period-cell.ts'

function read(text: string) {
  const findings = new Findings()
  const period = readPeriodCell(text, { row: 7, column: 'period' }, findings)
  return { id: period?.id, findings: findings.list() }
}

test.each(['2016-17Q3', '2024-25', '2025-03', '2017-03-24', 'AY2024-25', 'CY2024'])(
  '%s is a period and nothing is said',
  (text) => {
    expect(read(text)).toEqual({ id: text, findings: [] })
  },
)

test.each([
  ['Q3 2016/17', '2016-17Q3'],
  ['Q3 2016-17', '2016-17Q3'],
  ['Q3, 2016/17', '2016-17Q3'],
  ['q3 16/17', '2016-17Q3'],
  ['2016/17 Q3', '2016-17Q3'],
  ['2016-17 Q3', '2016-17Q3'],
  ['2016-17q3', '2016-17Q3'],
  ['2016/17-Q3', '2016-17Q3'],
  ['Quarter 3 2016/2017', '2016-17Q3'],
  ['Quarter 3 2016/17', '2016-17Q3'],
  ['Quarter 3 of 2016/17', '2016-17Q3'],
  ['Qtr 4 1999/2000', '1999-00Q4'],
  ['October to December 2016 (Quarter 3 2016/17)', '2016-17Q3'],
  ['October to December 2016', '2016-17Q3'],
  ['Oct-Dec 2016', '2016-17Q3'],
  ['Oct – Dec 2016', '2016-17Q3'],
  ['Jan-Mar 2017', '2016-17Q4'],
  ['2016/17', '2016-17'],
  ['2016-2017', '2016-17'],
  ['2016–17', '2016-17'],
  ['2016 / 17', '2016-17'],
  ['FY2016/17', '2016-17'],
  ['1999/2000', '1999-00'],
  ['201617', '2016-17'],
  ['Academic year 2016/17', 'AY2016-17'],
  ['March 2017', '2017-03'],
  ['Mar 2017', '2017-03'],
  ['Mar-2017', '2017-03'],
  ['Sept 2017', '2017-09'],
  ['31/03/2017', '2017-03-31'],
  ['31.03.2017', '2017-03-31'],
  ['31/3/17', '2017-03-31'],
  ['03/03/2017', '2017-03-03'],
  ['31 March 2017', '2017-03-31'],
  ['31st March 2017', '2017-03-31'],
  ['31\u00a0March\u00a02017', '2017-03-31'],
  ['31-Mar-17', '2017-03-31'],
  ['March 31, 2017', '2017-03-31'],
  ['2017/03/31', '2017-03-31'],
  ['2017-03-31 00:00:00', '2017-03-31'],
  ['2017-03-31T00:00:00.000Z', '2017-03-31'],
])('%s can only mean %s: put right and told', (text, id) => {
  const { id: period, findings } = read(text)
  expect(period).toBe(id)
  expect(findings).toEqual([
    {
      check: 'period-spelling',
      level: 'fixed',
      row: 7,
      column: 'period',
      value: text,
      message: `Read "${text}" as ${id}.`,
      remedy: '',
    },
  ])
})

test.each([
  ['03/04/2025', '2025-04-03', '03/04/2025 could be 3 April or 4 March; read as 3 April.'],
  ['3.4.25', '2025-04-03', '3.4.25 could be 3 April or 4 March; read as 3 April.'],
  ['04/13/2025', '2025-04-13', 'only with the month first; read as 13 April 2025'],
  ['45809', '2025-06-01', "a spreadsheet's number for 1 June 2025; read as 1 June 2025"],
  ['Mar-17', '2017-03', 'Mar-17 could be March 2017 or 17 March; read as March 2017.'],
  ['Mar 17', '2017-03', 'Mar 17 could be March 2017 or 17 March; read as March 2017.'],
  ['17-Mar', '2017-03', '17-Mar could be March 2017 or 17 March; read as March 2017.'],
  ['Feb-31', '2031-02', 'Feb-31 could be February 2031 or a day that has lost its year'],
])('%s is read as %s, with a question', (text, id, words) => {
  const { id: period, findings } = read(text)
  expect(period).toBe(id)
  expect(findings).toMatchObject([{ check: 'spreadsheet-date', level: 'warn', value: text }])
  expect(findings[0]?.message).toContain(words)
})

describe('anything else is left to the caller', () => {
  test.each([
    '',
    'Q3',
    'Q5 2016/17',
    'Q3 2016',
    'Q3 2016/18',
    '2016/18',
    '2016-2018',
    '2017',
    '201618',
    '201112',
    '31/02/2017',
    '32/13/2017',
    'Oct-Nov 2016',
    'Nov-Jan 2016',
    'Marvellous 2017',
    '29999',
    '60001',
    '1-May',
    '1-Mat',
    'Total',
  ])('%s', (text) => {
    expect(read(text)).toEqual({ id: undefined, findings: [] })
  })

  test('a day that has lost its year is called so', () => {
    expect(notAPeriod('1-May').message).toContain('a day without its year')
    expect(notAPeriod('1-Mat').message).toBe('"1-Mat" is not a period.')
  })
})
