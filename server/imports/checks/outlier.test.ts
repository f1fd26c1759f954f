import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Figure, PublishedFigure } from '../../domain/figure.ts'
import { periodOf, stepPeriod } from '../../domain/period.ts'
import { loadReference } from '../../reference.ts'
import type { Context } from '../format.ts'
import { outlier } from './outlier.ts'

const reference = loadReference()
const context: Context = {
  fileName: 'return.csv',
  today: '2026-11-21',
  reference,
  period: null,
  population: () => undefined,
}

const figure = (given: Partial<Figure>): Figure => ({
  indicator: 'cla-ifa-count',
  dimension: '',
  area: 'E06000009',
  period: '2020-21Q4',
  value: 0,
  numerator: null,
  denominator: null,
  status: 'final',
  note: null,
  doubt: null,
  ...given,
})
const asHeld = (each: Figure): PublishedFigure => ({
  ...each,
  release: 1,
  publishedAt: '2020-01-01T00:00:00.000Z',
  source: { kind: 'return', title: 'Return' },
})

/** What is said of a value after quarters with these values. */
function say(value: number, before: readonly number[], given: Partial<Figure> = {}): string | undefined {
  const newest = figure({ ...given, value })
  const held = before.map((earlier, i) => {
    const period = stepPeriod(periodOf(newest.period), i - before.length).id
    return asHeld(figure({ ...given, value: earlier, period }))
  })
  const { indicator, dimension, area } = newest
  return outlier.find({ indicator, dimension, area, figures: [newest], held }, context)[0]?.message
}

const USUAL = [120, 126, 118, 123, 121, 127, 117, 124, 122, 125, 119, 123]

describe('what is far from the usual', () => {
  test.each([
    ['a new height', 190, USUAL, 'Highest in 13 quarters: 190 (was 117 to 127).'],
    ['a new depth', 60, USUAL, 'Lowest in 13 quarters: 60 (was 117 to 127).'],
    ['with eight periods', 190, USUAL.slice(0, 8), 'Highest in 9 quarters: 190 (was 117 to 127).'],
    ['after always the same', 190, USUAL.map(() => 120), 'Highest in 13 quarters: 190 (was always 120).'],
    [
      'a step much larger than any of a climbing series',
      240,
      USUAL.map((_, i) => 100 + 6 * i),
      'Highest in 13',
    ],
  ])('%s', (_what, value, before, message) => {
    expect(say(value, before)).toContain(message)
  })

  test.each([
    ['with seven periods', 190, USUAL.slice(0, 7)],
    ['inside the range', 117, USUAL],
    ['a little above it', 130, USUAL],
    ['every summer low', 80, [100, 81, 99, 101, 102, 79, 98, 103, 100, 80, 101, 99, 100].slice(0, 12)],
    ['a climbing series that climbs on', 172, USUAL.map((_, i) => 100 + 6 * i)],
    ['a height that was reached before', 190, [...USUAL.slice(1), 191]],
    ['few, who move by chance', 4, [1, 0, 2, 1, 1, 0, 1, 2, 1, 0, 1, 1]],
  ])('but not %s', (_what, value, before) => {
    expect(say(value, before)).toBeUndefined()
  })

  test('a share of few cases moves more than one of many', () => {
    const before = USUAL.map((value) => value / 4)
    const share = (denominator: number) =>
      say(38, before, { indicator: 'audit-good-pct', numerator: 0.38 * denominator, denominator })
    expect(share(40)).toBeUndefined()
    expect(share(4000)).toContain('Highest')
  })

  test('of numbers that do not fit each other only that is said', () => {
    const given = { indicator: 'cpp-repeat-pct', numerator: 30, denominator: 100 }
    expect(
      say(
        90,
        USUAL.map((value) => value / 4),
        given,
      ),
    ).toBeUndefined()
  })

  test('of a value in another unit, or a fraction, only that is said', () => {
    const shares = USUAL.map((value) => value / 4)
    expect(say(1220, USUAL)).toBeUndefined()
    expect(say(0.9, shares, { indicator: 'cpp-repeat-pct' })).toBeUndefined()
    expect(say(1.1, shares, { indicator: 'cpp-repeat-pct' })).toContain('Lowest')
  })
})

test('of the illustrative return, shocks and all, it speaks of one figure in eighty', () => {
  const path = new URL('../../../data/illustrative/blackpool-quarterly-returns.csv', import.meta.url)
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true })
  const figures = rows
    .filter((row) => !Number.isNaN(Number(row.value)))
    .map((row) =>
      figure({
        indicator: row.indicator_id ?? '',
        dimension: row.dimension ?? '',
        period: row.period ?? '',
        value: Number(row.value),
        numerator: row.numerator ? Number(row.numerator) : null,
        denominator: row.denominator ? Number(row.denominator) : null,
      }),
    )
  const series = Map.groupBy(figures, (each) => `${each.indicator} ${each.dimension}`)
  const said = [...series.values()].flatMap((own) =>
    own.flatMap((newest, i) => {
      const { indicator, dimension, area } = newest
      const held = own.slice(0, i).map(asHeld)
      return outlier.find({ indicator, dimension, area, figures: [newest], held }, context)
    }),
  )
  expect(said.length).toBeGreaterThan(0)
  expect(said.length / figures.length).toBeLessThan(1 / 80)
})
