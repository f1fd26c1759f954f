import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemAnswer } from '../../server/contract/answers.ts'
import { entryFormPath, entryPath, newEntryPath } from '../../server/contract/paths.ts'
import { planActionPageAnswer } from '../../server/contract/plan-action-answers.ts'
import { type PlanAnswer, planAnswer } from '../../server/contract/plan-answers.ts'
import { entryAnswer, entryFormAnswer } from '../../server/contract/registers.ts'
import { ask, post } from '../support/uploads.ts'
import { BLACKPOOL, type FileWorld, makeFileWorld } from '../support/world.ts'

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld()
})
afterAll(() => world.end())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const strand = (kind: string, id: string, name: string, more: object = {}) => ({
  kind,
  id,
  name,
  text: null,
  owner: null,
  body: null,
  indicators: [],
  ...more,
})
const PLAN = {
  kind: 'improvement',
  area: BLACKPOOL,
  name: 'A plan after an inspection',
  purpose: 'To act on what was found',
  how: 'Step by step',
  from: '2026-01-01',
  to: '2026-12-31',
  lengthText: null,
  periodNote: null,
  stages: [{ id: 'first', name: 'First', from: null, to: null, text: null }],
  strands: [
    strand('recommendation', 'r1', 'Place children near home', {
      body: 'Children in care',
      indicators: ['cla-rate'],
    }),
    strand('recommendation', 'r2', 'Supervise every month', { owner: 'Principal Social Worker' }),
    strand('standard', 's1', 'At court', { owner: 'Chief Superintendent', body: 'Police' }),
  ],
  cover: [
    { post: 'Director', holder: 'Assistant Director', from: '2026-04-01', to: '2026-06-30', note: null },
  ],
  funding: [{ funder: 'The council', amount: 7_840_000, period: 'two years', note: null }],
  savingTarget: null,
  savingShare: null,
  reinvestTarget: null,
  reinvestShare: null,
  boards: [],
  parts: [],
  findings: [],
  weeksPlanned: null,
  recommendations: 11,
  inspection: 'blackpool-ofsted-2018',
  notes: [],
  statedOn: '2026-01-01',
  document: 'A paper',
  page: null,
}
const ACTION = {
  plan: 'improvement-2019',
  reference: null,
  title: 'Open a home in the town',
  stage: null,
  serves: null,
  recommendation: null,
  owner: 'Head of Service',
  start: null,
  due: '2026-06-30',
  dueText: null,
  state: 'under-way',
  stateText: null,
  progress: null,
  update: 'The site is found',
  next: 'Plans',
  evidence: null,
  indicators: [],
  statedOn: '2026-01-01',
  document: 'A paper',
  page: null,
}

const SAID = { reason: 'Agreed by the board' }
const send = (register: string, terms: object) => post(world, newEntryPath(register), { terms, ...SAID })
const add = async (register: string, terms: object) =>
  entryAnswer.parse(await (await send(register, terms)).json())
const faultsOf = async (response: Response) => {
  const { errors } = problemAnswer.parse(await response.json())
  return [response.status, errors]
}
const json = async (path: string) => (await ask(world, path)).json()
const plan = async (id: string, query = ''): Promise<PlanAnswer> =>
  planAnswer.parse(await json(`/api/plans/${id}${query}`))
const group = (answer: PlanAnswer, kind: string) => answer.strands.find((each) => each.kind === kind)

const change = (id: string, after: number, terms: object) =>
  ask(world, entryPath('plan', id), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ terms, after, ...SAID }),
  })

/** A plan that got its parts in a change which was undone after an action had named one of them. */
async function actionOfLostPart(strands: typeof PLAN.strands): Promise<string> {
  const { id } = await add('plan', { ...PLAN, strands })
  await change(id, 1, PLAN)
  const action = await add('action', { ...ACTION, plan: id, serves: 's1' })
  const undone = await post(world, `${entryPath('plan', id)}/undo`, { after: 2, ...SAID })
  expect(undone.status).toBe(200)
  return action.id
}

