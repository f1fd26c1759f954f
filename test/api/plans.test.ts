import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EventTerms } from '../../server/contract/events.ts'
import { type PlanActionPage, planActionPageAnswer } from '../../server/contract/plan-action-answers.ts'
import {
  type PlanAnswer,
  type PlansAnswer,
  planAnswer,
  plansAnswer,
} from '../../server/contract/plan-answers.ts'
import type { ActionTerms, PlanTerms } from '../../server/contract/plans.ts'
import type { RecommendationTerms } from '../../server/contract/scrutiny.ts'
import type { Register } from '../../server/domain/register.ts'
import { insertVersion } from '../../server/store/entries.ts'
import { makeWorld, SANDWELL, type World } from '../support/world.ts'

let world: World
const ask = async (path: string) => world.app.request(path, { headers: { cookie: await world.as() } })
const json = async (path: string) => (await ask(path)).json()
const plans = async (query = ''): Promise<PlansAnswer> => plansAnswer.parse(await json(`/api/plans${query}`))
const plan = async (id: string, query = ''): Promise<PlanAnswer> =>
  planAnswer.parse(await json(`/api/plans/${id}${query}`))
const action = async (id: string, query = ''): Promise<PlanActionPage> =>
  planActionPageAnswer.parse(await json(`/api/plans/actions/${id}${query}`))
const detail = async (path: string) => {
  const response = await ask(path)
  return [response.status, ((await response.json()) as { detail: string }).detail]
}

const seed = <T>(register: Register, id: string) =>
  world.reference.seeds.find((each) => each.register === register && each.id === id)?.terms as T

type Written = { version?: number; on?: string; by?: string; reason?: string; retired?: boolean }
const write = (
  register: Register,
  id: string,
  body: object,
  { version = 1, on = '2026-11-20', by = 'Ann Reed', reason = 'Test', retired = false }: Written = {},
) =>
  insertVersion(world.db, {
    register,
    id,
    version,
    body: JSON.stringify(body),
    retired,
    reason,
    madeBy: by,
    madeAt: `${on}T09:00:00.000Z`,
  })

describe('the plans of the papers', () => {
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.db.destroy())

  test('are listed with how many of their actions stand where, the newest first', async () => {
    const answer = await plans()
    expect(answer.area.name).toBe('Blackpool')
    expect(answer.summary).toBe(
      '11 plans of Blackpool are on record, with 65 actions: 9 are done, and all 15 open ones with a due day are overdue.',
    )
    expect(answer.silence).toBe(
      'Nothing has been heard of any of them since 26 February 2021, 5 years 8 months before 21 November 2026. What is overdue by the record may have been done since.',
    )
    expect(answer.plans[0]?.id).toBe('better-start')
    expect(answer.plans.find(({ id }) => id === 'mapping-review-2017')).toMatchObject({
      kindWords: 'Review',
      period: '6 February 2017 to 8 May 2017 (as printed: 14 weeks, the last for reporting)',
      countsWords: 'Of 5 actions 4 are under way and 1 is not started.',
      newest: { on: '2017-03-27', words: 'Put on record with 5 actions; nothing was changed since' },
      changing: null,
    })
  })

  test('that have targets lead to their page as a strategy', async () => {
    const { plans: listed } = await plans()
    expect(listed.filter(({ onAPage }) => onAPage).map(({ id }) => id)).toEqual([
      'mtfs-2021',
      'council-plan-2015',
    ])
    expect((await plan('mtfs-2021')).onAPage).toBe(true)
    expect((await plan('headstart')).onAPage).toBe(false)
  })

  test('that state no day are drawn as far as the day on which they were stated', async () => {
    const { timeline } = await plan('youth-offending-2018')
    expect([timeline?.from, timeline?.to]).toEqual(['2018-11-01', '2019-06-17'])
    expect(timeline?.sentence).toMatch(/^From 1 November 2018 to 17 June 2019: 1 milestone;/)
  })

  test('of another council are its own', async () => {
    expect(await plans(`?area=${SANDWELL}`)).toMatchObject({
      area: { name: 'Sandwell' },
      summary: 'No plan of Sandwell is on record.',
      silence: null,
      plans: [],
    })
  })

  test('say what a plan is for and where it says so', async () => {
    const answer = await plan('youth-offending-2018')
    expect(answer.purpose).toContain('standard by standard')
    expect(answer.follows).toEqual({
      words: 'Inspection of the youth offending service: inadequate, November 2018',
      doubt: expect.stringContaining('The lead member’s report has November 2018.'),
      sources: [
        { text: 'Report of the lead member to the Council, June 2019, youth offending team', url: null },
        { text: expect.any(String), url: expect.stringMatching(/^https:/) },
      ],
    })
    expect(answer.source).toMatchObject({ page: 'youth offending team', statedLabel: '17 June 2019' })
    expect(answer.boards.map(({ name }) => name)).toEqual(['Youth Offending Service Board', 'Executive'])
    expect(answer.documents).toHaveLength(1)
  })

  test('count what has no due day apart, and draw no action where no day is stated', async () => {
    const answer = await plan('youth-offending-2018')
    expect(answer.countsWords).toBe('Of 5 actions 3 are done and 2 are under way.')
    expect(answer.dueWords).toBe('None of the 2 open ones has a due day, so none can be counted as overdue.')
    expect(answer.timeline?.rows).toEqual([])
    expect(answer.timeline?.sentence).toBe(
      'From 1 November 2018 to 17 June 2019: 1 milestone; none of its 5 actions has a day, so none is drawn.',
    )
    expect(answer.undatedWords).toBe('No day is stated for any of its 5 actions, so none can be drawn.')
    expect(answer.dueMoves.words).toBe('No action has ever had a due day, so none was moved.')
  })

  test('tell of recommendations of scrutiny only where their actions answer one', async () => {
    expect((await plan('improvement-2019')).recommendations).toEqual({ words: null, rows: [] })
  })

  test('count actions by stage, by who does them and by where they stand', async () => {
    const { stages, owners, states } = await plan('improvement-2019')
    expect(stages.map(({ name, days, countsWords }) => [name, days, countsWords])).toEqual([
      ['Operational', 'no day is stated', 'The only action is under way.'],
      ['Strategic', 'no day is stated', 'The only action is under way.'],
    ])
    expect(owners.map(({ owner, counts }) => [owner, counts.actions])).toEqual([
      ['Director of Children’s Services', 9],
      ['Safeguarding Children’s Board', 1],
    ])
    expect(states).toEqual([
      { value: 'under-way', label: 'Under way (8)' },
      { value: 'done', label: 'Done (2)' },
    ])
  })
})

