import { describe, expect, test } from 'vitest'
import type { Figure } from '../figure.ts'
import type { CountedIndicator } from './counted.ts'
import { figureKey, type IdentityRule, parseCellName } from './identity.ts'
import { type Disclosure, protectionOf, withheld } from './withheld.ts'

const INDICATOR: CountedIndicator = {
  id: '',
  theme: 'children-in-care',
  kind: 'snapshot',
  unit: 'per-10000',
  decimals: 1,
  denominatorKind: 'population',
  restricted: false,
}
const SHARE = { ...INDICATOR, unit: 'percent', denominatorKind: 'counted' } as const
const KNOWN: Record<string, CountedIndicator> = {
  care: INDICATOR,
  starts: { ...INDICATOR, kind: 'rolling-year' },
  ends: { ...INDICATOR, kind: 'rolling-year' },
  foster: SHARE,
  agency: { ...INDICATOR, unit: 'count', denominatorKind: 'none' },
  inhouse: SHARE,
  repeat: { ...SHARE, kind: 'rolling-year' },
  moves: { ...SHARE, kind: 'rolling-year', denominatorKind: 'stock' },
  secret: { ...INDICATOR, restricted: true },
  staff: { ...SHARE, theme: 'workforce' },
}

const name = (text: string) =>
  parseCellName(text) ?? { indicator: text, dimension: '', part: 'count' as const }
const rule = (
  kind: IdentityRule['rule'],
  whole: string,
  plus: string[],
  minus: string[] = [],
): IdentityRule => ({
  rule: kind,
  whole: name(whole),
  plus: plus.map(name),
  minus: minus.map(name),
  exact: true,
  says: 'they hang together',
})
const RULES = [
  rule('same', 'care:count', ['foster:whole']),
  rule('same', 'foster:count', ['inhouse:whole']),
  rule('same', 'starts:count', ['repeat:whole']),
  rule('within', 'foster:count', ['inhouse:count', 'agency:count']),
  rule('balance', 'care:count', ['starts:count'], ['ends:count']),
  rule('looks-back', 'moves:count', []),
]

const POPULATION = 28_923
const AREA = 'E06000009'

function figure(indicator: string, period: string, numerator: number | null, denominator?: number): Figure {
  const isCount = KNOWN[indicator]?.unit === 'count'
  const whole = isCount ? null : (denominator ?? POPULATION)
  return {
    indicator,
    area: AREA,
    dimension: '',
    period,
    value: numerator === null ? 'suppressed' : isCount ? numerator : 50,
    numerator: isCount ? null : numerator,
    denominator: numerator === null ? null : whole,
    status: 'final',
    note: null,
    doubt: null,
  }
}

const year = (indicator: string, counts: number[]) =>
  counts.map((count, i) => figure(indicator, `2019-20Q${i + 1}`, count))

const all = (own: Figure[], more: Partial<Disclosure> = {}): Disclosure => ({
  own,
  published: [],
  earlier: [],
  rules: RULES,
  indicator: (id) => KNOWN[id],
  ...more,
})
const said = (own: Figure[], more: Partial<Disclosure> = {}) =>
  Object.fromEntries(
    [...withheld(all(own, more))].map(([key, reason]) => [key.replace(`||${AREA}|`, ' '), reason]),
  )

test('figures are named by indicator, breakdown, area and period', () => {
  const own = figure('agency', '2019-20Q1', 4)
  expect([...withheld(all([own])).keys()]).toEqual([figureKey(own)])
})

