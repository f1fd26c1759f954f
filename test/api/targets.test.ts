import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ProblemAnswer, problemAnswer } from '../../server/contract/answers.ts'
import { csvPath, targetActionPath, targetPath, targetsPath } from '../../server/contract/paths.ts'
import {
  type TargetPageAnswer,
  targetPageAnswer,
  targetsAnswer,
} from '../../server/contract/target-answers.ts'
import type { TargetTerms } from '../../server/contract/targets.ts'
import { importFile } from '../../server/imports/run.ts'
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

/** A target of 443 children by March 2028, from the 531 of March 2025. */
const TERMS: TargetTerms = {
  programme: null,
  indicator: 'cla-rate',
  view: 'count',
  area: BLACKPOOL,
  title: '443 children in care by March 2028',
  aim: 'lower',
  basis: 'fixed-value',
  value: 443,
  change: null,
  low: null,
  high: null,
  benchmark: null,
  statedChange: null,
  baseline: { value: 531, on: '2025-03-31', source: 'Published for 31 March 2025' },
  due: '2028-03-31',
  dueNote: null,
  shape: 'linear',
  milestones: [],
  tolerance: null,
  owner: 'Head of Service',
  setBy: 'local',
  approvedOn: '2026-05-01',
  approval: 'Cabinet, 1 May 2026, item 7',
  rationale: 'The number of 2015',
  standard: null,
  reviewOn: '2027-05-01',
  endsOn: null,
  statedOn: '2026-05-01',
  document: 'Council Plan 2026 to 2028',
  page: null,
}
const BENCHMARK = {
  group: 'neighbours',
  model: '2025',
  statistic: 'mean',
  mode: 'live',
  frozen: null,
} as const
const TO_BENCHMARK = {
  ...TERMS,
  view: 'rate',
  basis: 'to-benchmark',
  value: null,
  benchmark: BENCHMARK,
} as const

/** A hundred child protection plans for every 10,000 children, without a path to it. */
const PLANS = { indicator: 'cpp-rate', view: 'rate', value: 100, baseline: null, shape: 'level' } as const

const SAID = { reason: 'Agreed by cabinet', by: 'Sam Okafor' }