describe('the mapping review', () => {
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.db.destroy())
  const on = (day: string) => plan('mapping-review-2017', `?on=${day}`)

  test('on 27 March 2017 is in week 8, with 3 of 10 parts done and one added', async () => {
    const { review, onLabel, isToday, silence } = await on('2017-03-27')
    expect(review).toMatchObject({
      week: 8,
      weeksPlanned: 14,
      weekWords: 'On 27 March 2017 it was in week 8 of 14; 7 whole weeks had passed.',
      endWords:
        'Week 14, the last one planned, is that of 8 May 2017 to 14 May 2017. The stated end, 8 May 2017, lies in it.',
      slippageWords: '1 part was added after the start (2 weeks); the 14 weeks were kept.',
      expectedWords: 'This is what was expected on 27 March 2017. How the review ended is not on record.',
      partsWords:
        'Of the 10 parts first planned 3 are done, and 7 remain. 1 was added on the way and is counted apart.',
      findingsWords: '20 findings under 4 themes, told in our own words.',
    })
    expect(review?.parts.map(({ state, parts }) => [state, parts.length])).toEqual([
      ['done', 3],
      ['remaining', 7],
      ['added', 1],
    ])
    expect(review?.themes.map(({ theme }) => theme)).toEqual([
      'Management and leadership',
      'Performance management and processes',
      'Structure and workflow',
      'Information and communication',
    ])
    expect([onLabel, isToday, silence]).toEqual(['27 March 2017', false, null])
  })

  test('on 9 March 2017 is four weeks in, read from what was first put on record', async () => {
    const { review, recordNote, counts } = await on('2017-03-09')
    expect(review?.weekWords).toBe('On 9 March 2017 it was in week 5 of 14; 4 whole weeks had passed.')
    expect(recordNote).toBe(
      'Nothing of it was on record on 9 March 2017. Shown is what was first put on record, on 27 March 2017; weeks and overdue days are counted to 9 March 2017.',
    )
    expect(counts.actions).toBe(5)
  })

  test('is over today, and nobody knows how its actions ended', async () => {
    const answer = await plan('mapping-review-2017')
    expect(answer.review).toMatchObject({
      week: null,
      weekWords: 'On 21 November 2026 its 14 weeks were over: the last of them ended on 14 May 2017.',
    })
    expect(answer.silence).toEqual({
      on: '2017-03-27',
      words:
        'Nothing has been heard of this plan since 27 March 2017, 9 years 7 months before. What stands here is what was known then; what is overdue by the record may have been done since.',
    })
    expect(answer.unheardWords).toBeNull()
    expect(answer.counts).toMatchObject({ overdue: 2, longest: 3498, openWithDue: 2 })
    expect(answer.states.at(-1)).toEqual({ value: 'overdue', label: 'Overdue (2)' })
  })

  test('shortly after a due day says that nothing was heard of it since', async () => {
    const answer = await on('2017-04-27')
    expect(answer.dueWords).toBe(
      'Of the 5 open ones 2 have a due day, and 1 of these is overdue, by 3 days. 3 have no due day and are counted apart.',
    )
    expect(answer.unheardWords).toBe(
      'Nothing has been heard of it after the due day: the newest word is of 27 March 2017. It is not known whether it was done since.',
    )
    expect(answer.actions[0]).toMatchObject({
      id: 'mapping-review-chief-executive-meetings',
      overdueDays: 3,
      overdueWords: 'Overdue by 3 days',
      unheard: true,
      lastWord: { on: '2017-03-27' },
    })
    expect(answer.actions[1]).toMatchObject({ overdueDays: null, unheard: false })
  })

  test('has a timeline with its stages, its dated actions and the day', async () => {
    const { timeline, undatedWords } = await on('2017-04-27')
    expect(timeline).toMatchObject({
      from: '2017-02-06',
      to: '2017-05-08',
      onLabel: 'Read on: 27 April 2017',
      awayWords: null,
      sentence: 'From 6 February 2017 to 8 May 2017: 2 milestones; 2 of 5 actions have a day; 1 is overdue.',
    })
    expect(timeline?.rows.map(({ from, to, state, words }) => [from, to, state, words])).toEqual([
      [
        '2017-04-24',
        '2017-04-24',
        'overdue',
        'Overdue by 3 days, under way when last heard of on 27 March 2017; due 24 April 2017',
      ],
      ['2017-05-08', '2017-05-08', 'not-started', 'Not started; due 8 May 2017'],
    ])
    expect(undatedWords).toBe('3 of the 5 actions are not drawn, since no day is stated for them.')
  })

  test('tells the same month by month', async () => {
    const { timeline } = await on('2017-04-27')
    const list = timeline?.months.map(({ month, entries }) => [
      month,
      ...entries.map(({ onLabel, words }) => `${onLabel}: ${words}`),
    ])
    expect(list).toEqual([
      [
        'February 2017',
        '6 February to 8 May 2017: The Corporate Delivery Unit begins its mapping review of children’s services',
        '6 February 2017: The plan begins',
        '6 February 2017: The stage “Mapping” begins',
      ],
      [
        'April 2017',
        '24 April 2017: A director of children’s services joins',
        expect.stringMatching(/^24 April 2017: Due: Meetings of the senior leaders/),
        '27 April 2017: The day that is shown',
      ],
      [
        'May 2017',
        '7 May 2017: The stage “Mapping” ends',
        '8 May 2017: The stage “Reporting” begins',
        expect.stringMatching(/^8 May 2017: Due: Weigh the findings/),
        '8 May 2017: The plan’s stated end',
      ],
    ])
  })

  test('read today does not shrink to a dot', async () => {
    const { timeline } = await plan('mapping-review-2017')
    expect(timeline).toMatchObject({
      to: '2017-05-08',
      onLabel: null,
      awayWords: 'Today, 21 November 2026, is not on the timeline: it lies 9 years 6 months after its end.',
    })
  })

  test('offers the days worth reading it on', async () => {
    expect((await on('2017-03-10')).onOptions).toEqual([
      { value: '', label: 'Today, 21 November 2026' },
      { value: '2017-04-27', label: '27 April 2017: a meeting of the committee' },
      { value: '2017-03-27', label: '27 March 2017: something was put on record' },
      { value: '2017-03-10', label: '10 March 2017: the day that is shown' },
      { value: '2017-03-09', label: '9 March 2017: a meeting of the committee' },
      { value: '2017-02-06', label: '6 February 2017: the day on which it began' },
    ])
  })

  test('counts what moved from the last meeting before the day', async () => {
    const { moved } = await on('2017-03-27')
    expect(moved).toMatchObject({
      since: '2017-03-09',
      sinceWords: '9 March 2017, the last meeting in the work plan of scrutiny',
      words: 'the plan was put on record; 5 actions were put on record; none was changed.',
    })
    expect(moved.moves).toHaveLength(6)
    expect((await on('2017-03-26')).moved.words).toBe('nothing was put on record or changed.')
  })

  test('as a file has a row for each action', async () => {
    const response = await ask('/api/plans/mapping-review-2017.csv?on=2017-04-27')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="mapping-review-2017_actions.csv"',
    )
    const lines = (await response.text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatch(/^plan_id,plan,area_code,read_on,action_id,version,/)
    expect(lines[1]).toContain(
      ',2017-04-27,mapping-review-chief-executive-meetings,1,,Meetings of the senior leaders with the Chief Executive until the new director starts,,,,Chief Executive,,2017-04-24,Before the start of the new director,Under way,Among the actions already taken,3,',
    )
  })
})

