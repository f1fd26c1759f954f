import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemAnswer } from '../../server/contract/answers.ts'
import {
  type ProjectionAnswer,
  projectionAnswer,
  type TargetRealismAnswer,
  type TrajectoryAnswer,
  targetRealismAnswer,
  trajectoryAnswer,
} from '../../server/contract/target-answers.ts'
import { type TargetTerms, targetTerms } from '../../server/contract/targets.ts'
import { insertVersion } from '../../server/store/entries.ts'
import { findTarget } from '../../server/views/targets/target-register.ts'
import { makeWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.db.destroy())

const ask = (path: string) => world.app.request(`/api/targets/${path}`)
async function get<T>(path: string): Promise<T> {
  const response = await ask(path)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}
const trajectory = (id: string) => get<TrajectoryAnswer>(`${id}/trajectory`)
const projection = (id: string) => get<ProjectionAnswer>(`${id}/projection`)
const realism = (id: string) => get<TargetRealismAnswer>(`${id}/realism`)

/** Puts a version into the register that is like a target of the papers but for `some`. */
async function set(id: string, like: string, some: Partial<TargetTerms>, version = 1) {
  const { terms } = await findTarget(world.db, like)
  await insertVersion(world.db, {
    register: 'target',
    id,
    version,
    body: JSON.stringify(targetTerms.parse({ ...terms, ...some })),
    retired: false,
    reason: 'for a test',
    madeBy: 'test',
    madeAt: '2026-11-21T09:00:00.000Z',
  })
}

const IDS = [
  'council-plan-care',
  'similar-referrals',
  'mtfs-spend',
  'mtfs-residential',
  'mtfs-ifa',
  'mtfs-care',
  'mtfs-reinvested',
]

describe('answers are what the contract says', () => {
  test.each(IDS)('%s', async (id) => {
    trajectoryAnswer.parse(await trajectory(id))
    projectionAnswer.parse(await projection(id))
    targetRealismAnswer.parse(await realism(id))
  })
})

describe('refusals', () => {
  test.each(['trajectory', 'projection', 'realism'])('%s of a target that nobody set', async (what) => {
    const response = await ask(`mtfs-nothing/${what}`)
    expect(response.status).toBe(404)
    const { detail } = (await response.json()) as ProblemAnswer
    expect(detail).toMatch(/^There is no target "mtfs-nothing"\./)
  })

  test('a version that the target never had', async () => {
    const response = await ask('mtfs-care/trajectory?version=7')
    expect(response.status).toBe(404)
    expect(((await response.json()) as ProblemAnswer).detail).toBe(
      'The target "mtfs-care" has no version 7. It has only version 1.',
    )
  })

  test.each(['first', '0', '1.5', '-1'])('"%s" for a version', async (version) => {
    const response = await ask(`mtfs-care/trajectory?version=${version}`)
    expect(response.status).toBe(400)
    expect(((await response.json()) as ProblemAnswer).detail).toBe(
      'version: is not the number of a version: use 1 or more',
    )
  })
})

