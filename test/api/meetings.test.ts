import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemAnswer } from '../../server/contract/answers.ts'
import { contractsAnswer } from '../../server/contract/exception-answers.ts'
import type { MeetingTerms } from '../../server/contract/meetings.ts'
import { paperAnswer } from '../../server/contract/papers.ts'
import {
  csvPath,
  entryActionPath,
  entryPath,
  newEntryPath,
  registerPath,
} from '../../server/contract/paths.ts'
import { type PlanAnswer, planAnswer } from '../../server/contract/plan-answers.ts'
import { type EntryAnswer, entryAnswer } from '../../server/contract/registers.ts'
import { ask, post } from '../support/uploads.ts'
import { BLACKPOOL, type FileWorld, makeFileWorld, SANDWELL } from '../support/world.ts'

let world: FileWorld
const start = () => {
  beforeAll(async () => {
    world = await makeFileWorld()
  })
  afterAll(() => world.end())
  afterEach(() => {
    expect(world.errors.splice(0)).toEqual([])
  })
}

const BOARD: MeetingTerms = {
  area: BLACKPOOL,
  kind: 'board',
  body: 'Improvement board',
  plan: 'improvement-2019',
  contract: null,
  on: '2026-05-04',
  state: 'held',
  purpose: 'To look at the first year',
  attendance: [
    { who: 'Police', came: 'yes' },
    { who: 'Director of Children’s Services', came: 'deputy' },
  ],
  outcome: 'The training of social workers was moved forward.',
  papers: 'Minutes of May, item 4',
  statedOn: '2026-05-10',
  document: 'Minutes of the board',
  page: null,
}
const PLANNED = { ...BOARD, state: 'planned', attendance: [], outcome: null } as const
const TRUST = 'sandwell-childrens-trust'
const REVIEW = { ...BOARD, area: SANDWELL, kind: 'contract-review', plan: null, contract: TRUST } as const

const get = (path: string) => ask(world, path)
const send = (terms: unknown, register = 'meeting') =>
  post(world, newEntryPath(register), { terms, reason: 'Agreed by the board', by: 'Ann Reed' })
const add = async (terms: unknown, register?: string): Promise<EntryAnswer> => {
  const response = await send(terms, register)
  expect(response.status).toBe(201)
  return entryAnswer.parse(await response.json())
}
const retire = ({ register, id, version }: EntryAnswer) =>
  post(world, entryActionPath(register, id, 'retire'), {
    after: version,
    reason: 'By mistake',
    by: 'Ann Reed',
  })
const plan = async (query = '', id = 'improvement-2019'): Promise<PlanAnswer> =>
  planAnswer.parse(await (await get(`/api/plans/${id}${query}`)).json())
const contract = async (area = SANDWELL) =>
  contractsAnswer.parse(await (await get(`/api/contracts?area=${area}`)).json()).contracts[0]
const feed = async (query = '') => {
  const text = await (await get(`/api/plans/due.ics${query}`)).text()
  return text.replaceAll('\r\n ', '').split('\r\n')
}
/** The event of an id, line by line. */
const eventOf = (lines: readonly string[], id: string) => {
  const from = lines.indexOf(`UID:${id}@childrens-services-performance`)
  return from === -1 ? null : lines.slice(from, lines.indexOf('END:VEVENT', from))
}

