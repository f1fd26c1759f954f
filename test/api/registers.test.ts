import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ProblemAnswer, problemAnswer } from '../../server/contract/answers.ts'
import {
  csvPath,
  entryActionPath,
  entryFormPath,
  entryPath,
  newEntryPath,
  registerPath,
  registersPath,
} from '../../server/contract/paths.ts'
import {
  type EntryAnswer,
  entryAnswer,
  entryFormAnswer,
  registerAnswer,
  registersAnswer,
} from '../../server/contract/registers.ts'
import { dayLabel } from '../../server/domain/period.ts'
import { REGISTERS } from '../../server/domain/register.ts'
import { DEFINITIONS } from '../../server/registers/definitions.ts'
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

const ACTION = {
  plan: 'improvement-2019',
  reference: '12',
  title: 'Train every social worker in direct work',
  stage: 'strategic',
  recommendation: null,
  owner: 'Principal Social Worker',
  start: '2026-01-01',
  due: '2026-06-30',
  dueText: null,
  state: 'under-way',
  stateText: null,
  progress: 40,
  update: null,
  next: null,
  evidence: null,
  indicators: ['cla-rate'],
  statedOn: '2026-01-01',
  document: 'lead-member-report-2019',
  page: null,
}
const PLAN = {
  kind: 'improvement',
  area: BLACKPOOL,
  name: 'A plan',
  purpose: 'To improve',
  from: null,
  to: null,
  lengthText: null,
  periodNote: null,
  stages: [{ id: 'first', name: 'First', from: null, to: null, text: null }],
  boards: [],
  parts: [],
  findings: [],
  weeksPlanned: null,
  recommendations: null,
  inspection: null,
  notes: [],
  statedOn: '2026-01-01',
  document: 'A paper',
  page: null,
}
const STRAND = {
  kind: 'recommendation',
  id: 'r1',
  name: 'Place children near home',
  text: null,
  owner: null,
  body: null,
  indicators: ['cla-rate'],
}
const CONTRACT = {
  area: SANDWELL,
  name: 'A contract',
  provider: 'A trust',
  ownedBy: 'The council',
  form: null,
  direction: null,
  startedOn: null,
  term: null,
  board: null,
  assurance: 'The director',
  reviews: null,
  escalation: null,
  measures: [{ target: 'mtfs-care', review: null, consequence: null }],
  noMeasures: null,
  notes: [],
  statedOn: '2026-01-01',
  document: 'A paper',
  page: null,
}
const DECISION = {
  area: BLACKPOOL,
  reference: null,
  on: '2026-03-05',
  maker: 'Cabinet',
  title: 'A second children’s home',
  outcome: 'Approved',
  document: 'Minutes of cabinet',
  page: null,
}
const COMMENTARY = {
  area: BLACKPOOL,
  indicator: 'cla-rate',
  period: '2025-26Q1',
  text: 'It fell as more children left care.',
  cause: null,
  action: null,
  owner: null,
  recoveryOn: null,
  by: 'Head of Service',
}
const SAID = { reason: 'Agreed by the board', by: 'Sam Okafor' }

