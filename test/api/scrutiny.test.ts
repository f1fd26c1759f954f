import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ProblemAnswer, problemAnswer } from '../../server/contract/answers.ts'
import { type EntryAnswer, entryAnswer } from '../../server/contract/registers.ts'
import {
  promptsAnswer,
  questionsAnswer,
  scrutinyAnswer,
  trackerAnswer,
} from '../../server/contract/scrutiny-answers.ts'
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

const get = async (path: string): Promise<unknown> => (await ask(world, path)).json()
const scrutiny = async (query = '') => scrutinyAnswer.parse(await get(`/api/scrutiny${query}`))
const tracker = async (query = '') => trackerAnswer.parse(await get(`/api/scrutiny/tracker${query}`))
const questions = async (query = '') => questionsAnswer.parse(await get(`/api/scrutiny/questions${query}`))
const prompts = async (query = '') => promptsAnswer.parse(await get(`/api/scrutiny/prompts${query}`))
const refusal = async (path: string): Promise<ProblemAnswer> => problemAnswer.parse(await get(path))

const add = async (register: string, terms: Record<string, unknown>): Promise<EntryAnswer> =>
  entryAnswer.parse(await (await send(register, terms)).json())
const send = (register: string, terms: Record<string, unknown>) =>
  post(world, `/api/registers/${register}`, { terms, reason: 'For the meeting' })
/** Changes an entry as its form does, from the version that is there. */
async function change(register: string, id: string, changes: Record<string, unknown>): Promise<EntryAnswer> {
  const path = `/api/registers/${register}/${id}`
  const { terms, version } = entryAnswer.parse(await get(path))
  const body = { terms: { ...terms, ...changes }, after: version, reason: 'As reported', by: 'Clerk' }
  const headers = { 'content-type': 'application/json' }
  return entryAnswer.parse(
    await (await ask(world, path, { method: 'PUT', headers, body: JSON.stringify(body) })).json(),
  )
}
const rowOf = async (id: string, on: string) => (await tracker(`?on=${on}`)).rows.find((row) => row.id === id)

const QUESTION = {
  area: BLACKPOOL,
  indicator: 'cpp-repeat-pct',
  period: '2016-17',
  question: 'Why do plans start again?',
  askedBy: 'Member of the committee',
  askedOn: '2017-04-20',
  meeting: '2017-04-27',
  answer: null,
  answeredBy: null,
  answeredOn: null,
  carriedTo: null,
  closed: false,
}