describe('a meeting', () => {
  start()

  test('is an entry like any other: with words, a history, a file and what it is linked with', async () => {
    const entry = await add(BOARD)
    expect(entry).toMatchObject({
      register: 'meeting',
      one: 'a meeting',
      title: 'Improvement board',
      terms: BOARD,
      history: [{ kind: 'set', madeBy: 'Ann Reed', reason: 'Agreed by the board' }],
      names: [{ kind: 'plan', id: 'improvement-2019', kindWords: 'Plan' }],
    })
    expect(entry.words).toContainEqual({
      field: 'Who came',
      text: 'Police; Whether they came: Came\nDirector of Children’s Services; Whether they came: Sent a deputy',
    })
    const csv = await (await get(csvPath(registerPath('meeting')))).text()
    expect(csv).toContain('Improvement board')
    const { namedBy } = entryAnswer.parse(await (await get(entryPath('plan', 'improvement-2019'))).json())
    expect(namedBy).toContainEqual(expect.objectContaining({ kind: 'meeting', id: entry.id }))
  })

  test('that was planned can be cancelled, and what it was planned for stays', async () => {
    const { id, version } = await add({ ...PLANNED, on: '2027-01-10' })
    const response = await ask(world, entryPath('meeting', id), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        terms: { ...PLANNED, on: '2027-01-10', state: 'cancelled' },
        after: version,
        reason: 'No quorum',
        by: 'Pat Ng',
      }),
    })
    const { history } = entryAnswer.parse(await response.json())
    expect(history[0]?.changed).toEqual([{ field: 'State', before: 'Planned', after: 'Cancelled' }])
  })

  test.each<[string, object, string, string]>([
    ['about nothing', { plan: null }, 'plan', 'is needed where no contract is named'],
    ['of a plan that there is not', { plan: 'improvement-2018' }, 'plan', 'did you mean “improvement-2019”?'],
    ['of a contract that there is not', { contract: 'x' }, 'contract', 'is none that there is'],
    ['without the name of the board', { body: ' ' }, 'body', 'has to be filled in'],
    ['of no kind', { kind: null }, 'kind', 'has to be chosen'],
    ['that is neither planned, held nor cancelled', { state: 'over' }, 'state', 'is none of these: planned'],
    ['on a day that is none', { on: '2026-02-30' }, 'on', 'is not a day'],
    ['held after the day on which that was stated', { statedOn: '2026-05-03' }, 'on', 'lies after the day'],
    ['planned, with attendance', { state: 'planned', outcome: null }, 'attendance', 'has to be empty'],
    ['planned, with an outcome', { state: 'planned', attendance: [] }, 'outcome', 'has to be empty'],
    ['cancelled, with attendance', { state: 'cancelled', outcome: null }, 'attendance', 'has to be empty'],
    ['cancelled, with an outcome', { state: 'cancelled', attendance: [] }, 'outcome', 'has to be empty'],
    [
      'with somebody twice',
      { attendance: [...BOARD.attendance, { who: ' police ', came: 'no' }] },
      'attendance.2.who',
      'is there twice: police',
    ],
    [
      'with somebody of whom it is not said whether they came',
      { attendance: [{ who: 'Police', came: null }] },
      'attendance.0.came',
      'has to be chosen',
    ],
    [
      'with somebody without a role',
      { attendance: [{ who: '', came: 'yes' }] },
      'attendance.0.who',
      'has to be filled in',
    ],
  ])('%s is refused at that field', async (_what, terms, field, words) => {
    const response = await send({ ...BOARD, ...terms })
    expect(response.status).toBe(400)
    const { errors } = problemAnswer.parse(await response.json())
    expect(errors).toEqual([{ path: `terms.${field}`, message: expect.stringContaining(words) }])
  })

  test('held on the day on which it was stated is taken, as is one without anybody listed', async () => {
    await add({ ...BOARD, statedOn: BOARD.on, attendance: [], outcome: null })
  })

  test('is added by those who keep the registers, not by a member who reads', async () => {
    await world.as('Vera', { role: 'viewer' })
    const response = await post(world, newEntryPath('meeting'), { terms: BOARD, reason: 'A try' }, 'Vera')
    expect(response.status).toBe(403)
  })

  test('taken from a paper stands on the page of that paper', async () => {
    await add({ ...BOARD, document: 'lead-member-report-2019', page: 'page 2' })
    const paper = paperAnswer.parse(await (await get('/api/papers/lead-member-report-2019')).json())
    expect(paper.groups.find(({ id }) => id === 'meetings')?.items).toEqual([
      expect.objectContaining({
        about: 'Improvement board',
        text: BOARD.outcome,
        when: '4 May 2026',
        path: '/plans/improvement-2019',
      }),
    ])
  })
})