describe('what can’t be asked', () => {
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.db.destroy())

  test.each([
    ['/api/plans/nothing', 404, 'There is no plan "nothing".'],
    ['/api/plans/nothing.csv', 404, 'There is no plan "nothing".'],
    ['/api/plans/actions/nothing', 404, 'There is no action "nothing".'],
    ['/api/plans?area=E99999999', 404, 'There is no area "E99999999". GET /api/areas lists them.'],
    ['/api/plans?area=Blackpool', 400, 'area: is not an area: use an ONS code such as E06000009'],
    ['/api/plans/headstart?on=2017-02-30', 400, 'on: is not a day: use 2017-03-27'],
    ['/api/plans/headstart?since=yesterday', 400, 'since: is not a day: use 2017-03-27'],
    [
      '/api/plans/headstart?on=2026-11-22',
      400,
      'on: 22 November 2026 has not come; what stands on record can be read up to 21 November 2026.',
    ],
    [
      '/api/plans/actions/headstart-website?on=2027-01-01',
      400,
      'on: 1 January 2027 has not come; what stands on record can be read up to 21 November 2026.',
    ],
    [
      '/api/plans/headstart?on=2019-07-01&since=2019-07-02',
      400,
      'since: 2 July 2019 lies after 1 July 2019, the day that the plan is read on.',
    ],
    ['/api/plans/due.ics?plan=nothing', 404, 'There is no plan "nothing".'],
    ['/api/plans/due.ics?area=here', 400, 'area: is not an area: use an ONS code such as E06000009'],
  ])('%s is refused with %i: %s', async (path, status, words) => {
    expect(await detail(path)).toEqual([status, words])
  })

  test('a day that is today is as good as none', async () => {
    expect(await plan('headstart', '?on=2026-11-21')).toMatchObject({ isToday: true, recordNote: null })
  })
})