describe('the tracker of the papers', () => {
  test('has its thirteen rows by day, and those of a day as in the paper', async () => {
    const { rows } = await tracker('?on=2017-04-27')
    expect(rows.map(({ made, id }) => `${made.on} ${id}`)).toEqual([
      '2015-07-02 ofsted-summaries',
      '2015-11-05 volunteer-database',
      '2015-11-05 dementia-training',
      '2015-12-10 complaints-overview',
      '2016-02-04 serious-case-reviews',
      '2016-02-04 respite-pilot',
      '2016-03-17 exploitation-update',
      '2016-04-06 domestic-abuse-strategy',
      '2016-04-06 homelessness-strategy',
      '2016-04-06 homeless-health',
      '2016-06-09 community-engagement',
      '2016-10-13 safeguarding-board-plan',
      '2017-03-09 care-provider-rebranding',
    ])
  })

  test('is counted by its own words, with the total', async () => {
    const { counts, sentence, held } = await tracker('?on=2017-04-27')
    expect(counts).toEqual({
      total: 13,
      ratings: [
        { rag: 'Green', count: 3 },
        { rag: 'Amber', count: 2 },
        { rag: 'Red', count: 0 },
        { rag: 'Not yet due', count: 7 },
        { rag: 'Completed', count: 1 },
      ],
      overdue: 2,
    })
    expect(sentence).toBe(
      '13 recommendations: 3 Green, 2 Amber, no Red, 7 Not yet due and 1 Completed. Counted to 27 April 2017, 2 are late.',
    )
    expect(held).toBeNull()
  })

  test('says of the Amber row of 31 May 2016 that it is 331 days late', async () => {
    expect(await rowOf('dementia-training', '2017-04-27')).toMatchObject({
      rag: 'Amber',
      target: '31 May 2016',
      overdueDays: 331,
      overdue: '331 days late on 27 April 2017',
      notLate: null,
      history: [{ version: 1, rag: 'Amber', asOf: { on: '2017-04-27' } }],
    })
  })

  test('does not count as late what is Green after its day, and says so', async () => {
    expect(await rowOf('respite-pilot', '2017-04-27')).toMatchObject({
      overdueDays: null,
      overdue: null,
      notLate: expect.stringContaining('The tracker calls it Green'),
    })
  })

  test('names measures and the place in the paper', async () => {
    expect(await rowOf('complaints-overview', '2017-04-27')).toMatchObject({
      measures: [{ id: 'complaints' }],
      source: {
        document: expect.stringMatching(/agenda for 27 April 2017$/),
        page: 'appendix 7(c), row 4',
      },
    })
  })

  test('today is still the tracker of that day: it says so, and that its rows may have been done since', async () => {
    const { on, held, counts } = await tracker()
    expect(on.label).toBe('21 November 2026')
    expect(held).toBe(
      'The rows are as they stood in the tracker of 27 April 2017; nothing newer was entered.',
    )
    expect(counts.overdue).toBe(4)
    expect((await rowOf('dementia-training', '2026-11-21'))?.overdue).toBe(
      '3,826 days late on 21 November 2026, unless it was done after 27 April 2017',
    )
  })

  test('of an earlier day has only what was recommended by then, and says that no older state is held', async () => {
    const { rows, held } = await tracker('?on=2016-01-31')
    expect(rows.map(({ id }) => id)).toEqual([
      'ofsted-summaries',
      'volunteer-database',
      'dementia-training',
      'complaints-overview',
    ])
    expect(held).toContain('That is after 31 January 2016: of before, nothing is held.')
  })

  test('as a file has the columns of the paper in their order, and the days late behind', async () => {
    const response = await ask(world, '/api/scrutiny/tracker.csv?on=2017-04-27')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="tracker_blackpool_2017-04-27.csv"',
    )
    const lines = (await response.text()).trim().split('\r\n')
    expect(lines).toHaveLength(14)
    expect(lines[0]).toBe(
      'DATE OF REC,RECOMMENDATION,TARGET DATE,RESPONSIBLE OFFICER,UPDATE,RAG RATING,overdue_days',
    )
    expect(lines[3]).toMatch(
      /^2015-11-05,All councillors requested .*,31 May 2016,Named officer \(role not printed\),Attendance\..*,Amber,331$/,
    )
    expect(lines[1]).toMatch(/,Ongoing,.*,Green,$/)
  })

  test('of a council without recommendations says that none is held', async () => {
    const { rows, sentence } = await tracker(`?area=${SANDWELL}`)
    expect(rows).toEqual([])
    expect(sentence).toBe('No recommendation of a committee is held for Sandwell by 21 November 2026.')
  })
})