describe('the page of a plan', () => {
  start()

  test('says where no meeting is on record, and then looks back to the last meeting of scrutiny', async () => {
    const { meetings, moved } = await plan()
    expect(meetings).toEqual({
      words: 'No meeting of its boards is on record.',
      unheard: null,
      next: null,
      last: null,
      others: [],
      boards: [],
    })
    expect(moved.sinceWords).toBe('8 June 2017, the last meeting in the work plan of scrutiny')
  })

  test('tells what is to come, what was agreed last, and who came', async () => {
    await add({
      ...BOARD,
      on: '2026-02-02',
      outcome: null,
      attendance: [
        { who: 'police', came: 'deputy' },
        { who: 'Probation', came: 'no' },
      ],
    })
    const { id } = await add(BOARD)
    await add({ ...BOARD, on: '2025-11-03', outcome: null, attendance: [] })
    await add({ ...PLANNED, on: '2026-12-08' })
    await retire(await add({ ...BOARD, on: '2026-10-10', statedOn: '2026-10-11' }))
    const { meetings } = await plan()
    expect(meetings.words).toBe('4 meetings of its boards are on record: 3 were held and 1 is planned.')
    expect(meetings.next).toMatchObject({ onLabel: '8 December 2026', stateWords: 'Planned', outcome: null })
    expect(meetings.last).toEqual({
      id,
      version: 1,
      body: 'Improvement board',
      kind: 'board',
      kindWords: 'Meeting of a board',
      on: '2026-05-04',
      onLabel: '4 May 2026',
      state: 'held',
      stateWords: 'Held',
      purpose: 'To look at the first year',
      outcome: 'What was agreed: The training of social workers was moved forward.',
      cameWords: 'Came: Police. Sent a deputy: Director of Children’s Services.',
      papers: 'Minutes of May, item 4',
      source: { document: 'Minutes of the board', page: null, statedLabel: '10 May 2026' },
    })
    expect(meetings.others.map(({ on, outcome, cameWords }) => [on, outcome, cameWords])).toEqual([
      ['2026-02-02', 'What was agreed is not on record.', 'Sent a deputy: police. Did not come: Probation.'],
      ['2025-11-03', 'What was agreed is not on record.', 'Who came is not on record.'],
    ])
    expect(meetings.boards).toEqual([
      {
        body: 'Improvement board',
        words: 'Of 2 of its 3 meetings held; of the others it is not on record who came.',
        attendance: [
          expect.objectContaining({
            who: 'Police',
            listed: 2,
            came: 1,
            deputy: 1,
            words: 'came to 1 of 2, sent a deputy to 1',
          }),
          expect.objectContaining({ who: 'Director of Children’s Services', listed: 1, deputy: 1 }),
          expect.objectContaining({ who: 'Probation', absent: 1 }),
        ],
      },
    ])
  })

  test('read on a past day takes what came later for planned, and knows neither who came nor what was agreed', async () => {
    const { meetings } = await plan('?on=2026-03-01')
    expect(meetings.last?.on).toBe('2026-02-02')
    expect(meetings.next).toMatchObject({
      on: '2026-05-04',
      state: 'planned',
      outcome: null,
      cameWords: null,
    })
    expect(meetings.boards[0]?.attendance.map(({ who }) => who)).toEqual(['police', 'Probation'])
  })

  test('looks at what moved since the last meeting of its own board, and says so', async () => {
    const { moved } = await plan()
    expect(moved.since).toBe('2026-05-04')
    expect(moved.sinceWords).toBe('4 May 2026, the last meeting of the Improvement board')
    expect(moved.sinceOptions.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        '4 May 2026, a meeting of the Improvement board',
        '8 June 2017, a meeting in the work plan of scrutiny',
      ]),
    )
    expect((await plan('?since=2026-02-02')).moved.sinceWords).toBe(
      '2 February 2026, a meeting of the Improvement board',
    )
    expect((await plan('?on=2026-05-04')).moved.since).toBe('2026-02-02')
    expect((await plan('?on=2025-11-03')).moved.sinceWords).toBe(
      '8 June 2017, the last meeting in the work plan of scrutiny',
    )
  })

  test('takes its own board even where scrutiny met later, or on the same day', async () => {
    const held = { ...BOARD, plan: 'mapping-review-2017', body: 'The Executive', statedOn: '2017-05-01' }
    await add({ ...held, on: '2017-03-20' })
    const { moved } = await plan('?on=2017-04-28', 'mapping-review-2017')
    expect(moved.sinceWords).toBe('20 March 2017, the last meeting of the Executive')
    expect(moved.moves).not.toEqual([])
    expect(moved.sinceOptions.map(({ label }) => label)).toContain(
      '27 April 2017, a meeting in the work plan of scrutiny',
    )
    await add({ ...held, on: '2017-04-27' })
    expect((await plan('?on=2017-04-28', 'mapping-review-2017')).moved.sinceWords).toBe(
      '27 April 2017, the last meeting of the Executive',
    )
  })

  test('of another plan keeps to scrutiny’s, and offers no day of this board', async () => {
    const { moved, meetings, onOptions } = await plan('', 'headstart')
    expect(moved.sinceWords).toMatch(/, the last meeting in the work plan of scrutiny$/)
    expect(meetings.words).toBe('No meeting of its boards is on record.')
    expect(onOptions.map(({ value }) => value)).not.toContain('2026-05-04')
  })

  test('offers the day of each meeting of its boards to read it on', async () => {
    expect((await plan()).onOptions).toContainEqual({
      value: '2026-02-02',
      label: '2 February 2026: a meeting of the Improvement board',
    })
  })

  test('tells a planned day that passed without a word', async () => {
    await add({ ...PLANNED, on: '2026-11-20', body: 'Executive', plan: 'youth-offending-2018' })
    const { meetings } = await plan('', 'youth-offending-2018')
    expect(meetings.unheard).toBe(
      'The meeting planned for 20 November 2026 has passed; nothing is on record of it.',
    )
    expect(meetings.words).toBe('One meeting of its boards is on record: it is planned.')
    expect(meetings.others[0]?.stateWords).toBe(
      'Planned for a day that has passed; nothing is on record of it',
    )
    expect((await plan('?on=2026-11-20', 'youth-offending-2018')).meetings).toMatchObject({
      unheard: null,
      next: { on: '2026-11-20' },
    })
  })

  test('is the same to everybody, and names roles only', async () => {
    const response = await world.app.request('/api/plans/improvement-2019')
    const text = await response.text()
    expect(planAnswer.parse(JSON.parse(text)).meetings).toEqual((await plan()).meetings)
    expect(text).not.toContain('Ann Reed')
  })
})

