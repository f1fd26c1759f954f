import { describe, expect, test } from 'vitest'
import type { Movement } from './change.ts'
import { claimsIn, type FigureStanding, movedOf, toneInWords } from './commentary-tone.ts'

const said = (text: string) => claimsIn(text).map((each) => each.said)

describe('claims are read as officers write them', () => {
  test.each<[text: string, claim: string]>([
    ['We are on track.', 'on track'],
    ['The service is on target for the year end.', 'on target'],
    ['It continues to be on track.', 'on track'],
    ['We are ahead of our plan.', 'ahead of our plan'],
    ['The council met its target.', 'met its target'],
    ['The target has been met.', 'target has been met'],
    ['This is a strong performance.', 'strong performance'],
    ['Performance remains good.', 'Performance remains good'],
    ['The results are very encouraging.', 'results are very encouraging'],
    ['It is pleasing that so many came home.', 'pleasing'],
    ['We are pleased to report a quiet quarter.', 'pleased to report'],
    ['Timeliness improved since the summer.', 'improved'],
    ['The position has improved.', 'improved'],
    ['The figure is improving.', 'is improving'],
    ['There was a steady improvement in every team.', 'steady improvement'],
    ['Good progress was made.', 'Good progress'],
    ['It is better than last year.', 'is better'],
    ['It got better every month.', 'got better'],
    ['Numbers move in the right direction.', 'in the right direction'],
    ['Not only the number, also the rate improved', 'improved'],
    ['We are off track.', 'off track'],
    ['It is behind schedule.', 'behind schedule'],
    ['We missed the approved target.', 'missed the approved target'],
    ['Performance was poor.', 'Performance was poor'],
    ['The figure worsened.', 'worsened'],
    ['There was a deterioration.', 'deterioration'],
    ['It is worse than a year before.', 'is worse'],
  ])('%s', (text, claim) => {
    expect(said(text)).toContain(claim)
  })

  test('all of a text, in its order, each with what it is about', () => {
    expect(claimsIn('Timeliness improved. We are on track, but repeat plans worsened.')).toEqual([
      { said: 'improved', about: 'movement', positive: true },
      { said: 'on track', about: 'position', positive: true },
      { said: 'worsened', about: 'movement', positive: false },
    ])
  })
})

describe('what is denied, hoped for or asked is no claim', () => {
  test.each([
    'We are not on track.',
    'The figure isn’t on track.',
    "It hasn't improved.",
    'It has not improved.',
    'It has not, as was hoped, improved.',
    'There is no clear improvement.',
    'It never improved.',
    'The rate failed to get better.',
    'The service is yet to make good progress.',
    'It is far from on track.',
    'Little real progress was seen.',
    'We are no longer on target.',
    'Without steady progress there is nothing to report.',
    'It will have improved by March.',
    'We expect a further improvement.',
    'A panel meets weekly to get the number back on track.',
    'Staffing must be better.',
    'If performance is good, the post ends.',
    'Members asked whether it has improved.',
    'We were on track until December.',
    'We are on track to miss it.',
    'It has not worsened.',
    'We did not miss a day.',
  ])('%s', (text) => {
    expect(said(text)).toEqual([])
  })

  test('a denial ends with its sentence, and at a “but”', () => {
    expect(said('It is not easy. We are on track.')).toEqual(['on track'])
    expect(said('The number did not fall but the rate improved.')).toEqual(['improved'])
  })
})

describe('words that only look like a claim', () => {
  test.each([
    'The improved triage began in May.',
    'It follows from improved recording.',
    'Better Start ran in five wards.',
    'It is better than similar councils.',
    'The improvement plan has eleven recommendations.',
    'A clear improvement plan is in place.',
    'Encouraging families to come earlier takes time.',
    'Demand was strong after the inspection.',
    'Ofsted rated the home Good.',
  ])('%s', (text) => {
    expect(said(text)).toEqual([])
  })
})

const RED_AWAY: FigureStanding = { rating: 'red', moved: 'away' }
const RED_TOWARDS: FigureStanding = { rating: 'red', moved: 'towards' }
const GREEN: FigureStanding = { rating: 'green', moved: 'towards' }
const UNRATED_AWAY: FigureStanding = { rating: null, moved: 'away' }
const RED_ALONE: FigureStanding = { rating: 'red', moved: null }
const UNKNOWN: FigureStanding = { rating: null, moved: null }

test.each<[text: string, standing: FigureStanding, words: string | null]>([
  ['We are on track.', RED_AWAY, 'It says “on track”; the figure is red against the approved target.'],
  ['We are on track.', RED_TOWARDS, 'It says “on track”; the figure is red against the approved target.'],
  ['We are on track.', UNRATED_AWAY, 'It says “on track”; the figure moved away from its aim.'],
  ['We are on track.', { rating: 'amber', moved: 'away' }, null],
  ['We are on track.', GREEN, null],
  ['We are not on track.', RED_AWAY, null],
  ['It improved.', RED_AWAY, 'It says “improved”; the figure moved away from its aim.'],
  ['It improved.', RED_TOWARDS, null],
  [
    'It improved.',
    { rating: 'green', moved: 'away' },
    'It says “improved”; the figure moved away from its aim.',
  ],
  ['It improved.', { rating: 'red', moved: 'mixed' }, null],
  ['It improved.', RED_ALONE, 'It says “improved”; the figure is red against the approved target.'],
  ['It has not improved.', RED_AWAY, null],
  ['It worsened.', GREEN, 'It says “worsened”; the figure moved towards its aim.'],
  ['It worsened.', RED_AWAY, null],
  ['We are off track.', GREEN, 'It says “off track”; the figure is green against the approved target.'],
  ['We are off track.', RED_AWAY, null],
  ['We are on track and it improved.', UNKNOWN, null],
  [
    'We are on track and it improved.',
    RED_AWAY,
    'It says “on track” and “improved”; the figure is red against the approved target and moved away from its aim.',
  ],
  [
    'We are on track. Still on track.',
    RED_AWAY,
    'It says “on track”; the figure is red against the approved target.',
  ],
])('“%s” beside %j', (text, standing, words) => {
  expect(toneInWords(text, standing)).toBe(words)
})

test.each<[movements: (Movement | null)[], goodEnd: 'low' | 'high' | null, moved: FigureStanding['moved']]>([
  [['up', 'up'], 'low', 'away'],
  [['up', null], 'low', 'away'],
  [['down', 'same'], 'low', 'towards'],
  [['up', 'down'], 'low', 'mixed'],
  [['up', 'up'], 'high', 'towards'],
  [['same', null], 'low', null],
  [[], 'low', null],
  [['up', 'up'], null, null],
])('%j where the good end is %s', (movements, goodEnd, moved) => {
  expect(movedOf(movements, goodEnd)).toBe(moved)
})