describe('an update of a recommendation', () => {
  test('counts from the day of its tracker on; before that day the older one stands', async () => {
    await change('recommendation', 'homeless-health', {
      rag: 'Completed',
      update: 'The report was received.',
      targetText: '1 June 2017',
      targetOn: '2017-06-01',
      asOf: '2017-06-08',
    })
    expect(await rowOf('homeless-health', '2017-06-07')).toMatchObject({
      rag: 'Not yet due',
      target: 'Tbc',
      history: [{ version: 1 }],
    })
    expect(await rowOf('homeless-health', '2017-06-08')).toMatchObject({
      rag: 'Completed',
      update: 'The report was received.',
      overdueDays: null,
      history: [
        { version: 2, rag: 'Completed', madeBy: 'Clerk', reason: 'As reported' },
        { version: 1, rag: 'Not yet due' },
      ],
    })
    const { days, held } = await tracker('?on=2017-06-08')
    expect(days.map(({ on }) => on)).toEqual(['2017-06-08', '2017-04-27'])
    expect(held).toBe(
      'Of the rows, 12 are as they stood on 27 April 2017 and 1 is as it stood on 8 June 2017.',
    )
  })

  test('leads to the action that answers it', async () => {
    const [action] = await world.db
      .selectFrom('entry')
      .select('id')
      .where('register', '=', 'action')
      .limit(1)
      .execute()
    await change('recommendation', 'respite-pilot', { action: action?.id })
    expect((await rowOf('respite-pilot', '2017-04-27'))?.action?.id).toBe(action?.id)
  })

  test('that is taken out is no part of the tracker', async () => {
    const { id, version } = await add('recommendation', {
      committee: 'Resilient Communities Scrutiny Committee',
      area: BLACKPOOL,
      madeOn: '2017-06-08',
      text: 'Entered by mistake',
      targetText: 'Tbc',
      targetOn: null,
      officer: 'Clerk',
      update: 'None yet',
      rag: 'Red',
      action: null,
      indicators: [],
      asOf: '2017-06-08',
      document: 'scrutiny-agenda-2017',
      page: null,
    })
    expect((await tracker('?on=2017-06-08')).counts).toMatchObject({ total: 14 })
    await post(world, `/api/registers/recommendation/${id}/retire`, { after: version, reason: 'By mistake' })
    expect((await tracker('?on=2017-06-08')).counts).toMatchObject({ total: 13 })
  })
})

describe('the work plan', () => {
  test('has the meetings in their order, and tells which is next', async () => {
    const { workPlan } = await scrutiny('?on=2017-03-20')
    expect(workPlan.meetings.map(({ on, state, items }) => [on, state, items.length])).toEqual([
      ['2016-06-09', 'past', 3],
      ['2016-07-14', 'past', 4],
      ['2016-09-01', 'past', 4],
      ['2016-10-13', 'past', 3],
      ['2016-12-08', 'past', 4],
      ['2017-01-26', 'past', 1],
      ['2017-03-09', 'past', 4],
      ['2017-04-27', 'next', 2],
      ['2017-06-08', 'later', 2],
    ])
    expect(workPlan.sentence).toBe(
      'Counted from 20 March 2017, the next meeting is on 27 April 2017, with 2 items.',
    )
  })

  test('tells what an item is, which quarter it reports on, and who leads it', async () => {
    const { meetings } = (await scrutiny('?on=2017-03-20')).workPlan
    expect(meetings.find(({ on }) => on === '2017-03-09')?.items[0]).toMatchObject({
      title: 'Council Plan performance monitoring: Communities',
      kind: 'Performance',
      covers: 'Q3',
      lead: 'Engagement and Intelligence Officer',
    })
  })

  test('on the day of a meeting, that is the next one', async () => {
    const { workPlan } = await scrutiny('?on=2017-04-27')
    expect(workPlan.sentence).toBe(
      'Counted from 27 April 2017, the next meeting is on this day, 27 April 2017, with 2 items.',
    )
  })

  test('after the last meeting says that no other is entered', async () => {
    const { workPlan } = await scrutiny()
    expect(workPlan.sentence).toBe(
      'No meeting on or after 21 November 2026 is entered; the last that is held is that of 8 June 2017.',
    )
  })
})

describe('decisions', () => {
  test('are those up to the day, the newest first, with their reference, maker and place', async () => {
    const { decisions } = await scrutiny('?on=2017-04-27')
    expect(decisions.map(({ reference }) => reference)).toEqual(['PH23/2017', 'PH19/2017'])
    expect(decisions[0]).toMatchObject({
      made: { on: '2017-03-10', label: '10 March 2017' },
      maker: 'Cabinet Member for Third Sector Engagement and Leisure Services',
      source: { page: 'appendix 4(a)' },
    })
    expect((await scrutiny()).decisions[0]?.made.on).toBe('2021-02-10')
  })
})