describe('what is changed', () => {
  let terms: ActionTerms
  const ID = 'mapping-review-options'
  beforeEach(async () => {
    world = await makeWorld()
    terms = seed<ActionTerms>('action', ID)
    return () => world.db.destroy()
  })

  test('is told with what was there before, who did it and why, and how far due days moved', async () => {
    await write('action', ID, { ...terms, due: '2017-05-22' }, { version: 2, on: '2017-04-28', by: 'Pat Ng' })
    await write(
      'action',
      ID,
      { ...terms, due: '2017-06-22' },
      { version: 3, on: '2017-05-20', reason: 'Late' },
    )
    const { moved, dueMoves } = await plan('mapping-review-2017', '?on=2017-05-21')
    expect(moved.since).toBe('2017-04-27')
    expect(moved.words).toBe('2 changes were made to 1 action.')
    expect(moved.moves).toEqual([
      expect.objectContaining({
        of: 'action',
        id: ID,
        kind: 'changed',
        onLabel: '20 May 2017',
        by: 'Ann Reed',
        reason: 'Late',
        changed: [{ field: 'Due', before: '22 May 2017', after: '22 June 2017' }],
      }),
      expect.objectContaining({ onLabel: '28 April 2017', by: 'Pat Ng', version: 2 }),
    ])
    expect(dueMoves).toMatchObject({ dues: 2, changes: 2, later: 1, averageDays: 45 })
    expect(dueMoves.words).toBe(
      'Of 2 due days 1 is later than first set, by 45 days. Due days were changed 2 times in all.',
    )
  })

  test('is told from the day that is asked for, and as it stood on the day that is read', async () => {
    await write('action', ID, { ...terms, due: '2017-05-22' }, { version: 2, on: '2017-04-28' })
    await write('action', ID, { ...terms, due: '2017-06-22' }, { version: 3, on: '2017-05-20' })
    const then = await plan('mapping-review-2017', '?on=2017-05-19&since=2017-04-01')
    expect(then.moved).toMatchObject({ since: '2017-04-01', sinceWords: '1 April 2017' })
    expect(then.moved.moves.map(({ version }) => version)).toEqual([2])
    expect(then.moved.sinceOptions).toContainEqual({ value: '2017-04-01', label: '1 April 2017' })
    expect(then.actions.find(({ id }) => id === ID)?.due).toBe('2017-05-22')
    expect(then.dueMoves).toMatchObject({ changes: 1, averageDays: 14 })
    const now = await plan('mapping-review-2017')
    expect(now.actions.find(({ id }) => id === ID)?.due).toBe('2017-06-22')
  })

  test('on the day of the meeting itself had moved before it', async () => {
    await write('action', ID, { ...terms, due: '2017-05-22' }, { version: 2, on: '2017-04-27' })
    expect((await plan('mapping-review-2017', '?on=2017-05-01')).moved.moves).toEqual([])
  })

  test('is heard of: then an overdue action is overdue by word', async () => {
    await write('action', ID, { ...terms, state: 'under-way' }, { version: 2, on: '2017-05-12' })
    const answer = await plan('mapping-review-2017', '?on=2017-05-15')
    expect(answer.actions.find(({ id }) => id === ID)).toMatchObject({
      overdueDays: 7,
      unheard: false,
      lastWord: { label: '12 May 2017' },
    })
    expect(answer.unheardWords).toBe(
      'Nothing has been heard of 1 of the overdue ones after the due day: the newest word is of 27 March 2017. It is not known whether it was done since.',
    )
    expect(answer.timeline?.rows.at(-1)?.words).toBe('Overdue by 7 days, under way; due 8 May 2017')
  })

  test('a word on the due day itself says nothing of the days after it', async () => {
    await write('action', ID, { ...terms, state: 'under-way' }, { version: 2, on: '2017-05-08' })
    const { actions } = await plan('mapping-review-2017', '?on=2017-05-15')
    expect(actions.find(({ id }) => id === ID)?.unheard).toBe(true)
  })

  test('done or taken out is overdue no more; what was taken out is no action of the plan', async () => {
    await write('action', ID, { ...terms, state: 'done', evidence: 'The report' }, { version: 2 })
    await write(
      'action',
      'mapping-review-chief-executive-meetings',
      seed<ActionTerms>('action', 'mapping-review-chief-executive-meetings'),
      { version: 2, retired: true },
    )
    const answer = await plan('mapping-review-2017')
    expect(answer.counts).toMatchObject({ actions: 4, done: 1, openWithDue: 0, overdue: 0 })
    expect(answer.moved.words).toBe('1 change was made to 1 action; 1 action was taken out.')
    expect(answer.silence).toBeNull()
  })

  test('to another plan leaves this one, which is told on both', async () => {
    await write('action', ID, { ...terms, plan: 'headstart', stage: null }, { version: 2 })
    const left = await plan('mapping-review-2017', '?since=2026-11-01')
    expect(left.counts.actions).toBe(4)
    expect(left.moved.moves[0]?.changed).toContainEqual({
      field: 'Plan',
      before: 'Mapping review of children’s services by the Corporate Delivery Unit',
      after: 'HeadStart and the Resilience Revolution',
    })
    expect((await plan('headstart', '?since=2026-11-01')).moved.moves[0]?.id).toBe(ID)
  })

  test('in the plan itself is slippage', async () => {
    const own = seed<PlanTerms>('plan', 'mapping-review-2017')
    await write('plan', 'mapping-review-2017', { ...own, to: '2017-05-22' }, { version: 2, on: '2017-05-02' })
    const { review } = await plan('mapping-review-2017')
    expect(review?.slippageWords).toBe(
      '1 part was added after the start (2 weeks); the end was moved from 8 May 2017 to 22 May 2017.',
    )
    expect(review?.endWords).toContain('The stated end, 22 May 2017, lies in week 16, 2 weeks later.')
    const before = await plan('mapping-review-2017', '?on=2017-05-01')
    expect(before.review?.slippageWords).toContain('the 14 weeks were kept')
  })

  test('in a plan that was taken out is not listed, but can be read', async () => {
    const own = seed<PlanTerms>('plan', 'headstart')
    await write('plan', 'headstart', own, { version: 2, retired: true })
    expect((await plans()).plans.map(({ id }) => id)).not.toContain('headstart')
    expect((await plan('headstart')).retired).toBe(true)
  })

  test('on a council without meetings is looked at over 90 days', async () => {
    const own = seed<PlanTerms>('plan', 'mapping-review-2017')
    await write('plan', 'other', { ...own, area: SANDWELL, inspection: null, parts: [], weeksPlanned: null })
    const { moved, review } = await plan('other')
    expect(moved.since).toBe('2026-08-23')
    expect(moved.sinceWords).toBe('23 August 2026, 90 days before')
    expect(moved.words).toBe('the plan was put on record; none was changed.')
    expect(review).toBeNull()
  })

  test('goes from the calendar when it is completed, taken out, or part of a plan that was taken out', async () => {
    const made = seed<RecommendationTerms>('recommendation', 'dementia-training')
    await write('recommendation', 'dementia-training', { ...made, rag: 'Completed' }, { version: 2 })
    const options = seed<ActionTerms>('action', 'mapping-review-options')
    await write('action', 'mapping-review-options', options, { version: 2, retired: true })
    const fairness = seed<PlanTerms>('plan', 'fairness-commission-2017')
    await write('plan', 'fairness-commission-2017', fairness, { version: 2, retired: true })
    const text = await (await ask('/api/plans/due.ics')).text()
    expect(text.match(/^UID:(action|recommendation)-/gm)).toHaveLength(11)
    expect(text).not.toContain('UID:recommendation-dementia-training')
    expect(text).not.toContain('mapping-review-options')
    expect(text).not.toContain('UID:action-fairness-')
  })

  test('links a recommendation from either side', async () => {
    const made = seed<RecommendationTerms>('recommendation', 'complaints-overview')
    await write('recommendation', 'complaints-overview', { ...made, action: ID }, { version: 2 })
    await write('action', ID, { ...terms, recommendation: 'respite-pilot' }, { version: 2 })
    const { recommendations } = await plan('mapping-review-2017')
    expect(recommendations.words).toBe('2 recommendations of scrutiny are linked to its actions.')
    expect(recommendations.rows.map(({ id }) => id).sort()).toEqual(['complaints-overview', 'respite-pilot'])
    expect((await action(ID)).recommendation).toBe(
      seed<RecommendationTerms>('recommendation', 'respite-pilot').text,
    )
  })
})

