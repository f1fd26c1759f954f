import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ProblemAnswer, problemAnswer } from '../../server/contract/answers.ts'
import {
  commentariesAnswer,
  contractsAnswer,
  type ExceptionsAnswer,
  exceptionsAnswer,
} from '../../server/contract/exception-answers.ts'
import type { EntryAnswer } from '../../server/contract/registers.ts'
import type { ScorecardAnswer } from '../../server/contract/scorecard-answers.ts'
import type { TargetTerms } from '../../server/contract/targets.ts'
import { insertVersion } from '../../server/store/entries.ts'
import { viewStanding } from '../../server/views/uploads/effects.ts'
import { ask, post } from '../support/uploads.ts'
import { BLACKPOOL, type FileWorld, makeFileWorld, SANDWELL } from '../support/world.ts'

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld()
})
afterAll(() => world.end())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const get = async (path: string) => (await ask(world, path)).json()
const exceptions = async (query: string) => exceptionsAnswer.parse(await get(`/api/exceptions?${query}`))
const commentary = async (query: string) => commentariesAnswer.parse(await get(`/api/commentary?${query}`))
const contracts = async (query = '') => contractsAnswer.parse(await get(`/api/contracts${query}`))
const rowOf = ({ listed }: ExceptionsAnswer, id: string) => listed.find((row) => row.id === id)
const problemOf = async (path: string): Promise<[number, string]> => {
  const response = await ask(world, path)
  const problem: ProblemAnswer = problemAnswer.parse(await response.json())
  return [response.status, problem.detail]
}

const enter = async (register: string, terms: object) => {
  const response = await post(world, `/api/registers/${register}`, {
    terms,
    reason: 'for the test',
    by: 'Ann',
  })
  const entry = (await response.json()) as EntryAnswer
  expect([response.status, entry]).toEqual([201, expect.objectContaining({ version: 1 })])
  return entry
}

const COUNCIL_PLAN = 'card=council-plan&by=quarter'

describe('Quarter 3 of 2016/17 by the Council Plan', () => {
  test('lists the three measures that the committee’s papers say had deteriorated', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3`)
    expect(answer.summary).toBe(
      'Of 3 measures 3 are listed for October to December 2016 (Quarter 3 2016/17): all moved away from their aim since the quarter before or the same quarter last year; none is without data.',
    )
    expect(
      answer.listed.map(({ id, point, countText, exceptions: found }) => [id, point?.text, countText, found]),
    ).toEqual([
      [
        'cla-rate',
        '180.6',
        '512 of 28,354 children aged 0 to 17',
        [{ rule: 'previous', words: 'Up 4.6 (2.6%) from 176.0 on the quarter before' }],
      ],
      [
        'referrals-rate',
        '321.3',
        '911 of 28,354 children aged 0 to 17',
        [{ rule: 'previous', words: 'Up 39.5 (14.0%) from 281.8 on the quarter before' }],
      ],
      [
        'cpp-repeat-pct',
        '23.4%',
        '36 of 154 plans started',
        [{ rule: 'previous', words: 'Up 7.2 percentage points from 16.2% on the quarter before' }],
      ],
    ])
    expect(answer.illustrative).toBe(true)
  })

  test('has the parts of the plans that ran on the last day of the period, and of no other', async () => {
    const of = async (period: string) =>
      rowOf(
        await exceptions(`card=mtfs&by=financial-year&period=${period}`),
        'cla-residential-rate',
      )?.parts.map(({ name, plan, period: runs }) => [plan.name, name, runs])
    const years = '1 April 2021 to 31 March 2026 (as printed: five years)'
    expect(await of('2024-25')).toEqual([
      ['Medium-term financial strategy', 'An assessment centre', years],
      ['Medium-term financial strategy', 'A semi-independent offer', years],
    ])
    expect(await of('2020-21')).toEqual([])
  })

  test('knows no more rules than could list a measure so early, and says why one is silent', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3`)
    expect(answer.rules.map(({ rule }) => rule)).toEqual(['previous', 'year-before', 'off-path'])
    expect(answer.counts.beyondChance).toBe(0)
    expect(answer.variationSummary).toBe(
      'Whether a figure is outside what chance alone would usually give is not looked at here: none of 3 measures has 8 quarters in a row that compare with each other.',
    )
    expect(rowOf(answer, 'cla-rate')?.variation).toMatch(/It needs 8 quarters in a row .*; there are 3\.$/)
  })

  test('has what the papers themselves said beside it, with the source', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3`)
    expect(answer.papers).toEqual([
      {
        label: '9 March 2017',
        text: expect.stringContaining('Three measures had deteriorated.'),
        source: expect.stringContaining('agenda for 27 April 2017, appendix 7(a)'),
        doubt: null,
      },
      {
        label: 'October to December 2016',
        text: expect.stringContaining('referrals, children in care, and repeat protection plans.'),
        source: expect.stringContaining('minutes of 9 March 2017, item 5'),
        doubt: null,
      },
      {
        label: 'October to December 2016',
        text: expect.stringMatching(/^A further exception report covered a new measure for adults/),
        source: expect.stringContaining('minutes of 9 March 2017, item 5'),
        doubt: null,
      },
    ])
    expect(rowOf(answer, 'cla-rate')?.papers.map(({ label, text }) => [label, text])).toEqual([
      ['9 March 2017', '520 children in care, 183.4 per 10,000.'],
      ['9 March 2017', expect.stringContaining('challenges how realistic the target of 443')],
      ['24 March 2017', '527 children in care, 185.9 per 10,000.'],
    ])
  })

  test('has it not as at a day on which the paper was not out', async () => {
    const { papers } = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3&asAt=2017-04-01`)
    expect(papers.map(({ label }) => label)).not.toContain('October to December 2016')
  })

  test('tells in a sentence how each ran, and once which way is meant', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3`)
    expect(answer.listed.map(({ trend, sparkline }) => [trend, sparkline.length])).toEqual([
      ['Of 3 quarters this is the highest; the lowest was 171.1.', 3],
      ['Of 3 quarters this is the highest; the lowest was 281.8.', 3],
      ['Of 3 quarters this is the highest; the lowest was 16.2%.', 3],
    ])
    expect(answer.directionSummary).toBe(
      'Aim: lower (local strategy (2021); none is set nationally), for Children in care and Referrals. Lower is better (national), for Repeat protection plans.',
    )
  })

  test('counts the quarters in a row, as far back as figures are held', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3`)
    expect(answer.listed.map(({ id, run }) => [id, run])).toEqual([
      ['cla-rate', { listed: 2, red: 0, words: 'On the list 2 quarters in a row.' }],
      [
        'referrals-rate',
        { listed: 1, red: 0, words: 'New on the list: it was not on it the quarter before.' },
      ],
      [
        'cpp-repeat-pct',
        { listed: 1, red: 0, words: 'New on the list: it was not on it the quarter before.' },
      ],
    ])
  })

  test('says so where nothing is known of the quarter before', async () => {
    const row = rowOf(await exceptions(`${COUNCIL_PLAN}&period=2016-17Q2`), 'cla-rate')
    expect(row?.run.words).toBe('On the list; nothing is known of the quarter before.')
  })

  test('has beside it only the report that covers the quarter', async () => {
    const { papers } = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q2`)
    expect(papers.map(({ label }) => label)).toEqual(['8 December 2016'])
  })

  test('shows the figures, changes and ratings of the scorecard', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q4`)
    const card = (await get('/api/scorecards/council-plan?by=quarter&period=2016-17Q4')) as ScorecardAnswer
    const row = card.rows.find(({ id }) => id === 'cla-rate')
    expect(row?.point?.text).toBe('185.2')
    const { point, change, yearChange, target, countText, comparators } = row ?? {}
    expect(rowOf(answer, 'cla-rate')).toMatchObject({
      point,
      change,
      yearChange,
      target,
      countText,
      comparators,
    })
  })
})

