import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ProblemAnswer, problemAnswer } from '../../server/contract/answers.ts'
import { type SavingTerms, savingLineAnswer, savingsAnswer } from '../../server/contract/savings.ts'
import type { TargetTerms } from '../../server/contract/targets.ts'
import { loadReference } from '../../server/reference.ts'
import { insertVersion } from '../../server/store/entries.ts'
import { ask, draft, HEADING, post } from '../support/uploads.ts'
import { type FileWorld, makeFileWorld } from '../support/world.ts'

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld()
})
afterAll(() => world.end())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const PATH = '/api/programmes/mtfs-2021/savings'
const TERMS: SavingTerms = {
  programme: 'mtfs-2021',
  component: 'fostering',
  title: 'Fewer places bought from agencies',
  kind: 'cashable',
  stage: 'planned',
  amount: 400_000,
  year: '2023-24',
  owner: 'Head of Fostering',
  evidence: null,
  illustrative: false,
}

const savings = async (query = '') => savingsAnswer.parse(await (await ask(world, PATH + query)).json())
const lineOf = async (response: Response) => savingLineAnswer.parse(await response.json())
const problemOf = async (response: Response): Promise<ProblemAnswer> =>
  problemAnswer.parse(await response.json())
const put = (path: string, body: unknown) =>
  ask(world, path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const add = async (terms: Partial<SavingTerms> = {}) =>
  lineOf(
    await post(world, '/api/savings', { terms: { ...TERMS, ...terms }, reason: 'board of May', by: 'Ann' }),
  )
const takeOut = (id: string, after: number) =>
  post(world, `/api/savings/${id}/retire`, { after, reason: 'entered to try it' })

describe('spending against the path', () => {
  test.each([
    ['2021-22', '£4,497,986', '£63,653,310', '£66,811,174', '£3.2 million more than planned (5.0%)'],
    ['2022-23', '£8,995,971', '£59,155,325', '£74,061,457', '£14.9 million more than planned (25.2%)'],
    ['2023-24', '£13,493,957', '£54,657,339', '£82,565,093', '£27.9 million more than planned (51.1%)'],
    ['2024-25', '£17,991,942', '£50,159,354', '£87,902,719', '£37.7 million more than planned (75.2%)'],
    ['2025-26', '£22,489,928', '£45,661,368', undefined, null],
  ])('%s: %s to be saved, %s to be spent, %s spent', async (period, saving, spend, actual, apart) => {
    const { path } = await savings()
    const row = path?.years.find((year) => year.period === period)
    expect([row?.saving.text, row?.spend.text, row?.actual?.text, row?.apart]).toEqual([
      saving,
      spend,
      actual,
      apart,
    ])
  })

  test('a year that is not published says so instead of showing a number', async () => {
    const { path } = await savings()
    expect(path?.years.at(-1)).toMatchObject({ actual: null, why: 'not published yet' })
    expect(path?.years[0]?.why).toBeNull()
  })

  test('of the last year 15% goes into prevention', async () => {
    const { path } = await savings()
    expect(path?.years.at(-1)).toMatchObject({
      reinvested: { text: '£3,373,489' },
      net: { text: '£19,116,439' },
    })
  })

  test('the five years together save about one baseline, and it says so', async () => {
    const { path } = await savings()
    expect(path?.cumulative.planned.value).toBeCloseTo(0.99 * 68_151_296, 2)
    expect(path?.cumulative.words).toBe(
      'Added up over the 5 years, an even path saves £67.5 million: as much as 99% of one year’s spending (2020/21). ' +
        'It is not 5 times £22.5 million, since only the last year saves that much.',
    )
  })

  test('the headline is of the newest published year, and England stands beside it', async () => {
    expect(await savings()).toMatchObject({
      headline:
        'In 2024/25 Blackpool spent £87.9 million on children’s services. The path to 33% less asked for £50.2 million: £37.7 million more was spent.',
      comparison: 'From 2020/21 to 2024/25 spending rose by 29.0% in cash; in England it rose by 44.8%.',
      path: { share: { value: 33 }, reinvestShare: { value: 15 }, rating: { state: 'red' } },
    })
  })

  test('the chart goes back before the strategy, and the path begins at its baseline', async () => {
    const { path } = await savings()
    expect(path?.chart.actual[0]?.period).toBe('2016-17')
    expect(path?.chart.path.map(({ period }) => period)).toEqual([
      '2020-21',
      '2021-22',
      '2022-23',
      '2023-24',
      '2024-25',
      '2025-26',
    ])
    expect(path?.chart.path[0]?.value).toBe(68_151_296)
  })

  test('what the papers leave open is said', async () => {
    const { notes } = await savings()
    expect(notes.join(' ')).toMatch(/Before or after what is put into prevention\? The papers do not say/)
    expect(notes.join(' ')).toMatch(/In cash or after inflation\? The papers do not say/)
  })
})

describe('the cost bridge', () => {
  test('is from the year before the strategy to the newest, and adds up', async () => {
    const { bridge } = await savings()
    expect(bridge?.summary).toBe(
      'There were 78 fewer children in care, which by itself would have cost £5.2 million less a year. ' +
        'A larger share of them lived where care costs more: £3.9 million more. ' +
        'A placement of the same kind cost more: £16.6 million more. ' +
        'Together: £15.3 million more a year, from £40.3 million in 2020/21 to £55.7 million in 2024/25.',
    )
    expect(bridge?.steps.map(({ id, text }) => [id, text])).toEqual([
      ['before', '£40.3 million'],
      ['volume', '−£5.2 million'],
      ['mix', '+£3.9 million'],
      ['price', '+£16.6 million'],
      ['after', '£55.7 million'],
    ])
  })

  test('each bar begins where the one before it ended', async () => {
    const { bridge } = await savings()
    const [before, volume, mix, price, after] = bridge?.steps ?? []
    expect(volume?.start).toBe(before?.end)
    expect(mix?.start).toBe(volume?.end)
    expect(price?.start).toBe(mix?.end)
    expect(after?.end).toBeCloseTo(price?.end ?? 0, 2)
    // 531 children at £2,010 a week, 365 ÷ 7 weeks a year.
    expect(after?.value).toBeCloseTo((531 * 2010 * 365) / 7, 2)
  })

  test('tells homes, foster care and what is left over apart', async () => {
    const { bridge } = await savings()
    const told = bridge?.groups.map(({ label, children, weekly }) => [
      label,
      children.before.text,
      children.after.text,
      weekly.before.text,
      weekly.after.text,
    ])
    expect(told).toEqual([
      ['Children’s homes', '73', '75', '£4,715', '£6,390'],
      ['Foster care', '438', '350', '£555', '£740'],
      ['All other placements', '98', '106', '£1,907', '£3,126'],
      ['All children in care', '609', '531', '£1,270', '£2,010'],
    ])
  })

  test('goes between other years, and offers only those that fit', async () => {
    const { bridge } = await savings('?from=2022-23&to=2023-24')
    expect(bridge).toMatchObject({ from: '2022-23', to: '2023-24', fromLabel: '2022/23' })
    expect(bridge?.froms.map(({ id }) => id)).toEqual(['2019-20', '2020-21', '2021-22', '2022-23'])
    expect(bridge?.tos.map(({ id }) => id)).toEqual(['2023-24', '2024-25'])
    expect(bridge?.summary).toMatch(/^There were 19 fewer children in care/)
  })

  test('with an earlier end starts earlier too', async () => {
    const { bridge } = await savings('?to=2020-21')
    expect(bridge).toMatchObject({ from: '2019-20', to: '2020-21' })
  })

  test.each([
    ['?from=2016-17', 'from', /has to be a year of which everything is published: 2019-20, .*2024-25$/],
    ['?to=2025-26', 'to', /has to be a year of which everything is published/],
    ['?to=2019-20', 'to', /has to be later than 2019-20, the first year/],
    ['?from=2024-25&to=2021-22', 'from', /has to be an earlier year/],
    ['?from=2020-21&to=2020-21', 'from', /has to be an earlier year/],
    ['?from=2020', 'from', /is not a financial year: use 2025-26/],
    ['?to=2016-17Q3', 'to', /is not a financial year/],
  ])('%s is refused at %s', async (query, field, message) => {
    const response = await ask(world, PATH + query)
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toEqual([
      { path: field, message: expect.stringMatching(message) },
    ])
  })
})

describe('unit costs', () => {
  test('stand beside similar councils and England, in the newest year', async () => {
    const { unitCosts } = await savings()
    expect(unitCosts?.label).toBe('2024/25')
    const told = unitCosts?.rows.map(({ id, own, neighbours, england }) => [
      id,
      own.text,
      neighbours.text,
      `${neighbours.contributing} of ${neighbours.of}`,
      england.text,
    ])
    expect(told).toEqual([
      ['all', '£2,010', '£1,807', '9 of 10', '£2,100'],
      ['residential', '£6,390', '£7,118', '9 of 10', '£7,385'],
      ['fostering', '£740', '£704', '9 of 10', '£765'],
    ])
  })

  test('say what one move comes to, and that the real saving is less', async () => {
    const { unitCosts } = await savings()
    expect(unitCosts?.move?.value).toBeCloseTo(294_607.14, 2)
    expect(unitCosts?.move?.words).toMatch(/comes to £294,607 a year less, at average cost\. The real saving/)
  })
})

describe('the ledger', () => {
  test('is empty as shipped, and says that no paper gives a saving in pounds', async () => {
    const { ledger, path } = await savings()
    expect(ledger).toMatchObject({
      lines: [],
      retired: [],
      totals: [],
      illustrative: false,
      words: 'No saving has been entered, and no paper gives one in pounds.',
    })
    expect(path?.years.map(({ delivered }) => delivered)).toEqual([null, null, null, null, null])
  })

  test('takes a line, adds it up by kind and stage, and counts it in the years that it is of', async () => {
    const response = await post(world, '/api/savings', { terms: TERMS, reason: 'board of May', by: 'Ann' })
    expect(response.status).toBe(201)
    const line = await lineOf(response)
    expect(line).toMatchObject({
      version: 1,
      retired: false,
      component: 'Fostering and payments to carers',
      amount: { value: 400_000, text: '£400,000' },
      yearLabel: '2023/24',
      history: [{ version: 1, kind: 'set', madeBy: 'Ann', reason: 'board of May', changed: [] }],
    })
    const delivered = await add({ stage: 'delivered', amount: 150_000, evidence: 'Budget line 42' })
    const confirmed = await add({ stage: 'confirmed', amount: 50_000, year: '2024-25', evidence: 'Outturn' })
    const once = await add({ kind: 'one-off', stage: 'delivered', amount: 70_000, evidence: 'Report 7' })

    const { ledger, path } = await savings()
    expect(ledger.words).toBe(
      '4 savings are in the ledger. Cashable, a year: £200,000 delivered, of which finance confirmed £50,000; ' +
        '£400,000 planned. One-off: £70,000 delivered.',
    )
    expect(
      ledger.totals.map(({ kind, stages }) => [kind, stages.planned.text, stages.delivered.text]),
    ).toEqual([
      ['cashable', '£400,000', '£150,000'],
      ['cost-avoided', '£0', '£0'],
      ['one-off', '£0', '£70,000'],
    ])
    const cashable = path?.years.map((year) => year.delivered?.cashable.value)
    expect(cashable).toEqual([0, 0, 150_000, 200_000, 200_000])
    expect(path?.years.map((year) => year.delivered?.oneOff.value)).toEqual([0, 0, 70_000, 0, 0])

    await takeOut(line.id, 1)
    await takeOut(delivered.id, 1)
    await takeOut(confirmed.id, 1)
    await takeOut(once.id, 1)
    const after = await savings()
    expect(after.ledger.lines).toEqual([])
    expect(after.ledger.retired.length).toBe(4)
    expect(after.path?.years.map((year) => year.delivered)).toEqual([null, null, null, null, null])
  })

  test('changes a line, and its history tells who, why and what', async () => {
    const { id } = await add()
    const response = await put(`/api/savings/${id}`, {
      terms: { ...TERMS, stage: 'delivered', amount: 380_000, evidence: 'Budget line 42' },
      after: 1,
      reason: 'Outturn of quarter 2',
      by: 'Ben',
    })
    expect(response.status).toBe(200)
    const line = await lineOf(response)
    expect(line).toMatchObject({ version: 2, stageWords: 'delivered' })
    expect(line.history[0]).toMatchObject({
      kind: 'changed',
      madeBy: 'Ben',
      reason: 'Outturn of quarter 2',
      changed: [
        { field: 'Stage', before: 'planned', after: 'delivered' },
        { field: 'Amount', before: '£400,000', after: '£380,000' },
        { field: 'Evidence', before: 'none', after: 'Budget line 42' },
      ],
    })
    expect(await lineOf(await ask(world, `/api/savings/${id}`))).toEqual(line)
    await takeOut(id, 2)
  })

  test('undoes the last change by a new version, and undoes that too', async () => {
    const { id } = await add()
    await put(`/api/savings/${id}`, { terms: { ...TERMS, amount: 1 }, after: 1, reason: 'a slip' })
    const undone = await lineOf(
      await post(world, `/api/savings/${id}/undo`, { after: 2, reason: 'it was a slip' }),
    )
    expect(undone).toMatchObject({ version: 3, amount: { value: 400_000 } })
    const again = await lineOf(
      await post(world, `/api/savings/${id}/undo`, { after: 3, reason: 'it was not' }),
    )
    expect(again).toMatchObject({ version: 4, amount: { value: 1 } })
    await takeOut(id, 4)
  })

  test('takes a line out and brings it back; both stay in its history', async () => {
    const { id } = await add()
    const out = await lineOf(await takeOut(id, 1))
    expect(out).toMatchObject({ retired: true, version: 2 })
    const back = await lineOf(
      await post(world, `/api/savings/${id}/bring-back`, { after: 2, reason: 'it counts after all' }),
    )
    expect(back).toMatchObject({ retired: false, version: 3 })
    expect(back.history.map(({ kind }) => kind)).toEqual(['brought-back', 'retired', 'set'])
    expect((await savings()).ledger.lines.map((line) => line.id)).toEqual([id])
    await takeOut(id, 3)
  })

  test('says of made-up lines that they are', async () => {
    const { id } = await add({ illustrative: true })
    expect((await savings()).ledger.illustrative).toBe(true)
    await takeOut(id, 1)
    expect((await savings()).ledger.illustrative).toBe(false)
  })

  test('notes the name of the machine’s user where none is given', async () => {
    const { id, history } = await lineOf(
      await post(world, '/api/savings', { terms: TERMS, reason: 'board of May' }),
    )
    expect(history[0]?.madeBy).toBe('analyst')
    await takeOut(id, 1)
  })
})

describe('a write is refused', () => {
  test.each<[string, Partial<Record<keyof SavingTerms, unknown>>, string, RegExp]>([
    ['of a programme that is not known', { programme: 'x' }, 'terms.programme', /one of: mtfs-2021$/],
    [
      'of a programme that is not to save',
      { programme: 'council-plan-2015' },
      'terms.programme',
      /one of: mtfs-2021$/,
    ],
    ['of a part that is not known', { component: 'x' }, 'terms.component', /one of: fostering, assessment-/],
    ['without a title', { title: ' ' }, 'terms.title', /say what is saved/],
    ['with a negative amount', { amount: -1 }, 'terms.amount', /nothing or more/],
    ['with pence', { amount: 1.5 }, 'terms.amount', /whole pounds/],
    ['with words for an amount', { amount: 'much' }, 'terms.amount', /not a number of pounds/],
    ['of a quarter', { year: '2023-24Q1' }, 'terms.year', /not a financial year/],
    ['without a role', { owner: '' }, 'terms.owner', /name the role/],
    ['of an unknown stage', { stage: 'hoped' }, 'terms.stage', /./],
    ['delivered without evidence', { stage: 'delivered' }, 'terms.evidence', /budget line or report/],
    ['with evidence of spaces', { stage: 'confirmed', evidence: ' ' }, 'terms.evidence', /where it can be/],
  ])('%s', async (_, terms, path, message) => {
    const response = await post(world, '/api/savings', {
      terms: { ...TERMS, ...terms },
      reason: 'board of May',
    })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toContainEqual({
      path,
      message: expect.stringMatching(message),
    })
    expect((await savings()).ledger.lines).toEqual([])
  })

  test('without a reason', async () => {
    const response = await post(world, '/api/savings', { terms: TERMS, reason: ' ' })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toEqual([
      { path: 'reason', message: 'say why, in a few words' },
    ])
  })

  test('if somebody else changed the line meanwhile', async () => {
    const { id } = await add()
    await put(`/api/savings/${id}`, { terms: { ...TERMS, amount: 2 }, after: 1, reason: 'first' })
    const late = await put(`/api/savings/${id}`, { terms: TERMS, after: 1, reason: 'second' })
    expect(late.status).toBe(409)
    expect((await problemOf(late)).detail).toMatch(/^Somebody else changed this meanwhile/)
    expect((await post(world, `/api/savings/${id}/undo`, { after: 1, reason: 'late' })).status).toBe(409)
    expect((await takeOut(id, 1)).status).toBe(409)
    expect(await lineOf(await ask(world, `/api/savings/${id}`))).toMatchObject({ version: 2, retired: false })
    await takeOut(id, 2)
  })

  test('if there is nothing to undo, to take out or to bring back', async () => {
    const { id } = await add()
    const undo = await post(world, `/api/savings/${id}/undo`, { after: 1, reason: 'try' })
    expect([undo.status, (await problemOf(undo)).detail]).toEqual([
      409,
      'This saving has only one version, so there is no change to undo. If it should not be there, take it out.',
    ])
    const back = await post(world, `/api/savings/${id}/bring-back`, { after: 1, reason: 'try' })
    expect([back.status, (await problemOf(back)).detail]).toEqual([
      409,
      'This saving counts, so there is nothing to bring back.',
    ])
    await takeOut(id, 1)
    const out = await takeOut(id, 2)
    expect([out.status, (await problemOf(out)).detail]).toEqual([409, 'This saving is taken out already.'])
    const changed = await put(`/api/savings/${id}`, { terms: TERMS, after: 2, reason: 'try' })
    expect([changed.status, (await problemOf(changed)).detail]).toEqual([
      409,
      'This saving was taken out. Bring it back first, then change it.',
    ])
  })

  test.each(['retire', 'bring-back', 'undo'])('for %s of a line that nobody knows', async (action) => {
    const id = randomUUID()
    const response = await post(world, `/api/savings/${id}/${action}`, { after: 1, reason: 'try' })
    expect(response.status).toBe(404)
    expect((await problemOf(response)).detail).toMatch(`There is no saving "${id}"`)
  })

  test('to whoever is not on the machine itself, while everybody may read', async () => {
    const write = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    expect((await world.app.request('/api/savings', write)).status).toBe(401)
    expect((await world.app.request(`/api/savings/${randomUUID()}/undo`, write)).status).toBe(401)
    expect(
      (await world.app.request(`/api/savings/${randomUUID()}`, { ...write, method: 'PUT' })).status,
    ).toBe(401)
    expect((await world.app.request(PATH)).status).toBe(200)
  })
})

test('spending that a council sends counts once it is published, unless it is made up', async () => {
  const other = await makeFileWorld()
  const send = async (status: string, value: number) => {
    const row = `2025-26,cs-expenditure,E06000009,,,,${value},${status},`
    const { id } = await draft(other, `${HEADING}\n${row}\n`)
    await post(other, `/api/uploads/${id}/publish`, { reason: 'outturn', warningsReason: 'checked' })
    return savingsAnswer.parse(await (await ask(other, PATH)).json())
  }
  const madeUp = await send('illustrative', 91_000_000)
  expect(madeUp.path?.years.at(-1)).toMatchObject({ actual: null, why: 'not published yet' })
  const early = await send('provisional', 90_000_000)
  expect(early.path?.years.at(-1)).toMatchObject({
    actual: { text: '£90,000,000' },
    status: 'provisional',
    apart: '£44.3 million more than planned (97.1%)',
  })
  expect(early.headline).toMatch(/^In 2025\/26 Blackpool spent £90\.0 million/)
  expect(early.comparison).toBe('From 2020/21 to 2025/26 spending rose by 32.1% in cash.')
  await other.end()
})

describe('when the target in the register changes', () => {
  let other: FileWorld
  beforeAll(async () => {
    other = await makeFileWorld()
  })
  afterAll(() => other.end())

  const SPEND = loadReference().targets.find(({ id }) => id === 'mtfs-spend')?.terms
  const setTarget = (terms: Partial<TargetTerms>, after: number, retired = false) =>
    other.uploads.record({
      register: 'target',
      id: 'mtfs-spend',
      body: JSON.stringify({ ...SPEND, ...terms }),
      retired,
      reason: 'test',
      madeBy: 'Ann',
      actor: 'account:sam',
      madeAt: `2026-11-20T12:0${after}:00.000Z`,
      after,
    })
  // A write through the API, refused or not, has the next answer made afresh.
  const read = async () => {
    await ask(other, '/api/savings', { method: 'POST' })
    return savingsAnswer.parse(await (await ask(other, PATH)).json())
  }

  test('the path follows it: another share, then taken out, then one that has no path', async () => {
    await setTarget({ change: -20, shape: 'back-loaded' }, 1)
    const changed = await read()
    expect(changed.path).toMatchObject({ share: { text: '20%' } })
    expect(changed.path?.years.at(-1)?.saving.text).toBe('£13,630,259')
    expect(changed.notes.join(' ')).toContain('asks for another path')

    await setTarget({}, 2, true)
    const retired = await read()
    expect(retired.path).toMatchObject({ share: { text: '33%' }, rating: { state: 'not-approved' } })
    expect(retired.notes.join(' ')).toContain('The target was taken out of the register')

    await setTarget({ basis: 'fixed-value', value: 50_000_000, change: null }, 3)
    expect((await read()).path?.share.text).toBe('26.6%')

    await setTarget({ basis: 'fixed-value', value: 70_000_000, change: null }, 4)
    const grows = await read()
    expect([grows.path, grows.comparison]).toEqual([null, null])
  })
})

describe('a programme', () => {
  test('that is not to save anything has no savings, and it says so', async () => {
    const response = await ask(world, '/api/programmes/council-plan-2015/savings')
    expect(response.status).toBe(404)
    expect((await problemOf(response)).detail).toBe(
      'Council Plan 2015 to 2020 is not to save anything, by its papers. Savings are kept for: mtfs-2021.',
    )
  })

  test('that nobody knows is not found', async () => {
    const response = await ask(world, '/api/programmes/x/savings')
    expect([response.status, (await problemOf(response)).detail]).toEqual([
      404,
      'There is no programme "x". Savings are kept for: mtfs-2021.',
    ])
  })

  test('is downloaded with a number a row', async () => {
    const { id } = await add({ title: '=Sum of it' })
    const response = await ask(world, `${PATH}.csv`)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="savings_mtfs-2021.csv"')
    const rows = (await response.text()).split('\r\n')
    expect(rows[0]).toBe(
      'programme_id,area_code,part,time_period,item,measure,value,unit,kind,stage,component,owner,evidence,status,note',
    )
    expect(rows).toContain('mtfs-2021,E06000009,path,2024-25,,actual spend,87902719,pounds,,,,,,final,')
    expect(rows).toContain('mtfs-2021,E06000009,path,2025-26,,actual spend,,pounds,,,,,,,not published yet')
    expect(rows).toContain(
      "mtfs-2021,E06000009,ledger,2023-24,'=Sum of it,saving,400000,pounds a year,cashable,planned,Fostering and payments to carers,Head of Fostering,,,",
    )
    expect(rows).toContain('mtfs-2021,E06000009,unit-costs,2024-25,residential,own,6390,pounds a week,,,,,,,')
    await takeOut(id, 1)
  })

  test('without a figure or target in the database still has its ledger', async () => {
    const empty = await makeFileWorld({ demonstration: false })
    const plan = empty.reference.seeds.find(({ id }) => id === 'mtfs-2021')
    await insertVersion(empty.db, {
      register: 'plan',
      id: 'mtfs-2021',
      version: 1,
      body: JSON.stringify(plan?.terms),
      retired: false,
      reason: 'test',
      madeBy: 'test',
      madeAt: '2026-11-20T12:00:00.000Z',
    })
    const answer = savingsAnswer.parse(await (await ask(empty, PATH)).json())
    expect(answer).toMatchObject({ path: null, bridge: null, unitCosts: null, comparison: null })
    expect(answer.headline).toBe(
      'The register holds no target with a baseline that spending could be set against.',
    )
    expect((await post(empty, '/api/savings', { terms: TERMS, reason: 'first' })).status).toBe(201)
    expect((await ask(empty, `${PATH}.csv`)).status).toBe(200)
    expect((await ask(empty, `${PATH}?to=2024-25`)).status).toBe(400)
    await empty.end()
  })
})