describe('the quarters of a year', () => {
  test('a small one alone is hidden, while no year is known', () => {
    expect(said(year('starts', [40, 35, 3, 38]))).toEqual({ 'starts 2019-20Q3': 'small-count' })
  })

  test('with the council’s own year the smallest other quarter is hidden too', () => {
    const own = [...year('starts', [40, 35, 3, 38]), figure('starts', '2019-20', 116)]
    expect(said(own)).toEqual({ 'starts 2019-20Q3': 'small-count', 'starts 2019-20Q2': 'gives-away' })
  })

  test('so with the year that is published nationally', () => {
    const published = [figure('starts', '2019-20', 116)]
    expect(said(year('starts', [40, 35, 3, 38]), { published })).toEqual({
      'starts 2019-20Q3': 'small-count',
      'starts 2019-20Q2': 'gives-away',
    })
  })

  test('a rate that is published without its count gives it away as well', () => {
    const published = [{ ...figure('starts', '2019-20', 116), numerator: null, value: 40.1 }]
    expect(said(year('starts', [40, 35, 3, 38]), { published })).toHaveProperty('starts 2019-20Q2')
  })

  test('a quarter that is not sent must not be small either', () => {
    const published = [figure('starts', '2019-20', 116)]
    expect(said(year('starts', [40, 35, 38]), { published })).toEqual({ 'starts 2019-20Q2': 'gives-away' })
  })

  test('nor those of it who are not counted', () => {
    const quarters = [20, 21, 22].map((count, i) => figure('repeat', `2019-20Q${i + 1}`, count, 60))
    // In the fourth quarter 57 of 60; fewest others, 38, are in the third.
    expect(said([...quarters, figure('repeat', '2019-20', 120, 240)])).toEqual({
      'repeat 2019-20Q3': 'gives-away',
    })
  })

  test('what another source hides tells nothing', () => {
    const published = [figure('starts', '2019-20', null)]
    expect(said(year('starts', [40, 35, 3, 38]), { published })).toEqual({
      'starts 2019-20Q3': 'small-count',
    })
  })

  test('what looks back over twelve months does not add up', () => {
    const counts = [40, 35, 3, 38].map((count, i) => figure('moves', `2019-20Q${i + 1}`, count, 500))
    const own = [...counts, figure('moves', '2019-20', 116, 500)]
    expect(said(own)).toEqual({ 'moves 2019-20Q3': 'small-count' })
  })
})

describe('figures that hang together', () => {
  test('a hidden count is hidden in what is taken of it', () => {
    const own = [figure('starts', '2019-20Q1', 5), figure('repeat', '2019-20Q1', 0, 5)]
    expect(said(own)).toEqual({ 'starts 2019-20Q1': 'small-count', 'repeat 2019-20Q1': 'small-whole' })
  })

  test('a share is hidden and the number that it is taken of is not', () => {
    const own = [figure('care', '2019-20Q1', 531), figure('foster', '2019-20Q1', 528, 531)]
    expect(said(own)).toEqual({ 'foster 2019-20Q1': 'small-rest' })
  })

  test('a share that gives the hidden one away is hidden with it', () => {
    const own = [
      figure('care', '2019-20Q1', 531),
      figure('foster', '2019-20Q1', 528, 531),
      figure('inhouse', '2019-20Q1', 400, 528),
    ]
    expect(said(own)).toEqual({ 'foster 2019-20Q1': 'small-rest', 'inhouse 2019-20Q1': 'gives-away' })
  })

  test('others that nobody sends must not be few', () => {
    const own = [
      figure('foster', '2019-20Q1', 359, 485),
      figure('inhouse', '2019-20Q1', 260, 359),
      figure('agency', '2019-20Q1', 96),
    ]
    expect(said(own)).toEqual({ 'agency 2019-20Q1': 'gives-away' })
  })

  test('stock before and after give away who left, unless one of the others is hidden', () => {
    const own = [
      figure('care', '2019-20Q1', 500),
      figure('care', '2019-20Q2', 508),
      figure('starts', '2019-20Q2', 12),
      figure('ends', '2019-20Q2', 4),
    ]
    expect(said(own)).toEqual({ 'ends 2019-20Q2': 'small-count', 'starts 2019-20Q2': 'gives-away' })
  })

  test('a month’s end is the end of its quarter', () => {
    const own = [figure('foster', '2019-06', 90, 93), figure('care', '2019-20Q1', 93)]
    const more = [figure('inhouse', '2019-20Q1', 50, 90)]
    expect(said([...own, ...more])).toEqual({
      'foster 2019-06': 'small-rest',
      'inhouse 2019-20Q1': 'gives-away',
    })
  })
})