describe('the milestones of a plan', () => {
  beforeEach(async () => {
    world = await makeWorld()
    return () => world.db.destroy()
  })

  test('are the inspection that it follows, its report, and what names the plan, in the order of time', async () => {
    const { timeline } = await plan('improvement-2019')
    const milestones = timeline?.milestones.map(({ id, when }) => [id, when])
    expect(milestones?.slice(0, 3)).toEqual([
      ['blackpool-ofsted-2018', '26 November to 7 December 2018'],
      ['blackpool-ofsted-report-2019', '17 January 2019'],
      ['blackpool-improvement-plan-2019', 'Some day in February 2019'],
    ])
    expect(milestones?.slice(-2)).toEqual([
      ['blackpool-monitoring-2022-01', 'Some day in January 2022'],
      ['blackpool-monitoring-2022-01/published', '15 February 2022'],
    ])
    expect(timeline?.rows).toEqual([])
    expect(timeline?.sentence).toBe(
      'From 26 November 2018 to 15 February 2022: 16 milestones; none of its 10 actions has a day, so none is drawn.',
    )
  })

  test('say where they are stated, where sources differ, and how long a day can lie off', async () => {
    const { timeline } = await plan('improvement-2019')
    expect(timeline?.milestones.find(({ id }) => id === 'blackpool-monitoring-2019-08')).toMatchObject({
      from: '2019-08-01',
      to: '2019-08-31',
      isStretch: false,
      toCome: false,
      doubt: 'The lead member’s report of June 2019 expected it in late summer.',
      sources: [
        { text: 'democracy.blackpool.gov.uk', url: expect.stringMatching(/^https:/) },
        { text: expect.stringMatching(/^Report of the lead member/), url: null },
      ],
    })
    expect(timeline?.months.find(({ month }) => month === 'August 2019')?.entries).toEqual([
      expect.objectContaining({
        onLabel: 'Some day in August 2019',
        words: 'First monitoring visit by Ofsted: the front door',
        milestone: 'blackpool-monitoring-2019-08',
        stateWords: 'Milestone',
      }),
    ])
  })

  test('are those on record by the day that it is read on', async () => {
    const { timeline } = await plan('improvement-2019', '?on=2019-06-19')
    expect(timeline?.milestones.at(-1)?.id).toBe('blackpool-commissioner-review-2019')
    expect(timeline?.milestones.some(({ toCome }) => toCome)).toBe(false)
  })

  test('that were announced and lie after that day are still to come', async () => {
    const visit = seed<EventTerms>('event', 'blackpool-monitoring-2019-08')
    await write('event', 'visit', { ...visit, on: '2019-07-10', precision: 'day' }, { on: '2019-06-18' })
    const { timeline } = await plan('improvement-2019', '?on=2019-06-19')
    expect(timeline?.milestones.at(-1)).toMatchObject({ id: 'visit', toCome: true })
    expect(timeline?.sentence).toContain('7 milestones, 1 of them still to come; none')
    expect(timeline?.months.at(-1)?.entries).toEqual([
      expect.objectContaining({ onLabel: '10 July 2019', stateWords: 'Milestone, still to come' }),
    ])
  })

  test('are none of an event that was taken out', async () => {
    const report = seed<EventTerms>('event', 'blackpool-ofsted-report-2019')
    await write('event', 'blackpool-ofsted-report-2019', report, { version: 2, retired: true })
    const ids = (await plan('improvement-2019')).timeline?.milestones.map(({ id }) => id)
    expect(ids).not.toContain('blackpool-ofsted-report-2019')
    expect(ids).toContain('blackpool-ofsted-2018/published')
  })

  test('are none of a plan that nothing names', async () => {
    expect((await plan('fairness-commission-2017')).timeline?.milestones).toEqual([])
    expect((await plan('council-plan-2015')).timeline?.sentence).toBe(
      'From 1 April 2015 to 31 March 2020: no action is on record.',
    )
  })

  test('of a plan without any day leave nothing to draw', async () => {
    const own = seed<PlanTerms>('plan', 'youth-offending-2018')
    await write('plan', 'other', { ...own, inspection: null })
    expect((await plan('other')).timeline).toBeNull()
  })
})