describe('a target that counts', () => {
  test('lists what is red by it, and requires commentary', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q4`)
    expect(answer.counts).toMatchObject({ measures: 3, listed: 1, moved: 1, red: 1, notCompared: 2 })
    expect(answer.commentarySummary).toBe(
      'The one red measure does not have a commentary that gives cause, action, owner and recovery date.',
    )
    expect(answer.unexplained).toEqual([
      { id: 'cla-rate', name: 'Children in care', owner: 'Not named in the paper' },
    ])
    const card = (await get('/api/scorecards/council-plan?by=quarter&period=2016-17Q4')) as ScorecardAnswer
    expect(card.commentaryOwed).toBe('The one red measure has no complete commentary')
    expect(rowOf(answer, 'cla-rate')).toMatchObject({
      exceptions: [
        { rule: 'previous' },
        {
          rule: 'off-path',
          words: 'Red: 525 is above the 443 asked for by its day, and above the amber limit of 465.2',
        },
      ],
      run: { listed: 3, red: 1 },
      commentaryWords:
        'No commentary yet. It is required where a figure is red: cause, action, owner and recovery date.',
      commentaryMissing: true,
    })
  })

  test('names those red that nobody has explained, with who answers for them, and counts them on the scorecard', async () => {
    const { unexplained } = await exceptions('card=mtfs&period=2024-25')
    expect(unexplained.map(({ id, owner }) => [id, owner])).toEqual([
      ['cla-residential-rate', 'Director of Children’s Services'],
      ['cla-rate', 'Director of Children’s Services'],
      ['cin-rate', 'Director of Children’s Services'],
      ['cs-expenditure', 'Director of Children’s Services'],
      ['cpp-rate', 'Director of Children’s Services'],
      ['referrals-rate', 'Director of Children’s Services'],
    ])
    const card = (await get('/api/scorecards/mtfs?period=2024-25')) as ScorecardAnswer
    expect(card.commentaryOwed).toBe('6 of 6 red measures have no complete commentary')
  })

  test('lists what is red although it moved the way that is meant', async () => {
    const row = rowOf(await exceptions('card=mtfs&period=2024-25'), 'cin-rate')
    expect(row?.change?.movement).toBe('down')
    expect(row?.exceptions.map(({ rule }) => rule)).toEqual(['off-path'])
  })

  test('is told of a year: the red first, the longest on the list before the others', async () => {
    const answer = await exceptions('')
    expect(answer.summary).toBe(
      'Of 9 measures 7 are listed for the year to 31 March 2025: 5 moved away from their aim since the year before, and 6 are red against an approved target (4 are both); 2 have no data.',
    )
    expect(answer.listed.map(({ id, run }) => [id, run.listed, run.red])).toEqual([
      ['cla-residential-rate', 5, 4],
      ['cla-rate', 4, 4],
      ['cin-rate', 4, 4],
      ['cs-expenditure', 3, 3],
      ['cpp-rate', 3, 3],
      ['referrals-rate', 1, 1],
      ['s47-rate', 1, 0],
    ])
    expect(rowOf(answer, 'cla-rate')?.run.words).toBe('On the list and red 4 years in a row.')
    expect(answer.rules.map(({ rule }) => rule)).toEqual(['previous', 'off-path', 'process-chart'])
  })
})

test('what is red stands before what is only longer on the list', async () => {
  const { listed } = await exceptions('card=children-in-care&period=2021-22')
  expect(listed.slice(0, 3).map(({ id, run }) => [id, run.listed, run.red])).toEqual([
    ['cla-residential-rate', 2, 1],
    ['cla-rate', 1, 1],
    ['cla-long-term-stability-pct', 3, 0],
  ])
})

describe('what is not listed stands apart', () => {
  test('those without data are counted and named with the reason', async () => {
    const answer = await exceptions('card=mtfs')
    expect(answer.noData).toEqual([
      {
        id: 'cla-ifa-count',
        name: 'Agency foster placements',
        words: 'Reported by quarter only: the newest figure is of 31 December 2020 (Quarter 3 2020/21).',
      },
      {
        id: 'savings-reinvested-pct',
        name: 'Savings put into prevention',
        words: 'No figures are held for Blackpool.',
      },
    ])
  })

  test('those without a direction are never listed', async () => {
    const answer = await exceptions('card=front-door&by=quarter&period=2020-21Q3')
    expect(answer.counts).toEqual({
      measures: 11,
      listed: 3,
      moved: 2,
      red: 0,
      beyondChance: 2,
      notListed: 3,
      notCompared: 0,
      noDirection: 5,
      noData: 0,
    })
    expect(answer.noDirection.map(({ id }) => id)).toContain('contacts-rate')
    const elsewhere = await exceptions(`card=mtfs&area=${SANDWELL}`)
    expect(elsewhere.counts).toMatchObject({ listed: 0, noDirection: 7, noData: 2 })
  })

  test('a figure without an earlier one and without a target is not called in order', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q4`)
    expect(answer.notCompared.map(({ id }) => id)).toEqual(['referrals-rate', 'cpp-repeat-pct'])
    expect(answer.notListed).toEqual([])
  })

  test('a period that nobody has figures of lists nothing', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2023-24Q1`)
    expect(answer.summary).toMatch(/^None of 3 measures has a figure for April to June 2023/)
    expect(answer.counts).toMatchObject({ listed: 0, noData: 3 })
  })

  test('a run is not counted further back than eight periods', async () => {
    const answer = await exceptions('card=children-in-care&by=quarter&period=2019-20Q1')
    const longest = Math.max(...answer.listed.map(({ run }) => run.listed))
    expect(longest).toBe(8)
    expect(answer.listed.find(({ run }) => run.listed === 8)?.run.words).toBe(
      'On the list and red 8 quarters in a row or more.',
    )
  })
})

describe('what chance alone would not usually give', () => {
  test('is listed although it moved the way that is meant, with the range that it is outside of', async () => {
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2020-21Q3`)
    const row = rowOf(answer, 'cla-rate')
    expect(row?.change?.movement).toBe('down')
    expect(row?.exceptions).toEqual([
      {
        rule: 'process-chart',
        words:
          '215.0 per 10,000 is above the range that ordinary quarter-to-quarter variation gives (188.3 to 209.2)',
      },
    ])
    expect(row?.variation).toBe('Ordinary variation: 188.3 to 209.2, worked out from 19 quarters in a row.')
    expect(row?.run).toEqual({
      listed: 8,
      red: 0,
      words: 'On the list 8 quarters in a row or more.',
    })
    expect(answer.counts).toMatchObject({ listed: 1, moved: 0, red: 0, beyondChance: 1, notListed: 2 })
    expect(answer.summary).toMatch(/: it is outside what chance alone would usually give; none is without/)
    expect(answer.rules.map(({ rule }) => rule)).toContain('process-chart')
    expect(answer.variationSummary).toMatch(/^What is ordinary can be told for 3 of 3 measures/)
  })

  test('is asked a commentary of, which nobody has to write', async () => {
    const { unexplained, listed } = await exceptions(`${COUNCIL_PLAN}&period=2020-21Q3`)
    expect(unexplained).toEqual([])
    expect(listed.map(({ changeNote, commentaryMissing }) => [changeNote, commentaryMissing])).toEqual([
      [
        'It is outside what chance alone would usually give: a commentary on what lies behind it is asked for, though not required.',
        false,
      ],
    ])
  })

  test('is told from the eighth quarter on, by what was known at the time', async () => {
    const seventh = rowOf(await exceptions(`${COUNCIL_PLAN}&period=2017-18Q3`), 'cla-rate')
    expect(seventh?.variation).toMatch(/; there are 7\.$/)
    const eighth = rowOf(await exceptions(`${COUNCIL_PLAN}&period=2017-18Q4`), 'cla-rate')
    expect(eighth?.variation).toMatch(
      /, worked out from 8 quarters in a row; with so few it is a first estimate\.$/,
    )
    expect(eighth?.exceptions.map(({ rule }) => rule)).toEqual([
      'previous',
      'year-before',
      'off-path',
      'process-chart',
    ])
  })

  test('is looked for quarter by quarter where twelve months are shown', async () => {
    const row = rowOf(await exceptions('card=child-protection&by=quarter&period=2020-21Q3'), 'icpc-15d-pct')
    expect(row?.point?.text).toBe('65.5%')
    expect(row?.exceptions).toEqual([
      { rule: 'process-chart', words: expect.stringMatching(/^In the quarter alone, 71\.0% is below the/) },
    ])
    expect(row?.variation).toMatch(/^Of each quarter alone: Ordinary variation: 74\.8% to 82\.4%,/)
  })

  test('lists nothing on the good side, nor where no direction is set', async () => {
    const answer = await exceptions('card=child-protection&by=quarter&period=2020-21Q3')
    expect(answer.notListed.map(({ id }) => id)).toContain('s47-rate')
    expect(answer.noDirection.map(({ id }) => id)).toContain('cpp-ends-rate')
    const elsewhere = await exceptions(`card=mtfs&area=${SANDWELL}`)
    expect(elsewhere.counts).toMatchObject({ listed: 0, beyondChance: 0, noDirection: 7 })
  })

  test('needs ten years in a row, and a break begins anew', async () => {
    const answer = await exceptions('card=mtfs&period=2024-25')
    expect(answer.variationSummary).toMatch(/it takes 10 years in a row that compare with each other/)
    expect(rowOf(answer, 'cla-rate')?.variation).toMatch(
      /It needs 10 years in a row .*; there are 7 since the last gap or break\.$/,
    )
    expect(rowOf(answer, 'cin-rate')?.variation).toMatch(
      /^Ordinary variation: .*, worked out from 13 years in a row\. The newest figure is within/,
    )
  })

  test('is told of our own quarters across a break that is of published figures only', async () => {
    const care = rowOf(await exceptions(`${COUNCIL_PLAN}&period=2019-20Q1`), 'cla-rate')
    expect(care?.variation).toMatch(/, worked out from 13 quarters in a row\./)
    const { listed } = await exceptions('card=workforce&by=quarter&period=2017-18Q4')
    expect(listed.find(({ id }) => id === 'sw-sickness-pct')?.variation).toMatch(
      /; there are 4 since the last gap or break\.$/,
    )
  })

  test('is part of what publishing a file is foreseen to do', async () => {
    const standing = await viewStanding(
      world.db,
      world.setting,
      BLACKPOOL,
      ['cla-rate', 's47-rate'],
      'quarter',
    )
    const listed = [...standing].map(([id, { exception }]) => [id, exception])
    expect(listed).toEqual([
      ['cla-rate', true],
      ['s47-rate', false],
    ])
  })
})