describe('a target drawn', () => {
  test('says where the newest figure is, what was asked for by then, and what is aimed at', async () => {
    const { summary, pathLabel, notes } = await trajectory('mtfs-care')
    expect(summary).toBe(
      'On 31 March 2025 Blackpool had 531 children in care, 184 for every 10,000 children; the path asked for ' +
        '141.7 by then. The target is 124.5 by 31 March 2026.',
    )
    expect(pathLabel).toBe('Path to 124.5')
    expect(notes[0]).toMatch(
      /^The path leads to the newest figure of what the target goes to\. When that moves/,
    )
  })

  test('begins five years before its baseline, and its path ends when it is due', async () => {
    const { points, path, amber } = await trajectory('mtfs-plans')
    expect(points[0]?.end).toBe('2016-03-31')
    expect([path[0]?.on, path.at(-1)?.on, path.at(-1)?.text]).toEqual(['2021-03-31', '2026-03-31', '65.6'])
    expect(amber.at(-1)?.value).toBeCloseTo(65.58 * 1.05, 6)
  })

  test('shows what a live target goes to as a line of its own', async () => {
    const { benchmark } = await trajectory('mtfs-care')
    expect(benchmark?.label).toBe('Similar councils (mean of 10)')
    expect(benchmark?.points.at(-1)).toEqual({
      on: '2025-03-31',
      label: '31 March 2025',
      value: 124.5,
      text: '124.5',
      contributing: 10,
      of: 10,
    })
    expect((await trajectory('similar-referrals')).benchmark?.label).toBe(
      'Similar councils (75th percentile of 10)',
    )
    expect((await trajectory('mtfs-residential')).benchmark?.label).toBe('England')
    expect((await trajectory('mtfs-spend')).benchmark).toBeNull()
  })

  test('is a table too: the newest day first, each rated by its own day, and why not', async () => {
    const { rows } = await trajectory('mtfs-care')
    expect(
      rows.map(({ end, figure, expected, rating, why }) => [
        end,
        figure,
        expected?.text ?? null,
        why ?? rating,
      ]),
    ).toEqual([
      ['2026-03-31', 'no figure yet', '124.5', 'no figure yet'],
      ['2025-03-31', '184', '141.7', 'red'],
      ['2024-03-31', '182', '159.0', 'red'],
      ['2023-03-31', '190', '176.2', 'red'],
      ['2022-03-31', '219', '193.5', 'red'],
      ['2021-03-31', '215', '210.7', 'amber'],
      ['2020-03-31', '228', null, 'before the path began'],
      ['2019-03-31', '200', null, 'before the path began'],
      ['2018-03-31', '185', null, 'before the path began'],
      ['2017-03-31', '183', null, 'before the path began'],
      ['2016-03-31', '163', null, 'before the path began'],
    ])
  })

  test('ends where it ran out', async () => {
    const { path, rows, summary, notes } = await trajectory('council-plan-care')
    expect(path.map(({ on }) => on)).toEqual(['2017-03-09', '2020-03-31'])
    expect(rows.find(({ end }) => end === '2021-03-31')).toMatchObject({
      expected: null,
      why: 'after it ran out',
    })
    expect(summary).toMatch(/The target was 443 until 31 March 2020\.$/)
    expect(notes).toEqual(['The target ran out on 31 March 2020; what it asked for ends there.'])
  })

  test('is drawn but not rated where nobody approved it', async () => {
    const { rows } = await trajectory('similar-referrals')
    expect(rows[0]).toMatchObject({ expected: { text: '889.0' }, why: 'nobody approved it' })
  })

  test('without a baseline asks for nothing before the day that it was stated', async () => {
    const { rows } = await trajectory('similar-referrals')
    const asked = (day: string) => rows.find(({ end }) => end === day)?.expected?.text ?? null
    expect([asked('2019-03-31'), asked('2020-03-31')]).toEqual([null, '889.0'])
  })

  test('says of illustrative figures that they are', async () => {
    const { illustrative, rows, summary } = await trajectory('mtfs-ifa')
    expect(illustrative).toBe(true)
    expect(rows.map((row) => row.illustrative)).toEqual([false, ...Array.from({ length: 19 }, () => true)])
    expect(summary).toMatch(/This figure is illustrative: it was made up to show how the dashboard works\.$/)
  })

  test('has what inspectors and the Government did, what is done about it, and the stretch that does not compare', async () => {
    const { events, points } = await trajectory('mtfs-care')
    const kinds = new Set(events.map(({ kind, abnormal }) => (abnormal ? 'abnormal' : kind)))
    expect([...kinds].sort()).toEqual(['abnormal', 'action', 'direction', 'inspection', 'monitoring visit'])
    const ids = events.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['blackpool-ofsted-2018', 'blackpool-ofsted-2022', 'pandemic-2020']),
    )
    expect(events.filter(({ date }) => date < (points[0]?.end ?? ''))).toEqual([])
  })

  test('has nothing but its words where no figure is held', async () => {
    const { points, summary } = await trajectory('mtfs-reinvested')
    expect(points).toEqual([])
    expect(summary).toBe('There is no figure of this measure for Blackpool yet. The target is 15.0%.')
  })

  test('comes as a file, a row a point', async () => {
    const response = await ask('mtfs-care/trajectory.csv')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="target_mtfs-care.csv"')
    const lines = (await response.text()).split('\r\n')
    expect(lines[0]).toMatch(/^target_id,version,indicator_id,/)
    expect(lines.find((line) => line.includes(',own,') && line.includes('2025-03-31'))).toMatch(
      /,31 March 2025,2025-03-31,184,531,28923,final,141\.738[0-9]*,red,,/,
    )
    expect(lines.filter((line) => line.includes(',benchmark,'))).toHaveLength(10)
    expect(lines.filter((line) => line.includes(',path,'))).toHaveLength(22)
  })
})

