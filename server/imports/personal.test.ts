import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { hasSharedData, sharedData } from '../../test/support/shared-data.ts'
import { findPersonal, personalContent, personalHeader } from './personal.ts'

/** Every name, number and postcode here is invented. */

describe('headings of lists of people', () => {
  test.each([
    'Name',
    'First name',
    'forename',
    'Surname',
    "Child's name",
    'Name of child',
    'ChildName',
    'DOB',
    'D.O.B.',
    'Date of Birth',
    'child_dob',
    'UPN',
    'Unique Pupil Number',
    'NHS No',
    'nhs_number',
    'Home postcode',
    'Post Code',
    'Address',
    'Address line 1',
    'E-mail',
    'Child ID',
    'child_id',
    'Person ID',
    'Case ref',
    'Mosaic ID',
    'Liquidlogic ID',
    'LCS ID',
    'ICS number',
  ])('%s', (name) => {
    expect(personalHeader(['period', name, 'value'])).toBe(name)
  })

  test('sex or ethnic origin beside what tells one person', () => {
    expect(personalHeader(['ID', 'Ethnicity', 'Category of need'])).toBe('Ethnicity')
    expect(personalHeader(['Age', 'Gender', 'Started'])).toBe('Gender')
    expect(personalHeader(['time_period', 'gender', 'ethnicity', 'children_count'])).toBeUndefined()
  })

  test.each([
    'area_name',
    'la_name',
    'LA name',
    'region_name',
    'country_name',
    'indicator_name',
    'school_name',
    'provider_name',
    'pupil_count',
    'children_count',
    'number_of_pupils',
    'Case numbers',
    'Number of referrals',
    'Episodes_with_assessment_factor',
    'nhs_region',
    'address_changes',
  ])('%s names no person', (name) => {
    expect(personalHeader(['time_period', name, 'value'])).toBeUndefined()
  })
})

const table = (...cells: string[]) =>
  ['period,value,note', ...cells.map((cell) => `2025-26Q2,12,${cell}`)].join('\n')

describe('what stands in cells', () => {
  test.each([
    ['postcode', 'ZE9 9ZZ'],
    ['postcode', 'FY99 9XX'],
    ['postcode', 'fy999xx'],
    ['postcode', 'moved from FY99 9XX in May'],
    ['postcode', '"one, of FY99 9XX"'],
    ['upn', 'A890201500012'],
    ['upn', 'X89020150001A'],
    ['nhs-number', '9990000018'],
    ['nhs-number', '999 000 0018'],
    ['nhs-number', '"see 999-000-0018, please"'],
    ['date-of-birth', 'the child (DOB 03/04/2015) moved'],
    ['date-of-birth', 'a boy born 3 April 2015'],
    ['email', 'a.person@example.org'],
  ])('%s: %s', (kind, cell) => {
    expect(findPersonal(table('none', cell))).toEqual({ kind })
    expect(findPersonal(table('none', cell).replaceAll(',', '\t'))).toEqual({ kind })
  })

  test('of several ten-digit numbers, one a row, which pass no test', () => {
    const ids = ['1000000001', '1000000002', '1000000003', '1000000004']
    expect(findPersonal(table(...ids))).toEqual({ kind: 'long-id' })
    expect(findPersonal(table(...ids.slice(1)))).toBeUndefined()
  })

  test('is told in words and never given back', () => {
    expect(personalContent(table('A890201500012'))).toBe('a unique pupil number')
    expect(personalContent(table('none'))).toBeUndefined()
  })

  test.each([
    ['an area code', 'E06000009'],
    ['a census area', 'E01012345'],
    ['a number of a register of providers', '10012345'],
    ['a period', 'Q1 2016/17'],
    ['a day', '31/03/2017'],
    ['a pupil number whose check letter is wrong', 'R890201500012'],
    ['a postcode that can be none', 'QQ9 9ZZ'],
    ['a table of a publication', 'see tables B1 3 and C1 2ab'],
    ['a symbol and a mark', '[c]'],
    ['a note', 'Revised on 12 May 2025 after 23 cases were recorded late'],
    ['an address of a team inside a note', 'Questions to data.team@example.org'],
    ['pounds', '1234567890'],
  ])('nothing is said of %s', (_what, cell) => {
    expect(findPersonal(table('none', cell))).toBeUndefined()
  })

  test('sums of money with ten digits here and there are no ids', () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      i % 4 === 0 ? `10000000${String(i).padStart(2, '0')}` : '9500000',
    )
    expect(findPersonal(table(...rows))).toBeUndefined()
  })
})

describe('it is silent on what it must take', () => {
  const folders = [
    ...['test/imports/pass/', 'test/imports/warn/', 'data/published/', 'data/illustrative/'].map((path) =>
      fileURLToPath(new URL(`../../${path}`, import.meta.url)),
    ),
    ...(hasSharedData ? [sharedData('dfe/')] : []),
  ]
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
  )
  test.each(files)('%s', (_name, text) => {
    const header = (text.split('\n')[0] ?? '').split(',').map((name) => name.replaceAll('"', ''))
    expect(personalHeader(header)).toBeUndefined()
    expect(personalContent(text)).toBeUndefined()
  })
})

test('it looks through twenty million characters in well under a second', () => {
  const row =
    '2025,Reporting year,Local authority,E92000001,England,890,E06000009,"Blackpool, on 31 March each year",531,183.6\n'
  const text = row.repeat(Math.ceil(20_000_000 / row.length))
  const started = performance.now()
  expect(personalContent(text)).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(1000)
})