describe('a question of a member', () => {
  test('waits, is carried on, is answered and closed; on each day it stands as it did', async () => {
    expect((await questions()).sentence).toBe('No question of a member is held for Blackpool.')
    const { id } = await add('question', QUESTION)
    const on = async (day: string) => (await questions(`?on=${day}`)).questions.find((each) => each.id === id)

    expect(await on('2017-04-19')).toBeUndefined()
    expect(await on('2017-04-20')).toMatchObject({ state: 'open', days: 0, stateWords: 'Asked on this day' })
    expect(await on('2017-04-27')).toMatchObject({
      state: 'open',
      stateWords: 'Open for 7 days',
      measure: { id: 'cpp-repeat-pct', name: 'Repeat protection plans' },
      period: '2016/17',
      late: null,
    })
    expect((await on('2017-04-28'))?.late).toBe(
      'Its meeting of 27 April 2017 is over and it has no answer: carry it on to the next one.',
    )

    await change('question', id, { carriedTo: '2017-06-08' })
    expect(await on('2017-04-28')).toMatchObject({ late: null, carriedTo: { label: '8 June 2017' } })
    const { workPlan } = await scrutiny('?on=2017-05-01')
    expect(workPlan.sentence).toBe(
      'Counted from 1 May 2017, the next meeting is on 8 June 2017, with 2 items and 1 question of members.',
    )
    expect(workPlan.meetings.at(-1)?.questions).toEqual([
      {
        id,
        question: 'Why do plans start again?',
        measure: 'Repeat protection plans',
        stateWords: 'Open for 11 days',
      },
    ])

    await change('question', id, {
      answer: 'Half of them within a year.',
      answeredBy: 'Head of Safeguarding',
      answeredOn: '2017-06-01',
    })
    expect(await on('2017-05-31')).toMatchObject({ state: 'open', answer: null, answeredBy: null })
    expect(await on('2017-06-01')).toMatchObject({
      state: 'answered',
      stateWords: 'Answered after 42 days, not closed yet',
      answer: 'Half of them within a year.',
      answeredBy: 'Head of Safeguarding',
      answered: { label: '1 June 2017' },
    })

    await change('question', id, { closed: true })
    const { counts, sentence } = await questions('?on=2017-06-08')
    expect(counts).toEqual({ open: 0, answered: 0, closed: 1 })
    expect(sentence).toBe('No question waits for an answer; 1 is answered and closed.')
  })

  test('can be carried on to the next meeting that is not over, as long as it has no answer', async () => {
    const { id, version } = await add('question', {
      ...QUESTION,
      indicator: 'audit-good-pct',
      meeting: '2017-03-09',
    })
    const on = async (day: string) => (await questions(`?on=${day}`)).questions.find((each) => each.id === id)
    expect(await on('2017-04-21')).toMatchObject({
      version,
      carry: {
        to: { on: '2017-04-27', label: '27 April 2017' },
        reason: 'No answer for the meeting of 9 March 2017: carried on to that of 27 April 2017',
      },
    })
    expect((await on('2017-04-28'))?.carry?.to.on).toBe('2017-06-08')
    expect((await on('2017-06-09'))?.carry).toBeNull()
    await change('question', id, { carriedTo: '2017-04-27' })
    expect(await on('2017-04-21')).toMatchObject({ version: 2, carry: { to: { on: '2017-06-08' } } })
    await change('question', id, { answer: 'Yes.', answeredBy: 'Officer', answeredOn: '2017-05-01' })
    expect((await on('2017-04-21'))?.carry).toBeNull()
    await post(world, `/api/registers/question/${id}/retire`, { after: 3, reason: 'By mistake' })
  })

  test('that was asked for no meeting can be put before the next one', async () => {
    const { id } = await add('question', { ...QUESTION, indicator: 'audit-good-pct', meeting: null })
    const { questions: list } = await questions('?on=2017-04-21&indicator=audit-good-pct')
    expect(list[0]?.carry?.reason).toBe('It was asked for no meeting: carried on to that of 27 April 2017')
    await post(world, `/api/registers/question/${id}/retire`, { after: 1, reason: 'By mistake' })
  })

  test('for a meeting that the work plan has no item of makes it a meeting all the same', async () => {
    await add('question', { ...QUESTION, meeting: '2027-01-14', askedOn: '2026-11-20' })
    const { meetings, sentence } = (await scrutiny()).workPlan
    expect(meetings.at(-1)).toMatchObject({ on: '2027-01-14', state: 'next', items: [] })
    expect(sentence).toBe(
      'Counted from 21 November 2026, the next meeting is on 14 January 2027, with no item yet and 1 question of members.',
    )
  })

  test('is found by its measure and area', async () => {
    await add('question', { ...QUESTION, indicator: 'cla-rate', question: 'And care?' })
    const texts = async (query: string) => (await questions(query)).questions.map(({ question }) => question)
    expect(await texts('?indicator=cla-rate')).toEqual(['And care?'])
    expect(await texts(`?indicator=cla-rate&area=${SANDWELL}`)).toEqual([])
  })

  test('that waits stands before one that is answered', async () => {
    await add('question', {
      ...QUESTION,
      indicator: 'cin-rate',
      askedOn: '2016-01-01',
      answer: 'Yes.',
      answeredBy: 'Officer',
      answeredOn: '2016-01-02',
    })
    await add('question', { ...QUESTION, indicator: 'cin-rate', askedOn: '2026-01-01' })
    const { questions: list } = await questions('?indicator=cin-rate')
    expect(list.map(({ state }) => state)).toEqual(['open', 'answered'])
  })
})