test('a figure that turned is asked a commentary of, which nobody has to write', async () => {
  const row = rowOf(await exceptions('card=workforce'), 'sw-agency-pct')
  expect(row?.changeNote).toBe(
    'It went up after 5 years in which it went down: a commentary on what lies behind it is asked for, though not required.',
  )
})

describe('as a file', () => {
  test('what is unlikely by chance is named, with what is ordinary', async () => {
    const response = await ask(world, `/api/exceptions.csv?${COUNCIL_PLAN}&period=2020-21Q3`)
    const [heading, care] = (await response.text()).split('\r\n')
    expect(heading).toContain(',rating_reason,ordinary_variation,periods_in_a_row_listed,')
    expect(care).toContain(',yes,process-chart,')
    expect(care).toContain('"Ordinary variation: 188.3 to 209.2, worked out from 19 quarters in a row."')
  })

  test('every measure has a row, with the rule that lists it or the reason why none does', async () => {
    const response = await ask(world, `/api/exceptions.csv?${COUNCIL_PLAN}&period=2016-17Q4`)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="exceptions_council-plan_blackpool_2016-17q4.csv"',
    )
    const [heading = '', ...rows] = (await response.text()).trim().split('\r\n')
    expect(heading.split(',').slice(0, 9)).toEqual([
      'scorecard',
      'indicator_id',
      'indicator_name',
      'area_code',
      'area_name',
      'time_period',
      'time_label',
      'listed',
      'rules',
    ])
    expect(rows.map((row) => row.split(',')[1])).toEqual(['cla-rate', 'referrals-rate', 'cpp-repeat-pct'])
    expect(rows[0]).toContain('yes,previous off-path,')
    expect(rows[1]).toContain('nothing to compare with')
  })
})