describe('terms that the papers don’t have', () => {
  test('a range is drawn as one, rated by its nearer end, and has neither path nor chance', async () => {
    await set('range', 'mtfs-supported', {
      aim: 'within',
      basis: 'range',
      benchmark: null,
      statedChange: null,
      low: 550,
      high: 600,
      shape: 'level',
    })
    const drawn = await trajectory('range')
    expect(drawn.range).toEqual({
      low: 550,
      high: 600,
      label: 'Range 550.0 to 600.0',
      from: '2021-03-31',
      to: '2026-03-31',
    })
    expect(drawn.path).toEqual([])
    expect(drawn.rows[1]).toMatchObject({ figure: '606.1', expected: { value: null }, rating: 'amber' })
    expect((await projection('range')).noChance).toBe('No chance is worked out for staying within a range.')
  })

  test('a frozen benchmark is no line of its own, since the goal stays where it was set', async () => {
    const benchmark = {
      group: 'neighbours',
      model: '2025',
      statistic: 'mean',
      mode: 'frozen',
      frozen: { value: 120, period: '2019-20' },
    } as const
    await set('frozen', 'mtfs-care', { benchmark })
    const drawn = await trajectory('frozen')
    expect([drawn.benchmark, drawn.path.at(-1)?.value, drawn.notes]).toEqual([null, 120, []])
  })

  test('milestones are on the chart and in the table', async () => {
    await set('milestones', 'mtfs-care', {
      shape: 'milestones',
      milestones: [{ on: '2025-12-31', value: 150 }],
    })
    const { milestones, rows } = await trajectory('milestones')
    expect(milestones).toEqual([{ on: '2025-12-31', label: '31 December 2025', value: 150, text: '150' }])
    expect(rows[1]).toMatchObject({ end: '2025-12-31', figure: 'no figure yet', expected: { text: '150' } })
  })

  test('amber lies below the path where more is aimed at', async () => {
    await set('higher', 'mtfs-care', { aim: 'higher', basis: 'fixed-value', value: 230, benchmark: null })
    const { amber, path } = await trajectory('higher')
    expect(amber.at(-1)?.value).toBeCloseTo(230 * 0.95, 6)
    expect(path.at(-1)?.value).toBe(230)
  })

  test('a figure of the time before anybody approved is not rated', async () => {
    await set('late', 'mtfs-care', { approvedOn: '2023-01-01', approval: 'Cabinet' })
    const { rows } = await trajectory('late')
    expect(rows.find(({ end }) => end === '2022-03-31')?.why).toBe('before it was approved')
  })
})