describe('topics', () => {
  const TOPIC = {
    area: BLACKPOOL,
    title: 'Repeat plans',
    details: 'Look at children who come back.',
    addsValue: true,
    priorities: true,
    notPerforming: false,
    complaints: false,
    strategic: true,
    publicInterest: false,
    impact: true,
    changePlanned: false,
    resources: true,
    addsValueHow: 'Fewer children would come back.',
    prioritiesHow: 'Safe children are the first priority.',
    notPerformingHow: null,
    complaintsHow: null,
    strategicHow: 'It bears on the whole budget.',
    publicInterestHow: null,
    impactHow: 'On families in the centre of town.',
    changePlannedHow: null,
    resourcesHow: 'Two meetings in autumn.',
    completedBy: 'Member of the committee',
    completedOn: '2026-11-01',
    outcome: null,
  }

  test('are put forward with the nine questions of the form, of which some weigh most', async () => {
    expect((await scrutiny()).topics.entries).toEqual([])
    await add('checklist', TOPIC)
    const { questions: form, entries } = (await scrutiny()).topics
    expect(form.map(({ key, weighsMost }) => [key, weighsMost])).toEqual([
      ['addsValue', true],
      ['priorities', true],
      ['notPerforming', true],
      ['complaints', false],
      ['strategic', false],
      ['publicInterest', false],
      ['impact', false],
      ['changePlanned', false],
      ['resources', false],
    ])
    expect(entries).toMatchObject([{ title: 'Repeat plans', outcome: null }])
    expect(entries[0]?.answers.filter(({ yes }) => yes).map(({ key }) => key)).toEqual([
      'addsValue',
      'priorities',
      'strategic',
      'impact',
      'resources',
    ])
    expect(entries[0]?.answers.at(-1)).toEqual({
      key: 'resources',
      yes: true,
      how: 'Two meetings in autumn.',
    })
    expect((await scrutiny('?on=2026-10-31')).topics.entries).toEqual([])
  })

  test('say how where the answer is yes, and need no number of yeses', async () => {
    const refused = await send('checklist', { ...TOPIC, impactHow: null, resourcesHow: ' ' })
    expect(refused.status).toBe(400)
    expect(problemAnswer.parse(await refused.json()).errors).toEqual([
      {
        path: 'terms.impactHow',
        message: 'is needed where the answer is yes: say how the topic meets this, in a sentence',
      },
      {
        path: 'terms.resourcesHow',
        message: 'is needed where the answer is yes: say how the topic meets this, in a sentence',
      },
    ])
    const no = { addsValue: false, priorities: false, strategic: false, impact: false, resources: false }
    expect((await send('checklist', { ...TOPIC, ...no, title: 'None of the nine' })).status).toBe(201)
  })
})

