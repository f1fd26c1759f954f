import { beforeAll, describe, expect, test } from 'vitest'
import type { ScorecardAnswer } from '../../server/contract/scorecard-answers.ts'
import { makeWorld, SANDWELL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const card = async (path: string) =>
  (await (await world.app.request(`/api/scorecards/${path}`)).json()) as ScorecardAnswer
const row = (answer: ScorecardAnswer, id: string) => answer.rows.find((each) => each.id === id)

test('the strategy’s measures, in the newest year, those that moved away from their aim first', async () => {
  const answer = await card('mtfs')
  expect(answer.by).toBe('financial-year')
  expect(answer.period?.id).toBe('2024-25')
  expect(answer.counts).toMatchObject({ indicators: 9, withFigure: 7, exceptions: 5, withDirection: 7 })
  expect(answer.headline).toBe(
    '5 of the 7 measures with a good direction moved away from it since the year before. 2 of 9 have no figure for this period.',
  )
  const order = answer.rows.map((each) => (each.exceptions.length > 0 ? 0 : each.missing === null ? 1 : 2))
  expect(order).toEqual([0, 0, 0, 0, 0, 1, 1, 2, 2])
})

describe('against approved targets', () => {
  test('the card says how many measures are on their path, and of how many', async () => {
    const { counts, targets } = await card('mtfs')
    expect(counts).toMatchObject({ approved: 9, onPath: 1, amber: 0, red: 6, noData: 2 })
    expect(targets).toBe(
      'Of 9 measures with an approved target 1 is on the path and 6 are off it; 2 have no data since the path began.',
    )
  })

  test('a figure is held against what its path asks for by its own day', async () => {
    const care = row(await card('mtfs'), 'cla-rate')
    expect(care?.target).toMatchObject({ id: 'mtfs-care', goalText: '124.5', dueLabel: '31 March 2026' })
    expect(care?.target?.rating).toMatchObject({
      state: 'red',
      words: 'Red: 184 is above the 141.7 asked for by its day, and above the amber limit of 148.8.',
      expected: { text: '141.7' },
    })
  })

  test('what has no figure is never green', async () => {
    const answer = await card('mtfs')
    expect(row(answer, 'savings-reinvested-pct')?.target?.rating.state).toBe('no-data')
    expect(row(answer, 'cla-ifa-count')?.target?.rating.state).toBe('no-data')
  })

  test('a target of children is held against their number, where the card shows the rate', async () => {
    const care = row(await card('mtfs?by=quarter&period=2016-17Q4'), 'cla-rate')
    expect(care?.target?.id).toBe('council-plan-care')
    expect(care?.target?.rating.words).toBe(
      'Red: 525 is above the 443 asked for by its day, and above the amber limit of 465.2.',
    )
  })

  test('a target counts from the day on that it was approved, until it ran out', async () => {
    expect(row(await card('mtfs?by=quarter&period=2016-17Q3'), 'cla-rate')?.target).toBeNull()
    expect(row(await card('mtfs?by=quarter&period=2020-21Q1'), 'cla-rate')?.target).toBeNull()
    expect((await card('mtfs?by=quarter&period=2020-21Q3')).targets).toBeNull()
  })

  test('another council is not held against it', async () => {
    expect((await card(`mtfs?area=${SANDWELL}`)).targets).toBeNull()
  })

  test('they are in the file too', async () => {
    const response = await world.app.request('/api/scorecards/mtfs.csv')
    const text = await response.text()
    expect(text).toContain('target,target_by_this_day,target_due,rating,rating_reason')
    expect(text).toMatch(/124\.5,141\.\d+,31 March 2026,red,"?Red: 184/)
  })
})

test('a row says what the figure is, of when, how old, made of what, and what became of it', async () => {
  const care = row(await card('mtfs'), 'cla-rate')
  expect(care?.point).toMatchObject({ text: '184', label: '31 March 2025' })
  expect(care?.age).toBe('19 months')
  expect(care?.countText).toBe('531 of 28,923 children aged 0 to 17')
  expect(care?.change?.words).toBe('up 2 (1.1%) from 182')
  expect(care?.comparators.map(({ label, text, date }) => [label, text, date])).toEqual([
    ['Similar councils', '124.5', '31 March 2025'],
    ['England', '67', '31 March 2025'],
  ])
  expect(care?.exceptions).toEqual([{ rule: 'previous', words: 'Up 2 (1.1%) from 182 on the year before' }])
})

test('the two parts of a ratio are told apart, being of different things', async () => {
  const caseload = row(await card('workforce?period=2024-09-30'), 'sw-caseload')
  expect(caseload?.countText).toBe(
    '1,603 cases held, 106.5 full-time-equivalent case-holders, agency included',
  )
})

test('a row without a figure says why, and where there is one', async () => {
  const answer = await card('mtfs')
  expect(row(answer, 'cla-ifa-count')?.missing).toBe(
    'Reported by quarter only: the newest figure is of 31 December 2020 (Quarter 3 2020/21).',
  )
  expect(row(answer, 'savings-reinvested-pct')?.missing).toBe('No figures are held for Blackpool.')
})

describe('a quarter', () => {
  test('is set against the quarter before and the same quarter last year', async () => {
    const answer = await card('mtfs?by=quarter&period=2019-20Q4')
    const care = row(answer, 'cla-rate')
    expect(care?.change?.against).toBe('31 December 2019 (Quarter 3 2019/20)')
    expect(care?.yearChange?.against).toBe('31 March 2019 (Quarter 4 2018/19)')
    expect(care?.exceptions.map((exception) => exception.rule)).toEqual(['previous', 'year-before'])
  })

  test('that is hidden has no change to tell', async () => {
    const answer = await card('child-protection?by=quarter&period=2017-18Q1')
    expect(row(answer, 'cpp-reviews-pct')).toMatchObject({
      point: { value: null, missing: 'suppressed' },
      change: { movement: null, words: 'no change can be told without this figure' },
    })
  })

  test('is set beside benchmarks of its time, and the trend ends with it', async () => {
    const care = row(await card('mtfs?by=quarter&period=2018-19Q2'), 'cla-rate')
    expect(care?.comparators[0]?.date).toBe('31 March 2018')
    expect(care?.sparkline.at(-1)?.end).toBe('2018-09-30')
  })

  test('before there are four, a flow is shown for the quarter alone', async () => {
    const referrals = row(await card('mtfs?by=quarter&period=2016-17Q2'), 'referrals-rate')
    expect(referrals?.point?.label).toBe('July to September 2016 (Quarter 2 2016/17)')
    expect(referrals?.point?.value).not.toBeNull()
  })
})

test('another council has its own figures, and no direction from a strategy that is not its own', async () => {
  const answer = await card(`mtfs?area=${SANDWELL}`)
  expect(row(answer, 'cla-rate')?.point?.text).toBe('92')
  expect(answer.counts.withDirection).toBe(0)
  expect(answer.headline).toBe(
    'None of these measures has a good direction. 2 of 9 have no figure for this period.',
  )
})

test('the workforce goes by the day of its census', async () => {
  const answer = await card('workforce?by=financial-year')
  expect(answer.period).toMatchObject({ id: '2025-09-30', label: '30 September 2025' })
  expect(row(answer, 'sw-caseload')?.point?.text).toBe('16.8')
})

test('as at a day it holds what was known then', async () => {
  const answer = await card('mtfs?asAt=2017-04-27')
  expect(answer.by).toBe('quarter')
  expect(answer.period?.id).toBe('2016-17Q3')
})