const put = (path: string, body: unknown) =>
  ask(world, path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const pageOf = async (response: Response): Promise<TargetPageAnswer> =>
  targetPageAnswer.parse(await response.json())
const problemOf = async (response: Response): Promise<ProblemAnswer> =>
  problemAnswer.parse(await response.json())
const page = async (id: string) => pageOf(await ask(world, targetPath(id)))
const list = async (search: Record<string, string> = {}) =>
  targetsAnswer.parse(await (await world.app.request(targetsPath(search))).json())
const add = async (terms: TargetTerms = TERMS) =>
  pageOf(await post(world, '/api/targets', { terms, ...SAID }))

describe('the list of targets', () => {
  test('is of the home area, in force or stated, with how many are on the path', async () => {
    const { targets, summary } = await list()
    expect(summary).toBe(
      'Of 9 targets in force 1 is on the path and 6 are off it; 2 have no data since the path began.',
    )
    expect(targets.map(({ id }) => id)).toContain('mtfs-care')
    expect(targets.map(({ id }) => id)).not.toContain('council-plan-care')
  })

  test('holds those that ran out only where all are asked for', async () => {
    const { targets } = await list({ all: '1' })
    expect(targets.find(({ id }) => id === 'council-plan-care')).toMatchObject({
      state: 'ended',
      stateWords: 'Ran out on 31 March 2020',
    })
  })

  test('is of one measure where one is named', async () => {
    const { targets } = await list({ indicator: 'cla-rate', all: '1' })
    expect(targets.map(({ id }) => id).sort()).toEqual(['council-plan-care', 'mtfs-care'])
  })

  test('of an area without targets is empty', async () => {
    expect(await list({ area: SANDWELL })).toMatchObject({ targets: [], summary: 'No target is in force.' })
  })

  test.each([
    ['/api/targets?area=Blackpool', 400, 'is not an area'],
    ['/api/targets?all=yes', 400, 'is 1 or left out'],
    ['/api/targets?area=E06000999', 404, 'There is no area'],
    ['/api/targets?indicator=cla-rates', 404, 'did you mean "cla-rate"?'],
  ])('%s is answered %i', async (path, status, words) => {
    const response = await world.app.request(path)
    expect(response.status).toBe(status)
    expect((await problemOf(response)).detail).toContain(words)
  })

  test('comes as CSV with what each is rated by', async () => {
    const response = await world.app.request(csvPath(targetsPath({})))
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="targets_blackpool.csv"')
    const lines = (await response.text()).split('\r\n')
    expect(lines[0]).toMatch(
      /^target_id,version,title,.*goal,.*latest_value,.*rating,asked_for_by_that_day,rating_in_words,by_ordinary_variation,/,
    )
    expect(lines.find((line) => line.startsWith('mtfs-plans'))).toContain(',will be missed,')
    const care = lines.find((line) => line.startsWith('mtfs-care'))
    expect(care).toContain(',124.5,')
    expect(care).toContain(',184,31 March 2025,2025-03-31,final,red,')
    expect(lines.find((line) => line.startsWith('mtfs-ifa'))).toContain(',illustrative,')
  })
})

describe('the page of a target', () => {
  test('tells the goal by each list of similar councils, and which the target means', async () => {
    expect((await page('mtfs-care')).lists).toEqual([
      { model: '2021', text: '130.1 on 31 March 2025 (10 of 10 reported)', chosen: false },
      { model: '2025', text: '124.5 on 31 March 2025 (10 of 10 reported)', chosen: true },
    ])
    expect((await page('mtfs-residential')).lists).toEqual([])
    expect((await page('council-plan-care')).lists).toEqual([])
  })

  test('says what to bear in mind', async () => {
    expect((await page('mtfs-care')).notes).toEqual([
      'About the day: The strategy says “over 5 years” and names no day. Read as the five financial years from April 2021.',
      'About the baseline: 608 children in December 2020, stated in the same pack, over the 28,278 children of mid-2020.',
      'The paper says 47% less; from the baseline to the goal as it is now it is 42.1% less. Neither is corrected by the other.',
    ])
    expect((await page('mtfs-ifa')).notes).toContain(
      'The newest figure is made up to show how the dashboard works, and so is how it is rated.',
    )
    expect((await page('similar-referrals')).notes).toEqual([
      'Nobody has approved this target, so no figure is rated by it.',
      'No baseline is stated, so there is no path from it: what is asked for is the goal, on every day.',
    ])
  })

  test('tells what ordinary variation alone would make of it, and from what', async () => {
    expect((await page('mtfs-plans')).target.assurance).toEqual({
      state: 'fails',
      word: 'will be missed',
      words:
        'If nothing changes, it will be missed: the goal of 65.6 lies below all of the range that ordinary year-to-year variation gives (71.1 to 160.5), worked out from 13 years in a row.',
    })
  })

  test.each([
    ['a goal within the range', {}, 'hit-and-miss'],
    ['a goal that all of it meets', { value: 900 }, 'meets'],
    ['the same of which more is aimed at', { value: 900, aim: 'higher' }, 'fails'],
    ['a goal that nobody approved', { approvedOn: null, approval: null }, 'hit-and-miss'],
    ['a range to stay within', { aim: 'within', basis: 'range', value: null, low: 80, high: 120 }, undefined],
    ['what has run out', { endsOn: '2026-06-30' }, undefined],
    ['what was due by the newest figure', { due: '2025-03-31' }, undefined],
    ['figures with a break among them', { indicator: 'cla-rate' }, undefined],
  ] as const)('of %s', async (_what, terms, state) => {
    const { target } = await add({ ...TERMS, ...PLANS, ...terms } as TargetTerms)
    expect(target.assurance?.state).toBe(state)
  })

  test('begins its history with who stated it and all that was set', async () => {
    const [first] = (await page('council-plan-care')).history
    expect(first).toMatchObject({
      version: 1,
      kind: 'set',
      madeBy: 'the demonstration',
      madeOn: '2017-03-09',
      changed: [],
      sameAs: null,
    })
    expect(first?.fields).toContainEqual({ field: 'Goal', text: '443' })
    expect(first?.fields).toContainEqual({ field: 'Approved on', text: '9 March 2017' })
  })

  test('that nobody knows is answered 404', async () => {
    const response = await world.app.request(targetPath('mtfs-cares'))
    expect(response.status).toBe(404)
    expect((await problemOf(response)).detail).toContain('There is no target "mtfs-cares"')
  })
})

describe('a new target', () => {
  test('is answered 201, on the list at once, and rated from its approval on', async () => {
    const response = await post(world, '/api/targets', { terms: TERMS, ...SAID })
    expect(response.status).toBe(201)
    const { target, history } = await pageOf(response)
    expect(target.id).toMatch(/^cla-rate-[0-9a-f]{6}$/)
    expect(target).toMatchObject({
      version: 1,
      state: 'in-force',
      goal: { text: '443' },
      reviewOn: '2027-05-01',
    })
    expect(history).toMatchObject([{ kind: 'set', madeBy: 'Sam Okafor', reason: 'Agreed by cabinet' }])
    expect((await list()).targets.map(({ id }) => id)).toContain(target.id)
  })

  test('that nobody names is under the name of whoever runs the dashboard', async () => {
    const { history } = await pageOf(
      await post(world, '/api/targets', { terms: { ...TERMS, title: 'Another' }, reason: 'A try' }),
    )
    expect(history[0]?.madeBy).toBe('analyst')
  })

  test.each<[string, object, string, string]>([
    ['an indicator that there is not', { indicator: 'cla-rates' }, 'indicator', 'did you mean “cla-rate”?'],
    ['an area that there is not', { area: 'E06000999' }, 'area', 'is none that there is'],
    ['an area that is no code', { area: 'Blackpool' }, 'area', 'is not an area'],
    ['a view that its measure has not', { indicator: 'cla-ifa-count' }, 'view', 'is a number already'],
    [
      'a programme that is nearly one',
      { programme: 'mtfs-2020' },
      'programme',
      'is none that there is: mtfs-2020; did you mean “mtfs-2021” (Medium-term financial strategy)?',
    ],
    [
      'a programme that there is not',
      { programme: 'zzzzzzzzzzzzzzzzzz' },
      'programme',
      'is none that there is: zzzzzzzzzzzzzzzzzz. Plans of the area: ',
    ],
    [
      'a benchmark for a number',
      { ...TO_BENCHMARK, view: 'count' },
      'benchmark',
      'Numbers grow with the size of a place',
    ],
    [
      'a benchmark for a measure that nobody publishes',
      { ...TO_BENCHMARK, indicator: 'contacts-rate' },
      'benchmark',
      'is not possible for this measure',
    ],
    [
      'a list of similar councils that there is not',
      { ...TO_BENCHMARK, benchmark: { ...BENCHMARK, model: '1999' } },
      'benchmark',
      'there is not: 2021, 2025',
    ],
    [
      'similar councils of a region',
      { ...TO_BENCHMARK, area: 'E12000002' },
      'benchmark',
      'has no similar councils',
    ],
    [
      'the region of a region',
      { ...TO_BENCHMARK, area: 'E12000002', benchmark: { ...BENCHMARK, group: 'region', model: null } },
      'benchmark',
      'lies in no region',
    ],
    ['a fixed goal without a number', { value: null }, 'value', 'needs a number'],
    ['a change without a number', { basis: 'abs-from-baseline', value: null }, 'change', 'needs a number'],
    [
      'a change without a baseline',
      { basis: 'pct-from-baseline', value: null, change: -10, baseline: null, shape: 'level' },
      'baseline',
      'counted from there',
    ],
    [
      'staying without a baseline',
      { basis: 'maintain', value: null, baseline: null, shape: 'level' },
      'baseline',
      'counted from there',
    ],
    ['a benchmark without a group', { ...TO_BENCHMARK, benchmark: null }, 'benchmark', 'needs the group'],
    [
      'similar councils without a list',
      { ...TO_BENCHMARK, benchmark: { ...BENCHMARK, model: null } },
      'benchmark',
      'needs the list',
    ],
    [
      'a frozen benchmark without its value',
      { ...TO_BENCHMARK, benchmark: { ...BENCHMARK, mode: 'frozen' } },
      'benchmark',
      'needs the value and the period',
    ],
    [
      'a live benchmark with a value',
      { ...TO_BENCHMARK, benchmark: { ...BENCHMARK, frozen: { value: 1, period: '2024-25' } } },
      'benchmark',
      'no value can be kept',
    ],
    ['a benchmark where none is gone to', { benchmark: BENCHMARK }, 'benchmark', 'leave it out'],
    ['a number that its kind has no place for', { change: -10 }, 'change', 'leave it out'],
    [
      'a range with one end',
      { aim: 'within', basis: 'range', value: null, low: 3, shape: 'level' },
      'low',
      'needs both ends',
    ],
    [
      'a range upside down',
      { aim: 'within', basis: 'range', value: null, low: 3, high: 2, shape: 'level' },
      'low',
      'is above the upper end',
    ],
    ['a range that is not to be kept within', { aim: 'within' }, 'aim', 'exactly where the basis is a range'],
    ['a path without a baseline', { baseline: null }, 'baseline', 'the path starts there'],
    ['a path without a due day', { due: null }, 'due', 'the path ends there'],
    [
      'a path to a range',
      { aim: 'within', basis: 'range', value: null, low: 2, high: 3 },
      'shape',
      'has to be the goal at once',
    ],
    ['a due day before the baseline', { due: '2025-03-31' }, 'due', 'later than the baseline'],
    ['milestones that are none', { shape: 'milestones' }, 'milestones', 'at least one milestone'],
    [
      'milestones on a straight path',
      { milestones: [{ on: '2026-03-31', value: 500 }] },
      'milestones',
      'by milestones or by steps only',
    ],
    [
      'milestones in no order',
      {
        shape: 'milestones',
        milestones: [
          { on: '2027-03-31', value: 480 },
          { on: '2026-03-31', value: 500 },
        ],
      },
      'milestones',
      'in the order of their days',
    ],
    [
      'a milestone after the due day',
      { shape: 'milestones', milestones: [{ on: '2029-03-31', value: 400 }] },
      'milestones',
      'between the baseline and the day it is due',
    ],
    [
      'the same percentage from nothing',
      { shape: 'constant-rate', baseline: { value: 0, on: '2025-03-31', source: 'x' } },
      'shape',
      'from nothing',
    ],
    ['the same percentage to nothing', { shape: 'constant-rate', value: 0 }, 'shape', 'down to nothing'],
    ['an approval by nobody', { approval: null }, 'approval', 'who approved it'],
    [
      'an end before the approval',
      { endsOn: '2026-04-30' },
      'endsOn',
      'before the day on which it was approved',
    ],
    ['a day that is none', { due: '2028-02-30' }, 'due', 'is not a day'],
    ['a goal in letters', { value: 'many' }, 'value', 'is not a number'],
    ['no title', { title: ' ' }, 'title', 'has to be filled in'],
    ['a title like a page', { title: 'x'.repeat(201) }, 'title', 'can have 200 characters at most'],
    [
      'a baseline without a source',
      { baseline: { value: 531, on: '2025-03-31', source: '' } },
      'baseline.source',
      'has to be filled in',
    ],
    [
      'less than no tolerance',
      { tolerance: { kind: 'percent', size: -1 } },
      'tolerance.size',
      'has to be nothing or more',
    ],
  ])('with %s is refused at that field', async (_what, change, field, words) => {
    const response = await post(world, '/api/targets', { terms: { ...TERMS, ...change }, ...SAID })
    expect(response.status).toBe(400)
    const { errors } = await problemOf(response)
    expect(errors).toContainEqual({ path: `terms.${field}`, message: expect.stringContaining(words) })
  })

  test.each([['without a reason', { terms: TERMS }, 'reason']])(
    '%s is refused there',
    async (_what, body, field) => {
      const response = await post(world, '/api/targets', body)
      expect(response.status).toBe(400)
      expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual([field])
    },
  )
})

describe('a target that is changed', () => {
  test('has a version more, which says what was changed by whom and why', async () => {
    const { target } = await add()
    const terms = { ...TERMS, value: 450.5, due: '2029-03-31', programme: 'mtfs-2021' }
    const response = await put(targetPath(target.id), {
      terms,
      after: 1,
      reason: 'Scrutiny asked for a year more',
      by: 'Pat Ng',
    })
    expect(response.status).toBe(200)
    const answer = await pageOf(response)
    expect(answer.target).toMatchObject({ version: 2, goal: { value: 450.5 }, due: '2029-03-31' })
    expect(answer.terms).toEqual(terms)
    expect(answer.history[0]).toMatchObject({
      version: 2,
      kind: 'changed',
      madeBy: 'Pat Ng',
      reason: 'Scrutiny asked for a year more',
      changed: [
        { field: 'Programme', before: 'not set', after: 'Medium-term financial strategy' },
        { field: 'Goal', before: '443', after: '450.5' },
        { field: 'Due', before: '31 March 2028', after: '31 March 2029' },
      ],
    })
    expect(answer.history[1]?.terms).toEqual(TERMS)
  })

  test('from an older version is refused, and keeps what it is', async () => {
    const { target } = await add()
    await put(targetPath(target.id), { terms: { ...TERMS, value: 450 }, after: 1, ...SAID })
    const response = await put(targetPath(target.id), { terms: { ...TERMS, value: 400 }, after: 1, ...SAID })
    expect(response.status).toBe(409)
    expect((await problemOf(response)).detail).toContain('Somebody else changed this meanwhile')
    expect((await page(target.id)).target.goal?.value).toBe(450)
  })

  test('in nothing is refused', async () => {
    const { target } = await add()
    const response = await put(targetPath(target.id), { terms: TERMS, after: 1, ...SAID })
    expect(response.status).toBe(409)
    expect((await problemOf(response)).detail).toContain('Nothing is changed')
  })

  test.each([
    ['its measure', { indicator: 'cpp-rate' }, 'terms.indicator'],
    ['how it is counted', { view: 'rate' }, 'terms.view'],
    ['its area', { area: SANDWELL }, 'terms.area'],
  ])('in %s is refused there', async (_what, change, path) => {
    const { target } = await add()
    const response = await put(targetPath(target.id), { terms: { ...TERMS, ...change }, after: 1, ...SAID })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toEqual([
      { path, message: 'can’t be changed: take this target out and set another' },
    ])
  })

  test('to what there is not is refused at the field', async () => {
    const { target } = await add()
    const terms = { ...TERMS, programme: 'mtfs-1999' }
    const response = await put(targetPath(target.id), { terms, after: 1, ...SAID })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.map(({ path }) => path)).toEqual(['terms.programme'])
  })

  test('that there is not is answered 404', async () => {
    const response = await put(targetPath('nothing'), { terms: TERMS, after: 1, ...SAID })
    expect(response.status).toBe(404)
  })
})