describe('a contract', () => {
  start()

  test('without a review says so, and what its paper says of who answers for it', async () => {
    const sandwell = await contract()
    expect(sandwell?.meetings.reviews).toMatchObject({
      words: 'No review of this contract is on record. Its paper does not say when it is reviewed.',
      unheard: null,
      next: null,
      last: null,
    })
    expect(sandwell?.meetings.assurance.words).toMatch(
      /^No report to Cabinet on this contract is on record\. Its paper says who answers for it: The Director of Children’s Services and the Lead Member together/,
    )
    expect(sandwell?.end).toBeNull()
    expect(sandwell?.terms).toContainEqual({ field: 'End', text: 'The paper states nothing.', said: false })
  })

  test('shows its reviews apart from what Cabinet was told, and that a review is overdue', async () => {
    await add({ ...REVIEW, on: '2018-02-01', statedOn: '2018-02-01' })
    await add({ ...REVIEW, state: 'planned', on: '2018-05-04', attendance: [], outcome: null })
    await add({
      ...REVIEW,
      kind: 'assurance',
      body: 'Cabinet',
      on: '2018-07-18',
      statedOn: '2018-07-18',
      outcome: 'Cabinet noted that no measure was printed.',
    })
    const { reviews, assurance } = (await contract())?.meetings ?? {}
    expect(reviews).toMatchObject({
      words: '2 reviews of this contract are on record: 1 was held and 1 is planned.',
      unheard: 'The review planned for 4 May 2018 has passed; nothing is on record of it.',
      last: { on: '2018-02-01', cameWords: expect.stringContaining('Came: Police.') },
      next: null,
    })
    expect(assurance).toMatchObject({
      words: 'One meeting of Cabinet that is told of this contract is on record: it was held.',
      last: { onLabel: '18 July 2018', outcome: 'What was said: Cabinet noted that no measure was printed.' },
    })
  })

  test('has its next review once one is planned', async () => {
    await add({ ...REVIEW, state: 'planned', on: '2027-02-01', attendance: [], outcome: null })
    expect((await contract())?.meetings.reviews).toMatchObject({ unheard: null, next: { on: '2027-02-01' } })
  })

  test('that has an end says how long it still runs, and cannot end before it starts', async () => {
    const { terms } = entryAnswer.parse(await (await get(entryPath('contract', TRUST))).json())
    const here = { ...terms, area: BLACKPOOL, startedOn: '2018-04-01' }
    await add({ ...here, endsOn: '2028-03-31' }, 'contract')
    expect((await contract(BLACKPOOL))?.end).toBe('It ends on 31 March 2028: 16 months (496 days) are left.')
    const refused = await send({ ...here, endsOn: '2018-03-31' }, 'contract')
    expect(problemAnswer.parse(await refused.json()).errors).toEqual([
      { path: 'terms.endsOn', message: 'has to be later than the start' },
    ])
  })
})

