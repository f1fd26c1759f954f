import { describe, expect, test } from 'vitest'
import type { Identity } from './identity.ts'
import { protect } from './secondary.ts'
import type { Cell } from './table.ts'

const cell = (key: string, value: number, more: Partial<Cell> = {}): Cell => ({
  key,
  figure: key,
  value,
  fixed: false,
  least: 0,
  most: Number.POSITIVE_INFINITY,
  sensitive: value >= 1 && value <= 5,
  usefulness: 0,
  ...more,
})

const sum = (total: string, parts: string[]): Identity => ({
  terms: [{ cell: total, coefficient: 1 }, ...parts.map((part) => ({ cell: part, coefficient: -1 }))],
  same: false,
  exact: true,
  says: 'parts make the total',
})

const twins = (a: string, b: string): Identity => ({ ...sum(a, [b]), same: true })

const hiddenIn = (cells: Cell[], identities: Identity[], hidden: string[] = []) =>
  [...new Set([...hidden, ...protect(cells, identities, new Set(hidden)).added.keys()])].sort()

const LENGTHS = ['a', 'b', 'c', 'd', 'e']

describe('plans by how long they have been open: 180 = 55 + 40 + 65 + 18 + 2', () => {
  const [a, b, c, d, e] = [55, 40, 65, 18, 2].map((value, i) => cell(LENGTHS[i] ?? '', value))
  const bands = [a, b, c, d, e].flatMap((each) => each ?? [])

  test('the 18 is hidden with the 2', () => {
    expect(hiddenIn([...bands, cell('all', 180)], [sum('all', LENGTHS)])).toEqual(['d', 'e'])
  })

  test('each names the number that it protects', () => {
    const { added } = protect([...bands, cell('all', 180)], [sum('all', LENGTHS)], new Set())
    expect(added.get('d')).toBe('e')
  })

  test('a total that is hidden itself needs no other part', () => {
    expect(hiddenIn([...bands, cell('all', 180)], [sum('all', LENGTHS)], ['all'])).toEqual(['all', 'e'])
  })

  test('without the total nothing follows from the parts', () => {
    expect(hiddenIn(bands, [sum('all', LENGTHS)])).toEqual(['e'])
  })

  test('the same bands are hidden for boys and girls, who add up to them', () => {
    const girls = [25, 20, 35, 8, 0].map((value, i) => cell(`girls ${LENGTHS[i]}`, value))
    const boys = [30, 20, 30, 10, 2].map((value, i) => cell(`boys ${LENGTHS[i]}`, value))
    const totals = [cell('all', 180), cell('girls', 88), cell('boys', 92)]
    const rows = [
      sum('all', LENGTHS),
      sum('girls', ['girls a', 'girls b', 'girls c', 'girls d', 'girls e']),
      sum('boys', ['boys a', 'boys b', 'boys c', 'boys d', 'boys e']),
      ...LENGTHS.map((each) => sum(each, [`girls ${each}`, `boys ${each}`])),
    ]
    expect(hiddenIn([...bands, ...girls, ...boys, ...totals], rows)).toEqual(['boys d', 'boys e', 'd', 'e'])
  })
})