describe('refusals', () => {
  test.each<[path: string, status: number, detail: RegExp]>([
    ['/api/exceptions?card=nothing', 404, /^There is no scorecard "nothing"; there are: council-plan, mtfs/],
    ['/api/exceptions?period=2016', 400, /^period: is not a period: use 2024-25, 2016-17Q3/],
    ['/api/exceptions?by=month', 400, /^by: /],
    ['/api/exceptions?area=Blackpool', 400, /^area: is not an area: use an ONS code/],
    ['/api/exceptions?area=E06999999', 404, /^There is no area "E06999999"/],
    ['/api/commentary', 400, /^indicator: /],
    ['/api/commentary?indicator=cla-rates', 404, /did you mean "cla-rate"\?$/],
    ['/api/commentary?indicator=cla-rate&area=x', 400, /^area: is not an area/],
    ['/api/contracts?area=x', 400, /^area: is not an area/],
    ['/api/contracts?area=E06999999', 404, /^There is no area/],
  ])('%s', async (path, status, detail) => {
    expect(await problemOf(path)).toEqual([status, expect.stringMatching(detail)])
  })
})

const COMMENTARY = {
  area: BLACKPOOL,
  indicator: 'cla-rate',
  period: '2016-17Q4',
  text: 'There were 525 children in care on 31 March 2017, 185.2 per 10,000, up from 512; the target is 443. We had planned for 480.',
  cause: 'About 13 more came into care than left it.',
  action: null,
  owner: null,
  recoveryOn: null,
  by: 'Deputy Director of Children’s Services',
}