const get = (path: string) => ask(world, path)
const put = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(world, path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const entryOf = async (response: Response): Promise<EntryAnswer> => entryAnswer.parse(await response.json())
const problemOf = async (response: Response): Promise<ProblemAnswer> =>
  problemAnswer.parse(await response.json())
const told = async (response: Response) => [response.status, (await problemOf(response)).detail]
const send = (register: string, terms: unknown) => post(world, newEntryPath(register), { terms, ...SAID })
const add = async (terms: object = ACTION, register = 'action') => entryOf(await send(register, terms))
const change = ({ register, id, version }: EntryAnswer, terms: object, reason = 'The board asked for it') =>
  put(entryPath(register, id), { terms, after: version, reason, by: 'Pat Ng' })
const move = (entry: EntryAnswer, action: 'retire' | 'bring-back' | 'undo', after = entry.version) =>
  post(world, entryActionPath(entry.register, entry.id, action), { after, ...SAID })
const list = async (register: string, search: Record<string, string> = {}) =>
  registerAnswer.parse(await (await get(registerPath(register, search))).json())
const form = async (register: string, id: string | null = null) =>
  entryFormAnswer.parse(await (await get(entryFormPath(register, id))).json())

const listed = async (register: string) =>
  registersAnswer
    .parse(await (await get(registersPath)).json())
    .registers.find((each) => each.register === register)
const kindAndId = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`

describe('the list of registers', () => {
  test('has every register there is, each with what it is for', async () => {
    const { registers } = registersAnswer.parse(await (await get(registersPath)).json())
    expect(registers.map(({ register }) => register).sort()).toEqual([...REGISTERS].sort())
    expect(registers.filter(({ purpose }) => purpose.length < 20)).toEqual([])
    expect(registers.filter(({ ownForm }) => ownForm).map(({ register }) => register)).toEqual([
      'target',
      'saving',
    ])
  })

  test('counts what counts and what was taken out, and says when it was last changed', async () => {
    const before = await listed('decision')
    const entry = await add(DECISION, 'decision')
    const after = await listed('decision')
    expect(after?.entries).toBe((before?.entries ?? 0) + 1)
    const { history } = await entryOf(await move(entry, 'retire'))
    expect(await listed('decision')).toMatchObject({
      entries: before?.entries,
      retired: (before?.retired ?? 0) + 1,
      words: `8 entries. 1 taken out. Last changed on ${dayLabel(history[0]?.madeOn ?? '')}.`,
    })
  })

  test('says of an empty register that it has none yet', async () => {
    expect((await listed('saving'))?.words).toBe('No entries yet.')
  })

  test.each(REGISTERS.map((register) => [register]))('leads to the file of %s', async (register) => {
    const files = (await listed(register))?.files ?? []
    expect(files.length).toBeGreaterThan(0)
    const responses = await Promise.all(files.map(({ path }) => get(path)))
    expect(responses.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(
      files.map(() => [200, 'text/csv; charset=utf-8']),
    )
  })
})

describe('an entry is linked with', () => {
  test('what it names, each once and in the order of its form', async () => {
    const { names } = await add({
      ...ACTION,
      recommendation: 'ofsted-summaries',
      indicators: ['cpp-rate', 'cla-rate', 'cpp-rate'],
    })
    expect(names.map(kindAndId)).toEqual([
      'plan improvement-2019',
      'recommendation ofsted-summaries',
      'measure cpp-rate',
      'measure cla-rate',
      'paper lead-member-report-2019',
    ])
    expect(names.map(({ kindWords }) => kindWords)).toEqual([
      'Plan',
      'Recommendation',
      'Measure',
      'Measure',
      'Paper',
    ])
    expect(names[0]?.title).toBe('Improvement plan for children’s services')
  })

  test('nothing where a paper is named by its title only', async () => {
    const { names } = await add({ ...ACTION, document: 'Minutes of the board', indicators: [] })
    expect(names.map(kindAndId)).toEqual(['plan improvement-2019'])
  })

  test('what its rows name', async () => {
    const { names } = await add(CONTRACT, 'contract')
    expect(names).toMatchObject([{ kind: 'target', id: 'mtfs-care', kindWords: 'Target' }])
  })

  test('what was taken out, which is said', async () => {
    const plan = await add(PLAN, 'plan')
    const action = await add({ ...ACTION, plan: plan.id, stage: 'first' })
    await move(plan, 'retire')
    const { names } = await entryOf(await get(entryPath('action', action.id)))
    expect(names[0]).toMatchObject({ kind: 'plan', title: 'A plan', retired: true })
  })

  test('the entries that name it, as long as they count', async () => {
    const plan = await add(PLAN, 'plan')
    const [late, early] = [
      await add({ ...ACTION, plan: plan.id, stage: 'first', title: 'Zone 10' }),
      await add({ ...ACTION, plan: plan.id, stage: 'first', title: 'Zone 2' }),
    ]
    const namedBy = async () => (await entryOf(await get(entryPath('plan', plan.id)))).namedBy
    expect(await namedBy()).toEqual([
      { kind: 'action', kindWords: 'Action', id: early.id, title: 'Zone 2', retired: false },
      { kind: 'action', kindWords: 'Action', id: late.id, title: 'Zone 10', retired: false },
    ])
    await move(late, 'retire')
    expect((await namedBy()).map(({ title }) => title)).toEqual(['Zone 2'])
  })
})

describe('a register', () => {
  test.each(DEFINITIONS.map(({ register }) => [register]))('%s is read with its form', async (register) => {
    const { fields, title, one } = await list(register, { all: '1' })
    expect([fields.length > 0, title.length > 0, /^an? /.test(one)]).toEqual([true, true, true])
  })

  test('of actions holds those of the papers, each in words and with its history', async () => {
    const { entries } = await list('action')
    expect(entries.length).toBeGreaterThanOrEqual(65)
    const known = entries.find(({ id }) => id === 'better-start-parents')
    expect(known?.words).toContainEqual({ field: 'Plan', text: 'Better Start' })
    expect(known?.words).toContainEqual({ field: 'State', text: 'Under way' })
    expect(known?.words).toContainEqual({ field: 'Measures that it bears on', text: 'Early help' })
    expect(known?.history).toMatchObject([
      { version: 1, kind: 'set', madeBy: 'the demonstration', madeOn: '2017-04-27', changed: [] },
    ])
  })

  test('is of one area where its entries have areas', async () => {
    const { entries } = await list('contract', { area: SANDWELL })
    expect(entries.map(({ id }) => id)).toContain('sandwell-childrens-trust')
    expect((await list('contract', { area: BLACKPOOL })).entries).toEqual([])
  })

  test('tells the measures of a row by their names', async () => {
    const strands = [{ ...STRAND, indicators: ['cla-rate', 'cpp-rate'] }]
    const { words } = await add({ ...PLAN, strands }, 'plan')
    expect(words.find(({ field }) => field === 'What it is made up of')?.text).toMatch(
      /Measures that it bears on: Children in care; Child protection plans$/,
    )
  })

  test('tells rows in words, the first value of each bare', async () => {
    const { words } = await entryOf(await get(entryPath('event', 'blackpool-child-protection-2012')))
    expect(words).toContainEqual({
      field: 'Judgements',
      text: 'Child protection, all areas; Grade: Inadequate',
    })
  })

  test.each([
    [
      '/api/registers/actions',
      404,
      'There is no register "actions"; there are: plan, action, recommendation,',
    ],
    ['/api/registers/target', 404, 'There is no register "target"'],
    ['/api/registers/actions/form', 404, 'There is no register "actions"'],
    ['/api/registers/action/better-start-parent', 404, 'did you mean "better-start-parents"?'],
    ['/api/registers/action/x', 404, 'There is no action "x". GET /api/registers/action?all=1 lists them.'],
    ['/api/registers/action/x/form', 404, 'There is no action "x"'],
    ['/api/registers/work-item/x', 404, 'There is no item of the work plan "x"'],
    ['/api/registers/contract?area=Sandwell', 400, 'is not an area: use an ONS code'],
    ['/api/registers/contract?area=E06000999', 404, 'There is no area "E06000999"'],
    ['/api/registers/action?all=yes', 400, 'all: is 1 or left out'],
  ])('%s is answered %i', async (path, status, words) => {
    expect(await told(await get(path))).toEqual([status, expect.stringContaining(words)])
  })
})

describe('the form', () => {
  test('of a new entry chooses nothing but the area', async () => {
    const { blank, entry } = await form('recommendation')
    expect(entry).toBeNull()
    expect(blank).toMatchObject({ area: BLACKPOOL, rag: null, text: null, indicators: [] })
  })

  test('offers the entries that a field can name, those of rows too', async () => {
    const plans = (await form('action')).fields.find(({ name }) => name === 'plan')
    expect(plans?.options).toContainEqual({ value: 'better-start', label: 'Better Start' })
    const measures = (await form('contract')).fields.find(({ name }) => name === 'measures')
    expect(measures?.fields[0]?.options.map(({ value }) => value)).toContain('mtfs-care')
  })

  test('offers what was taken out only where it is named already', async () => {
    const plan = await add(PLAN, 'plan')
    const action = await add({ ...ACTION, plan: plan.id, stage: 'first' })
    await move(plan, 'retire')
    const optionsOf = async (id: string | null) =>
      (await form('action', id)).fields.find(({ name }) => name === 'plan')?.options
    expect(await optionsOf(action.id)).toContainEqual({ value: plan.id, label: 'A plan (taken out)' })
    expect((await optionsOf(null))?.map(({ value }) => value)).not.toContain(plan.id)
  })

  test('of an entry holds what it says', async () => {
    const entry = await add()
    expect((await form('action', entry.id)).entry).toEqual(entry)
  })
})

describe('a new entry', () => {
  test('is answered 201, and in its register at once', async () => {
    const response = await send('action', ACTION)
    expect(response.status).toBe(201)
    const entry = await entryOf(response)
    expect(entry).toMatchObject({
      register: 'action',
      one: 'an action',
      version: 1,
      retired: false,
      title: ACTION.title,
      terms: ACTION,
      history: [{ kind: 'set', madeBy: 'Sam Okafor', reason: 'Agreed by the board', sameAs: null }],
    })
    expect(entry.id).toMatch(/^action-[0-9a-f]{8}$/)
    expect((await list('action')).entries.map(({ id }) => id)).toContain(entry.id)
  })

  test('that nobody names is under the name of whoever runs the dashboard', async () => {
    const { history } = await entryOf(
      await post(world, newEntryPath('action'), { terms: ACTION, reason: 'A try' }),
    )
    expect(history[0]?.madeBy).toBe('analyst')
  })

  test('has nothing where a form was left empty, and no blanks around its texts', async () => {
    const { terms } = await add({ ...ACTION, page: '', update: '  ', due: '', stage: '', title: ' Train ' })
    expect(terms).toMatchObject({ page: null, update: null, due: null, stage: null, title: 'Train' })
  })

  test('with a long text is called by the beginning of it', async () => {
    const { title } = await add({ ...ACTION, title: 'x'.repeat(300) })
    expect(title).toBe(`${'x'.repeat(119)}…`)
  })

  test.each<[string, object, string, string]>([
    ['closed without evidence', { state: 'done' }, 'evidence', 'is needed to close an action'],
    ['closed with blanks for evidence', { state: 'done', evidence: '  ' }, 'evidence', 'is needed to close'],
    ['without a title', { title: ' ' }, 'title', 'has to be filled in'],
    [
      'with a title like a page',
      { title: 'x'.repeat(401) },
      'title',
      'can have 400 characters at most, and has 401',
    ],
    ['without a plan', { plan: null }, 'plan', 'has to be chosen'],
    ['of a plan that there is not', { plan: 'improvement-2018' }, 'plan', 'did you mean “improvement-2019”?'],
    ['of a plan unlike any', { plan: 'x' }, 'plan', 'is none that there is: x. Choose another'],
    [
      'of a stage that its plan has not',
      { stage: 'Strategic' },
      'stage',
      'operational (Operational), strategic (Strategic)',
    ],
    ['of a stage where there are none', { plan: 'better-start' }, 'stage', 'this plan has no stages'],
    ['that answers what there is not', { recommendation: 'x' }, 'recommendation', 'is none that there is'],
    [
      'with a measure that there is not',
      { indicators: ['cla-rates'] },
      'indicators',
      'did you mean “cla-rate”?',
    ],
    [
      'with too many measures',
      { indicators: Array(13).fill('cla-rate') },
      'indicators',
      'can have 12 at most',
    ],
    [
      'with a state that there is not',
      { state: 'open' },
      'state',
      'is none of these: not-started, under-way',
    ],
    ['without a state', { state: null }, 'state', 'has to be chosen'],
    ['with a day that is none', { due: '2026-02-30' }, 'due', 'is not a day: use 2019-06-14'],
    ['without a day that it needs', { statedOn: null }, 'statedOn', 'has to be filled in'],
    ['due before it starts', { due: '2025-12-31' }, 'due', 'has to be later than the start'],
    ['with progress in letters', { progress: 'half' }, 'progress', 'is not a number: half'],
    ['with more than all done', { progress: 120 }, 'progress', 'can be 100 at most'],
    ['without a field', { page: undefined }, 'page', 'is left out: null says that there is nothing'],
    ['with a field more', { colour: 'red' }, 'colour', 'is no field of this form: leave it out'],
  ])('%s is refused at that field', async (_what, terms, field, words) => {
    const response = await send('action', { ...ACTION, ...terms })
    expect(response.status).toBe(400)
    const { errors } = await problemOf(response)
    expect(errors).toEqual([{ path: `terms.${field}`, message: expect.stringContaining(words) }])
  })

  test.each<[string, string, object, string, string]>([
    [
      'a plan',
      'without the name of a stage',
      { ...PLAN, stages: [{ id: 'a', name: '', from: null, to: null, text: null }] },
      'stages.0.name',
      'has to be filled in',
    ],
    [
      'a plan',
      'with a measure in one of its parts that there is not',
      { ...PLAN, strands: [STRAND, { ...STRAND, id: 'r2', indicators: ['cla-rate', 'cla-rates'] }] },
      'strands.1.indicators',
      'did you mean “cla-rate”?',
    ],
    [
      'a plan',
      'with a blank for a measure in one of its parts',
      { ...PLAN, strands: [{ ...STRAND, indicators: [' '] }] },
      'strands.0.indicators.0',
      'has to be filled in',
    ],
    [
      'a plan',
      'with a part of a week',
      { ...PLAN, weeksPlanned: 1.5 },
      'weeksPlanned',
      'has to be a whole number',
    ],
    ['a plan', 'with an empty note', { ...PLAN, notes: ['A note', ' '] }, 'notes.1', 'has to be filled in'],
    [
      'a plan',
      'with more notes than anybody reads',
      { ...PLAN, notes: Array(61).fill('A note') },
      'notes',
      'can have 60 at most, and has 61',
    ],
    [
      'a plan',
      'of no area that there is',
      { ...PLAN, area: 'E06000999' },
      'area',
      'is no area that there is',
    ],
    ['a plan', 'of an area that is no code', { ...PLAN, area: 'Blackpool' }, 'area', 'is not an area'],
    [
      'a contract',
      'with a target that there is not',
      { ...CONTRACT, measures: [{ target: 'mtfs-cares', review: null, consequence: null }] },
      'measures.0.target',
      'did you mean “mtfs-care”?',
    ],
    [
      'a commentary',
      'of a measure that there is not',
      { ...COMMENTARY, indicator: 'cla-rates' },
      'indicator',
      'did you mean “cla-rate”?',
    ],
    ['a commentary', 'of no period', { ...COMMENTARY, period: 'May' }, 'period', 'is not a period'],
  ])('%s %s is refused there', async (one, _what, terms, field, words) => {
    const response = await send(one.replace(/^an? /, ''), terms)
    expect(response.status).toBe(400)
    const { errors } = await problemOf(response)
    expect(errors).toEqual([{ path: `terms.${field}`, message: expect.stringContaining(words) }])
  })

  test('is told all that is wrong by the labels of the form', async () => {
    const stages = [{ id: 'a', name: 'A', from: null, to: 'May', text: null }]
    const response = await send('plan', { ...PLAN, name: '', stages, notes: [''] })
    expect((await problemOf(response)).detail).toBe(
      'Name: has to be filled in; Stage 1, To: is not a day: use 2019-06-14; Note 1: has to be filled in',
    )
  })

  test.each<[string, unknown, string[], string]>([
    ['without a reason', { terms: ACTION }, ['reason'], 'say why, in a few words'],
    ['with a reason of blanks', { terms: ACTION, reason: '   ' }, ['reason'], 'say why, in a few words'],
    [
      'with a reason like a book',
      { terms: ACTION, reason: 'x'.repeat(1001) },
      ['reason'],
      '1000 characters at most',
    ],
    ['without terms', SAID, ['terms'], 'a value for each field of the form'],
    ['with terms that are a list', { terms: [], ...SAID }, ['terms'], 'a value for each field of the form'],
    ['with what has no place', { terms: ACTION, ...SAID, after: 1 }, [''], 'has no place here: after'],
    ['that is no object', [], [''], 'has to be an object in JSON'],
  ])('%s is refused there', async (_what, body, paths, words) => {
    const response = await post(world, newEntryPath('action'), body)
    expect(response.status).toBe(400)
    const { errors, detail } = await problemOf(response)
    expect(errors?.map(({ path }) => path)).toEqual(paths)
    expect(detail).toContain(words)
  })

  test('in no register is refused before it is read', async () => {
    expect(await told(await send('actions', {}))).toEqual([
      404,
      expect.stringContaining('there are: plan, action'),
    ])
  })

  test('that names what was taken out is refused', async () => {
    const plan = await add(PLAN, 'plan')
    await move(plan, 'retire')
    const response = await send('action', { ...ACTION, plan: plan.id, stage: null })
    expect(await told(response)).toEqual([
      400,
      'Plan: was taken out: A plan. Bring it back first, or choose another',
    ])
  })

  test('can name a target', async () => {
    const { words } = await add(CONTRACT, 'contract')
    expect(words.find(({ field }) => field === 'Measures')?.text).toMatch(/\w+ \w+/)
    expect(words.find(({ field }) => field === 'Measures')?.text).not.toContain('mtfs-care')
  })
})

describe('an entry that is changed', () => {
  test('has a version more, which says what was changed by whom and why', async () => {
    const entry = await add()
    const terms = { ...ACTION, due: '2026-12-31', progress: null, state: 'done', evidence: 'Minutes, item 4' }
    const response = await change(entry, terms)
    expect(response.status).toBe(200)
    const answer = await entryOf(response)
    expect(answer).toMatchObject({ version: 2, terms })
    expect(answer.history[0]).toMatchObject({
      version: 2,
      kind: 'changed',
      madeBy: 'Pat Ng',
      reason: 'The board asked for it',
      sameAs: null,
      changed: [
        { field: 'Due', before: '30 June 2026', after: '31 December 2026' },
        { field: 'State', before: 'Under way', after: 'Done' },
        { field: 'Progress in per cent', before: '40', after: 'nothing' },
        { field: 'Evidence', before: 'nothing', after: 'Minutes, item 4' },
      ],
    })
    expect(answer.history[1]).toMatchObject({ version: 1, kind: 'set', changed: [] })
  })

  test('may go on naming what was taken out since', async () => {
    const plan = await add(PLAN, 'plan')
    const action = await add({ ...ACTION, plan: plan.id, stage: null })
    await move(plan, 'retire')
    const response = await change(action, { ...ACTION, plan: plan.id, stage: null, progress: 80 })
    expect(response.status).toBe(200)
  })

  test('from an older version is refused, and keeps what it is', async () => {
    const entry = await add()
    await change(entry, { ...ACTION, progress: 50 })
    expect(await told(await change(entry, { ...ACTION, progress: 60 }))).toEqual([
      409,
      expect.stringContaining('Somebody else changed this meanwhile'),
    ])
    expect(await told(await change(entry, ACTION))).toEqual([
      409,
      expect.stringContaining('Somebody else changed this meanwhile'),
    ])
    expect((await entryOf(await get(entryPath('action', entry.id)))).terms.progress).toBe(50)
  })

  test('in nothing is refused, in whatever order its fields are sent', async () => {
    const entry = await add()
    const turned = Object.fromEntries(Object.entries(ACTION).reverse())
    expect(await told(await change(entry, { ...turned, page: '' }))).toEqual([
      409,
      'Nothing is changed: this is the action as it is.',
    ])
  })

  test('with a fault is refused at the field, and keeps what it is', async () => {
    const entry = await add()
    const response = await change(entry, { ...ACTION, state: 'done' })
    expect(await told(response)).toEqual([
      400,
      'Evidence: is needed to close an action: say where it can be seen that it was done',
    ])
    expect((await entryOf(await get(entryPath('action', entry.id)))).version).toBe(1)
  })

  test.each([
    ['no version', { terms: ACTION, ...SAID }, 'after'],
    ['a version in letters', { terms: ACTION, after: 'one', ...SAID }, 'after'],
    ['version nought', { terms: ACTION, after: 0, ...SAID }, 'after'],
    ['no reason', { terms: ACTION, after: 1 }, 'reason'],
  ])('from %s is refused there', async (_what, body, field) => {
    const { id } = await add()
    const response = await put(entryPath('action', id), body)
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toEqual([
      { path: field, message: expect.not.stringMatching(/^(Invalid|Too) /) },
    ])
  })

  test('that nobody knows is refused, whatever is sent', async () => {
    const response = await put(entryPath('action', 'x'), { terms: {}, after: 1, ...SAID })
    expect(await told(response)).toEqual([404, expect.stringContaining('There is no action "x"')])
  })
})

describe('an entry that is taken out', () => {
  test('is in its register only where all are asked for, and on record', async () => {
    const entry = await add()
    const out = await entryOf(await move(entry, 'retire'))
    expect(out).toMatchObject({ version: 2, retired: true, terms: ACTION })
    expect(out.history[0]).toMatchObject({ kind: 'retired', changed: [] })
    expect((await list('action')).entries.map(({ id }) => id)).not.toContain(entry.id)
    expect((await list('action', { all: '1' })).entries.map(({ id }) => id)).toContain(entry.id)
  })

  test('can’t be taken out again, nor changed before it is brought back', async () => {
    const out = await entryOf(await move(await add(), 'retire'))
    expect(await told(await move(out, 'retire'))).toEqual([409, 'This action is taken out already.'])
    expect(await told(await change(out, { ...ACTION, progress: 50 }))).toEqual([
      409,
      'This action was taken out. Bring it back first, then change it.',
    ])
    const back = await entryOf(await move(out, 'bring-back'))
    expect(back).toMatchObject({ version: 3, retired: false })
    expect(back.history[0]).toMatchObject({ kind: 'brought-back', sameAs: 1 })
    expect(await told(await move(back, 'bring-back'))).toEqual([
      409,
      'This action counts, so there is nothing to bring back.',
    ])
  })
})

describe('the last change', () => {
  test('is undone by a version that says the same as the one before', async () => {
    const changed = await entryOf(await change(await add(), { ...ACTION, progress: 50 }))
    const undone = await entryOf(await move(changed, 'undo'))
    expect(undone).toMatchObject({ version: 3, terms: ACTION })
    expect(undone.history[0]).toMatchObject({
      kind: 'changed',
      sameAs: 1,
      changed: [{ field: 'Progress in per cent', before: '50', after: '40' }],
    })
  })

  test('is undone where it was a taking out', async () => {
    const out = await entryOf(await move(await add(), 'retire'))
    expect(await entryOf(await move(out, 'undo'))).toMatchObject({ version: 3, retired: false })
  })

  test('of an entry with one version is none', async () => {
    expect(await told(await move(await add(), 'undo'))).toEqual([
      409,
      'This action has only one version, so there is no change to undo. If it should not be there, take it out.',
    ])
  })

  test.each([['retire'], ['bring-back'], ['undo']] as const)(
    'from an older version: %s is refused',
    async (action) => {
      const entry = await add()
      await change(entry, { ...ACTION, progress: 50 })
      expect(await told(await move(entry, action, 1))).toEqual([
        409,
        expect.stringContaining('Somebody else changed this meanwhile'),
      ])
    },
  )
})

describe('whoever writes', () => {
  const writes = [
    ['POST', '/api/registers/action'],
    ['PUT', '/api/registers/action/better-start-parents'],
    ['POST', '/api/registers/action/better-start-parents/retire'],
    ['POST', '/api/registers/action/better-start-parents/bring-back'],
    ['POST', '/api/registers/action/better-start-parents/undo'],
  ] as const
  const body = JSON.stringify({ terms: ACTION, after: 1, reason: SAID.reason })
  const headers = { 'content-type': 'application/json' }

  test.each(writes)('%s %s by nobody is asked to sign in', async (method, path) => {
    const response = await world.app.request(path, { method, headers, body })
    expect(response.status).toBe(401)
    expect((await problemOf(response)).detail).toMatch(/needs an account. Sign in/)
  })

  test.each(writes)('%s %s by a viewer is refused', async (method, path) => {
    const cookie = await world.as('Vic', { role: 'viewer' })
    const response = await world.app.request(path, { method, headers: { ...headers, cookie }, body })
    expect(response.status).toBe(403)
    expect((await problemOf(response)).detail).toContain('does not allow changing plans and registers')
  })

  test.each([
    ['question', { answer: 'All is well', answeredBy: 'Director' }],
    ['question', { closed: true }],
    ['checklist', { outcome: 'Taken into the work plan' }],
  ])('a viewer who brings a %s can’t say what came of it: %j', async (register, terms) => {
    const cookie = await world.as('Vic', { role: 'viewer' })
    const response = await world.app.request(newEntryPath(register), {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify({ terms, reason: 'The committee wants to know' }),
    })
    expect(response.status).toBe(403)
  })

  test('a viewer may ask a question, and suggest a topic', async () => {
    const cookie = await world.as('Vic', { role: 'viewer' })
    const asked = (register: string) =>
      world.app.request(newEntryPath(register), {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify({ terms: {}, reason: 'The committee wants to know' }),
      })
    expect((await asked('question')).status).toBe(400)
    expect((await asked('checklist')).status).toBe(400)
    expect((await asked('action')).status).toBe(403)
  })

  test.each(writes)('%s %s from a page of another site is refused', async (method, path) => {
    const response = await ask(world, path, {
      method,
      headers: { ...headers, origin: 'https://elsewhere.example' },
      body,
    })
    expect(response.status).toBe(403)
    expect((await problemOf(response)).detail).toContain('a page of another site')
  })

  test('everybody may read from anywhere', async () => {
    const response = await world.app.request(registerPath('action'))
    expect(response.status).toBe(200)
  })
})

describe('the table of a register', () => {
  const table = async (register: string, search: Record<string, string> = {}) => {
    const response = await get(csvPath(registerPath(register, search)))
    const text = await response.text()
    return { name: response.headers.get('content-disposition'), text, lines: text.split('\r\n') }
  }

  test.each(DEFINITIONS.map((each) => [each.register, each] as const))(
    'of %s has a column a field, under its label',
    async (register, { fields }) => {
      const { name, text } = await table(register)
      expect(name).toBe(`attachment; filename="register_${register}.csv"`)
      expect(text.startsWith('id,version,taken_out,')).toBe(true)
      expect(fields.filter(({ label }) => !text.includes(label))).toEqual([])
    },
  )

  test('has days that can be put in order, and all else in words', async () => {
    const { id } = await add({ ...ACTION, page: 'item 4' })
    const { lines } = await table('action')
    expect(lines.find((row) => row.startsWith(id))).toMatch(
      /^action-\w+,1,no,Improvement plan for children’s services,12,Train .*,strategic,,,Principal Social Worker,2026-01-01,2026-06-30,,Under way,,40,,,,Children in care,2026-01-01,"?Report of .*,item 4,\d{4}-\d\d-\d\d,Sam Okafor,Agreed by the board$/,
    )
  })

  test('holds nothing that a spreadsheet would run', async () => {
    const { id } = await add({ ...ACTION, title: '=HYPERLINK("http://elsewhere.example")' })
    const { lines } = await table('action')
    expect(lines.find((row) => row.startsWith(id))).toContain(`"'=HYPERLINK(""http://elsewhere.example"")"`)
  })

  test('has those that were taken out where all are asked for', async () => {
    const out = await entryOf(await move(await add(), 'retire'))
    expect((await table('action')).text).not.toContain(out.id)
    expect((await table('action', { all: '1' })).text).toContain(`${out.id},2,yes,`)
  })
})
