import { CHECKS, FILE_CHECKS, SERIES_CHECKS } from './checks.ts'

/** What files, headings and cells are told of by the code that reads them. */
const READING: Record<string, string> = {
  'empty-file': 'Nothing in the file',
  'empty-table': 'A table without figures',
  'web-page': 'A web page, not a table',
  workbook: 'The workbook',
  sheet: 'Which sheet was read',
  'child-level': 'Data about single children',
  encoding: 'How the file was saved',
  'byte-order-mark': 'Hidden characters',
  quotes: 'Double quotes',
  header: 'The row of headings',
  'no-heading': 'Columns without a heading',
  'unknown-format': 'Headings of no known layout',
  'unknown-dataset': 'National files that are not known',
  mapping: 'How the sheet is to be read',
  'target-column': 'Columns of targets',
  'ragged-row': 'Rows longer or shorter than the heading',
  'section-row': 'Headings inside the table',
  'merged-cell': 'Merged cells',
  'total-row': 'Rows of totals',
  footnote: 'Notes under the table',
  duplicate: 'The same figure twice',
  'missing-part': 'A numerator or denominator by itself',
  'time-identifier': 'Kinds of period in one file',
  period: 'Periods',
  'period-spelling': 'Periods written in another way',
  'month-as-quarter': 'Months read as quarters',
  'spreadsheet-date': 'Dates that a spreadsheet may have changed',
  'unknown-area': 'Areas',
  'geographic-level': 'Levels of area that are not held',
  'unknown-indicator': 'Indicators that are not in the catalogue',
  'unknown-dimension': 'Breakdowns that are not in the catalogue',
  status: 'Statuses',
  closeness: 'How close a neighbour is',
  blank: 'Empty cells',
  'empty-cell': 'Cells that are not filled in',
  'not-a-number': 'Cells that are no number',
  'number-as-text': 'Numbers written as text',
  'short-number': 'Numbers written short',
  'formula-error': 'Formulas that failed',
  'legacy-symbol': 'Symbols for missing figures',
  revision: 'Figures that would change',
  'stale-file': 'A file that newer figures have overtaken',
}

const titles = new Map([
  ...Object.entries(READING),
  ...[...CHECKS, ...SERIES_CHECKS, ...FILE_CHECKS].map(({ id, title }): [string, string] => [id, title]),
])

/** The heading of a check's findings on screen. Of an id that has none it is the id in words. */
export function titleOf(check: string): string {
  return titles.get(check) ?? check.charAt(0).toUpperCase() + check.slice(1).replaceAll('-', ' ')
}

/** Whether a check has a heading of its own. */
export const hasTitle = (check: string): boolean => titles.has(check)
