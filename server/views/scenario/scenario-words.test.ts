import { describe, expect, test } from 'vitest'
import type { ScenarioAssumption } from '../../contract/scenario.ts'
import {
  changesInWords,
  differenceText,
  poundsText,
  settlesInWords,
  summarise,
  valueText,
} from './scenario-words.ts'

test.each([
  [87_902_719, '£87.9m'],
  [999_500, '£1.0m'],
  [999_499, '£999,000'],
  [412_345, '£412,000'],
  [500, '£1,000'],
  [499, '£0'],
  [-4_120_000, '−£4.1m'],
])('%d pounds are told as %s', (pounds, expected) => {
  expect(poundsText(pounds)).toBe(expected)
})

test.each([
  [-4_120_000, '£4.1m less'],
  [200_000, '£200,000 more'],
  [-499, 'the same'],
])('a difference of %d pounds is told as %s', (pounds, expected) => {
  expect(differenceText(pounds)).toBe(expected)
})

test.each([
  ['starts', 145, '145 a year'],
  ['ends', 26.7, '26.7%'],
  ['fostering', 66.125, '66.13%'],
  ['otherCost', 3135, '£3,135 a week'],
] as const)('%s of %d is told as %s', (id, value, expected) => {
  expect(valueText(id, value)).toBe(expected)
})

const assumption = (id: ScenarioAssumption['id'], base: number, value: number): ScenarioAssumption => ({
  id,
  group: 'flow',
  label: id,
  sign: null,
  per: '',
  base,
  baseText: valueText(id, base),
  value,
  text: valueText(id, value),
  min: 0,
  max: 100,
  step: 1,
  source: '',
})

const run = (children: number, spend: number) => ({ children, rate: 0, careSpend: 0, spend })
const start = {
  ...run(531, 87_900_000),
  on: '2025-03-31',
  label: '31 March 2025',
  yearLabel: '2024/25',
  population: 28_923,
  path: null,
  text: { children: '531', rate: '', spend: '£87.9m', path: null, population: '' },
  sources: { children: '', spend: '' },
}
const told = (
  children: number,
  spend: number,
  assumptions: ScenarioAssumption[],
  asked: number | null = null,
) =>
  summarise({
    start,
    last: {
      on: '2030-03-31',
      label: '2029/30',
      base: run(548, 89_500_000),
      adjusted: run(children, spend),
      path: asked,
      text: {
        base: { children: '548', rate: '', spend: '£89.5m' },
        adjusted: { children: String(children), rate: '', spend: poundsText(spend) },
        path: asked === null ? null : poundsText(asked),
        difference: '',
      },
    },
    assumptions,
    target: null,
    path: asked === null ? null : { label: 'The strategy’s path', words: '' },
  })

describe('the headline', () => {
  test('says what stays as it was where nothing is changed', () => {
    expect(told(548, 89_500_000, [assumption('starts', 165, 165)])?.headline).toBe(
      'If everything stayed as it was in 2024/25, there would be 548 children in care on 31 March 2030, after 531 on 31 March 2025, and spending in 2029/30 would be £89.5m.',
    )
  })

  test('says that a saving is at average costs', () => {
    expect(told(495, 84_200_000, [assumption('starts', 165, 145)])?.headline).toBe(
      'If 20 fewer children entered care each year, there would be 495 children in care on 31 March 2030 instead of 548, and spending in 2029/30 would be £5.3m lower (average costs, so the real saving would be less).',
    )
  })

  test('calls what costs more no saving', () => {
    expect(told(600, 94_900_000, [assumption('starts', 165, 185)])?.headline).toMatch(
      /^If 20 more children entered care.*£5\.4m higher \(average costs, so the real cost may differ\)\.$/,
    )
  })

  test('names two changes, and counts more', () => {
    const two = [assumption('starts', 165, 145), assumption('ends', 26.7, 30)]
    expect(told(450, 80_000_000, two)?.headline).toMatch(
      /^If 20 fewer children entered care each year and 30% instead of 26\.7% of those in care left within a year, there/,
    )
    const three = [...two, assumption('otherCost', 3135, 3000)]
    expect(told(450, 80_000_000, three)?.headline).toMatch(/^With the 3 changes you set, there/)
  })

  test('says it where the number or the spending stays the same', () => {
    expect(told(548, 85_000_000, [assumption('residential', 14, 10)])?.headline).toContain(
      'there would be 548 children in care on 31 March 2030, as many as without the change, and',
    )
    expect(told(500, 89_500_000, [assumption('starts', 165, 150)])?.headline).toMatch(
      /spending in 2029\/30 would be the same\.$/,
    )
  })
})

describe('beside the path', () => {
  test('it says how much more is spent', () => {
    expect(told(495, 84_200_000, [assumption('starts', 165, 145)], 45_700_000)?.path).toBe(
      'That is £84.2m: still about £38.5m more than the £45.7m that the strategy’s path asks for.',
    )
  })

  test('it does not say the spending twice where nothing is changed', () => {
    expect(told(548, 89_500_000, [], 45_700_000)?.path).toBe(
      'That is about £43.8m more than the £45.7m that the strategy’s path asks for.',
    )
  })

  test('it says so where the spending is within it', () => {
    expect(told(100, 45_700_000, [assumption('starts', 165, 0)], 45_700_000)?.path).toBe(
      'That is £45.7m, within the £45.7m that the strategy’s path asks for.',
    )
  })

  test('it says nothing without a path', () => {
    expect(told(495, 84_200_000, [assumption('starts', 165, 145)])?.path).toBeNull()
  })
})

test('the caution names what a model is not, what its costs are, and that there is no inflation', () => {
  expect(told(495, 84_200_000, [])?.caution).toMatch(
    /a model, not a forecast.*average costs, not at what one child.*without inflation, in prices of 2024\/25/,
  )
})

test('changes are listed, with the share of other places that moves along', () => {
  const rest = { base: 20, value: 24, baseText: '20%', text: '24%' }
  expect(changesInWords([assumption('residential', 14, 10), assumption('fostering', 66, 66)], rest)).toEqual([
    'residential: 10% instead of 14%',
    'In any other place: 24% instead of 20%',
  ])
  expect(changesInWords([assumption('fostering', 66, 66)], { ...rest, value: 20 })).toEqual([])
})

test.each([
  [552, 552, false, 'If this went on for good, the number of children in care would settle at about 552.'],
  [
    552,
    485,
    true,
    'If your changes went on for good, the number of children in care would settle at about 485; as things are, at about 552.',
  ],
  [
    552,
    null,
    true,
    'If your changes went on for good, the number of children in care would go on rising, as nobody leaves; as things are, at about 552.',
  ],
])('where it settles: %s as things are, %s with changes', (base, adjusted, isAnyChanged, expected) => {
  expect(settlesInWords(base, adjusted, isAnyChanged)).toBe(expected)
})
