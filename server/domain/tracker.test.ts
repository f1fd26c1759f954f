import { describe, expect, test } from 'vitest'
import { countRatings, overrunOf, statesBy, type TrackerRating } from './tracker.ts'

const ORDER: TrackerRating[] = ['Green', 'Amber', 'Red', 'Not yet due', 'Completed']

describe('how far a recommendation has run over its day', () => {
  test.each([
    ['Amber', '2016-05-31', '2017-04-27', 331],
    ['Amber', '2017-03-09', '2017-04-27', 49],
    ['Red', '2017-04-26', '2017-04-27', 1],
    ['Not yet due', '2017-04-30', '2017-05-02', 2],
  ] as const)('%s with a day of %s is late on %s, by %i days', (rag, targetOn, on, days) => {
    expect(overrunOf({ rag, targetOn }, on)).toEqual({ kind: 'late', days })
  })

  test('on the day itself nothing is late', () => {
    expect(overrunOf({ rag: 'Amber', targetOn: '2017-04-27' }, '2017-04-27')).toBeNull()
  })

  test('before its day nothing is late', () => {
    expect(overrunOf({ rag: 'Not yet due', targetOn: '2017-06-30' }, '2017-04-27')).toBeNull()
  })

  test('a target of words is never late', () => {
    expect(overrunOf({ rag: 'Amber', targetOn: null }, '2017-04-27')).toBeNull()
  })

  test('what is completed is not late, whenever its day was', () => {
    expect(overrunOf({ rag: 'Completed', targetOn: '2016-05-31' }, '2017-04-27')).toBeNull()
  })

  test('what is Green has passed its day, and is not counted as late', () => {
    expect(overrunOf({ rag: 'Green', targetOn: '2016-05-31' }, '2017-04-27')).toEqual({
      kind: 'passed',
      days: 331,
    })
  })
})

test('ratings are counted in their order, those that nobody has too', () => {
  const rows = [{ rag: 'Completed' }, { rag: 'Green' }, { rag: 'Completed' }] as const
  expect(countRatings(rows, ORDER)).toEqual([
    { rag: 'Green', count: 1 },
    { rag: 'Amber', count: 0 },
    { rag: 'Red', count: 0 },
    { rag: 'Not yet due', count: 0 },
    { rag: 'Completed', count: 2 },
  ])
})

describe('what the tracker said by a day', () => {
  const versions = ['2017-03-09 first', '2017-04-27 second', '2017-04-27 put right']
  const by = (on: string) => statesBy(versions, on, (version) => version.slice(0, 10))

  test.each([
    ['2017-04-26', ['2017-03-09 first']],
    ['2017-04-27', versions],
    ['2020-01-01', versions],
  ])('by %s it was %j', (on, known) => {
    expect(by(on)).toEqual(known)
  })

  test('before the first tracker that is held, the first is all that is known', () => {
    expect(by('2016-12-31')).toEqual(['2017-03-09 first'])
  })

  test('of nothing nothing is known', () => {
    expect(statesBy([], '2017-04-27', String)).toEqual([])
  })
})