describe('which is hidden besides', () => {
  test('nothing, where there is nothing small', () => {
    expect(hiddenIn([cell('x', 20), cell('y', 30), cell('all', 50)], [sum('all', ['x', 'y'])])).toEqual([])
  })

  test('the smallest that is not nothing', () => {
    const cells = [cell('nil', 0), cell('seven', 7), cell('nine', 9), cell('two', 2), cell('all', 18)]
    expect(hiddenIn(cells, [sum('all', ['nil', 'seven', 'nine', 'two'])])).toEqual(['seven', 'two'])
  })

  test('nothing is hidden only where there is no other number', () => {
    const [twenty, nil] = [cell('twenty', 20), cell('nil', 0)]
    const cells = [twenty, nil, cell('nine', 9), cell('all', 29)]
    expect(hiddenIn(cells, [sum('all', ['twenty', 'nil', 'nine'])], ['twenty'])).toEqual(['nine', 'twenty'])
    const fixed = [twenty, nil, cell('all', 20, { fixed: true })]
    expect(hiddenIn(fixed, [sum('all', ['twenty', 'nil'])], ['twenty'])).toEqual(['nil', 'twenty'])
  })

  test.each([
    [117, []],
    [118, ['nine']],
  ])(
    'another, where a total that is known to lie from %i to 122 leaves fewer than six numbers',
    (least, more) => {
      const total = cell('all', 120, { figure: null, least, most: 122 })
      const cells = [cell('twenty', 20), cell('nine', 9), cell('much', 91), total]
      const row = sum('all', ['twenty', 'nine', 'much'])
      expect(hiddenIn(cells, [row], ['twenty'])).toEqual([...more, 'twenty'])
    },
  )

  test('of two alike the less useful', () => {
    const cells = [
      cell('earlier', 9, { usefulness: 1 }),
      cell('a later', 9, { usefulness: 2 }),
      cell('two', 2),
    ]
    const rows = [sum('all', ['earlier', 'a later', 'two'])]
    expect(hiddenIn([...cells, cell('all', 20)], rows)).toEqual(['earlier', 'two'])
  })

  test('a third, where two small ones leave no number above five', () => {
    const cells = [cell('two', 2), cell('three', 3), cell('eight', 8), cell('forty', 40), cell('all', 53)]
    expect(hiddenIn(cells, [sum('all', ['two', 'three', 'eight', 'forty'])])).toEqual([
      'eight',
      'three',
      'two',
    ])
  })

  test('what has been public already is left as it is', () => {
    const cells = [cell('two', 2), cell('seven', 7, { fixed: true }), cell('nine', 9), cell('all', 18)]
    expect(hiddenIn(cells, [sum('all', ['two', 'seven', 'nine'])])).toEqual(['nine', 'two'])
  })

  test('all the numbers of a figure go together, and what they give away is covered in turn', () => {
    const cells = [
      cell('two', 2),
      cell('nine', 9, { figure: 'share' }),
      cell('of', 30, { figure: 'share' }),
      cell('all', 11),
      cell('of another', 40),
      cell('of all', 70),
    ]
    const rows = [sum('all', ['two', 'nine']), sum('of all', ['of', 'of another'])]
    expect(hiddenIn(cells, rows)).toEqual(['of another', 'share', 'two'])
  })

  test('a number that two figures print is hidden in both', () => {
    const cells = [
      cell('count', 3, { figure: 'rate' }),
      cell('whole', 3, { figure: 'share', sensitive: false }),
    ]
    expect(hiddenIn(cells, [twins('count', 'whole')])).toEqual(['rate', 'share'])
  })

  test('a base that is shown elsewhere is not hidden for being in a hidden share', () => {
    const cells = [
      cell('count', 3, { figure: 'share' }),
      cell('whole', 361, { figure: 'share' }),
      cell('rest', 358, { figure: 'share' }),
      cell('plans', 361),
    ]
    const rows = [sum('whole', ['count', 'rest']), twins('plans', 'whole')]
    expect(hiddenIn(cells, rows)).toEqual(['share'])
  })

  test('a small number that no figure prints is covered like any other', () => {
    const cells = [
      cell('in house', 95),
      cell('agency', 42),
      cell('all', 140),
      cell('others', 3, { figure: null }),
    ]
    expect(hiddenIn(cells, [sum('all', ['in house', 'agency', 'others'])])).toEqual(['agency'])
  })

  test('three pairs that give each other away together take a fourth number', () => {
    const cells = [cell('a', 20), cell('b', 30), cell('c', 4), cell('ab', 50), cell('bc', 34), cell('ac', 24)]
    const rows = [sum('ab', ['a', 'b']), sum('bc', ['b', 'c']), sum('ac', ['a', 'c'])]
    expect(hiddenIn(cells, rows, ['a', 'b'])).toEqual(['a', 'ac', 'b', 'c'])
  })
})

test('what turned out not to be needed is shown again', () => {
  const table = { aa: 8, ab: 3, 'a all': 11, ba: 0, bb: 8, 'b all': 8, 'all a': 8, 'all b': 11 }
  const rows = [
    sum('a all', ['aa', 'ab']),
    sum('b all', ['ba', 'bb']),
    sum('all a', ['aa', 'ba']),
    sum('all b', ['ab', 'bb']),
  ]
  const cells = Object.entries(table).map(([key, value]) => cell(key, value))
  // On the way the 11 of the first row was hidden, before the rows and columns around it were.
  expect(hiddenIn(cells, rows)).toEqual(['aa', 'ab', 'all a', 'b all', 'bb'])
})

describe('what nothing can protect', () => {
  const row = [sum('all', ['three', 'nine'])]
  const cells = [cell('three', 3), cell('nine', 9, { fixed: true }), cell('all', 12, { fixed: true })]

  test('is named', () => {
    expect(protect(cells, row, new Set()).exposed).toEqual(['three'])
  })

  test('is hidden all the same', () => {
    expect(hiddenIn(cells, row)).toEqual(['three'])
  })

  test('a small number that was public before is named too', () => {
    expect(protect([cell('four', 4, { fixed: true })], [], new Set()).exposed).toEqual(['four'])
  })
})
