import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ProgrammeAnswer, programmeAnswer, programmesAnswer } from '../../server/contract/programmes.ts'
import type { EntryAnswer } from '../../server/contract/registers.ts'
import { type SavingLineAnswer, savingsAnswer } from '../../server/contract/savings.ts'
import { strategyAnswer, strategySavingsAnswer } from '../../server/contract/strategy.ts'
import { type TargetPageAnswer, targetPageAnswer } from '../../server/contract/target-answers.ts'
import { problemOf, send } from '../support/accounts.ts'
import { action, target } from '../support/themes.ts'
import { ask, post } from '../support/uploads.ts'
import { BLACKPOOL, type FileWorld, makeFileWorld, SANDWELL } from '../support/world.ts'

const reason = 'Agreed by cabinet'
const component = {
  kind: 'component',
  id: 'homes',
  name: 'Fewer children in homes',
  text: 'Foster carers instead.',
  owner: 'Head of Fostering',
  body: null,
  indicators: ['cla-residential-rate'],
}
const PLAN = {
  kind: 'strategy',
  area: BLACKPOOL,
  name: 'Strategy of 2026',
  purpose: 'Spend less and do better.',
  how: 'By fostering.',
  from: '2026-04-01',
  to: '2029-03-31',
  lengthText: null,
  periodNote: null,
  stages: [],
  strands: [component, { ...component, kind: 'block', id: 'panel', name: 'A panel', indicators: [] }],
  cover: [],
  funding: [],
  savingTarget: null,
  savingShare: null,
  reinvestTarget: null,
  reinvestShare: null,
  boards: [],
  parts: [],
  findings: [],
  weeksPlanned: null,
  recommendations: null,
  inspection: null,
  notes: ['Reviewed each spring.'],
  statedOn: '2026-02-10',
  document: 'Strategy of 2026',
  page: null,
}
const SPEND = {
  ...target('cs-expenditure'),
  title: 'Spend a tenth less',
  basis: 'pct-from-baseline',
  value: null,
  change: -10,
  baseline: { value: 80_000_000, on: '2026-03-31', source: 'Outturn' },
  due: '2029-03-31',
}

const read = async (world: FileWorld, path: string) => (await ask(world, path)).json()