describe('a plan against the plan as it was first set', () => {
  const ID = 'mapping-review-options'
  const MEETINGS = 'mapping-review-chief-executive-meetings'
  let own: PlanTerms
  let options: ActionTerms
  let meetings: ActionTerms
  beforeEach(async () => {
    world = await makeWorld()
    own = seed<PlanTerms>('plan', 'mapping-review-2017')
    options = seed<ActionTerms>('action', ID)
    meetings = seed<ActionTerms>('action', MEETINGS)
    return () => world.db.destroy()
  })
  const read = (query = '') => plan('mapping-review-2017', query)
  const row = ({ baseline }: PlanAnswer, id: string) => baseline.actions.find(({ action }) => action === id)

  test('that nobody changed is told in one sentence', async () => {
    const { baseline, stability } = await read()
    expect(baseline).toEqual({
      firstSet: '2017-03-27',
      firstSetLabel: '27 March 2017',
      words:
        'It was first set on 27 March 2017, with 5 actions. Nothing of what was planned was changed since.',
      actions: [],
      own: [],
    })
    expect(stability).toMatchObject({
      keepsChanging: false,
      words: 'What is planned was not changed since it was first set.',
    })
  })

  test('has no action to tell of where none is on record', async () => {
    expect((await plan('council-plan-2015')).baseline.words).toBe(
      'It was first set on 9 March 2017, with no action. Nothing of what was planned was changed since.',
    )
  })

  test('is first set when both it and an action of it are on record', async () => {
    expect((await plan('better-start')).baseline.firstSet).toBe('2021-02-26')
    await write('plan', 'other', own, { on: '2026-11-02' })
    await write('action', 'first', { ...options, plan: 'other' }, { on: '2026-11-04' })
    await write('action', 'second', { ...options, plan: 'other' }, { on: '2026-11-05' })
    const { baseline } = await plan('other')
    expect(baseline.firstSet).toBe('2026-11-04')
    expect(baseline.actions.map(({ action, what }) => [action, what])).toEqual([
      ['second', ['Added on 5 November 2026']],
    ])
  })

  test('does not count progress as a change of it', async () => {
    await write(
      'action',
      ID,
      { ...options, state: 'under-way', progress: 50, update: 'Begun' },
      { version: 2 },
    )
    const { baseline, stability } = await read()
    expect(baseline.actions).toEqual([])
    expect(stability.words).toBe('What is planned was not changed since it was first set.')
  })

  test('has what was put off, brought forward, added, taken out and given to others', async () => {
    const put = { ...options, due: '2017-05-22' }
    await write('action', ID, put, { version: 2, on: '2017-04-20', reason: 'Too early' })
    await write('action', ID, { ...put, due: '2017-06-22' }, { version: 3, on: '2017-05-20', reason: 'Late' })
    await write(
      'action',
      MEETINGS,
      { ...meetings, due: '2017-04-20', owner: 'Leader' },
      { version: 2, on: '2017-04-01' },
    )
    const audit = seed<ActionTerms>('action', 'mapping-review-compliance-audit')
    await write('action', 'mapping-review-compliance-audit', audit, {
      version: 2,
      on: '2017-05-02',
      retired: true,
    })
    await write('action', 'another', { ...options, title: 'Another', due: null }, { on: '2017-05-03' })
    const answer = await read('?on=2017-06-01')
    expect(row(answer, ID)).toEqual({
      action: ID,
      title: options.title,
      what: ['Put off', 'Due day changed 2 times'],
      first: '8 May 2017',
      now: '22 June 2017',
      days: 45,
      daysWords: '45 days later',
    })
    expect(row(answer, MEETINGS)).toMatchObject({
      what: ['Brought forward', 'Who does it: from Chief Executive to Leader'],
      daysWords: '4 days earlier',
    })
    expect(row(answer, 'another')?.what).toEqual(['Added on 3 May 2017'])
    expect(row(answer, 'mapping-review-compliance-audit')?.what).toEqual(['Taken out on 2 May 2017'])
    expect(answer.baseline.words).toBe(
      'It was first set on 27 March 2017, with 5 actions; on 1 June 2017 it had 5 (1 added and 1 taken out since). Of 2 due days 1 is later than first set, by 45 days and 1 is earlier. Due days were changed 3 times in all.',
    )
    expect(answer.stability).toMatchObject({
      keepsChanging: true,
      words:
        'This plan keeps changing: 1 of its 2 due days is later than first set, by 45 days; it was changed on 5 days in the 12 months up to 1 June 2017.',
      rule: expect.stringContaining('on 3 or more days within 12 months'),
    })
  })

  test('read on a day before a change does not know it', async () => {
    await write('action', ID, { ...options, due: '2017-05-22' }, { version: 2, on: '2017-04-20' })
    await write('action', ID, { ...options, due: null }, { version: 3, on: '2017-05-20' })
    expect(row(await read('?on=2017-05-19'), ID)).toMatchObject({
      what: ['Put off'],
      now: '22 May 2017',
      days: 14,
    })
    expect(row(await read(), ID)).toMatchObject({
      what: ['Due day dropped', 'Due day changed 2 times'],
      now: null,
      daysWords: null,
    })
    expect((await read('?on=2017-04-19')).baseline.actions).toEqual([])
  })

  test('keeps what was moved to another plan, and what was given a due day', async () => {
    await write(
      'action',
      ID,
      { ...options, plan: 'headstart', stage: null },
      { version: 2, on: '2017-04-20' },
    )
    const event = seed<ActionTerms>('action', 'mapping-review-manager-event')
    await write(
      'action',
      'mapping-review-manager-event',
      { ...event, due: '2017-05-01' },
      { version: 2, on: '2017-04-21' },
    )
    const answer = await read()
    expect(row(answer, ID)?.what).toEqual(['Moved to another plan on 20 April 2017'])
    expect(row(answer, 'mapping-review-manager-event')).toMatchObject({
      what: ['Given a due day'],
      first: '1 May 2017',
      now: '1 May 2017',
      daysWords: null,
    })
  })

  test('has the plan’s own days and stages, first and now', async () => {
    const [mapping] = own.stages
    const longer = { ...own, to: '2017-05-22', weeksPlanned: 16, stages: [{ ...mapping, to: '2017-05-21' }] }
    await write('plan', 'mapping-review-2017', longer, {
      version: 2,
      on: '2017-05-02',
      reason: 'More to map',
    })
    const { baseline, stability, moved } = await read()
    expect(baseline.own).toEqual([
      { name: 'Last day', first: '8 May 2017', now: '22 May 2017', days: 14, daysWords: '14 days later' },
      { name: 'Weeks planned', first: '14 weeks', now: '16 weeks', days: null, daysWords: null },
      {
        name: 'Stage “Mapping”: last day',
        first: '7 May 2017',
        now: '21 May 2017',
        days: 14,
        daysWords: '14 days later',
      },
      { name: 'Stage “Reporting”', first: 'in the plan', now: 'taken out', days: null, daysWords: null },
    ])
    expect(baseline.words).toContain('4 of the plan’s own days and stages were changed.')
    expect(stability.words).toBe(
      'What is planned was not changed in the last 12 months; the last change is of 2 May 2017.',
    )
    expect(moved.words).toBe('nothing was put on record or changed.')
  })

  test('says in one sentence which of the plan’s own days was moved', async () => {
    await write('plan', 'mapping-review-2017', { ...own, to: '2017-05-22' }, { version: 2, on: '2017-05-02' })
    expect((await read()).baseline.words).toContain(
      'Of the plan itself one thing was changed: Last day from 8 May 2017 to 22 May 2017, 14 days later.',
    )
  })

  test('in the list is marked where it keeps changing, with what changed last', async () => {
    await write('action', ID, { ...options, due: '2017-05-22' }, { version: 2, on: '2026-09-01' })
    await write('action', MEETINGS, { ...meetings, due: '2017-05-25' }, { version: 2, on: '2026-10-01' })
    const [listed] = (await plans()).plans
    expect(listed).toMatchObject({
      id: 'mapping-review-2017',
      changing:
        'This plan keeps changing: both of its due days are later than first set, by 23 days on average; it was changed on 2 days in the last 12 months.',
      newest: {
        on: '2026-10-01',
        words:
          '“Meetings of the senior leaders with the Chief Executive until the new director…” was changed: Due from 24 April 2017 to 25 May 2017',
      },
    })
  })

  test('in the list is told by the plan itself where that changed last', async () => {
    await write('plan', 'mapping-review-2017', { ...own, to: '2017-05-22' }, { version: 2, on: '2026-10-02' })
    expect((await plans()).plans[0]?.newest.words).toBe(
      'The plan was changed: To from 8 May 2017 to 22 May 2017',
    )
  })
})