describe('commentary', () => {
  let id: string

  test('nobody has written yet: that is said, with the period to write about', async () => {
    expect(await commentary('indicator=cla-rate')).toMatchObject({
      words: 'Nobody has written a commentary on this measure for Blackpool yet.',
      newestPeriod: '2024-25',
      commentaries: [],
    })
  })

  test('stands beside its exception, and says which of the four parts it leaves out', async () => {
    id = (await enter('commentary', COMMENTARY)).id
    const row = rowOf(await exceptions(`${COUNCIL_PLAN}&period=2016-17Q4`), 'cla-rate')
    expect(row?.commentaries).toHaveLength(1)
    expect(row?.commentaryWords).toBe(
      'It does not give the action, owner and recovery date. These are required where a figure is red.',
    )
    expect(row?.commentaryMissing).toBe(true)
  })

  test('has its numbers held against the series: the one that is none of ours is named', async () => {
    const [written] = (await commentary('indicator=cla-rate')).commentaries
    expect(written?.numbers).toEqual([
      { text: '525', is: 'the number behind the figure' },
      { text: '185.2', is: 'the figure' },
      { text: '512', is: 'the number behind the quarter before' },
      { text: '443', is: 'the goal of a target' },
      { text: '480', is: null },
      { text: 'About 13', is: 'the change in number since the quarter before' },
    ])
    expect(written?.flagged).toBe(true)
    expect(written?.numbersWords).toBe(
      '1 of its 6 numbers is not among the figures of this measure: 480. It may be right and about something else: check before reading it out.',
    )
  })

  test('is of its own period only', async () => {
    const other = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3`)
    expect(rowOf(other, 'cla-rate')?.commentaries).toEqual([])
    expect((await commentary(`indicator=cla-rate&area=${SANDWELL}`)).commentaries).toEqual([])
    expect((await commentary('indicator=cpp-rate')).commentaries).toEqual([])
  })

  test('changed, it is a new version that says what was changed; complete, nothing is asked for', async () => {
    const response = await ask(world, `/api/registers/commentary/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        terms: {
          ...COMMENTARY,
          text: 'There were 525 children in care, up from 512.',
          action: 'A panel looks at every child who may come into care.',
          owner: 'Deputy Director of Children’s Services',
          recoveryOn: '2018-03-31',
        },
        after: 1,
        reason: 'The number planned for was of another year',
        by: 'Ben',
      }),
    })
    expect(response.status).toBe(200)
    const answer = await exceptions(`${COUNCIL_PLAN}&period=2016-17Q4`)
    const row = rowOf(answer, 'cla-rate')
    expect(row?.commentaryWords).toBe('Cause, action, owner and recovery date are given.')
    expect(row?.commentaryMissing).toBe(false)
    expect(answer.commentarySummary).toMatch(/^The one red measure has a commentary/)
    expect(answer.unexplained).toEqual([])
    const card = (await get('/api/scorecards/council-plan?by=quarter&period=2016-17Q4')) as ScorecardAnswer
    expect(card.commentaryOwed).toBeNull()
    const [written] = row?.commentaries ?? []
    expect(written).toMatchObject({
      version: 2,
      recovery: '31 March 2018',
      flagged: false,
      numbersWords: 'All 3 numbers that it names are among the figures of this measure.',
    })
    expect(written?.history.map(({ version, madeBy }) => [version, madeBy])).toEqual([
      [2, 'Ben'],
      [1, 'Ann'],
    ])
    expect(written?.history[0]?.changed.map(({ field }) => field)).toContain('Back on the path by')
  })

  test('of a period without figures is not checked, and says so', async () => {
    await enter('commentary', {
      ...COMMENTARY,
      area: SANDWELL,
      period: '2019-20Q1',
      text: 'They rose to 900 in one quarter.',
    })
    const [written] = (await commentary(`indicator=cla-rate&area=${SANDWELL}`)).commentaries
    expect(written?.flagged).toBe(false)
    expect(written?.numbersWords).toMatch(/^There is no figure for this period/)
  })

  test('a target that nobody had approved by the day is no figure of the measure', async () => {
    const text = 'There were 512 children in care, against 443.'
    await enter('commentary', { ...COMMENTARY, period: '2016-17Q3', text, cause: null })
    const [first] =
      rowOf(await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3`), 'cla-rate')?.commentaries ?? []
    expect(first?.numbers).toEqual([
      { text: '512', is: 'the number behind the figure' },
      { text: '443', is: null },
    ])
  })

  test('what the path of a target asks for by the day is a number of the measure', async () => {
    const terms = {
      ...COMMENTARY,
      cause: null,
      text: '184 is above the 141.7 asked for, and the goal of 124.5.',
    }
    await enter('commentary', { ...terms, period: '2024-25' })
    const [newest] = (await commentary('indicator=cla-rate')).commentaries
    expect(newest?.numbers).toEqual([
      { text: '184', is: 'the figure' },
      { text: '141.7', is: 'what a target asks for by its day' },
      { text: '124.5', is: 'similar councils' },
    ])
  })

  test.each<[change: object, field: string, words: string]>([
    [{ text: 'N/A' }, 'text', 'says too little'],
    [{ text: 'No comment at this time.' }, 'text', 'says too little'],
    [{ cause: 'tbc' }, 'cause', 'says nothing: name what lies behind the figure, or leave it empty'],
    [{ action: 'A panel looks at every child.' }, 'owner', 'is needed with what is done: name the role'],
    [{ owner: 'Head of Safeguarding' }, 'action', 'is needed with who answers for it'],
    [
      { recoveryOn: '2017-03-31' },
      'recoveryOn',
      'has to come after the last day of the period, 31 March 2017',
    ],
  ])('with %j is refused at its field', async (change, field, words) => {
    const response = await post(world, '/api/registers/commentary', {
      terms: { ...COMMENTARY, ...change },
      reason: 'for the test',
      by: 'Ann',
    })
    expect(response.status).toBe(400)
    const { errors } = problemAnswer.parse(await response.json())
    expect(errors).toEqual([{ path: `terms.${field}`, message: expect.stringContaining(words) }])
  })

  test('that was kept before anything was asked of its words is still read', async () => {
    await insertVersion(world.db, {
      register: 'commentary',
      id: 'kept-before',
      version: 1,
      retired: false,
      body: JSON.stringify({ ...COMMENTARY, indicator: 'cpp-rate', text: 'tbc', owner: 'n/a' }),
      reason: 'as it was',
      madeBy: 'Ann',
      madeAt: '2026-01-05T09:00:00.000Z',
    })
    const { commentaries } = await commentary('indicator=cpp-rate')
    expect(commentaries.map(({ text, owner }) => [text, owner])).toEqual([['tbc', 'n/a']])
  })

  test('whose tone is not that of the figure is flagged in words, and a denial is not', async () => {
    const ON_TRACK = 'We are on track, and the position has improved.'
    const own = { ...COMMENTARY, indicator: 'cpp-rate', period: '2024-25', cause: null }
    await enter('commentary', { ...own, text: ON_TRACK })
    const [written] = (await commentary('indicator=cpp-rate')).commentaries
    expect(written?.tone).toBe('It says “on track”; the figure is red against the approved target.')
    await enter('commentary', { ...own, period: '2023-24', text: 'The number is not on track at all.' })
    const texts = (await commentary('indicator=cpp-rate')).commentaries.map(({ period, tone }) => [
      period.id,
      tone,
    ])
    expect(texts).toContainEqual(['2023-24', null])
    await enter('commentary', { ...own, indicator: 'referrals-rate', text: ON_TRACK })
    const listed = rowOf(await exceptions('card=mtfs&period=2024-25'), 'referrals-rate')
    expect(listed?.commentaries.map(({ tone }) => tone)).toEqual([
      'It says “on track” and “improved”; the figure is red against the approved target and moved away from its aim.',
    ])
    const file = await (await ask(world, '/api/exceptions.csv?card=mtfs&period=2024-25')).text()
    expect(file.split('\r\n')[0]).toContain(',commentary_check,tone_check,actions,')
    expect(file).toContain('It says “on track” and “improved”; the figure is red')
  })

  test('of a measure without a direction has no tone to be held against', async () => {
    const text = 'We are on track, and the position has improved.'
    await enter('commentary', {
      ...COMMENTARY,
      indicator: 'cla-rate',
      area: SANDWELL,
      period: '2024-25',
      text,
    })
    const { commentaries } = await commentary(`indicator=cla-rate&area=${SANDWELL}`)
    expect(commentaries.find(({ period }) => period.id === '2024-25')?.tone).toBeNull()
  })

  test('taken out, it is asked for again; as at an earlier day it was not there', async () => {
    const retired = await post(world, `/api/registers/commentary/${id}/retire`, {
      after: 2,
      reason: 'about another measure',
      by: 'Ben',
    })
    expect(retired.status).toBe(200)
    const row = rowOf(await exceptions(`${COUNCIL_PLAN}&period=2016-17Q4`), 'cla-rate')
    expect(row?.commentaries).toEqual([])
    expect(row?.commentaryMissing).toBe(true)
  })
})

describe('from “child protection plans for a second time” to what is done about it', () => {
  const ROW = 'cpp-repeat-pct'
  const repeat = async (more = '') => rowOf(await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3${more}`), ROW)

  test('nothing is linked to it by the papers', async () => {
    expect(await repeat()).toMatchObject({ actions: [], questions: [], answered: null, recommendations: [] })
  })

  test('an action is there with its owner, its day, its state and its evidence', async () => {
    const { id } = await enter('action', {
      plan: 'developments-2017',
      reference: null,
      title: 'Look at every plan that is made for a second time',
      stage: null,
      recommendation: null,
      owner: 'Head of Safeguarding',
      start: null,
      due: '2017-09-30',
      dueText: null,
      state: 'done',
      stateText: null,
      progress: null,
      update: null,
      next: null,
      evidence: 'Report to the safeguarding board of October 2017',
      indicators: [ROW],
      statedOn: '2017-04-27',
      document: 'scrutiny-agenda-2017',
      page: null,
    })
    expect((await repeat())?.actions).toEqual([
      {
        id,
        title: 'Look at every plan that is made for a second time',
        plan: { id: 'developments-2017', name: expect.any(String) },
        owner: 'Head of Safeguarding',
        due: '30 September 2017',
        state: 'done',
        stateWords: 'Done',
        update: null,
        evidence: 'Report to the safeguarding board of October 2017',
        statedLabel: '27 April 2017',
        near: true,
        source: { document: expect.stringContaining('agenda for 27 April 2017'), page: null },
      },
    ])
  })

  test('an open question is there, and the last answer that was given to one', async () => {
    const question = {
      area: BLACKPOOL,
      indicator: ROW,
      period: '2016-17Q3',
      question: 'Were these plans closed too early the first time?',
      askedBy: 'Chair of the committee',
      askedOn: '2017-03-09',
      meeting: '2017-04-27',
      answer: 'Of 36 plans 9 had been closed within six months.',
      answeredBy: 'Head of Safeguarding',
      answeredOn: '2017-04-27',
      carriedTo: null,
      closed: true,
    }
    await enter('question', question)
    const open = {
      ...question,
      question: 'What is done for these nine families?',
      askedOn: '2017-04-27',
      meeting: '2017-06-08',
      answer: null,
      answeredBy: null,
      answeredOn: null,
      closed: false,
    }
    await enter('question', open)
    await enter('question', { ...open, area: SANDWELL, question: 'And in Sandwell?' })
    const row = await repeat()
    expect(row?.questions).toMatchObject([
      {
        question: 'What is done for these nine families?',
        asked: 'Chair of the committee, 27 April 2017',
        meeting: 'For the meeting of 8 June 2017',
        answer: null,
      },
    ])
    expect(row?.answered).toMatchObject({
      answer: 'Of 36 plans 9 had been closed within six months.',
      answered: 'Head of Safeguarding, 27 April 2017',
      about: 'October to December 2016 (Quarter 3 2016/17)',
    })
  })

  test('what was asked of it is not asked of another measure', async () => {
    const care = rowOf(await exceptions(`${COUNCIL_PLAN}&period=2016-17Q3`), 'cla-rate')
    expect(care).toMatchObject({ questions: [], answered: null })
  })

  test('a recommendation is there with the word of the committee’s tracker', async () => {
    await enter('recommendation', {
      committee: 'Resilient Communities Scrutiny Committee',
      area: BLACKPOOL,
      madeOn: '2017-03-09',
      text: 'Report on plans that are made for a second time',
      targetText: 'June 2017',
      targetOn: '2017-06-30',
      officer: 'Head of Safeguarding',
      update: 'To be added to the workplan.',
      rag: 'Not yet due',
      action: null,
      indicators: [ROW],
      asOf: '2017-04-27',
      document: 'scrutiny-agenda-2017',
      page: null,
    })
    expect((await repeat())?.recommendations).toMatchObject([
      { rag: 'Not yet due', madeLabel: '9 March 2017' },
    ])
  })

  test('what was entered later is not known as at an earlier day', async () => {
    const row = await repeat('&asAt=2017-05-31')
    expect(row?.point?.text).toBe('23.4%')
    expect(row).toMatchObject({ actions: [], questions: [], answered: null, recommendations: [] })
  })

  test('actions that were stated in other years are told apart', async () => {
    const answer = await exceptions(`card=mtfs&period=2024-25`)
    const actions = rowOf(answer, 'cla-rate')?.actions ?? []
    expect(actions.map(({ id, near }) => [id, near])).toEqual([
      ['improvement-service-design', false],
      ['developments-leaving-care', false],
    ])
  })
})

