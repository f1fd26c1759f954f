import { describe, expect, test } from 'vitest'
import { besideLater, differenceInWords, heldInWords, type Inspection, laterOf } from './plan-inspection.ts'

const inspection = (id: string, on: string, terms: Partial<Inspection['terms']> = {}): Inspection => ({
  id,
  terms: {
    area: 'E06000009',
    on,
    until: null,
    precision: 'day',
    kind: 'inspection',
    label: 'Inspection',
    judgements: [
      { domain: 'Overall effectiveness', grade: 'Inadequate' },
      { domain: 'Impact of leaders', grade: 'Inadequate' },
    ],
    body: 'Ofsted',
    publishedOn: null,
    abnormal: false,
    indicators: [],
    plan: null,
    doubt: null,
    source: 'Ofsted',
    ...terms,
  },
})
const first = inspection('first', '2018-11-26', { until: '2018-12-07', publishedOn: '2019-01-17' })
const second = inspection('second', '2022-12-05', {
  until: '2022-12-16',
  publishedOn: '2023-02-01',
  judgements: [
    { domain: 'Impact of leaders', grade: 'Good' },
    { domain: 'Care leavers', grade: 'Good' },
  ],
})

describe('a later inspection', () => {
  test.each([
    ['is known from the day on which it is published', second, '2023-02-01', ['second']],
    ['is not known the day before', second, '2023-01-31', []],
    [
      'without such a day is known when it is over',
      inspection('b', '2022-12-05', { until: '2022-12-16' }),
      '2022-12-16',
      ['b'],
    ],
    [
      'is not known while it goes on',
      inspection('b', '2022-12-05', { until: '2022-12-16' }),
      '2022-12-15',
      [],
    ],
    ['is not one before', inspection('b', '2014-07-01'), '2026-11-21', []],
    ['is not one of another area', inspection('b', '2022-12-05', { area: 'E08000028' }), '2026-11-21', []],
    ['is not one by another inspectorate', inspection('b', '2022-12-05', { body: 'HMI' }), '2026-11-21', []],
    [
      'is not a monitoring visit',
      inspection('b', '2022-12-05', { kind: 'monitoring visit' }),
      '2026-11-21',
      [],
    ],
    [
      'is not one of which no judgement is held',
      inspection('b', '2022-12-05', { judgements: [] }),
      '2026-11-21',
      [],
    ],
  ])('%s', (_name, later, on, ids) => {
    expect(laterOf(first, [first, later], on).map(({ id }) => id)).toEqual(ids)
  })

  test('comes after those before it', () => {
    const middle = inspection('middle', '2020-01-01')
    expect(laterOf(first, [second, middle], '2026-11-21').map(({ id }) => id)).toEqual(['middle', 'second'])
  })

  test('is never found where nobody knows who inspected', () => {
    const unnamed = inspection('unnamed', '2018-11-01', { body: null })
    expect(laterOf(unnamed, [inspection('b', '2022-12-05', { body: null })], '2026-11-21')).toEqual([])
  })
})

describe('the judgements', () => {
  test('stand side by side, each domain once, with what is not held', () => {
    expect(besideLater(first, [second])).toEqual({
      columns: [
        {
          id: 'first',
          heading: 'At the inspection of 26 November to 7 December 2018',
          body: 'Ofsted',
          published: 'Published on 17 January 2019',
        },
        {
          id: 'second',
          heading: 'At the inspection of 5 to 16 December 2022',
          body: 'Ofsted',
          published: 'Published on 1 February 2023',
        },
      ],
      rows: [
        { domain: 'Overall effectiveness', grades: ['Inadequate', null] },
        { domain: 'Impact of leaders', grades: ['Inadequate', 'Good'] },
        { domain: 'Care leavers', grades: [null, 'Good'] },
      ],
      notes: [
        'Of the inspection of 5 to 16 December 2022 no overall judgement is held.',
        'The domains differ: the inspection of 5 to 16 December 2022 has no judgement of “Overall effectiveness”, and judged “Care leavers” besides.',
        'This shows what was judged before and after; it does not show that the plan led to it.',
      ],
    })
  })

  test('of other domains do not stand beside them', () => {
    const other = inspection('other', '2022-12-05', { judgements: [{ domain: 'Fostering', grade: 'Good' }] })
    const { columns, rows, notes } = besideLater(first, [other])
    expect(columns.map(({ id }) => id)).toEqual(['first'])
    expect(rows.map(({ domain }) => domain)).toEqual(['Overall effectiveness', 'Impact of leaders'])
    expect(notes).toEqual([
      'The domains differ: the inspection of 5 December 2022, by the same inspectorate, judged none of these, so it does not stand beside them.',
    ])
  })

  test('of an inspection alone come without a word on before and after', () => {
    const { columns, notes } = besideLater(
      inspection('a', '2018-11-01', { body: null, precision: 'month' }),
      [],
    )
    expect(columns).toEqual([
      {
        id: 'a',
        heading: 'At the inspection of November 2018',
        body: 'The inspectorate is not stated',
        published: 'No day of publication is stated',
      },
    ])
    expect(notes).toEqual([])
  })
})

test.each([
  [[], 'No judgement of the inspection is held.'],
  [['Overall effectiveness'], 'Of the inspection only the overall judgement is held.'],
  [['Youth offending service'], 'Of the inspection only one judgement is held.'],
  [['Leaders', 'Help and protection'], 'Of the inspection no overall judgement is held.'],
  [['Overall effectiveness', 'Leaders'], null],
])('of the domains %j: %s', (domains, words) => {
  expect(heldInWords(domains, 'the inspection')).toBe(words)
})

test.each([
  [['A', 'B'], ['B', 'A'], null],
  [['A', 'B'], ['A'], 'The domains differ: the second has no judgement of “B”.'],
  [['A'], ['A', 'B', 'C'], 'The domains differ: the second judged “B” and “C” besides.'],
])('domains %j and then %j: %s', (before, after, words) => {
  expect(differenceInWords(before, after, 'the second')).toBe(words)
})
