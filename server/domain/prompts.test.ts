import { describe, expect, test } from 'vitest'
import { changeBetween } from './change.ts'
import type { Quantity } from './figure.ts'
import { day, financialYear } from './period.ts'
import { type Asked, promptsOf } from './prompts.ts'

const years = (from: number, ...values: Quantity[]) =>
  values.map((value, i) => ({ at: financialYear(from + i), value }))
const peers = (from: number, contributing: number, ...values: Quantity[]) =>
  years(from, ...values).map((year) => ({ ...year, contributing, of: 10 }))

/** Blackpool's children in care, 31 March 2020 to 2025. */
const CARE: Asked = {
  name: 'Children in care',
  area: 'Blackpool',
  kind: 'snapshot',
  measure: { unit: 'per-10000', decimals: 0 },
  figures: years(2019, 228, 215, 219, 190, 182, 184),
  peers: [],
  peerMeasure: { unit: 'per-10000', decimals: 1 },
  adverse: null,
}
const asked = (changes: Partial<Asked>): Asked => ({ ...CARE, ...changes })
const textOf = (changes: Partial<Asked>) => promptsOf(asked(changes)).map(({ text }) => text)

describe('what moved', () => {
  test('is told year by year, and the largest change is asked about', () => {
    expect(promptsOf(CARE)).toEqual([
      {
        kind: 'movement',
        text: 'Since 31 March 2020 the figure for children in care has moved −5.7%, +1.9%, −13.2%, −4.2%, +1.1% a year: what changed in 2022–23?',
      },
    ])
  })

  test('goes back five changes and no further', () => {
    expect(textOf({ figures: years(2018, 1, 228, 215, 219, 190, 182, 184) })).toEqual(textOf({}))
  })

  test('begins anew after a year without a figure', () => {
    expect(textOf({ figures: years(2019, 228, 'not-reported', 219, 190, 182) })[0]).toMatch(
      /^Since 31 March 2022 .* −13\.2%, −4\.2% a year: what changed in 2022–23\?$/,
    )
  })

  test('begins anew after a year that nobody has a row for', () => {
    const figures = [...years(2015, 300), ...years(2019, 228, 215, 219)]
    expect(textOf({ figures })[0]).toMatch(/^Since 31 March 2020 .* −5\.7%, \+1\.9% a year/)
  })

  test('of a percentage is told in points', () => {
    const measure = { unit: 'percent', decimals: 1 } as const
    expect(textOf({ measure, kind: 'rolling-year', figures: years(2022, 20, 23.4, 22.4) })).toEqual([
      'Since the year to 31 March 2023 the figure for children in care has moved +3.4, −1.0 percentage points a year: what changed in 2023–24?',
    ])
  })

  test('in years that end on another day is asked about by that day', () => {
    const figures = ['2022-09-30', '2023-09-30', '2024-09-30'].map((id, i) => ({
      at: day(id),
      value: 20 + i * i,
    }))
    expect(textOf({ figures })[0]).toMatch(/what changed in the year to 30 September 2024\?$/)
  })

  test.each([
    ['a single change is no row of changes', years(2023, 182, 184)],
    ['no change at all is nothing to ask about', years(2022, 182, 182, 182)],
    ['from nothing there is no change in per cent', years(2022, 0, 2, 4)],
    ['without a newest figure nothing is asked', years(2022, 190, 182, 'suppressed')],
    ['without figures nothing is asked', []],
  ])('%s', (_, figures) => {
    expect(promptsOf(asked({ figures }))).toEqual([])
  })

  test('keeps the capitals of a name that is made of them', () => {
    expect(textOf({ name: 'GCSE attainment' })[0]).toContain('the figure for GCSE attainment has moved')
  })
})

describe('similar councils', () => {
  const about = (list: Asked['peers']) =>
    promptsOf(asked({ peers: list })).filter(({ kind }) => kind === 'similar-councils')

  test('are asked about over the same years, with how many of them reported', () => {
    expect(about(peers(2019, 10, 118.2, 119, 120, 121, 122, 124.5))).toEqual([
      {
        kind: 'similar-councils',
        text: 'Between 31 March 2020 and 31 March 2025 Blackpool went from 228 to 184. Similar councils meanwhile went from 118.2 to 124.5 on average (10 of 10 reported): what do they do?',
      },
    ])
  })

  test('that did not move stayed where they were', () => {
    expect(about(peers(2019, 10, 118, 0, 0, 0, 0, 118.01))[0]?.text).toContain('stayed at 118.0 on average')
  })

  test('of whom not as many reported at both ends are counted twice', () => {
    const list = [...peers(2019, 9, 118.2), ...peers(2024, 10, 124.5)]
    expect(about(list)[0]?.text).toContain('(9 and 10 of 10 reported)')
  })

  test.each([
    ['are too few to ask about at six', peers(2019, 6, 118, 0, 0, 0, 0, 124)],
    ['are not asked about without the first year', peers(2020, 10, 118, 0, 0, 0, 124)],
  ])('%s', (_, list) => {
    expect(about(list)).toEqual([])
  })
})

test('what moved away from a good direction is asked about with whose direction it is', () => {
  const change = changeBetween(184, 182, CARE.measure)
  const adverse = change && { change, since: 'on the year before', aim: 'the local strategy aims lower' }
  expect(promptsOf(asked({ adverse, figures: [] }))).toEqual([
    {
      kind: 'turn',
      text: 'The figure for children in care went up 2 (1.1%) from 182 on the year before, while the local strategy aims lower: will it go on, how do we know, and what is the plan?',
    },
  ])
})
