import { describe, expect, test } from 'vitest'
import { type ProcessChart, processChart } from './xmr.ts'
import type { Signal } from './xmr-rules.ts'
import { noChartInWords, signalInWords, variationInWords } from './xmr-words.ts'

const rate = { unit: 'per-10000', decimals: 0 } as const
const limits = {
  mean: 194.9,
  movingRange: 13.44,
  lower: 159.14,
  upper: 230.66,
  nearLower: 171.06,
  nearUpper: 218.74,
}
const chart = (signal: Signal | null, more: Partial<ProcessChart> = {}): ProcessChart => ({
  limits,
  signals: [null, signal],
  points: 19,
  onTrial: false,
  ...more,
})
const told = { measure: rate, period: 'quarter' } as const

describe('why a figure is outside what chance alone would usually give', () => {
  test.each<[signal: Signal, value: number, words: string]>([
    [
      { rule: 'beyond-limit', side: 'high', run: 1 },
      232,
      '232 per 10,000 is above the range that ordinary quarter-to-quarter variation gives (159 to 231)',
    ],
    [
      { rule: 'beyond-limit', side: 'low', run: 1 },
      150,
      '150 per 10,000 is below the range that ordinary quarter-to-quarter variation gives (159 to 231)',
    ],
    [
      { rule: 'trend', side: 'high', run: 8 },
      220,
      '220 per 10,000 is the last of 8 quarters that rose one after the other, a longer run than ordinary quarter-to-quarter variation usually gives',
    ],
    [
      { rule: 'trend', side: 'low', run: 7 },
      180,
      '180 per 10,000 is the last of 7 quarters that fell one after the other, a longer run than ordinary quarter-to-quarter variation usually gives',
    ],
    [
      { rule: 'two-of-three', side: 'high', run: 1 },
      228,
      '228 per 10,000 is close to the upper end of the range that ordinary quarter-to-quarter variation gives (159 to 231), and so was another of the last three quarters',
    ],
    [
      { rule: 'two-of-three', side: 'low', run: 1 },
      165,
      '165 per 10,000 is close to the lower end of the range that ordinary quarter-to-quarter variation gives (159 to 231), and so was another of the last three quarters',
    ],
    [
      { rule: 'shift', side: 'high', run: 9 },
      200,
      '200 per 10,000 is the last of 9 quarters in a row above the average of all 19 (195), a longer run than ordinary quarter-to-quarter variation usually gives',
    ],
    [
      { rule: 'shift', side: 'low', run: 7 },
      190,
      '190 per 10,000 is the last of 7 quarters in a row below the average of all 19 (195), a longer run than ordinary quarter-to-quarter variation usually gives',
    ],
  ])('%j of %d', (signal, value, words) => {
    expect(signalInWords(chart(signal), { ...told, value })).toBe(words)
  })

  test('there is none where it varies as it always does', () => {
    expect(signalInWords(chart(null), { ...told, value: 200 })).toBeNull()
  })

  test('is told by years and in the unit of the measure', () => {
    const percent = { measure: { unit: 'percent', decimals: 1 }, period: 'year' } as const
    const above = chart({ rule: 'beyond-limit', side: 'high', run: 1 })
    expect(signalInWords(above, { ...percent, value: 250 })).toBe(
      '250.0% is above the range that ordinary year-to-year variation gives (159.1% to 230.7%)',
    )
  })
})

describe('limits on the screen', () => {
  const beyond = chart({ rule: 'beyond-limit', side: 'high', run: 1 })
  test('have as many more decimals as it takes for a figure to stand outside of them', () => {
    expect(signalInWords(beyond, { ...told, value: 231 })).toContain('(159 to 230.7)')
  })

  test.each([
    [{}, '0.0% to 120.0%'],
    [{ ceiling: 100 }, '0.0% to 100.0%'],
    [{ floor: Number.NEGATIVE_INFINITY }, '−12.5% to 120.0%'],
  ])('are cut off where no figure can be: %j', (bounds, range) => {
    const wide = chart(null, { limits: { ...limits, lower: -12.5, upper: 120 } })
    const words = variationInWords(wide, 'common-cause', {
      measure: { unit: 'percent', decimals: 1 },
      period: 'year',
      value: 40,
      ...bounds,
    })
    expect(words).toContain(`variation: ${range}, worked out`)
  })

  test('are in pounds where the figure is', () => {
    const words = variationInWords(chart(null), 'common-cause', {
      measure: { unit: 'pounds', decimals: 0 },
      period: 'year',
      value: 200,
    })
    expect(words).toContain('£159 to £231')
  })
})

describe('what is ordinary for a measure', () => {
  test('says from how many figures, and that few of them make a first estimate', () => {
    const values = [163, 183, 185, 200, 228, 215, 219, 190, 182, 184]
    const care = processChart(values) ?? chart(null)
    expect(variationInWords(care, 'common-cause', { measure: rate, period: 'year', value: 184 })).toBe(
      'Ordinary variation: 159 to 231, worked out from 10 years in a row; with so few it is a first estimate. The newest figure is within what chance alone would usually give.',
    )
    expect(variationInWords(chart(null), 'common-cause', { ...told, value: 184 })).toContain(
      'from 19 quarters in a row. The',
    )
  })

  test('tells the range only where the figure is a concern, which has its own sentence', () => {
    expect(variationInWords(chart(null), 'concern', { ...told, value: 232 })).toBe(
      'Ordinary variation: 159 to 231, worked out from 19 quarters in a row.',
    )
  })

  test.each([
    ['improvement', 'outside what chance alone would usually give, on the side of its aim.'],
    ['high', 'higher than chance alone would usually give; no direction is good in itself.'],
    ['low', 'lower than chance alone would usually give; no direction is good in itself.'],
  ] as const)('says what the newest figure is by it: %s', (variation, words) => {
    expect(variationInWords(chart(null), variation, { ...told, value: 184 })).toContain(words)
  })
})

test.each([
  ['too-few', 'It needs 8 quarters in a row that compare with each other; there are 3.'],
  ['overlapping', 'Each of these figures adds up twelve months'],
  ['adding-up', 'Each of these figures holds the one before it'],
  ['hidden', 'The newest figure is hidden so that no child can be recognised.'],
  ['no-figure', 'There is no figure of this period to look at.'],
  ['mostly-zero', 'Most of these figures are zero'],
] as const)('without a chart it says why: %s', (unfit, words) => {
  const sentence = noChartInWords({ unfit, found: 3, needed: 8, isCut: false }, 'quarter')
  expect(sentence).toMatch(/^What is ordinary for this measure can’t be told\. /)
  expect(sentence).toContain(words)
})

test('a row that a gap or a break ends is told as such', () => {
  const cut = { unfit: 'too-few', found: 7, needed: 10, isCut: true } as const
  expect(noChartInWords(cut, 'year')).toMatch(/; there are 7 since the last gap or break\.$/)
})

test('a single figure is spoken of as one', () => {
  expect(noChartInWords({ unfit: 'too-few', found: 1, needed: 10, isCut: false }, 'year')).toMatch(
    /10 years in a row .*; there is 1\.$/,
  )
})