describe('what was moved in a plan itself', () => {
  beforeEach(async () => {
    world = await makeWorld()
    return () => world.db.destroy()
  })

  test('is told with what was there before, why and by whom, and of lists only what differs', async () => {
    const own = seed<PlanTerms>('plan', 'mapping-review-2017')
    const [mapping, reporting] = own.stages
    const stages = [{ ...mapping, to: '2017-05-21' }, reporting]
    await write(
      'plan',
      'mapping-review-2017',
      { ...own, to: '2017-05-22', stages },
      { version: 2, on: '2017-05-02', by: 'Pat Ng', reason: 'More to map' },
    )
    const { moved } = await plan('mapping-review-2017', '?on=2017-05-05')
    expect(moved.words).toBe('the plan itself was changed once.')
    expect(moved.moves).toEqual([
      expect.objectContaining({
        of: 'plan',
        id: 'mapping-review-2017',
        by: 'Pat Ng',
        reason: 'More to map',
        changed: [
          { field: 'To', before: '8 May 2017', after: '22 May 2017' },
          {
            field: 'Stages',
            before: expect.stringMatching(/^Mapping; .*7 May 2017.*mapping\.$/),
            after: expect.stringMatching(/^Mapping; .*21 May 2017.*mapping\.$/),
          },
        ],
      }),
    ])
  })

  test('is told of a part that was added to it', async () => {
    const own = seed<PlanTerms>('plan', 'mapping-review-2017')
    const board = { name: 'Review board', chair: null, members: null, meets: null, note: null }
    const stage = { id: 'after', name: 'After it', from: null, to: null, text: null }
    await write(
      'plan',
      'mapping-review-2017',
      { ...own, boards: [board], stages: [...own.stages, stage] },
      { version: 2, on: '2017-05-02' },
    )
    const { moved } = await plan('mapping-review-2017', '?on=2017-05-05')
    expect(moved.moves[0]?.changed).toEqual([
      { field: 'Stages', before: 'not in it', after: 'After it; Short id: after' },
      { field: 'Boards', before: 'nothing', after: 'Review board' },
    ])
  })

  test('is told of the recommendations of scrutiny that its actions answer', async () => {
    const made = seed<RecommendationTerms>('recommendation', 'complaints-overview')
    const linked = { ...made, action: 'mapping-review-options' }
    await write('recommendation', 'complaints-overview', linked, { version: 2, on: '2017-05-02' })
    await write(
      'recommendation',
      'complaints-overview',
      { ...linked, rag: 'Completed' },
      { version: 3, on: '2017-05-03' },
    )
    const { moved } = await plan('mapping-review-2017', '?on=2017-05-05')
    expect(moved.words).toBe('2 changes were made to 1 recommendation that they answer.')
    expect(moved.moves.map(({ of, version }) => [of, version])).toEqual([
      ['recommendation', 3],
      ['recommendation', 2],
    ])
  })
})