describe('the calendar', () => {
  start()

  test('holds planned meetings, of the area and of their own plan only', async () => {
    const { id } = await add({ ...PLANNED, on: '2026-12-08' })
    await add({ ...PLANNED, on: '2026-12-09', plan: 'headstart' })
    expect(eventOf(await feed(), `meeting-${id}`)).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20261208',
        'SUMMARY:Meeting: Improvement board',
        expect.stringMatching(
          /^DESCRIPTION:Meeting of a board\\nPlan: Improvement plan for children’s services\\nWhat it is for: To look at the first year\\n/,
        ),
      ]),
    )
    const own = await feed('?plan=improvement-2019')
    expect(own.filter((line) => line.startsWith('SUMMARY:Meeting'))).toHaveLength(1)
    expect(eventOf(await feed(`?area=${SANDWELL}`), `meeting-${id}`)).toBeNull()
  })

  test('lets a meeting go that was held, cancelled or taken out', async () => {
    const held = await add(BOARD)
    const cancelled = await add({ ...PLANNED, state: 'cancelled', on: '2027-03-01' })
    const out = await add({ ...PLANNED, on: '2027-03-02' })
    await retire(out)
    const lines = await feed()
    expect([held, cancelled, out].map(({ id }) => eventOf(lines, `meeting-${id}`))).toEqual([
      null,
      null,
      null,
    ])
  })

  test('holds the reviews of a contract', async () => {
    const terms = { ...REVIEW, state: 'planned', on: '2027-02-01', attendance: [], outcome: null }
    const { id } = await add(terms)
    expect(eventOf(await feed(`?area=${SANDWELL}`), `meeting-${id}`)).toContainEqual(
      expect.stringMatching(
        /^DESCRIPTION:Review of a contract\\nContract: Children’s social care services in Sandwell/,
      ),
    )
  })

  test('holds each day of a committee once, with its items; its name stays and its number grows', async () => {
    const id = 'committee-e06000009-resilient-communities-scrutiny-committee-2017-06-08'
    const before = eventOf(await feed(), id)
    expect(before).toContain('SUMMARY:Meeting: Resilient Communities Scrutiny Committee')
    expect(before?.find((line) => line.startsWith('DESCRIPTION:'))).toMatch(/^DESCRIPTION:Item: .+\\nItem: /)
    const number = Number(before?.find((line) => line.startsWith('SEQUENCE:'))?.slice(9))
    const item = await add(
      {
        committee: 'Resilient Communities Scrutiny Committee',
        area: BLACKPOOL,
        meeting: '2017-06-08',
        title: 'What became of the mapping review',
        kind: 'thematic',
        covers: null,
        lead: null,
        note: null,
        document: 'Work plan',
        page: null,
      },
      'work-item',
    )
    const added = eventOf(await feed(), id)
    expect(added?.find((line) => line.startsWith('DESCRIPTION:'))).toContain(
      'Item: What became of the mapping review',
    )
    expect(added).toContain(`SEQUENCE:${number + 1}`)
    await retire(item)
    expect(eventOf(await feed(), id)).toContain(`SEQUENCE:${number + 2}`)
    expect((await feed('?plan=improvement-2019')).join()).not.toContain('committee-')
  })

  test('holds the meeting that a question is carried on to until it has an answer, and days of recovery', async () => {
    const question = {
      area: BLACKPOOL,
      indicator: 'cla-rate',
      period: null,
      question: 'Why is it high?',
      askedBy: 'Chair',
      askedOn: '2026-06-01',
      meeting: '2026-09-01',
      answer: null,
      answeredBy: null,
      answeredOn: null,
      carriedTo: '2026-12-03',
      closed: false,
    }
    const answered = { answer: 'Few leave', answeredBy: 'Director', answeredOn: '2026-07-01' }
    const open = await add(question, 'question')
    const done = await add({ ...question, ...answered }, 'question')
    const commentary = await add(
      {
        area: BLACKPOOL,
        indicator: 'cla-rate',
        period: '2025-26Q1',
        text: 'It fell by more than in any quarter of the year before.',
        cause: 'Fewer came into care.',
        action: 'The panel meets weekly.',
        owner: 'Head of Service',
        recoveryOn: '2027-03-31',
        by: 'Head of Service',
      },
      'commentary',
    )
    const lines = await feed()
    expect(eventOf(lines, `question-${open.id}`)).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20261203',
        'SUMMARY:Question carried on: Why is it high?',
        'DESCRIPTION:Measure: Children in care\\nAsked by: Chair\\, 1 June 2026\\nCarried on to the meeting of this day\\; no answer is on record.',
      ]),
    )
    expect(eventOf(lines, `question-${done.id}`)).toBeNull()
    expect(eventOf(lines, `recovery-${commentary.id}`)).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20270331',
        'SUMMARY:Recovery day: Children in care',
        'DESCRIPTION:By the commentary on April to June 2025 (Quarter 1 2025/26) it is to be back on its path by this day.\\nWhat is done: The panel meets weekly.\\nWho answers for it: Head of Service',
      ]),
    )
  })
})
