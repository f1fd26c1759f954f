import { beforeAll, describe, expect, test } from 'vitest'
import { type ProgrammeAnswer, programmeAnswer, programmesAnswer } from '../../server/contract/programmes.ts'
import type { TargetTerms } from '../../server/contract/targets.ts'
import { insertVersion } from '../../server/store/entries.ts'
import { viewProgramme } from '../../server/views/programmes/programme.ts'
import { makeWorld, SANDWELL, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const ask = async (id: string) =>
  programmeAnswer.parse(await (await world.app.request(`/api/programmes/${id}`)).json())
const cardOf = (answer: ProgrammeAnswer, id: string) => answer.targets.find(({ target }) => target.id === id)

test('the programmes are listed with how many targets each has', async () => {
  const response = await world.app.request('/api/programmes')
  const { programmes } = programmesAnswer.parse(await response.json())
  expect(programmes.map(({ id, areaName, targets }) => [id, areaName, targets])).toEqual([
    ['mtfs-2021', 'Blackpool', 9],
    ['council-plan-2015', 'Blackpool', 1],
  ])
})

describe('the strategy on a page', () => {
  let answer: ProgrammeAnswer
  beforeAll(async () => {
    answer = await ask('mtfs-2021')
  })

  test('says how many targets are on the path, and of how many', () => {
    expect(answer.headline).toBe(
      'Of 9 targets in force 1 is on the path and 6 are off it; 2 have no data since the path began.',
    )
    expect(answer.counts).toEqual({ targets: 9, approved: 9, onPath: 1, amber: 0, red: 6, noData: 2 })
  })

  test('says what it is for, where that is written, and that its end can’t be told yet', () => {
    expect(answer.aim).toMatch(/^Spend 33% less on children’s services in five years/)
    expect(answer.document).toMatch(/^Chief Officers Employment Committee/)
    expect(answer.period).toBe(
      'It ran from 1 April 2021 to 31 March 2026. The newest figures held are of 31 March 2025, so how it ended can’t be told yet.',
    )
  })

  test('has what is furthest off its path first, and what has no data last', () => {
    expect(answer.targets.map(({ target }) => [target.id, target.rating.state])).toEqual([
      ['mtfs-residential', 'red'],
      ['mtfs-spend', 'red'],
      ['mtfs-care', 'red'],
      ['mtfs-referrals', 'red'],
      ['mtfs-supported', 'red'],
      ['mtfs-plans', 'red'],
      ['mtfs-enquiries', 'green'],
      ['mtfs-ifa', 'not-started'],
      ['mtfs-reinvested', 'no-data'],
    ])
  })

  test('keeps the seven reductions apart from the money', () => {
    expect(answer.groups).toEqual([
      {
        title: 'The seven reductions',
        targets: [
          'mtfs-residential',
          'mtfs-care',
          'mtfs-referrals',
          'mtfs-supported',
          'mtfs-plans',
          'mtfs-enquiries',
          'mtfs-ifa',
        ],
      },
      { title: 'Spending and what is put into prevention', targets: ['mtfs-spend', 'mtfs-reinvested'] },
    ])
  })

  test('sets the spending beside its path in one line', () => {
    expect(answer.spend).toBe(
      'In the year to 31 March 2025 £87.9 million was spent, £37.7 million more than the £50.2 million that the path asks for.',
    )
  })

  test('tells of a target how far, how fast, how likely, and whether it was ever done', () => {
    const care = cardOf(answer, 'mtfs-care')
    expect(care?.target.gap?.words).toBe('59.5 per 10,000 (32.3%) less, which is 171 fewer children in care.')
    expect(care?.target.pace?.needed).toBeCloseTo(-59.5, 5)
    expect(care?.chance?.words).toBe(
      'If recent change continues, the chance that the target is met on 31 March 2026 is less than 1 in 100.',
    )
    expect(care?.realism).toEqual({
      verdict: 'never seen',
      sentence: 'A fall of 47% was never seen in 722 five-year stretches of 146 councils.',
      record:
        'The largest fall was 38.2%, in Croydon from 2019 to 2024. At its furthest, Blackpool fell by 19.3% (2020 to 2025).',
    })
  })

  test('draws the figures, the path, where it goes, and what it is to come to', () => {
    const chart = cardOf(answer, 'mtfs-care')?.chart
    expect(chart?.points.at(-1)).toEqual({
      on: '2025-03-31',
      value: 184,
      text: '184',
      hollow: false,
      isBreak: false,
    })
    expect(chart?.path[0]).toEqual({ on: '2020-12-31', value: 215 })
    expect(chart?.path.at(-1)).toEqual({ on: '2026-03-31', value: 124.5 })
    expect(chart?.fan[0]).toEqual({ on: '2025-03-31', value: 184, low: 184, high: 184 })
    expect(chart?.fan.map(({ on }) => on)).toEqual(['2025-03-31', '2026-03-31', '2027-03-31'])
    expect(chart?.benchmark?.label).toBe('Similar councils')
    expect(chart?.sentence).toBe(
      'Children in care, per 10,000: from 163 on 31 March 2016 to 184 on 31 March 2025. The path asks for 141.7 by then and 124.5 on 31 March 2026. If recent change continues, it would be at 189 per 10,000 on 31 March 2026; four times in five between 162 and 215.',
    )
  })

  test('says why there is no chance to tell where figures are too few', () => {
    expect(cardOf(answer, 'mtfs-residential')?.chance).toEqual({
      percent: null,
      words: 'A projection needs 8 figures in a row; there are 6.',
    })
  })

  test('projects nothing from figures of before the path began, and has no pace for them', () => {
    const ifa = cardOf(answer, 'mtfs-ifa')
    expect(ifa?.chart.fan).toEqual([])
    expect(ifa?.chance).toBeNull()
    expect(ifa?.target.gap).toBeNull()
    expect(ifa?.target.pace).toBeNull()
  })

  test('marks what is illustrative, in the chart too', () => {
    expect(answer.illustrative).toBe(true)
    expect(cardOf(answer, 'mtfs-ifa')?.target.illustrative).toBe(true)
    expect(cardOf(answer, 'mtfs-ifa')?.chart.points.every(({ hollow }) => hollow)).toBe(true)
  })

  test('says what can’t be measured yet, and who could tell', () => {
    expect(answer.notMeasurable).toEqual([
      {
        id: 'mtfs-ifa',
        title: 'Agency foster placements',
        why: 'The newest figure held is of 31 December 2020 and is illustrative; the path begins on 26 February 2021. What is published of it is not held here, so it has to come from the council’s own return.',
      },
      {
        id: 'mtfs-reinvested',
        title: 'Savings put into prevention',
        why: 'No figure has been published or sent for Blackpool. It is kept locally, so it has to come from the council itself.',
      },
    ])
  })

  test('has its components with the newest figure of what they bear on', () => {
    const words = Object.fromEntries(
      answer.components.flatMap(({ measures }) => measures.map((measure) => [measure.id, measure.words])),
    )
    expect(answer.blocks).toHaveLength(4)
    expect(answer.components).toHaveLength(5)
    expect(words).toMatchObject({
      'cla-foster-pct': '66% on 31 March 2025, up 1 percentage point from 65% a year before.',
      'cla-starts-rate': '57 per 10,000 in the year to 31 March 2025, up 3 (5.6%) from 54 a year before.',
      'cla-ifa-count': '160 on 31 December 2020 (5 years 10 months ago), up 9 (6.0%) from 151 a year before.',
      'edge-of-care-prevented-pct': 'It is kept locally, and no figure has been sent for Blackpool.',
    })
  })

  test('says whose all the targets are, since that is the same', () => {
    expect(answer.owners).toBe(
      'Whose they all are: Director of Children’s Services; set by the council. In force since 26 February 2021.',
    )
  })
})

describe('a plan that is over', () => {
  test('is shown as it stood on its last day', async () => {
    const answer = await ask('council-plan-2015')
    const [only] = answer.targets
    expect(answer.headline).toBe(
      'No target is in force any more. The only one ran out; by its last figure it was off its path.',
    )
    expect(answer.counts).toMatchObject({ targets: 1, approved: 0 })
    expect(answer.period).toBe('It ran from 1 April 2015 to 31 March 2020.')
    expect(only?.target.point?.end).toBe('2020-03-31')
    expect(only?.target.rating.words).toBe(
      'Red: 653 is above the 443 asked for by its day, and above the amber limit of 465.2.',
    )
    expect(only?.target.pace).toBeNull()
    expect(only?.chart.path.at(-1)?.on).toBe('2020-03-31')
    expect(only?.chart.points.at(-1)?.on).toBe('2020-03-31')
    expect(only?.chart.fan).toEqual([])
    expect(answer.illustrative).toBe(false)
    expect(answer.spend).toBeNull()
  })
})

test('a programme that is under way says until when', async () => {
  const answer = await viewProgramme(world.db, { ...world.setting, today: '2024-06-01' }, 'mtfs-2021')
  expect(answer.period).toBe('It runs from 1 April 2021 to 31 March 2026.')
})

test('an unknown programme is told which there are', async () => {
  const response = await world.app.request('/api/programmes/mtfs')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({
    type: 'urn:problem:not-found',
    detail: 'There is no programme "mtfs"; there are: mtfs-2021, council-plan-2015.',
  })
})

describe('the same as a file', () => {
  test('has one row a target, in the order of the page', async () => {
    const response = await world.app.request('/api/programmes/mtfs-2021.csv')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="mtfs-2021_targets.csv"')
    const lines = (await response.text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(10)
    expect(lines[0]).toMatch(/^programme_id,target_id,target,indicator_id,.*,rating,rating_in_words,goal,/)
    expect(lines[1]).toMatch(/^mtfs-2021,mtfs-residential,Fall to the national average/)
    expect(lines[3]).toContain(',2024-25,31 March 2025,2025-03-31,184,final,141.738095238,red,')
    expect(lines[8]).toContain('2020-12-31,160,illustrative,,not-started,')
    expect(lines[9]).toContain('No data: there is no figure to rate.')
  })

  test('tells an unknown programme the same', async () => {
    expect((await world.app.request('/api/programmes/mtfs.csv')).status).toBe(404)
  })
})

describe('what is written in the register', () => {
  const write = (id: string, version: number, terms: Partial<TargetTerms>, retired = false) => {
    const care = world.reference.targets.find((each) => each.id === 'mtfs-care')
    return insertVersion(world.db, {
      register: 'target',
      id,
      version,
      body: JSON.stringify({ ...care?.terms, ...terms }),
      retired,
      reason: 'test',
      madeBy: 'test',
      madeAt: '2026-11-20T12:00:00.000Z',
    })
  }
  beforeAll(async () => {
    world = await makeWorld()
    await write('mtfs-care', 2, {}, true)
    await write('unapproved', 1, { title: 'A wish', approvedOn: null, approval: null })
    await write('close', 1, {
      title: 'Close',
      tolerance: { kind: 'percent', size: 40 },
      owner: 'Head of Care',
    })
    await write('elsewhere', 1, { title: 'Another council', programme: null, area: SANDWELL })
  })

  test('counts at once: retired targets are gone, those that nobody approved are not counted', async () => {
    const answer = await ask('mtfs-2021')
    const ids = answer.targets.map(({ target }) => target.id)
    expect(ids).not.toContain('mtfs-care')
    expect(ids).not.toContain('elsewhere')
    expect(ids.at(-1)).toBe('unapproved')
    expect(answer.counts).toEqual({ targets: 10, approved: 9, onPath: 1, amber: 1, red: 5, noData: 2 })
    expect(answer.headline).toBe(
      'Of 9 targets in force 1 is on the path, 1 is close to it and 5 are off it; 2 have no data since the path began.',
    )
  })

  test('what is close to its path stands between what is off it and what is on it', async () => {
    const { targets } = await ask('mtfs-2021')
    expect(targets.slice(5, 7).map(({ target }) => target.id)).toEqual(['close', 'mtfs-enquiries'])
  })

  test('owners that differ are not told as one', async () => {
    expect((await ask('mtfs-2021')).owners).toBeNull()
  })
})
