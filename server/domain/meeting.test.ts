import { describe, expect, test } from 'vitest'
import { lastHeld, type MeetingState, nextPlanned, stateOn, unheardOf } from './meeting.ts'

const DAY = '2018-05-04'
const at = (on: string, state: MeetingState) => ({ on, state })

test.each<[string, MeetingState, string, MeetingState]>([
  ['held before the day', 'held', '2018-05-03', 'held'],
  ['held on the day', 'held', DAY, 'held'],
  ['held after the day', 'held', '2018-05-05', 'planned'],
  ['planned for a day that has passed', 'planned', '2018-05-03', 'planned'],
  ['cancelled after the day', 'cancelled', '2018-05-05', 'cancelled'],
])('a meeting %s stands as it stood', (_name, state, on, then) => {
  expect(stateOn(at(on, state), DAY)).toBe(then)
})

describe('of several meetings', () => {
  const meetings = [
    at('2018-06-01', 'planned'),
    at('2018-03-01', 'held'),
    at('2018-04-01', 'held'),
    at('2018-05-10', 'held'),
    at('2018-04-20', 'cancelled'),
  ]

  test('the last held is the newest by the day', () => {
    expect(lastHeld(meetings, DAY)?.on).toBe('2018-04-01')
    expect(lastHeld(meetings, '2018-05-10')?.on).toBe('2018-05-10')
    expect(lastHeld(meetings, '2018-02-28')).toBeUndefined()
  })

  test('the next planned is the first from the day on', () => {
    expect(nextPlanned(meetings, DAY)?.on).toBe('2018-05-10')
    expect(nextPlanned(meetings, '2018-05-10')?.on).toBe('2018-06-01')
    expect(nextPlanned(meetings, '2018-06-01')?.on).toBe('2018-06-01')
    expect(nextPlanned(meetings, '2018-06-02')).toBeUndefined()
  })
})

test.each<[string, readonly ReturnType<typeof at>[], string | undefined]>([
  ['there is none', [], undefined],
  ['one planned for a day before', [at('2018-05-03', 'planned')], '2018-05-03'],
  ['one planned for the day itself', [at(DAY, 'planned')], undefined],
  ['the newest of several', [at('2018-05-03', 'planned'), at('2018-02-01', 'planned')], '2018-05-03'],
  ['a later one is planned', [at('2018-05-03', 'planned'), at('2018-06-01', 'planned')], undefined],
  ['one was held since', [at('2018-04-01', 'planned'), at('2018-05-01', 'held')], undefined],
  ['one was held before it', [at('2018-04-01', 'planned'), at('2018-03-01', 'held')], '2018-04-01'],
  ['it was cancelled', [at('2018-04-01', 'cancelled')], undefined],
])('a planned meeting of which nothing was heard, where %s', (_name, meetings, on) => {
  expect(unheardOf(meetings, DAY)?.on).toBe(on)
})