describe('what was public before', () => {
  test('a figure that changed by a few is hidden: the difference is the children', () => {
    const earlier = [figure('care', '2019-20Q1', 520)]
    expect(said([figure('care', '2019-20Q1', 522)], { earlier })).toEqual({
      'care 2019-20Q1': 'small-revision',
    })
  })

  test.each([520, 526, 531])('a figure that went from 520 to %i is shown', (now) => {
    expect(said([figure('care', '2019-20Q1', now)], { earlier: [figure('care', '2019-20Q1', 520)] })).toEqual(
      {},
    )
  })

  test('each earlier version counts', () => {
    const earlier = [figure('care', '2019-20Q1', 505), figure('care', '2019-20Q1', 520)]
    expect(said([figure('care', '2019-20Q1', 508)], { earlier })).toHaveProperty('care 2019-20Q1')
  })

  test('a figure that changed by a few is hidden, also where the rest of the year tells it', () => {
    const earlier = year('starts', [40, 35, 30, 38])
    const published = [figure('starts', '2019-20', 143)]
    const { reasons, exposed } = protectionOf(all(year('starts', [42, 35, 30, 38]), { earlier, published }))
    expect([...reasons.values()]).toEqual(['small-revision'])
    expect(exposed).toContain(`own0 starts||${AREA}|2019-20Q1:count`)
  })

  test('another quarter is hidden in place of one that was shown', () => {
    const own = [...year('starts', [40, 35, 3, 38]), figure('starts', '2019-20', 116)]
    const earlier = [figure('starts', '2019-20Q2', 35)]
    expect(said(own, { earlier })).toEqual({
      'starts 2019-20Q3': 'small-count',
      'starts 2019-20Q4': 'gives-away',
    })
  })

  test('what is no longer sent is known all the same', () => {
    const own = [
      figure('starts', '2019-20', 116),
      ...year('starts', [40, 35]),
      figure('starts', '2019-20Q4', 38),
    ]
    const earlier = [figure('starts', '2019-20Q3', 3)]
    expect(protectionOf(all(own, { earlier })).reasons.size).toBe(0)
  })

  test('a number that was public and is hidden now is named, for nothing can hide it', () => {
    const earlier = [figure('agency', '2019-20Q1', 4)]
    expect(protectionOf(all([figure('agency', '2019-20Q1', 4)], { earlier })).exposed).toEqual([
      `own0 agency||${AREA}|2019-20Q1:count`,
    ])
  })
})

describe('sources that do not agree', () => {
  const own = [...year('care', [500, 510, 520]), figure('care', '2019-20Q4', 4)]

  test('a published number that differs from the council’s tells nothing of it', () => {
    const published = [figure('care', '2019-20', 9)]
    expect(protectionOf(all(own, { published })).exposed).toEqual([])
  })

  test('one that is the same is public whatever the council hides', () => {
    const published = [figure('care', '2019-20', 4)]
    expect(protectionOf(all(own, { published })).exposed).toEqual([`own0 care||${AREA}|2019-20Q4:count`])
  })
})

test('a restricted indicator is withheld, and staff are not', () => {
  const own = [figure('secret', '2019-20Q1', 500), figure('staff', '2019-20Q1', 3, 8)]
  expect(said(own)).toEqual({ 'secret 2019-20Q1': 'restricted' })
})

test('what the council sent as hidden is covered like what is hidden here', () => {
  const own = [
    figure('starts', '2019-20Q1', null),
    ...year('starts', [0, 35, 30, 38]).slice(1),
    figure('starts', '2019-20', 123),
  ]
  expect(said(own)).toEqual({ 'starts 2019-20Q1': 'sent-hidden', 'starts 2019-20Q3': 'gives-away' })
})

test('figures of two areas at a time are refused', () => {
  const elsewhere = { ...figure('care', '2019-20Q1', 100), area: 'E08000028' }
  expect(() => withheld(all([figure('care', '2019-20Q1', 100), elsewhere]))).toThrow(/one area/)
})