describe('a target that is taken out', () => {
  const move = (id: string, action: 'retire' | 'bring-back' | 'undo', after: number) =>
    post(world, targetActionPath(id, action), { after, ...SAID })

  test('leaves the list, stays on record, and comes back', async () => {
    const { target } = await add()
    const retired = await pageOf(await move(target.id, 'retire', 1))
    expect(retired.target).toMatchObject({ version: 2, state: 'retired', rating: { state: 'not-approved' } })
    expect(retired.history[0]).toMatchObject({ kind: 'retired', changed: [], madeBy: 'Sam Okafor' })
    expect((await list()).targets.map(({ id }) => id)).not.toContain(target.id)
    expect((await list({ all: '1' })).targets.map(({ id }) => id)).toContain(target.id)

    const back = await pageOf(await move(target.id, 'bring-back', 2))
    expect(back.target).toMatchObject({ version: 3, state: 'in-force' })
    expect(back.history[0]).toMatchObject({ kind: 'brought-back', sameAs: 1 })
  })

  test('can’t be changed until it is back', async () => {
    const { target } = await add()
    await move(target.id, 'retire', 1)
    const terms = { ...TERMS, value: 400 }
    const response = await put(targetPath(target.id), { terms, after: 2, ...SAID })
    expect(response.status).toBe(409)
    expect((await problemOf(response)).detail).toContain('Bring it back first')
  })

  test('a change that is undone makes a version like the one before it', async () => {
    const { target } = await add()
    await put(targetPath(target.id), { terms: { ...TERMS, value: 400 }, after: 1, ...SAID })
    const undone = await pageOf(await move(target.id, 'undo', 2))
    expect(undone.target).toMatchObject({ version: 3, goal: { value: 443 } })
    expect(undone.history[0]).toMatchObject({
      kind: 'changed',
      sameAs: 1,
      changed: [{ field: 'Goal', before: '400', after: '443' }],
    })
  })

  test('a retirement that is undone brings the target back', async () => {
    const { target } = await add()
    await move(target.id, 'retire', 1)
    const undone = await pageOf(await move(target.id, 'undo', 2))
    expect(undone.history[0]?.kind).toBe('brought-back')
    expect(undone.target.state).toBe('in-force')
  })

  test.each([
    ['bring-back', 'there is nothing to bring back'],
    ['undo', 'has only one version'],
  ] as const)('a new target has nothing to %s', async (action, words) => {
    const { target } = await add()
    const response = await move(target.id, action, 1)
    expect(response.status).toBe(409)
    expect((await problemOf(response)).detail).toContain(words)
  })

  test('what is taken out is not taken out again', async () => {
    const { target } = await add()
    await move(target.id, 'retire', 1)
    const response = await move(target.id, 'retire', 2)
    expect(response.status).toBe(409)
    expect((await problemOf(response)).detail).toContain('is taken out already')
  })

  test.each(['retire', 'bring-back', 'undo'] as const)(
    'to %s from an older version, or without a reason, is refused',
    async (action) => {
      const { target } = await add()
      await put(targetPath(target.id), { terms: { ...TERMS, value: 400 }, after: 1, ...SAID })
      const stale = await move(target.id, action, 1)
      expect(stale.status).toBe(409)
      expect((await problemOf(stale)).detail).toContain('Somebody else changed this meanwhile')
      const mute = await post(world, targetActionPath(target.id, action), { after: 2 })
      expect(mute.status).toBe(400)
      expect((await problemOf(mute)).errors?.map(({ path }) => path)).toEqual(['reason'])
      expect((await move('nothing', action, 1)).status).toBe(404)
    },
  )
})