describe('a council without any strategy', () => {
  let world: FileWorld
  let plan = ''
  let spend = ''
  beforeAll(async () => {
    world = await makeFileWorld({ demonstration: false })
  })
  afterAll(() => world.end())

  const page = async () => programmeAnswer.parse(await read(world, `/api/programmes/${plan}`))
  const homes = ({ components }: ProgrammeAnswer) => components.find(({ id }) => id === 'homes')
  const change = (terms: object, after: number) =>
    send(world, 'PUT', `/api/registers/plan/${plan}`, { terms: { ...PLAN, ...terms }, after, reason })

  test('is told that there is none', async () => {
    expect(strategyAnswer.parse(await read(world, '/api/strategy'))).toEqual({
      area: { id: BLACKPOOL, name: 'Blackpool' },
      programme: null,
      none: 'No strategy of Blackpool is on record.',
    })
    expect(strategySavingsAnswer.parse(await read(world, '/api/strategy/savings'))).toMatchObject({
      savings: null,
      none: 'No strategy of Blackpool that is to save money is on record.',
    })
    expect((await problemOf(await ask(world, '/api/programmes/mtfs-2021'))).detail).toBe(
      'There is no programme "mtfs-2021"; there are: none yet.',
    )
  })

  test('adds a plan, which is offered to targets and is no programme before one names it', async () => {
    const made = await post(world, '/api/registers/plan', { terms: PLAN, reason })
    plan = ((await made.json()) as EntryAnswer).id
    expect(programmesAnswer.parse(await read(world, '/api/programmes'))).toEqual({
      programmes: [],
      plans: [{ id: plan, name: 'Strategy of 2026', area: BLACKPOOL, retired: false }],
    })
    expect((await ask(world, `/api/programmes/${plan}`)).status).toBe(404)
  })

  test('sets a target in it, and has its strategy on a page', async () => {
    const terms = { ...SPEND, programme: plan }
    const made = await post(world, '/api/targets', { terms, reason })
    spend = ((await made.json()) as TargetPageAnswer).target.id
    const answer = strategyAnswer.parse(await read(world, '/api/strategy')).programme
    expect(answer).toMatchObject({
      id: plan,
      name: 'Strategy of 2026',
      aim: 'Spend less and do better.',
      how: 'By fostering.',
      period: 'It runs from 1 April 2026 to 31 March 2029.',
      note: 'Reviewed each spring.',
      hasSavings: false,
      targets: [{ target: { id: spend, programme: { id: plan, hasPage: true } } }],
      blocks: [{ id: 'panel', title: 'A panel' }],
      components: [{ id: 'homes', kind: 'component', measures: [{ id: 'cla-residential-rate' }] }],
    })
  })

  test('names the target that spending follows, and has its savings', async () => {
    expect((await change({ savingTarget: spend, savingShare: 10 }, 1)).status).toBe(200)
    const { savings } = strategySavingsAnswer.parse(await read(world, '/api/strategy/savings'))
    expect(savings?.path?.years.map(({ period, saving }) => [period, Math.round(saving.value)])).toEqual([
      ['2026-27', 2_666_667],
      ['2027-28', 5_333_333],
      ['2028-29', 8_000_000],
    ])
    expect(savings?.ledger.components).toEqual([{ id: 'homes', title: 'Fewer children in homes' }])
    expect(savings?.ledger.years.map(({ id }) => id)).toEqual(['2026-27', '2027-28', '2028-29'])
  })

  test('sees other words of a component on the strategy as soon as the plan is changed', async () => {
    const strands = [{ ...component, name: 'Fewer homes' }]
    await change({ savingTarget: spend, savingShare: 10, strands }, 2)
    const answer = await page()
    expect(homes(answer)?.title).toBe('Fewer homes')
    expect(answer.blocks).toEqual([])
  })

  test('sees what is done for a component, by whom and by when', async () => {
    expect(homes(await page())?.actions).toEqual([])
    const add = (more: object) =>
      post(world, '/api/registers/action', { terms: action([], { plan, ...more }), reason })
    await add({ title: 'Later', serves: 'homes', due: '2027-01-31' })
    await add({ title: 'Find carers', serves: 'homes', due: '2026-11-01', owner: 'Head of Fostering' })
    await add({ title: 'For all of it', serves: null })
    expect(homes(await page())?.actions).toMatchObject([
      {
        title: 'Find carers',
        owner: 'Head of Fostering',
        stateWords: 'Under way',
        due: 'due on 1 November 2026',
        overdueWords: 'Overdue by 20 days',
      },
      { title: 'Later', due: 'due on 31 January 2027', overdueWords: null },
    ])
  })

  test('reads a saving of a component that is no part of the plan any more, and can still change it', async () => {
    const terms = {
      programme: plan,
      component: 'homes',
      title: 'Two homes less',
      kind: 'cashable',
      stage: 'planned',
      amount: 1000,
      year: '2026-27',
      owner: 'Head of Fostering',
      evidence: null,
      illustrative: false,
    }
    const { id } = (await (await post(world, '/api/savings', { terms, reason })).json()) as SavingLineAnswer
    const dropped = { savingTarget: spend, savingShare: 10, strands: [] }
    expect((await problemOf(await change(dropped, 3))).errors).toEqual([
      { path: 'terms.strands', message: expect.stringContaining('“homes” by “Find carers” and 1 more.') },
    ])
    const serving = homes(await page())?.actions ?? []
    await Promise.all(
      serving.map(({ id: action }) =>
        post(world, `/api/registers/action/${action}/retire`, { after: 1, reason }),
      ),
    )
    expect((await change(dropped, 3)).status).toBe(200)
    expect(await read(world, `/api/savings/${id}`)).toMatchObject({ component: 'homes' })
    const changed = { terms: { ...terms, amount: 2000 }, after: 1, reason }
    expect((await send(world, 'PUT', `/api/savings/${id}`, changed)).status).toBe(200)
    expect((await post(world, '/api/savings', { terms, reason })).status).toBe(400)
  })

  test.each([
    ['a share of spending without its target', { savingShare: 10 }, ['terms.savingTarget']],
    ['a share for prevention without its target', { reinvestShare: 10 }, ['terms.reinvestTarget']],
    ['money to save without its days', { from: null, to: null }, ['terms.from', 'terms.to']],
    ['an unknown target', { savingTarget: 'nothing' }, ['terms.savingTarget']],
  ])('can’t write %s', async (_what, terms, paths) => {
    const savingTarget = 'savingShare' in terms || 'reinvestShare' in terms ? null : spend
    const response = await change({ savingTarget, ...terms }, 4)
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual(paths)
  })

  test('takes the plan out: it is no strategy any more, and its target still says its name', async () => {
    await post(world, `/api/registers/plan/${plan}/retire`, { after: 4, reason })
    expect(strategyAnswer.parse(await read(world, '/api/strategy')).programme).toBeNull()
    expect((await ask(world, `/api/programmes/${plan}`)).status).toBe(404)
    const { target: shown, terms } = targetPageAnswer.parse(await read(world, `/api/targets/${spend}`))
    expect(shown.programme).toEqual({ id: plan, name: 'Strategy of 2026', hasPage: false })
    const again = { terms: { ...terms, title: 'Another title' }, after: 1, reason }
    expect((await send(world, 'PUT', `/api/targets/${spend}`, again)).status).toBe(200)
    const other = await post(world, '/api/targets', { terms, reason })
    expect((await problemOf(other)).errors).toEqual([
      {
        path: 'terms.programme',
        message: 'was taken out: Strategy of 2026. Bring it back first, or choose another',
      },
    ])
  })
})

