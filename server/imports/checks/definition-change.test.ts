import { describe, expect, test } from 'vitest'
import type { Figure, PublishedFigure } from '../../domain/figure.ts'
import type { Context } from '../format.ts'
import { definitionChange } from './definition-change.ts'

const figure = (period: string, note: string | null): Figure => ({
  indicator: 'cla-rate',
  dimension: '',
  area: 'E06000009',
  period,
  value: 100,
  numerator: null,
  denominator: null,
  status: 'final',
  note,
  doubt: null,
})
const held = (period: string, note: string | null): PublishedFigure => ({
  ...figure(period, note),
  release: 1,
  publishedAt: '2020-01-01T00:00:00.000Z',
  source: { kind: 'return', title: 'Return' },
})

const said = (figures: Figure[], before: PublishedFigure[] = []) =>
  definitionChange
    .find(
      { indicator: 'cla-rate', dimension: '', area: 'E06000009', figures, held: before },
      {} as unknown as Context,
    )
    .map(({ period }) => period)

describe('a note that says that the way of counting changed', () => {
  test.each([
    'New recording system since January',
    'Case management system replaced in May',
    'The definition was revised by the department',
    'Method changed: counted by placement',
    'Thresholds are different from this quarter on',
    'Children with a short break are counted differently',
    'Now includes unborn children',
    'Not comparable with earlier quarters',
    'Break in series',
  ])('%s', (note) => {
    expect(said([figure('2020-21Q4', note)])).toEqual(['2020-21Q4'])
  })

  test.each([
    'Three children entered care in one family',
    'Checked with the team on 12 January',
    'Rates use the mid-2016 estimate of the population',
    'Children new to the justice system',
    'The number changed because a home closed',
    '[b] New recording system since January',
  ])('but not: %s', (note) => {
    expect(said([figure('2020-21Q4', note)])).toEqual([])
  })
})

describe('it asks once', () => {
  const note = 'New recording system since January'
  test('where an earlier period has the note, in the file or held, marked or not', () => {
    expect(said([figure('2020-21Q3', note), figure('2020-21Q4', note)])).toEqual(['2020-21Q3'])
    expect(said([figure('2020-21Q4', note)], [held('2020-21Q3', note)])).toEqual([])
    expect(said([figure('2020-21Q4', note)], [held('2020-21Q3', `[b] ${note}`)])).toEqual([])
    expect(said([figure('2020-21Q3', note)], [held('2020-21Q4', note)])).toEqual(['2020-21Q3'])
  })

  test('where the figure is held with the note already', () => {
    expect(said([figure('2020-21Q4', note)], [held('2020-21Q4', note)])).toEqual([])
    expect(said([figure('2020-21Q4', note)], [held('2020-21Q4', null)])).toEqual(['2020-21Q4'])
  })
})