describe('a plan that answers an inspection', () => {
  test('shows its recommendations and standards with the actions that serve them', async () => {
    const { id } = await add('plan', PLAN)
    const home = await add('action', { ...ACTION, plan: id, serves: 'r1' })
    const carers = await add('action', {
      ...ACTION,
      plan: id,
      serves: 'r1',
      due: null,
      state: 'done',
      evidence: 'The list of carers',
    })
    const court = await add('action', { ...ACTION, plan: id, serves: 's1', due: '2026-12-31' })
    const answer = await plan(id)
    expect(answer.how).toBe('Step by step')
    expect(answer.strands.map(({ heading }) => heading)).toEqual([
      'Recommendations of the inspection',
      'Standards',
    ])
    expect(group(answer, 'recommendation')).toMatchObject({
      words:
        'By the paper it answers 11 recommendations; 2 of them are on record. 1 of them has no action yet.',
      ownerHeading: 'Who owns it',
      bodyHeading: 'Domain',
      strands: [
        {
          id: 'r1',
          body: 'Children in care',
          measures: [{ id: 'cla-rate', name: 'Children in care' }],
          actions: [home.id, carers.id],
          countsWords: '2 actions: 1 done and 1 overdue.',
        },
        { id: 'r2', owner: 'Principal Social Worker', actions: [], countsWords: 'No action serves it yet.' },
      ],
    })
    expect(group(answer, 'standard')).toMatchObject({
      words: '1 standard is on record. An action serves it.',
      bodyHeading: 'Organisation',
      strands: [{ owner: 'Chief Superintendent', body: 'Police', actions: [court.id] }],
    })
    expect(answer.actions.find((action) => action.id === court.id)).toMatchObject({
      serves: { id: 's1', name: 'At court', one: 'Standard' },
      update: 'The site is found',
      next: 'Plans',
    })
    const page = planActionPageAnswer.parse(await json(`/api/plans/actions/${court.id}`))
    expect(page.action.serves).toEqual({ id: 's1', name: 'At court', one: 'Standard' })
  })

  test('shows its actions as they stood on the day that it is read on', async () => {
    const { id } = await add('plan', PLAN)
    await add('action', { ...ACTION, plan: id, serves: 'r1' })
    expect(group(await plan(id, '?on=2026-06-30'), 'recommendation')?.strands[0]?.countsWords).toBe(
      '1 action: under way.',
    )
  })

  test('shows who covers which post on the day, and who pays', async () => {
    const { id } = await add('plan', PLAN)
    expect((await plan(id)).cover).toEqual({
      words: 'By the plan 1 post is covered. Covered today, 21 November 2026: 0 of 1.',
      rows: [
        {
          post: 'Director',
          holder: 'Assistant Director',
          fromLabel: '1 April 2026',
          toLabel: '30 June 2026',
          state: 'Ended',
          note: null,
        },
      ],
    })
    expect((await plan(id, '?on=2026-05-01')).cover?.rows[0]?.state).toBe('Covered on this day')
    expect((await plan(id)).funding).toEqual([
      {
        funder: 'The council',
        amount: 7_840_000,
        amountText: '£7.84 million',
        period: 'two years',
        note: null,
      },
    ])
  })

  test('as a file says what each action serves', async () => {
    const { id } = await add('plan', PLAN)
    await add('action', { ...ACTION, plan: id, serves: 's1' })
    const lines = (await (await ask(world, `/api/plans/${id}.csv`)).text()).split('\r\n')
    expect(lines[0]).toContain(',stage,serves_kind,serves,owner,')
    expect(lines[1]).toContain(',Standard,At court,Head of Service,')
    expect(lines[0]).toContain(',progress,progress_in_words,next_steps,measures,')
    expect(lines[1]).toContain(',The site is found,Plans,')
  })

  test('tells what an action serves though the plan no longer has it', async () => {
    const id = await actionOfLostPart([])
    const page = planActionPageAnswer.parse(await json(`/api/plans/actions/${id}`))
    expect(page.action.serves).toEqual({ id: 's1', name: 's1', one: 'No longer part of the plan' })
  })
})

