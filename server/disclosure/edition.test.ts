import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { identitySchema } from '../contract/identities.ts'
import { cellsOf } from '../domain/disclosure/cells.ts'
import { countsPeople, hasBase } from '../domain/disclosure/counted.ts'
import { identitiesOf } from '../domain/disclosure/identities.ts'
import { type CellName, figureKey } from '../domain/disclosure/identity.ts'
import { withheld } from '../domain/disclosure/withheld.ts'
import type { Figure } from '../domain/figure.ts'
import { loadReference, readCsv } from '../reference.ts'
import { leaksOf } from './solve.ts'
import { publicView } from './view.ts'

/** The shipped identities and the shipped return, made public and solved. */

const reference = loadReference()
const { indicator } = reference
const rules = readCsv('identities.csv', identitySchema)

const number = (cell: string | undefined) => (cell ? Number(cell) : null)
const file = new URL('../../data/illustrative/blackpool-quarterly-returns.csv', import.meta.url)
const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
const returned = rows.map(
  (row): Figure => ({
    indicator: row.indicator_id ?? '',
    area: row.area_code ?? '',
    dimension: row.dimension ?? '',
    period: row.period ?? '',
    value: row.value === 'c' ? 'suppressed' : Number(row.value),
    numerator: number(row.numerator),
    denominator: number(row.denominator),
    status: 'illustrative',
    note: null,
    doubt: null,
  }),
)

/** The same council with a tenth of the children, where small numbers are everywhere. */
const tenth = returned.map((figure): Figure => {
  const { numerator, denominator } = figure
  if (numerator === null) return figure
  const [count, whole] = [
    Math.round(numerator / 10),
    denominator === null ? null : Math.round(denominator / 10),
  ]
  return { ...figure, numerator: count, denominator: whole, value: whole === null ? count : 50 }
})

const madePublic = (own: readonly Figure[], hidden: (key: string) => boolean) =>
  own.map(
    (figure): Figure =>
      hidden(figureKey(figure))
        ? { ...figure, value: 'suppressed', numerator: null, denominator: null }
        : figure,
  )

const solve = (own: readonly Figure[]) =>
  leaksOf(publicView({ own, published: [], earlier: [], rules, indicator }))

describe('data/identities.csv', () => {
  const names = rules.flatMap(({ whole, plus, minus }) => [whole, ...plus, ...minus])
  const isKnown = ({ indicator: id, dimension, part }: CellName) => {
    const found = indicator(id)
    if (!found) return false
    const counts = countsPeople(found, dimension) || found.derived !== undefined
    const breakdown = dimension === '' || found.dimensions.some((each) => each.id === dimension)
    return counts && breakdown && (part === 'count' || hasBase(found))
  }

  test('names indicators, breakdowns and bases that the catalogue has, and that count people', () => {
    expect(names.filter((name) => !isKnown(name))).toEqual([])
  })

  test('has each difference that the catalogue derives', () => {
    const derived = reference.indicators.flatMap(({ id, derived }) =>
      derived ? [[id, derived.plus, derived.minus]] : [],
    )
    const parts = rules
      .filter(({ rule }) => rule === 'parts')
      .map(({ whole, plus, minus }) => [whole, ...plus, ...minus].map((name) => name.indicator))
    expect(parts).toEqual(derived)
  })
})

describe('the illustrative return', () => {
  const cells = returned.flatMap((figure) => {
    const about = indicator(figure.indicator)
    return about && figure.value !== 'suppressed' ? cellsOf(figure, about, 'own') : []
  })
  const value = new Map(cells.map((cell) => [cell.key, cell.value]))
  const { identities } = identitiesOf(cells, rules, indicator)
  const off = identities
    .filter(({ terms }) => terms.every(({ cell }) => value.has(cell)))
    .map(({ terms, exact }) => ({
      exact,
      by: terms.reduce((sum, { cell, coefficient }) => sum + coefficient * (value.get(cell) ?? 0), 0),
    }))

  test('keeps every identity that holds by definition', () => {
    const exact = off.filter((each) => each.exact)
    expect(exact.length).toBeGreaterThan(300)
    expect(exact.filter(({ by }) => by !== 0)).toEqual([])
  })

  test('is off by no more than two children where stocks and flows only nearly agree', () => {
    const nearly = off.filter((each) => !each.exact).map(({ by }) => Math.abs(by))
    expect(nearly).toHaveLength(36)
    expect(Math.max(...nearly)).toBeLessThanOrEqual(2)
  })

  test('has nothing to withhold but what it hides itself', () => {
    const reasons = withheld({ own: returned, published: [], earlier: [], rules, indicator })
    expect(new Set(reasons.values())).toEqual(new Set(['sent-hidden']))
    expect(reasons.size).toBe(9)
  })
})

describe('a tenth of it', () => {
  let reasons: ReturnType<typeof withheld>
  beforeAll(() => {
    reasons = withheld({ own: tenth, published: [], earlier: [], rules, indicator })
  })

  test('has small numbers, and numbers that give them away', () => {
    expect(new Set(reasons.values())).toEqual(
      new Set(['sent-hidden', 'small-count', 'small-rest', 'small-whole', 'gives-away']),
    )
  })

  test('can’t be solved as it is made public', () => {
    expect(solve(madePublic(tenth, (key) => reasons.has(key)))).toEqual([])
  })

  test('is solved where only small numbers themselves are hidden', () => {
    const primary = new Set([...reasons].flatMap(([key, reason]) => (reason === 'gives-away' ? [] : [key])))
    const leaks = solve(madePublic(tenth, (key) => primary.has(key)))
    expect(leaks.length).toBeGreaterThan(0)
    expect(leaks[0]?.how).toMatch(/less/)
  })

  test('tells all of them where nothing is hidden', () => {
    const small = [...reasons].filter(([, reason]) => reason === 'small-count')
    expect(solve(tenth).length).toBeGreaterThanOrEqual(small.length)
  })
})
