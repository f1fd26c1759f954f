import { describe, expect, test } from 'vitest'
import type { CountedIndicator } from './counted.ts'
import type { HeldCell } from './held-cells.ts'
import { identitiesOf } from './identities.ts'
import { type IdentityRule, type Part, parseCellName } from './identity.ts'

const FLOW: CountedIndicator = {
  id: 'flow',
  theme: 'children-in-care',
  kind: 'rolling-year',
  unit: 'percent',
  decimals: 1,
  denominatorKind: 'counted',
  restricted: false,
}
const KNOWN: Record<string, CountedIndicator> = {
  flow: FLOW,
  stock: { ...FLOW, kind: 'snapshot' },
  moves: { ...FLOW, denominatorKind: 'stock' },
}

/** `flow 2019-20Q1:count`; after a word, of another origin. */
function cell(text: string, origin: HeldCell['origin'] = 'own'): HeldCell {
  const [indicator = '', rest = ''] = text.split(' ')
  const [period = '', part] = rest.split(':')
  const key = origin === 'own' ? text : `${origin} ${text}`
  return {
    key,
    indicator,
    dimension: '',
    period,
    part: part as Part,
    origin,
    figure: `${indicator} ${period}`,
  }
}

const linked = (cells: HeldCell[], rules: IdentityRule[] = []) =>
  identitiesOf(cells, rules, (id) => KNOWN[id])

/** Identities as sums: `a = b + c`. */
const sums = (cells: HeldCell[], rules: IdentityRule[] = []) =>
  linked(cells, rules).identities.map(({ terms }) => {
    const side = (sign: number) =>
      terms.filter(({ coefficient }) => coefficient === sign).map((term) => term.cell)
    return `${side(1).join(' + ')} = ${side(-1).join(' + ')}`
  })

const rule = (kind: IdentityRule['rule'], whole: string, plus: string[], minus: string[] = []) => {
  const name = (text: string) =>
    parseCellName(text) ?? { indicator: text, dimension: '', part: 'count' as const }
  return {
    rule: kind,
    whole: name(whole),
    plus: plus.map(name),
    minus: minus.map(name),
    exact: true,
    says: '',
  }
}

test('those counted and the rest make the whole', () => {
  const cells = ['flow 2019-20Q1:count', 'flow 2019-20Q1:whole', 'flow 2019-20Q1:rest'].map((each) =>
    cell(each),
  )
  expect(sums(cells)).toEqual(['flow 2019-20Q1:whole = flow 2019-20Q1:count + flow 2019-20Q1:rest'])
})

describe('times that are one', () => {
  test('a stock at the end of March is that of the quarter and of the year', () => {
    const cells = ['stock 2019-20Q4:count', 'stock 2020-03:count', 'stock 2020-03-31:count'].map((each) =>
      cell(each),
    )
    expect(sums([...cells, cell('stock 2019-20:count', 'published')])).toEqual([
      'stock 2019-20Q4:count = stock 2020-03:count',
      'stock 2019-20Q4:count = stock 2020-03-31:count',
      'stock 2019-20Q4:count = published stock 2019-20:count',
    ])
  })

  test('what happened in March is not what happened in the quarter', () => {
    expect(linked([cell('flow 2019-20Q4:count'), cell('flow 2020-03:count')]).identities).toHaveLength(1)
    expect(sums([cell('flow 2019-20Q4:count'), cell('flow 2020-03:count')])[0]).toContain('not sent')
  })

  test('the children that moves are a share of are a stock', () => {
    expect(sums([cell('moves 2019-20Q4:whole'), cell('moves 2019-20:whole')])).toEqual([
      'moves 2019-20Q4:whole = moves 2019-20:whole',
    ])
  })
})

describe('parts of a year', () => {
  const quarters = [1, 2, 3, 4].map((each) => cell(`flow 2019-20Q${each}:count`))

  test('four quarters', () => {
    expect(sums([cell('flow 2019-20:count'), ...quarters])).toEqual([
      'flow 2019-20:count = flow 2019-20Q1:count + flow 2019-20Q2:count + flow 2019-20Q3:count + flow 2019-20Q4:count',
    ])
  })

  test('what the others leave for one that is not sent', () => {
    const { identities, remainders } = linked([cell('flow 2019-20:count'), ...quarters.slice(1)])
    expect(remainders).toEqual([{ key: 'not sent of flow 2019-20:count, of 4', kind: 'part' }])
    expect(identities[0]?.terms).toHaveLength(5)
  })

  test('quarters of a published year need not add up exactly', () => {
    const [identity] = linked([cell('flow 2019-20:count', 'published'), ...quarters]).identities
    expect(identity?.exact).toBe(false)
  })

  test('stocks do not add up', () => {
    const stocks = [1, 2, 3].map((each) => cell(`stock 2019-20Q${each}:count`))
    expect(sums([cell('stock 2019-20:count'), ...stocks])).toEqual([])
  })

  test('nor what looks back over a year', () => {
    const looksBack = [rule('looks-back', 'flow:count', [])]
    expect(sums([cell('flow 2019-20:count'), ...quarters], looksBack)).toEqual([])
  })
})

describe('rules', () => {
  const [count, whole] = [cell('stock 2019-20Q1:count'), cell('flow 2019-20Q1:whole')]

  test('one number in two figures', () => {
    const [identity] = linked([count, whole], [rule('same', 'stock:count', ['flow:whole'])]).identities
    expect(identity?.same).toBe(true)
  })

  test('parts, with what nobody sends', () => {
    const { identities, remainders } = linked([count, whole], [rule('within', 'stock:count', ['flow:whole'])])
    expect(remainders).toEqual([{ key: 'others of stock 2019-20Q1:count, flow:whole', kind: 'part' }])
    expect(identities).toHaveLength(1)
  })

  test('all the parts, only where all are held', () => {
    const parts = [rule('parts', 'stock:count', ['flow:whole', 'moves:count'])]
    expect(sums([count, whole], parts)).toEqual([])
    expect(sums([count, whole, cell('moves 2019-20Q1:count')], parts)).toEqual([
      'stock 2019-20Q1:count = flow 2019-20Q1:whole + moves 2019-20Q1:count',
    ])
  })

  test('a balance runs from the period before', () => {
    const balance = [rule('balance', 'stock:count', ['flow:count'], ['moves:count'])]
    const now = ['stock 2019-20Q2:count', 'flow 2019-20Q2:count', 'moves 2019-20Q2:count'].map((each) =>
      cell(each),
    )
    expect(sums(now, balance)).toEqual([])
    expect(sums([count, ...now], balance)).toEqual([
      'stock 2019-20Q2:count + moves 2019-20Q2:count = flow 2019-20Q2:count + stock 2019-20Q1:count',
    ])
  })
})

test('a figure is bound to what it was before by its revision', () => {
  const { identities, remainders } = linked([
    cell('stock 2019-20Q1:count'),
    cell('stock 2019-20Q1:count', 'earlier'),
  ])
  expect(remainders).toEqual([{ key: 'revision of earlier stock 2019-20Q1:count', kind: 'revision' }])
  expect(identities).toHaveLength(1)
})

test.each([
  ['cla-rate:count', { indicator: 'cla-rate', dimension: '', part: 'count' }],
  [
    'contact-conversion-pct/police:whole',
    { indicator: 'contact-conversion-pct', dimension: 'police', part: 'whole' },
  ],
  ['cla-rate', undefined],
  ['cla-rate:value', undefined],
])('the cell %s', (text, name) => {
  expect(parseCellName(text)).toEqual(name)
})
