import { describe, expect, test } from 'vitest'
import { checkNumbers, type KnownNumber, numbersIn } from './commentary-check.ts'

const read = (text: string) => numbersIn(text).map(({ value, kind }) => [value, kind])

describe('numbers are read as people write them', () => {
  test.each<[text: string, value: number, kind: string]>([
    ['608 children in care', 608, 'plain'],
    ['1,753 children in need', 1753, 'plain'],
    ['a rate of 180.6', 180.6, 'plain'],
    ['23.4% of plans', 23.4, 'percent'],
    ['23.4 per cent of plans', 23.4, 'percent'],
    ['up 7.2 percentage points', 7.2, 'percent'],
    ['£2.9m over budget', 2_900_000, 'pounds'],
    ['£87,902,719 was spent', 87_902_719, 'pounds'],
    ['£1.2 million', 1_200_000, 'pounds'],
    ['about 520 children', 520, 'plain'],
    ['fell by −5.7%', 5.7, 'percent'],
    ['a 14% rise', 14, 'percent'],
    ['2,016 referrals', 2016, 'plain'],
    ['(512)', 512, 'plain'],
  ])('%s', (text, value, kind) => {
    expect(read(text)).toEqual([[value, kind]])
  })

  test('all of a text, in its order, as they are written', () => {
    const text = 'Up from 16.2 to 23.4%: 36 of 154 plans, where about 25 had been expected.'
    expect(numbersIn(text).map((each) => each.text)).toEqual(['16.2', '23.4%', '36', '154', 'about 25'])
  })

  test('a number at the end of a sentence keeps its full stop out', () => {
    expect(read('There were 512.')).toEqual([[512, 'plain']])
  })
})

describe('what has digits and is no number to check', () => {
  test.each([
    'On 31 March 2025',
    'since March 2017',
    'on 2017-03-09 and on 09/03/2017',
    'in 2016/17, 2016-17 and 2016–2017',
    'from 2015 to 2020',
    'in Quarter 3 and in Q3 2016/17',
    'Year 11 pupils at Key Stage 4',
    'enquiries under section 47, paragraph 5.1.2, appendix 7(a)',
    'children aged 0 to 17, under-5s',
    'per 10,000 children, for every 100,000 people',
    'within 45 working days, in 12 weeks, over 3 to 6 months, a 14-week review',
    'at 6pm and at 10:30',
    'the 2nd quarter',
    'since Covid-19, S47 and mid-2016',
  ])('%s', (text) => {
    expect(numbersIn(text)).toEqual([])
  })

  test('a number beside a day is still read', () => {
    expect(read('On 9 March 2017 there were 520 children, in 2015 there were 469')).toEqual([
      [520, 'plain'],
      [469, 'plain'],
    ])
  })
})

describe('numbers are held against those of the measure', () => {
  const known: KnownNumber[] = [
    { value: 23.4, kind: 'percent', words: 'the figure' },
    { value: 36, kind: 'plain', words: 'its numerator' },
    { value: 154, kind: 'plain', words: 'its denominator' },
    { value: 16.2, kind: 'percent', words: 'the quarter before' },
    { value: 14.6, kind: 'percent', words: 'similar councils' },
  ]
  const check = (text: string) => checkNumbers(text, known).map(({ is }) => is)

  test('each is named for what it is, and what is none of them stands out', () => {
    expect(check('23.4% (36 of 154), up from 16.2%, against 41 expected')).toEqual([
      'the figure',
      'its numerator',
      'its denominator',
      'the quarter before',
      null,
    ])
  })

  test.each<[text: string, is: string | null]>([
    ['23%', 'the figure'],
    ['24%', null],
    ['23.5%', null],
    ['23.38%', 'the figure'],
    ['15%', 'similar councils'],
    ['about 150', 'its denominator'],
    ['150', null],
    ['about 140', null],
    ['36%', null],
    ['from 16.2', 'the quarter before'],
    ['£36', null],
  ])('%s is %s', (text, is) => {
    expect(check(text)).toEqual([is])
  })

  test.each<[text: string, is: string | null]>([
    ['£87.9m', 'the figure'],
    ['£88m', 'the figure'],
    ['£87m', null],
    ['£87,902,719', 'the figure'],
  ])('of £87,902,719, %s is %s', (text, is) => {
    const spent: KnownNumber[] = [{ value: 87_902_719, kind: 'pounds', words: 'the figure' }]
    expect(checkNumbers(text, spent)).toEqual([{ text, is }])
  })

  test('a fall may be told without its sign', () => {
    const fall: KnownNumber[] = [{ value: -13.2, kind: 'plain', words: 'the change' }]
    expect(checkNumbers('13.2 fewer', fall)).toEqual([{ text: '13.2', is: 'the change' }])
  })

  test('a text without numbers has nothing to check', () => {
    expect(checkNumbers('Demand rose after the inspection.', known)).toEqual([])
  })
})