describe('an earlier version', () => {
  beforeAll(async () => {
    await set('twice', 'mtfs-care', { basis: 'fixed-value', value: 100, benchmark: null })
    await set('twice', 'mtfs-care', {}, 2)
    await set('twice', 'mtfs-plans', {}, 3)
  })

  test('is drawn where it is asked for, with its own goal', async () => {
    const { earlier } = await get<TrajectoryAnswer>('mtfs-care/trajectory?version=1')
    expect(earlier).toBeNull()
    await set('changed', 'mtfs-care', { basis: 'fixed-value', value: 100, benchmark: null })
    await set('changed', 'mtfs-care', {}, 2)
    const answer = await get<TrajectoryAnswer>('changed/trajectory?version=1')
    expect(answer.version).toBe(2)
    expect(answer.earlier?.label).toBe('Path of version 1')
    expect(answer.earlier?.path.at(-1)).toMatchObject({ on: '2026-03-31', value: 100 })
    expect(answer.path.at(-1)?.value).toBe(124.5)
  })

  test('that was about another measure is not, and says so', async () => {
    const { earlier } = await get<TrajectoryAnswer>('twice/trajectory?version=2')
    expect(earlier).toEqual({ version: 2, label: 'Version 2 was about another measure', path: [] })
  })

  test('that there never was is refused with what there is', async () => {
    const problem = (await (await ask('twice/trajectory?version=4')).json()) as ProblemAnswer
    expect(problem.detail).toBe('The target "twice" has no version 4. It has versions 1 to 3.')
  })
})

describe('if recent change continues', () => {
  test('says where it would be when it is due, and the chance of that, never as nothing', async () => {
    const { words, chance, points } = await projection('mtfs-care')
    expect(words).toBe(
      'If recent change continues, it would be at 189 per 10,000 on 31 March 2026; four times in five between 162 and 215.',
    )
    expect(chance).toEqual({
      percent: 0,
      on: '2026-03-31',
      words:
        'If recent change continues, the chance that the target is met on 31 March 2026 is less than 1 in 100.',
    })
    expect(points.map(({ label, text, range }) => [label, text, range])).toEqual([
      ['31 March 2026', '189', '162 to 215'],
      ['31 March 2027', '187', '156 to 218'],
    ])
  })

  test('tells a chance in whole hundredths', async () => {
    expect((await projection('mtfs-enquiries')).chance).toMatchObject({
      percent: 62,
      words:
        'If recent change continues, the chance that the target is met in the year to 31 March 2026 is about 62 in 100.',
    })
  })

  test('names the method, what it would have erred by, and what it rests on', async () => {
    const { methodWords, from } = await projection('mtfs-care')
    expect(methodWords).toBe(
      'A trend that fades (damped Holt). Used in the past, it would have been 39.5 per 10,000 off on average; ' +
        'the median of all slopes (Theil–Sen) would have been 48.9 per 10,000 off.',
    )
    expect(from).toBe('10 figures in a row, from 31 March 2016 to 31 March 2025')
  })

  test('bears in mind few and old figures, and a goal that may move', async () => {
    expect((await projection('mtfs-care')).cautions).toEqual([
      'It rests on 10 figures only: one unusual year more or less would change it.',
      'The target goes to what others reach. The chance is told against their newest figure, which may move.',
      'The newest figure is 19 months old: what has changed since is not in it.',
      'It knows only the ups and downs of the past: no decision, law or event to come.',
    ])
  })

  test('bears in mind illustrative figures', async () => {
    const { cautions, illustrative } = await projection('mtfs-ifa')
    expect(illustrative).toBe(true)
    expect(cautions[0]).toMatch(/^Some of these figures are illustrative/)
  })

  test('tells large sums roughly', async () => {
    expect((await projection('mtfs-spend')).words).toBe(
      'If recent change continues, it would be at £93,900,000 in the year to 31 March 2026; four times in five between £89,000,000 and £98,900,000.',
    )
  })

  test.each([
    ['mtfs-residential', 'A projection needs 8 figures in a row; there are 6.'],
    ['mtfs-reinvested', 'A projection needs 8 figures in a row; there are none.'],
  ])('is not told of %s: %s', async (id, none) => {
    expect(await projection(id)).toMatchObject({ none, points: [], chance: null })
  })

  test.each([
    ['council-plan-care', 'No day is set by which it has to be met, so no chance is told.'],
    [
      'mtfs-ifa',
      'It is due on 31 March 2026, more than five years after the newest figure: too far to tell a chance.',
    ],
  ])('has no chance for %s: %s', async (id, noChance) => {
    expect(await projection(id)).toMatchObject({ chance: null, noChance })
  })

  test('has none where the day it was due is past', async () => {
    await set('past', 'mtfs-care', { due: '2024-03-31' })
    const { chance, noChance, words } = await projection('past')
    expect([chance, noChance]).toEqual([null, 'The day it was due, 31 March 2024, is past.'])
    expect(words).toContain('on 31 March 2027')
  })

  test.each([
    [
      'cpp-stepdown-pct',
      'Each figure adds up twelve months and so overlaps with the ones beside it: the range is too narrow.',
    ],
    [
      'contacts-rate',
      'The figures are of single quarters or months. Some seasons are busier than others, which it does not know.',
    ],
  ])('of %s says: %s', async (indicator, caution) => {
    await set(indicator, 'mtfs-referrals', { indicator, basis: 'fixed-value', value: 1, benchmark: null })
    expect((await projection(indicator)).cautions[0]).toBe(caution)
  })
})