describe('what is refused, at its field', () => {
  test('an action that serves what its plan has not', async () => {
    const { id } = await add('plan', PLAN)
    expect(await faultsOf(await send('action', { ...ACTION, plan: id, serves: 'r9' }))).toEqual([
      400,
      [
        {
          path: 'terms.serves',
          message:
            'is none of the plan’s: r1 (Place children near home), r2 (Supervise every month), s1 (At court)',
        },
      ],
    ])
  })

  test('an action that serves anything of a plan that has no parts', async () => {
    expect(
      await faultsOf(await send('action', { ...ACTION, plan: 'youth-offending-2018', serves: 's1' })),
    ).toEqual([400, [{ path: 'terms.serves', message: 'has to be empty: this plan has none' }]])
  })

  test('a plan that loses a part or a stage which an action still names', async () => {
    const { id } = await add('plan', PLAN)
    const action = await add('action', { ...ACTION, plan: id, serves: 's1', stage: 'first' })
    expect(await faultsOf(await change(id, 1, { ...PLAN, strands: [], stages: [] }))).toEqual([
      400,
      [
        {
          path: 'terms.stages',
          message:
            'can’t lose what an action still names: “first” by “Open a home in the town”. Change the action first, or leave it in',
        },
        {
          path: 'terms.strands',
          message:
            'can’t lose what an action still names: “s1” by “Open a home in the town”. Change the action first, or leave it in',
        },
      ],
    ])
    expect((await change(id, 1, { ...PLAN, strands: PLAN.strands.slice(2) })).status).toBe(200)
    await post(world, `${entryPath('action', action.id)}/retire`, { after: 1, ...SAID })
    expect((await change(id, 2, { ...PLAN, strands: [], stages: [] })).status).toBe(200)
  })

  test.each([
    [
      'two parts of one id',
      { strands: [strand('standard', 's1', 'At court'), strand('standard', 's1', 'In the community')] },
      { path: 'terms.strands.1.id', message: 'is there twice: s1' },
    ],
    [
      'a cover that ends before it begins',
      {
        cover: [
          {
            post: 'Director',
            holder: 'Assistant Director',
            from: '2026-06-30',
            to: '2026-04-01',
            note: null,
          },
        ],
      },
      { path: 'terms.cover.0.to', message: 'has to be later than the first day' },
    ],
  ])('%s', async (_name, terms, fault) => {
    expect(await faultsOf(await send('plan', { ...PLAN, ...terms }))).toEqual([400, [fault]])
  })
})

describe('the form of an action', () => {
  const fieldOf = async (path: string, name: string) =>
    entryFormAnswer.parse(await json(path)).fields.find((field) => field.name === name)

  test('offers the stages and parts of the plan that it is added to, by their names', async () => {
    const { id } = await add('plan', PLAN)
    const path = entryFormPath('action', null, { plan: id })
    expect(await fieldOf(path, 'serves')).toMatchObject({
      kind: 'choice',
      required: false,
      hint: 'Of the plan “A plan after an inspection”',
      options: [
        { value: 'r1', label: 'Recommendation of the inspection: Place children near home' },
        { value: 'r2', label: 'Recommendation of the inspection: Supervise every month' },
        { value: 's1', label: 'Standard: At court' },
      ],
    })
    expect((await fieldOf(path, 'stage'))?.options).toEqual([{ value: 'first', label: 'First' }])
  })

  test.each([
    ['is of no plan yet', {}],
    ['is of a plan without parts', { plan: 'headstart' }],
    ['is of a plan that nobody knows', { plan: 'nothing' }],
  ])('is a line to type in where it %s', async (_name, search) => {
    expect(await fieldOf(entryFormPath('action', null, search), 'serves')).toMatchObject({
      kind: 'line',
      options: [],
    })
  })

  test('offers those of the plan that the action belongs to, and what it names already', async () => {
    const made = await add('plan', PLAN)
    const kept = await add('action', { ...ACTION, plan: made.id, serves: 's1' })
    expect((await fieldOf(entryFormPath('action', kept.id), 'serves'))?.options).toHaveLength(3)
    const id = await actionOfLostPart(PLAN.strands.slice(0, 1))
    expect((await fieldOf(entryFormPath('action', id), 'serves'))?.options.at(-1)).toEqual({
      value: 's1',
      label: 's1 (no longer part of the plan)',
    })
  })
})