describe('the way in', () => {
  const send = (path: string, method: string, headers: Record<string, string> = {}) =>
    world.app.request(`http://localhost${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ terms: TERMS, after: 1, reason: SAID.reason }),
    })
  const WRITES = [
    ['/api/targets', 'POST'],
    ['/api/targets/mtfs-care', 'PUT'],
    ['/api/targets/mtfs-care/retire', 'POST'],
    ['/api/targets/mtfs-care/bring-back', 'POST'],
    ['/api/targets/mtfs-care/undo', 'POST'],
  ] as const

  test.each(WRITES)('%s by %s without an account is answered 401', async (path, method) => {
    const response = await send(path, method)
    expect(response.status).toBe(401)
    expect((await problemOf(response)).detail).toContain('Setting targets and savings needs an account')
  })

  test.each(WRITES)(
    '%s by %s of an analyst, who does not set targets, is answered 403',
    async (path, method) => {
      const response = await send(path, method, { cookie: await world.as('Ana', { role: 'analyst' }) })
      expect(response.status).toBe(403)
      expect((await problemOf(response)).detail).toContain('does not allow setting targets and savings')
    },
  )

  test.each(WRITES)('%s by %s from a page of another site is answered 403', async (path, method) => {
    const cookie = await world.as()
    const response = await send(path, method, { cookie, origin: 'https://elsewhere.example' })
    expect(response.status).toBe(403)
    expect((await problemOf(response)).detail).toContain('another site')
  })

  test('reading is open to everybody, and kept until something changes', async () => {
    const response = await world.app.request(targetPath('mtfs-care'))
    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).not.toBeNull()
  })
})

describe('the goal of a live target', () => {
  /** A file of the Department for Education with a revised number of one of Blackpool's similar councils, Hartlepool. */
  const REVISED = `time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,population_type,population_estimate,children_count,rate_per_10000
2025,Reporting year,Local authority,E92000001,England,E12000001,North East,805,Hartlepool,E06000001,Children looked after on 31 March each year,20000,400,200
`
  const publish = (now: string) =>
    importFile(world.db, world.reference, {
      bytes: Buffer.from(REVISED),
      fileName: 'cla_number_and_rate_revised.csv',
      by: 'Ann Reed',
      reason: 'Hartlepool corrected its return',
      mode: 'publish',
      now,
    })

  test('was known on the day that the figures of its benchmark came out', async () => {
    const { moves, restatements } = await page('mtfs-care')
    expect(moves).toBe(
      'The goal of this target is live: it is the mean of the similar councils of the 2025 list, so it moves when those figures are published, corrected or taken back. Since the target was stated, on 26 February 2021, it has changed once, on 30 November 2025.',
    )
    expect(restatements).toMatchObject([
      {
        on: '2025-11-30',
        before: null,
        after: '124.5',
        releases: [
          { title: 'Local Authority Interactive Tool: children looked after', by: 'the demonstration' },
          { title: 'Children looked after in England, 2025', withdrawn: false },
        ],
      },
    ])
  })

  test('moves when one of the group corrects its figure, and moves back when that is withdrawn', async () => {
    const report = await publish('2026-11-10T09:00:00.000Z')
    expect(report.outcome).toBe('published')
    await new Promise((resolve) => setTimeout(resolve, 150))
    const moved = await page('mtfs-care')
    const after = moved.target.goal?.text ?? ''
    expect(Number(after)).toBeGreaterThan(124.5)
    expect(moved.restatements).toHaveLength(2)
    expect(moved.restatements[0]).toEqual({
      on: '2026-11-10',
      before: '124.5',
      after,
      words: `The goal rose from 124.5 to ${after}. It is now ${after} on 31 March 2025 (10 of 10 reported); before, it was 124.5 on 31 March 2025 (10 of 10 reported).`,
      releases: [
        {
          title: expect.stringContaining('Children looked after'),
          fileName: 'cla_number_and_rate_revised.csv',
          by: 'Ann Reed',
          reason: 'Hartlepool corrected its return',
          withdrawn: false,
        },
      ],
    })
    expect(moved.moves).toContain('it has changed 2 times, last on 10 November 2026')
    expect((await page('mtfs-residential')).restatements).toHaveLength(1)

    await world.uploads.withdraw({
      id: report.upload ?? '',
      reason: 'The correction was wrong',
      by: 'Ben Shah',
      actor: 'account:ben',
      now: '2026-11-15T09:00:00.000Z',
    })
    await new Promise((resolve) => setTimeout(resolve, 150))
    const back = await page('mtfs-care')
    expect(back.target.goal?.text).toBe('124.5')
    expect(back.restatements.map(({ on }) => on)).toEqual(['2026-11-15', '2026-11-10', '2025-11-30'])
    expect(back.restatements[0]).toMatchObject({
      before: after,
      after: '124.5',
      releases: [{ by: 'Ben Shah', reason: 'The correction was wrong', withdrawn: true }],
    })
  })

  test('that is frozen stays as it was set', async () => {
    const frozen = { value: 130.1, period: '31 March 2025' }
    const { target, moves, restatements, lists } = await add({
      ...TO_BENCHMARK,
      benchmark: { ...BENCHMARK, mode: 'frozen', frozen },
    })
    expect(target.goal?.value).toBe(130.1)
    expect(moves).toBe(
      'The goal of this target is frozen: it stays as it was set, by 31 March 2025, whatever is published.',
    )
    expect([restatements, lists]).toEqual([[], []])
  })

  test('that became live later was moved by no figures before', async () => {
    const terms = { ...TO_BENCHMARK, statedOn: '2024-01-01' }
    const frozen = { value: 130.1, period: '31 March 2025' }
    const { target } = await add({ ...terms, benchmark: { ...BENCHMARK, mode: 'frozen', frozen } })
    const changed = await pageOf(await put(targetPath(target.id), { terms, after: 1, ...SAID }))
    expect(changed.restatements).toEqual([])
    expect(changed.history[0]?.changed).toEqual([
      {
        field: 'Whether the goal moves',
        before: 'Frozen: it stays as it was set',
        after: 'Live: it moves with what is published',
      },
      { field: 'Value that it stays at', before: '130.1', after: 'not set' },
      { field: 'Period of that value', before: '31 March 2025', after: 'not set' },
    ])
  })

  test('that was taken out is not moved while it is out', async () => {
    const version = {
      register: 'target',
      id: 'taken-out',
      body: JSON.stringify({ ...TO_BENCHMARK, statedOn: '2024-01-01' }),
      reason: 'x',
      madeBy: 'Sam',
      actor: 'account:sam',
    } as const
    await world.uploads.record({ ...version, retired: false, madeAt: '2024-01-01T12:00:00.000Z', after: 0 })
    expect((await page('taken-out')).restatements.map(({ on }) => on)).toContain('2025-11-30')
    await world.uploads.record({ ...version, retired: true, madeAt: '2025-11-01T12:00:00.000Z', after: 1 })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect((await page('taken-out')).restatements).toEqual([])
  })
})

test('the description of the API names what may be done with a target', async () => {
  const response = await world.app.request('/api/openapi.json')
  const { paths } = (await response.json()) as {
    paths: Record<string, Record<string, { responses: object }>>
  }
  expect(Object.keys(paths['/api/targets'] ?? {}).sort()).toEqual(['get', 'post'])
  expect(Object.keys(paths['/api/targets/{id}'] ?? {}).sort()).toEqual(['get', 'put'])
  expect(Object.keys(paths['/api/targets']?.post?.responses ?? {})).toEqual(
    expect.arrayContaining(['201', '400', '401', '403']),
  )
  expect(paths['/api/targets/{id}/retire']?.post).toBeDefined()
  expect(paths['/api/targets/{id}/bring-back']?.post).toBeDefined()
  expect(paths['/api/targets/{id}/undo']?.post).toBeDefined()
})
