import { describe, expect, test } from 'vitest'
import type { Identity } from '../domain/disclosure/identity.ts'
import { leaksOf } from './solve.ts'
import type { SeenCell } from './view.ts'

const shown = (cell: string, number: number): SeenCell => ({ cell, as: 'shown', least: number, most: number })
const known = (cell: string, number: number): SeenCell => ({ ...shown(cell, number), as: 'public' })
const open = (cell: string): SeenCell => ({ cell, as: 'hidden', least: 0, most: Number.POSITIVE_INFINITY })
const rest = (cell: string): SeenCell => ({ ...open(cell), as: 'remainder' })
const sum = (total: string, parts: string[], more: Partial<Identity> = {}): Identity => ({
  terms: [{ cell: total, coefficient: 1 }, ...parts.map((part) => ({ cell: part, coefficient: -1 }))],
  same: false,
  exact: true,
  says: 'bands make all plans',
  ...more,
})
const found = (cells: SeenCell[], identities: Identity[]) =>
  leaksOf({ cells, identities }).map(({ cell, least, most }) => [cell, least, most])

describe('plans by how long they have been open: 180 = 55 + 40 + 65 + 18 + 2', () => {
  const bands = [shown('all', 180), shown('a', 55), shown('b', 40), shown('c', 65)]
  const byLength = [sum('all', ['a', 'b', 'c', 'd', 'e'])]

  test('the 2 alone can be worked out, and the solver says how', () => {
    expect(leaksOf({ cells: [...bands, shown('d', 18), open('e')], identities: byLength })).toEqual([
      { cell: 'e', least: 2, most: 2, how: '180 less 55, 40, 65 and 18 (bands make all plans)' },
    ])
  })

  test('of two that make 20 neither can', () => {
    expect(found([...bands, open('d'), open('e')], byLength)).toEqual([])
  })

  test('a small number that is shown needs no working out', () => {
    expect(found([shown('e', 2)], [])).toEqual([['e', 2, 2]])
  })
})

describe('two hidden numbers', () => {
  const all = (total: number) => [known('all', total), open('x'), open('y')]
  test.each([
    [5, 2],
    [6, 0],
    [20, 0],
  ])('that make %i are %i leaks', (total, leaks) => {
    expect(found(all(total), [sum('all', ['x', 'y'])])).toHaveLength(leaks)
  })

  test('that make 4 are told with what they share', () => {
    const [leak] = leaksOf({ cells: all(4), identities: [sum('all', ['x', 'y'])] })
    expect(leak).toEqual({
      cell: 'x',
      least: 0,
      most: 4,
      how: '4 less a hidden number (bands make all plans)',
    })
  })
})

test('numbers are worked out one from the other', () => {
  const rows = [sum('all', ['x', 'y']), sum('y', ['z', 'w'])]
  const cells = [shown('all', 30), shown('x', 18), open('y'), open('z'), shown('w', 9)]
  expect(found(cells, rows)).toEqual([
    ['y', 12, 12],
    ['z', 3, 3],
  ])
})

test('three pairs give each other away together, though none does alone', () => {
  const cells = [open('a'), open('b'), open('c'), shown('ab', 50), shown('bc', 34), shown('ac', 24)]
  const leaks = leaksOf({
    cells,
    identities: [sum('ab', ['a', 'b']), sum('bc', ['b', 'c']), sum('ac', ['a', 'c'])],
  })
  expect(leaks.map(({ cell, least, most }) => [cell, least, most])).toEqual([
    ['a', 20, 20],
    ['b', 30, 30],
    ['c', 4, 4],
  ])
  expect(leaks[2]?.how).toContain('together with')
})

test('of many that only give a number away together the first are told, and how many more', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const pairs = names.map((name, i) => [name, names[(i + 1) % names.length] ?? ''] as const)
  const [leak] = leaksOf({
    cells: [...names.map((name) => open(name)), ...pairs.map(([one, other]) => shown(one + other, 60))],
    identities: pairs.map(([one, other]) => sum(one + other, [one, other])),
  })
  expect(leak).toMatchObject({ cell: 'a', least: 30, most: 30 })
  expect(leak?.how.split('; together with ')).toHaveLength(6)
  expect(leak?.how).toMatch(/together with 2 more$/)
})

test('whole numbers leave fewer values than a scale would', () => {
  // Twice one number and three times another make 13: 2 and 3 or 5 and 1.
  const terms = [
    { cell: 'x', coefficient: 2 },
    { cell: 'y', coefficient: 3 },
  ]
  const cells = [open('x'), open('y')]
  expect(found(cells, [{ ...sum('x', []), terms, total: 13 }])).toEqual([
    ['x', 2, 5],
    ['y', 1, 3],
  ])
})

describe('a number that no figure prints', () => {
  const cells = (inHouse: number) => [shown('all', 140), shown('in house', inHouse), shown('agency', 42)]
  const row = [sum('all', ['in house', 'agency', 'others'])]

  test.each([
    [95, [['others', 3, 3]]],
    [98, []],
    [60, []],
  ])('of 140 with 42 and %i', (inHouse, leaks) => {
    expect(found([...cells(inHouse), rest('others')], row)).toEqual(leaks)
  })

  test('a revision of a few children, up or down', () => {
    const revision = { ...rest('revision'), least: Number.NEGATIVE_INFINITY }
    expect(
      found([shown('now', 518), shown('before', 520), revision], [sum('now', ['before', 'revision'])]),
    ).toEqual([['revision', -2, -2]])
  })
})

test('a published rate leaves a few numbers, which is too few', () => {
  const year: SeenCell = { cell: 'year', as: 'public', least: 115, most: 117 }
  const cells = [year, shown('q1', 40), shown('q2', 35), open('q3'), shown('q4', 38)]
  expect(found(cells, [sum('year', ['q1', 'q2', 'q3', 'q4'])])).toEqual([['q3', 2, 4]])
})

test('a number that another figure shows is not hidden', () => {
  const cells = [shown('plans', 361), open('whole'), open('count'), open('rest')]
  const twins = sum('plans', ['whole'], { same: true })
  expect(found(cells, [twins, sum('whole', ['count', 'rest'])])).toEqual([])
})

test('two hidden numbers that are one number are worked out from either', () => {
  const cells = [open('x'), open('y'), shown('all', 50), shown('z', 47)]
  expect(found(cells, [sum('x', ['y'], { same: true }), sum('all', ['x', 'z'])])).toEqual([
    ['x', 3, 3],
    ['y', 3, 3],
  ])
})

describe('what is shown can’t all be true', () => {
  test('an equation that can’t be true tells nothing', () => {
    expect(found([shown('all', 40), shown('x', 45), open('y')], [sum('all', ['x', 'y'])])).toEqual([])
  })

  test('the others are tried one by one', () => {
    const cells = [known('all', 4), open('x'), open('y'), shown('more', 90)]
    const rows = [sum('all', ['x', 'y']), { ...sum('more', ['x', 'y']), says: 'another source' }]
    expect(found(cells, rows)).toEqual([
      ['x', 0, 4],
      ['y', 0, 4],
    ])
  })
})

test('an equation with a cell that nobody sees is left out', () => {
  expect(found([shown('all', 40), open('x')], [sum('all', ['x', 'elsewhere'])])).toEqual([])
})