describe('an action', () => {
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.db.destroy())

  test('has its measure before the day on which it was stated and now, and says what that does not show', async () => {
    const page = await action('developments-leaving-care')
    expect(page.plan).toEqual({
      id: 'developments-2017',
      name: 'Developments in children’s services, April 2017',
    })
    expect(page.caution).toBe(
      'This shows what happened before and after; it does not show that the one led to the other.',
    )
    const care = page.measures.find(({ id }) => id === 'cla-rate')
    expect(care).toMatchObject({
      from: { on: '2017-04-27', words: '27 April 2017, the day on which it was stated; no start is known' },
      before: { end: '2017-03-31', value: 183, text: '183', illustrative: false },
      after: { end: '2025-03-31', value: 184 },
      words:
        'Before, 31 March 2017: 183 per 10,000. After, 31 March 2025, 7 years 11 months on: 184 per 10,000, up 1 (0.5%) from 183.',
    })
    expect(care?.quoted).toContainEqual(expect.stringMatching(/^31 March 2017: 163 per 10,000\./))
  })

  test('read on a past day knows no figure that came later', async () => {
    const page = await action('developments-leaving-care', '?on=2017-12-31')
    const care = page.measures.find(({ id }) => id === 'cla-rate')
    expect(care?.after?.end).toBe('2017-09-30')
    expect(care?.after?.illustrative).toBe(true)
    expect(care?.illustrative).toBe(true)
    expect(page.isToday).toBe(false)
  })

  test.each([
    [
      'developments-leaving-care',
      '',
      'Under way when last heard of, on 27 April 2017, 9 years 6 months before; no due day is set.',
    ],
    ['developments-leaving-care', '?on=2017-05-01', 'Under way; no due day is set.'],
    ['developments-adolescents-hub', '?on=2017-05-01', 'Under way; due on 31 July 2017.'],
    [
      'developments-adolescents-hub',
      '?on=2017-08-01',
      'Overdue by 1 day: it was due on 31 July 2017, and is under way.',
    ],
    [
      'developments-adolescents-hub',
      '',
      'Overdue by 3,400 days: it was due on 31 July 2017; it was under way when last heard of, on 27 April 2017, 9 years 6 months before.',
    ],
    ['headstart-website', '', 'Done.'],
    [
      'youth-offending-standards',
      '?on=2019-07-01',
      'Under way; no due day is set (as printed: Twelve months).',
    ],
  ])('%s says where it stands %s', async (id, query, words) => {
    expect((await action(id, query)).standing).toBe(words)
  })

  test.each([
    [
      'no figure at all',
      'developments-the-link',
      'edge-of-care-prevented-pct',
      '',
      'No figure of it is held for Blackpool.',
    ],
    [
      'none before',
      'developments-the-link',
      'cla-starts-rate',
      '',
      'No figure is held of a day up to 27 April 2017. The newest, Year to 31 March 2025: 57 per 10,000.',
    ],
    [
      'none after',
      'developments-leaving-care',
      'cla-rate',
      '?on=2017-05-01',
      'Before, 31 December 2016 (Quarter 3 2016/17): 180.6 per 10,000. No figure is held of a later day than 27 April 2017.',
    ],
    [
      'a percentage',
      'mapping-review-human-resources',
      'sw-vacancy-pct',
      '',
      'Before, 30 September 2016: 12.5%. After, 30 September 2025, 8 years 6 months on: 9.1%, down 3.4 percentage points from 12.5%.',
    ],
  ])('says what is lacking: %s', async (_name, id, indicator, query, words) => {
    const { measures } = await action(id, query)
    expect(measures.find((measure) => measure.id === indicator)?.words).toBe(words)
  })

  test('quotes the number where a paper gives no share', async () => {
    const [, vacancies] = (await action('improvement-recruitment')).measures
    expect(vacancies?.quoted[0]).toMatch(/^27 April 2017: the number 11\. /)
  })

  test('has its history and evidence', async () => {
    const page = await action('headstart-website')
    expect(page.evidence).not.toBeNull()
    expect(page.dueMove).toBe('First set to 11 June 2019, and never changed.')
    expect(page.history).toMatchObject([{ kind: 'set', version: 1, by: 'the demonstration' }])
  })
})

describe('the calendar', () => {
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.db.destroy())
  const calendar = async (query = '') => {
    const response = await ask(`/api/plans/due.ics${query}`)
    const text = await response.text()
    return { response, lines: text.replaceAll('\r\n ', '').split('\r\n') }
  }
  const uids = (lines: readonly string[]) => lines.filter((line) => line.startsWith('UID:'))

  test('holds the due days of open actions and the target days of open recommendations', async () => {
    const { response, lines } = await calendar()
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(lines).toContain('X-WR-CALNAME:Due in children’s services: Blackpool')
    expect(uids(lines).filter((uid) => /^UID:(action|recommendation)-/.test(uid))).toHaveLength(20)
    expect(uids(lines)).toContain('UID:action-mapping-review-options@childrens-services-performance')
    expect(uids(lines)).toContain('UID:recommendation-dementia-training@childrens-services-performance')
    const options = lines.indexOf('UID:action-mapping-review-options@childrens-services-performance')
    expect(lines.slice(options + 4, options + 8)).toEqual([
      'DTSTART;VALUE=DATE:20170508',
      'DTEND;VALUE=DATE:20170509',
      'SUMMARY:Due: Weigh the findings beside local and national data\\, choose options for change\\, plan them and set measures',
      expect.stringMatching(
        /^DESCRIPTION:Plan: Mapping review .*\\nWho does it: .*\\nState: Not started\\, as stated on 27 March 2017\\nDue as printed: When the review concludes/,
      ),
    ])
  })

  test('leaves out what is done, what has no day, and what belongs to another council', async () => {
    const { lines } = await calendar()
    expect(uids(lines)).not.toContain('UID:action-headstart-website@childrens-services-performance')
    expect(uids(lines)).not.toContain('UID:recommendation-ofsted-summaries@childrens-services-performance')
    expect(uids((await calendar(`?area=${SANDWELL}`)).lines)).toEqual([])
  })

  test('holds each meeting of the work plan of scrutiny, once', async () => {
    const meetings = uids((await calendar()).lines).filter((uid) => uid.startsWith('UID:committee-'))
    expect(meetings).toHaveLength(9)
    expect(meetings).toContain(
      'UID:committee-e06000009-resilient-communities-scrutiny-committee-2017-04-27@childrens-services-performance',
    )
  })

  test('of one plan holds its actions only', async () => {
    const { lines } = await calendar('?plan=mapping-review-2017')
    expect(uids(lines)).toEqual([
      'UID:action-mapping-review-chief-executive-meetings@childrens-services-performance',
      'UID:action-mapping-review-options@childrens-services-performance',
    ])
  })

  test('is the same text as long as nothing changes', async () => {
    const first = await (await ask('/api/plans/due.ics')).text()
    expect(await (await ask('/api/plans/due.ics?area=E06000009')).text()).toBe(first)
  })
})