describe('beside the strategies of others', () => {
  let world: FileWorld
  beforeAll(async () => {
    world = await makeFileWorld()
  })
  afterAll(() => world.end())

  test('an area opens on its own, and one without is told so', async () => {
    expect((await read(world, '/api/strategy')).programme.id).toBe('mtfs-2021')
    expect(await read(world, `/api/strategy?area=${SANDWELL}`)).toEqual({
      area: { id: SANDWELL, name: 'Sandwell' },
      programme: null,
      none: 'No strategy of Sandwell is on record.',
    })
    expect((await read(world, '/api/strategy/savings')).savings.programme.id).toBe('mtfs-2021')
    expect((await ask(world, '/api/strategy?area=E09999999')).status).toBe(404)
  })

  test('one that is asked for comes with its own area, whichever area is chosen; one that there is not is told', async () => {
    const query = `area=${SANDWELL}&programme=council-plan-2015`
    expect(await read(world, `/api/strategy?${query}`)).toMatchObject({
      area: { name: 'Blackpool' },
      programme: { id: 'council-plan-2015' },
      none: null,
    })
    expect((await ask(world, `/api/strategy/savings?${query}`)).status).toBe(404)
    expect((await problemOf(await ask(world, '/api/strategy?programme=nothing'))).detail).toBe(
      'There is no programme "nothing"; there are: mtfs-2021, council-plan-2015.',
    )
  })

  test('one that begins later comes first; where it is not to save money, savings stay with the one before', async () => {
    const made = await post(world, '/api/registers/plan', { terms: PLAN, reason })
    const { id } = (await made.json()) as EntryAnswer
    await post(world, '/api/targets', { terms: { ...target('cla-rate'), programme: id }, reason })
    expect((await read(world, '/api/strategy')).programme.id).toBe(id)
    expect((await read(world, '/api/strategy/savings')).savings.programme.id).toBe('mtfs-2021')
    expect(savingsAnswer.safeParse(await read(world, `/api/programmes/${id}/savings`)).success).toBe(false)
  })
})