describe('what could be asked', () => {
  test('is asked of the measures that moved away from their good direction, from yearly figures', async () => {
    const { standing, measures } = await prompts()
    expect(standing).toHaveLength(3)
    expect(measures.map(({ id }) => id)).toEqual([
      'referrals-rate',
      'cla-rate',
      's47-rate',
      'cla-residential-rate',
      'cs-expenditure',
    ])
    expect(measures[1]).toMatchObject({ label: '31 March 2025', period: '2024-25', illustrative: false })
    expect(measures[1]?.prompts.map(({ text }) => text)).toEqual([
      'Since 31 March 2020 the figure for children in care has moved −5.7%, +1.9%, −13.2%, −4.2%, +1.1% a year: what changed in 2022–23?',
      'Between 31 March 2020 and 31 March 2025 Blackpool went from 228 to 184. Similar councils meanwhile went from 132.2 to 124.5 on average (10 of 10 reported): what do they do?',
      'The figure for children in care went up 2 (1.1%) from 182 on the year before, while the local strategy aims lower: will it go on, how do we know, and what is the plan?',
    ])
  })

  test('says no cause, and calls nothing better or worse without a direction', async () => {
    const { measures } = await prompts()
    expect(JSON.stringify(measures)).not.toMatch(/because|better|worse/)
  })

  test('elsewhere goes by the national direction, and says so', async () => {
    const { measures } = await prompts(`?area=${SANDWELL}`)
    expect(measures.map(({ id }) => id)).toEqual(['cpp-repeat-pct'])
    expect(measures[0]?.prompts[2]?.text).toContain('while nationally lower counts as better')
  })

  test('of a place without figures there is only what can be asked of anything', async () => {
    const { measures, sentence } = await prompts('?area=E09000001&asAt=2001-01-01')
    expect(measures).toEqual([])
    expect(sentence).toMatch(/^No measure of “Council Plan exceptions” and .* moved away/)
  })
})

describe('what cannot be answered', () => {
  test.each([
    ['/api/scrutiny?area=E99999999', 404, 'There is no area "E99999999". GET /api/areas lists them.'],
    ['/api/scrutiny?on=2017-02-30', 400, 'on: is not a day: use 2017-04-27'],
    ['/api/scrutiny/tracker?area=Blackpool', 400, 'area: is not an area: use an ONS code such as E06000009'],
    [
      '/api/scrutiny/questions?indicator=cla-rat',
      404,
      'There is no indicator "cla-rat"; did you mean "cla-rate"?',
    ],
    [
      '/api/scrutiny/prompts?neighbours=1999',
      400,
      'There is no neighbour model "1999"; there are: 2021, 2025.',
    ],
  ])('%s is refused with %i: %s', async (path, status, detail) => {
    expect(await refusal(path)).toMatchObject({ status, detail })
  })

  test('a question is not asked from another machine', async () => {
    const response = await world.app.request('/api/registers/question', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ terms: QUESTION, reason: 'For the meeting' }),
    })
    expect(response.status).toBe(401)
  })

  test.each([
    [
      { answer: 'Yes.' },
      'Answered by: is needed with an answer: name the role; Answered on: is needed with an answer',
    ],
    [
      { closed: true },
      'The committee is content with the answer: can’t be said of a question without an answer',
    ],
    [
      { answer: 'Yes.', answeredBy: 'Officer', answeredOn: '2017-04-19' },
      'Answered on: lies before the day on which it was asked',
    ],
    [{ period: 'last year' }, 'Period: is not a period: use 2016-17Q3 or 2024-25'],
  ])('a question with %j is refused', async (changes, detail) => {
    const response = await post(world, '/api/registers/question', {
      terms: { ...QUESTION, ...changes },
      reason: 'For the meeting',
    })
    expect(problemAnswer.parse(await response.json())).toMatchObject({ status: 400, detail })
  })
})