describe('whether it was ever done', () => {
  test('is told of the change as stated and of the way left', async () => {
    const { rows, none, basis } = await realism('mtfs-care')
    expect(none).toBeNull()
    expect(basis).toMatch(/^Published yearly figures since 2016 of today’s authorities with 10,000 children/)
    expect(rows.map(({ label, verdict }) => [label, verdict])).toEqual([
      ['47% less in 5 years, as stated', 'never seen'],
      ['32.3% less in one year, from 184 on 31 March 2025', 'never seen'],
    ])
    expect(rows[0]?.ownPast?.words).toBe('Blackpool itself went as far in 0 of its 5 five-year stretches.')
    expect(rows[0]?.text).toEqual({ needed: '47% less', neededAYear: '11.9% less every year', share: '0%' })
  })

  test('is told apart of those that had furthest to go', async () => {
    const [stated] = (await realism('mtfs-supported')).rows
    expect(stated?.farEnd).toMatchObject({ windows: 179, reached: 19 })
    expect(stated?.farEnd?.words).toBe(
      'Of the five-year stretches of councils that were in the highest quarter when they began, 19 of 179 went as far (10.6%).',
    )
  })

  test('is not told of a way left that there is none of', async () => {
    expect((await realism('mtfs-enquiries')).rows.map(({ label }) => label)).toEqual([
      '30% less in 5 years, as stated',
    ])
  })

  test('is told for one year, two and three where no day is set, and not from here once it ran out', async () => {
    expect((await realism('council-plan-care')).rows.map(({ label }) => label)).toEqual([
      '14.8% less in one year, from 520 to 443',
      '14.8% less in 2 years, from 520 to 443',
      '14.8% less in 3 years, from 520 to 443',
    ])
  })

  test('is not known where other councils publish no figures', async () => {
    expect(await realism('mtfs-ifa')).toMatchObject({
      rows: [],
      none: 'No yearly figures of this measure are published for other councils, so nobody can say whether it has been done.',
    })
  })

  test('is nothing to ask where no change is known', async () => {
    expect((await realism('mtfs-reinvested')).none).toBe(
      'How much it has to change is not known, so there is nothing to look for.',
    )
  })

  test('one stretch of its own is told as one', async () => {
    const [stated] = (await realism('mtfs-residential')).rows
    expect(stated?.ownPast?.words).toBe('Blackpool itself did not go as far in its only five-year stretch.')
  })
})