describe('the plans of the papers', () => {
  test('show what was judged at the inspection, and at the next one as soon as it was published', async () => {
    const { inspection } = await plan('improvement-2019')
    expect(inspection?.columns.map(({ heading }) => heading)).toEqual([
      'At the inspection of 26 November to 7 December 2018',
      'At the inspection of 5 to 16 December 2022',
    ])
    expect(inspection?.rows.at(-1)).toEqual({
      domain: 'Children in care and care leavers',
      grades: ['Requires improvement to be good', 'Good'],
    })
    expect((await plan('improvement-2019', '?on=2023-02-01')).inspection?.columns).toHaveLength(2)
    const before = (await plan('improvement-2019', '?on=2023-01-31')).inspection
    expect(before?.columns).toHaveLength(1)
    expect(before?.rows[0]).toEqual({ domain: 'Overall effectiveness', grades: ['Inadequate'] })
    expect(before?.notes).toEqual([])
  })

  test('say that one judgement only is held of the inspection of youth offending', async () => {
    const { inspection } = await plan('youth-offending-2018')
    expect(inspection?.notes).toEqual(['Of the inspection of November 2018 only one judgement is held.'])
    expect((await plan('headstart')).inspection).toBeNull()
  })

  test('keep open what the papers do not print', async () => {
    expect(group(await plan('improvement-2019'), 'recommendation')).toMatchObject({
      words: 'By the paper it answers 11 recommendations; none of them is on record.',
      strands: [],
    })
    expect(group(await plan('youth-offending-2018'), 'standard')).toMatchObject({
      words: 'No standard is on record.',
      strands: [],
    })
    expect((await plan('developments-2017')).strands).toEqual([])
  })

  test('show the priorities of the Opportunity Area with their actions', async () => {
    const priorities = group(await plan('opportunity-area'), 'priority')
    expect(priorities?.words).toBe('3 priorities are on record. Each is served by an action.')
    expect(priorities?.strands.map(({ actions }) => actions)).toEqual([
      ['opportunity-area-reading', 'opportunity-area-transition'],
      ['opportunity-area-team-around-school'],
      ['opportunity-area-start-blackpool', 'opportunity-area-post-16'],
    ])
  })

  test('show what the savings strategy builds on, which needs no action', async () => {
    const answer = await plan('mtfs-2021')
    expect(answer.strands.map(({ heading, strands }) => [heading, strands.length])).toEqual([
      ['Components', 5],
      ['Building blocks in place already', 4],
    ])
    expect(group(answer, 'block')?.strands.map(({ countsWords }) => countsWords)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('show both sums where two papers differ', async () => {
    expect((await plan('headstart')).funding.map(({ amountText, period }) => [amountText, period])).toEqual([
      ['£11 million', 'five years'],
      ['£10 million', null],
    ])
    expect((await plan('fairness-commission-2017')).funding.map(({ amountText }) => amountText)).toEqual([
      '£5,000',
      '£300,000',
    ])
  })

  test('show which posts the transition covers, and that no day is stated for any', async () => {
    const { cover } = await plan('transition-2021', '?on=2021-04-15')
    expect(cover?.words).toContain('By the plan 11 posts are covered. No day is stated')
    expect(cover?.rows[0]).toMatchObject({
      post: 'Director of Children’s Services',
      holder: 'Assistant Director, as interim director',
      state: 'No day is stated',
    })
  })
})