describe('contracts', () => {
  test('Sandwell’s says what its paper says, and in words what it does not', async () => {
    const { words, contracts: held } = await contracts(`?area=${SANDWELL}`)
    expect(words).toBe('One contract is held for Sandwell.')
    const [contract] = held
    expect(contract?.terms).toEqual(
      expect.arrayContaining([
        { field: 'Provider', text: 'Sandwell Children’s Trust', said: true },
        { field: 'Owned by', text: 'Sandwell Metropolitan Borough Council, wholly', said: true },
        { field: 'Form', text: 'Company limited by guarantee', said: true },
        {
          field: 'Direction that it rests on',
          text: expect.stringContaining('section 479A of the Education Act 1996'),
          said: true,
        },
        { field: 'Start', text: '1 April 2018', said: true },
        {
          field: 'Who answers for what it delivers',
          text: expect.stringContaining('Director of Children’s Services and the Lead Member together'),
          said: true,
        },
        { field: 'Reviews', text: 'The paper states nothing.', said: false },
      ]),
    )
    expect(contract?.notes.join(' ')).toContain('497A')
    expect(contract?.source.document).toContain('16 January 2018')
    expect(contract).toMatchObject({
      measures: [],
      noMeasures: expect.stringContaining('prints no measure and no value'),
    })
  })

  test('no other area has one', async () => {
    expect(await contracts()).toMatchObject({ words: 'No contract is held for Blackpool.', contracts: [] })
  })

  test('a target that is set in a contract is a measure of it, with its breaches in a row', async () => {
    await post(world, '/api/targets', {
      terms: contractTarget('cla-rate', 60),
      reason: 'Contract',
      by: 'Ann',
    })
    const [contract] = (await contracts(`?area=${SANDWELL}`)).contracts
    expect(contract?.noMeasures).toBeNull()
    expect(contract?.measures).toMatchObject([
      {
        target: { setBy: 'set in a contract', rating: { state: 'red' }, point: { text: '92' } },
        breaches: 7,
        breachWords: 'In breach for 7 years in a row.',
        review: null,
        consequence: null,
      },
    ])
  })

  test('red by its contract it is an exception there, to which our actions and questions do not belong', async () => {
    const row = rowOf(await exceptions(`card=mtfs&area=${SANDWELL}&period=2024-25`), 'cla-rate')
    expect(row?.exceptions.map(({ rule }) => rule)).toEqual(['off-path'])
    expect(row).toMatchObject({ actions: [], questions: [], answered: null, papers: [] })
  })

  test('one without a figure says so in words, and one that is met is in no breach', async () => {
    const terms = contractTarget('cla-ifa-count', 60)
    await post(world, '/api/targets', { terms, reason: 'Contract', by: 'Ann' })
    const local = { ...contractTarget('cpp-rate', 50), setBy: 'local' }
    await post(world, '/api/targets', { terms: local, reason: 'Not in the contract', by: 'Ann' })
    await post(world, '/api/targets', {
      terms: contractTarget('cin-rate', 900),
      reason: 'Contract',
      by: 'Ann',
    })
    const [contract] = (await contracts(`?area=${SANDWELL}`)).contracts
    expect(contract?.measures).toHaveLength(3)
    const words = contract?.measures.map(({ target, breachWords }) => [target.measure.id, breachWords])
    expect(words).toEqual(
      expect.arrayContaining([
        ['cla-ifa-count', 'No figure has been rated yet, so no breach can be counted.'],
        ['cin-rate', 'Not in breach by the newest figure.'],
      ]),
    )
  })
})

const contractTarget = (indicator: string, value: number): TargetTerms => ({
  programme: null,
  indicator,
  view: 'rate',
  area: SANDWELL,
  title: `No more than ${value}`,
  aim: 'lower',
  basis: 'fixed-value',
  value,
  change: null,
  low: null,
  high: null,
  benchmark: null,
  statedChange: null,
  baseline: null,
  due: null,
  dueNote: null,
  shape: 'level',
  milestones: [],
  tolerance: null,
  owner: 'Chief executive of the trust',
  setBy: 'contract',
  approvedOn: '2018-04-01',
  approval: 'Made up for a test',
  rationale: null,
  standard: null,
  reviewOn: null,
  endsOn: null,
  statedOn: '2018-04-01',
  document: 'Made up for a test',
  page: null,
})
