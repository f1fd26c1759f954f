import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indicatorActionsAnswer } from '../../server/contract/indicator-actions.ts'
import { entryAnswer } from '../../server/contract/registers.ts'
import { type SeriesAnswer, seriesAnswer } from '../../server/contract/series-answers.ts'
import { ask as askHere, post } from '../support/uploads.ts'
import { BLACKPOOL, type FileWorld, makeFileWorld, SANDWELL } from '../support/world.ts'

let world: FileWorld
beforeAll(async () => {
  world = await makeFileWorld()
})
afterAll(() => world.end())

const ask = (path: string) => world.app.request(`/api/indicators/${path}`)
async function series(path: string): Promise<SeriesAnswer> {
  const response = await ask(path)
  expect(response.status).toBe(200)
  return seriesAnswer.parse(await response.json())
}
const refusal = async (path: string) => {
  const response = await ask(path)
  return [response.status, ((await response.json()) as { detail: string }).detail]
}
describe('the events of a measure', () => {
  test('are inspections, monitoring visits, what the Government did and what is done about it, unless others are asked for', async () => {
    const { events, eventCount } = await series('cla-rate/series')
    const kinds = new Set(events.filter(({ abnormal }) => !abnormal).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['action', 'direction', 'inspection', 'monitoring visit'])
    expect(events).toHaveLength(20)
    expect(eventCount).toBe(45)
  })

  test('are all of them if asked for, and only the pandemic if none is', async () => {
    const all = await series('cla-rate/series?events=all')
    const none = await series('cla-rate/series?events=none')
    expect(all.events).toHaveLength(all.eventCount)
    expect(none.events.map(({ id }) => id)).toEqual(['pandemic-2020'])
  })

  test('come in the order of time', async () => {
    const { events } = await series('cla-rate/series?events=all')
    const days = events.map(({ date }) => date)
    expect(days).toEqual([...days].sort())
  })

  test('are told by as much of their date as is known', async () => {
    const { events } = await series('cla-rate/series?events=all')
    const when = (id: string) => events.find((event) => event.id === id)?.when
    expect(when('blackpool-commissioner-2019')).toBe('25 March 2019')
    expect(when('blackpool-monitoring-2019-08')).toBe('August 2019')
    expect(when('blackpool-ofsted-2018')).toBe('26 November to 7 December 2018')
    expect(when('pandemic-2020')).toBe('1 April 2020 to 31 March 2021')
  })

  test('tell judgements, where sources differ, and each source with its page', async () => {
    const { events } = await series('cla-rate/series')
    const inspection = events.find(({ id }) => id === 'blackpool-ofsted-2018')
    expect(inspection).toMatchObject({
      kindLabel: 'Inspection',
      publishedLabel: '17 January 2019',
      doubt: expect.stringContaining(
        'The recruitment pack of 2021 speaks of an inspection in December 2018.',
      ),
      sources: [
        { text: 'Ofsted', url: null },
        { text: 'wave965.com', url: expect.stringMatching(/^https:\/\/www\.wave965\.com\//) },
      ],
    })
    expect(inspection?.judgements).toHaveLength(4)
    expect(inspection?.judgements).toContainEqual({
      domain: 'Children in care and care leavers',
      grade: 'Requires improvement to be good',
    })
  })

  test('that are for other measures only are left out', async () => {
    const offending = 'blackpool-youth-offending-2018'
    const own = await series('yj-first-time-entrants/series')
    const other = await series('cla-rate/series?events=all')
    expect(own.events.map(({ id }) => id)).toContain(offending)
    expect(other.events.map(({ id }) => id)).not.toContain(offending)
  })

  test('are the same for a number as for its rate', async () => {
    const rate = await series('cla-rate/series?events=all')
    const count = await series('cla-rate:count/series?events=all')
    expect(count.events).toEqual(rate.events)
  })

  test('are those of the area', async () => {
    const { events } = await series(`cla-rate/series?area=${SANDWELL}`)
    expect(events.map(({ id }) => id)).toEqual([
      'sandwell-direction-2016',
      'sandwell-ofsted-2017',
      'sandwell-monitoring-2018-09',
      'sandwell-monitoring-2019-06',
      'sandwell-assurance-2021',
      'sandwell-ofsted-2022',
      'sandwell-ofsted-2025',
    ])
  })

  test('hold the stages of plans that begin on a day, unless an event says so already', async () => {
    const { events } = await series('cla-rate/series?events=all')
    const stages = events.filter(({ id }) => id.startsWith('mapping-review-2017/'))
    expect(stages.map(({ date, kind, label }) => [date, kind, label])).toEqual([
      [
        '2017-05-08',
        'plan',
        'Mapping review of children’s services by the Corporate Delivery Unit: Reporting',
      ],
    ])
  })

  test('are those that were known by a day', async () => {
    const { events } = await series('cla-rate/series?asAt=2019-06-30')
    expect(events.slice(-2).map(({ id }) => id)).toEqual([
      'blackpool-commissioner-review-2019',
      'action/improvement-service-design/word',
    ])
  })

  test('an unknown choice is refused', async () => {
    expect(await refusal('cla-rate/series?events=some')).toEqual([400, 'events: is none, main or all'])
  })
})

describe('a period that does not compare with others', () => {
  test('is told of the figures that lie in it', async () => {
    expect((await series('cla-rate/series?by=financial-year')).abnormal).toEqual(['2020-21'])
    expect((await series('cla-rate/series?by=quarter')).abnormal).toEqual([
      '2020-21Q1',
      '2020-21Q2',
      '2020-21Q3',
    ])
  })

  test('is said where the newest figure lies in it', async () => {
    const { summary } = await series('cla-rate/series?by=quarter')
    expect(summary.text).toMatch(
      / The newest figure lies in a period that does not compare with others: the pandemic, 1 April 2020 to 31 March 2021\.$/,
    )
  })

  test('is said where the newest figure lies in it only partly', async () => {
    const { summary } = await series('referrals-rate/series?by=quarter')
    expect(summary.text).toContain('The newest figure lies partly in a period that does not compare')
  })

  test('is said where the year before lies in it', async () => {
    const { summary } = await series('cla-rate/series?by=financial-year&to=2021-22')
    expect(summary.text).toMatch(
      / The year before lies in a period that does not compare with others: the pandemic, 1 April 2020 to 31 March 2021\.$/,
    )
  })

  test('is said where the chosen base lies in it', async () => {
    const { summary } = await series('cla-rate/series?by=financial-year&base=2020-21')
    expect(summary.text).toContain('The chosen base lies in a period that does not compare with others')
  })

  test('is not spoken of where none of these does', async () => {
    const { summary } = await series('cla-rate/series?by=financial-year&base=2018-19')
    expect(summary.text).not.toContain('compare with others')
  })
})

describe('a chosen base', () => {
  test('gets the change of the newest figure against it', async () => {
    const { base, summary } = await series('cla-rate/series?by=financial-year&base=2018-19')
    expect(base).toEqual({ period: '2018-19', label: '31 March 2019' })
    expect(summary.baseChange).toEqual({
      against: '31 March 2019',
      movement: 'down',
      words: 'down 16 (8.0%) from 200',
    })
  })

  test('is a quarter of a series by quarter', async () => {
    const { base, summary } = await series('cla-rate/series?by=quarter&base=2017-18Q4')
    expect(base?.period).toBe('2017-18Q4')
    expect(summary.baseChange?.words).toBe('up 27.3 (14.5%) from 187.7')
  })

  test('may be a year, whose quarter of the same season is taken', async () => {
    const { base } = await series('cla-rate/series?by=quarter&base=2018-19')
    expect(base).toEqual({ period: '2018-19Q3', label: '31 December 2018 (Quarter 3 2018/19)' })
  })

  test('says so where it has no figure', async () => {
    const { summary } = await series('referrals-rate/series?by=quarter&base=2016-17Q1')
    expect(summary.baseChange).toEqual({
      against: 'Year to 30 June 2016',
      movement: null,
      words: 'no figure for Year to 30 June 2016 to compare with',
    })
  })

  test('is none unless it is asked for, nor where there is no figure at all', async () => {
    expect(await series('cla-rate/series')).toMatchObject({ base: null, summary: { baseChange: null } })
    expect((await series(`contacts-rate/series?area=${SANDWELL}&base=2018-19`)).base).toBeNull()
  })

  test.each([
    [
      'by=financial-year&base=2011-12',
      'base: there is no earlier figure of 2011-12 to compare with. It has 2015-16, 2016-17, 2017-18, 2018-19, 2019-20, 2020-21, 2021-22, 2022-23, 2023-24.',
    ],
    [
      'by=financial-year&base=2024-25',
      'base: there is no earlier figure of 2024-25 to compare with. It has 2015-16, 2016-17, 2017-18, 2018-19, 2019-20, 2020-21, 2021-22, 2022-23, 2023-24.',
    ],
    [
      'by=quarter&base=2014-15',
      'base: there is no earlier figure of 2014-15 to compare with. It has 2016-17Q1 to 2020-21Q2.',
    ],
    ['base=last+year', 'base: is not a period: use 2024-25, 2016-17Q3, 2025-03 or 2017-03-24'],
  ])('%s is refused, and told what there is', async (query, detail) => {
    expect(await refusal(`cla-rate/series?${query}`)).toEqual([400, detail])
  })
})

describe('what is added to the register', () => {
  const terms = {
    area: 'E92000001',
    on: '2023-01-01',
    until: null,
    precision: 'quarter',
    kind: 'definition',
    label: 'A count is made in another way',
    judgements: [],
    body: null,
    publishedOn: null,
    abnormal: false,
    indicators: ['cin-rate'],
    doubt: null,
    source: 'javascript:alert(1)',
  }

  test('is on the charts of every area if it is of England, and its source is no link unless it is a page', async () => {
    const added = await post(world, '/api/registers/event', { terms, reason: 'for this test' })
    expect(added.status).toBe(201)
    const { id } = (await added.json()) as { id: string }
    const { events } = await series(`cin-rate/series?area=${SANDWELL}&events=all`)
    expect(events.find((event) => event.id === id)).toMatchObject({
      when: 'January to March 2023',
      kindLabel: 'Change of a definition',
      sources: [{ text: 'javascript:alert(1)', url: null }],
    })
    expect((await series('cla-rate/series?events=all')).events.map((event) => event.id)).not.toContain(id)

    const retired = await post(world, `/api/registers/event/${id}/retire`, {
      reason: 'for this test',
      after: 1,
    })
    expect(retired.status).toBe(200)
    expect((await series('cin-rate/series?events=all')).events.map((event) => event.id)).not.toContain(id)
  })
})

const ACTION = {
  plan: 'developments-2017',
  reference: null,
  title: 'Look at every plan made for a second time',
  stage: null,
  recommendation: null,
  owner: 'Head of Safeguarding',
  start: '2017-04-10',
  due: '2017-09-30',
  dueText: null,
  state: 'under-way',
  stateText: null,
  progress: null,
  update: 'Nine of the 36 were looked at.',
  next: null,
  evidence: null,
  indicators: ['cpp-repeat-pct'],
  statedOn: '2017-04-27',
  document: 'scrutiny-agenda-2017',
  page: 'paragraph 5',
}
const RECOMMENDATION = {
  committee: 'Resilient Communities Scrutiny Committee',
  area: BLACKPOOL,
  madeOn: '2017-03-09',
  text: 'That the reasons for second plans be reported',
  targetText: '30 June 2017',
  targetOn: '2017-06-30',
  officer: 'Head of Safeguarding',
  update: 'None yet.',
  rag: 'Not yet due',
  action: null,
  indicators: ['cpp-repeat-pct'],
  asOf: '2017-03-09',
  document: 'scrutiny-agenda-2017',
  page: null,
}

describe('what is done about a measure', () => {
  const added = async (register: string, terms: object) => {
    const response = await post(world, `/api/registers/${register}`, { terms, reason: 'for this test' })
    return entryAnswer.parse(await response.json()).id
  }
  const changed = async (register: string, id: string, after: number, terms: object) => {
    const response = await askHere(world, `/api/registers/${register}/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ terms, after, reason: 'for this test' }),
    })
    expect(response.status).toBe(200)
  }
  const retired = (register: string, id: string, after: number) =>
    post(world, `/api/registers/${register}/${id}/retire`, { reason: 'for this test', after })
  const daysOf = async (id: string, path = 'cpp-repeat-pct/series') =>
    (await series(path)).events
      .filter(({ entry }) => entry?.id === id)
      .map(({ date, entry, label }) => [date, entry?.told, label])
  const factsOf = async (id: string, told: string) =>
    (await series('cpp-repeat-pct/series')).events.find(
      ({ entry }) => entry?.id === id && entry.told === told,
    )?.entry?.facts

  test('is an action at its due day and at its last word, with its role and its state in words', async () => {
    const id = await added('action', ACTION)
    expect(await daysOf(id)).toEqual([
      [
        '2017-04-27',
        'Update',
        'Update of the action “Look at every plan made for a second time”: Nine of the 36 were looked at',
      ],
      ['2017-09-30', 'Due', 'Action due: Look at every plan made for a second time'],
    ])
    expect(await factsOf(id, 'Update')).toEqual([
      { name: 'Who does it', text: 'Head of Safeguarding' },
      { name: 'State', text: 'Under way, as said on 27 April 2017' },
      { name: 'Start', text: '10 April 2017' },
      { name: 'Due', text: '30 September 2017' },
      { name: 'Said of it', text: 'Nine of the 36 were looked at.' },
    ])
    const { events } = await series('cpp-repeat-pct/series')
    expect(events.find(({ entry }) => entry?.id === id)).toMatchObject({
      kind: 'action',
      kindLabel: 'Action',
      when: '27 April 2017',
      sources: [{ text: expect.stringMatching(/27 April 2017, paragraph 5$/), url: null }],
    })
    await retired('action', id, 1)
    expect(await daysOf(id)).toEqual([])
  })

  test('is an action at the day that it was first said to be done, once that was said', async () => {
    const id = await added('action', ACTION)
    const done = { ...ACTION, state: 'done', evidence: 'Report of October 2017', statedOn: '2017-10-12' }
    await changed('action', id, 1, done)
    await changed('action', id, 2, { ...done, update: 'All were looked at.', statedOn: '2018-01-11' })
    expect((await daysOf(id)).map(([date, told]) => [date, told])).toEqual([
      ['2017-10-12', 'Done'],
      ['2018-01-11', 'Update'],
    ])
    expect(await factsOf(id, 'Done')).toContainEqual({ name: 'Evidence', text: 'Report of October 2017' })
    await retired('action', id, 3)
  })

  test('is told once where its last word is of the day of its end', async () => {
    const id = await added('action', { ...ACTION, state: 'done', evidence: 'Report' })
    expect((await daysOf(id)).map(([date, told]) => [date, told])).toEqual([['2017-04-27', 'Done']])
    await retired('action', id, 1)
  })

  test('without an update is told by its state; without a due day by its last word alone', async () => {
    const id = await added('action', { ...ACTION, update: null, due: null, start: null })
    expect(await daysOf(id)).toEqual([
      [
        '2017-04-27',
        'Last word',
        'Last word on the action “Look at every plan made for a second time”: under way',
      ],
    ])
    expect(await factsOf(id, 'Last word')).toContainEqual({ name: 'Due', text: 'No due day is stated' })
    await retired('action', id, 1)
  })

  test('is an update at the day of the record where the day that it speaks of was left', async () => {
    const id = await added('action', ACTION)
    await changed('action', id, 1, { ...ACTION, update: 'All were looked at.' })
    const [, word] = await daysOf(id)
    expect(word?.[0]).not.toBe('2017-04-27')
    expect(word?.[2]).toContain('All were looked at')
    await retired('action', id, 2)
  })

  test('is a recommendation as agreed, at its target date and at its last update', async () => {
    const id = await added('recommendation', RECOMMENDATION)
    expect((await daysOf(id)).map(([date, told]) => [date, told])).toEqual([
      ['2017-03-09', 'Agreed'],
      ['2017-06-30', 'Target date'],
    ])
    await changed('recommendation', id, 1, {
      ...RECOMMENDATION,
      update: 'Half of them are known.',
      rag: 'Amber',
      asOf: '2017-06-08',
    })
    expect(await daysOf(id)).toEqual([
      [
        '2017-03-09',
        'Agreed',
        'Recommendation of the committee: That the reasons for second plans be reported',
      ],
      [
        '2017-06-08',
        'Update',
        'Update of the recommendation “That the reasons for second plans be reported” (Amber): Half of them are known',
      ],
      ['2017-06-30', 'Target date', 'Recommendation due: That the reasons for second plans be reported'],
    ])
    expect(await factsOf(id, 'Update')).toEqual([
      { name: 'Who answers for it', text: 'Head of Safeguarding' },
      { name: 'State', text: 'Amber, as in the tracker of 8 June 2017' },
      { name: 'Said of it', text: 'Half of them are known.' },
    ])
    await retired('recommendation', id, 2)
    expect(await daysOf(id)).toEqual([])
  })

  test('is a recommendation at the tracker that first has it as completed, and no longer at its target date', async () => {
    const id = await added('recommendation', { ...RECOMMENDATION, targetText: 'Tbc', targetOn: null })
    const completed = { ...RECOMMENDATION, rag: 'Completed', update: 'Reported.', asOf: '2017-06-08' }
    await changed('recommendation', id, 1, completed)
    await changed('recommendation', id, 2, { ...completed, asOf: '2017-07-13' })
    expect((await daysOf(id)).map(([date, told]) => [date, told])).toEqual([
      ['2017-03-09', 'Agreed'],
      ['2017-06-08', 'Completed'],
      ['2017-07-13', 'Update'],
    ])
    await retired('recommendation', id, 3)
  })

  test('is none before it was put on record, nor on the charts of another area or measure', async () => {
    const id = await added('action', ACTION)
    expect(await daysOf(id)).toHaveLength(2)
    expect(await daysOf(id, 'cpp-repeat-pct/series?asAt=2018-01-01')).toEqual([])
    expect(await daysOf(id, `cpp-repeat-pct/series?area=${SANDWELL}`)).toEqual([])
    expect(await daysOf(id, 'cpp-rate/series')).toEqual([])
    expect(await daysOf(id, 'cpp-repeat-pct/series?events=none')).toEqual([])
    await retired('action', id, 1)
  })

  test('is as it was said by the day that is looked back to', async () => {
    const { events } = await series('cla-rate/series?asAt=2017-05-31')
    const linked = events.filter(({ entry }) => entry !== null)
    expect(linked.map(({ date, entry }) => [date, entry?.id])).toEqual([
      ['2017-04-27', 'developments-leaving-care'],
    ])
  })
})

describe('the actions that bear on a measure', () => {
  const actions = async (path: string) => indicatorActionsAnswer.parse(await (await ask(path)).json())

  test('are told with plan, state and due day, what was said last first', async () => {
    const { words, actions: found } = await actions('cla-rate/actions')
    expect(words).toBe('2 actions name this measure. As it was last said, 2 of them are open.')
    expect(
      found.map(({ title, plan, stateWords, due, statedLabel }) => [
        title,
        plan?.id,
        stateWords,
        due,
        statedLabel,
      ]),
    ).toEqual([
      [
        'Design the service anew, with more direct work with families',
        'improvement-2019',
        'Under way',
        null,
        '17 June 2019',
      ],
      [
        'Help children to leave care where it is safe and in their interest',
        'developments-2017',
        'Under way',
        null,
        '27 April 2017',
      ],
    ])
  })

  test('are the same for its number', async () => {
    expect(await actions('cla-rate:count/actions')).toEqual(await actions('cla-rate/actions'))
  })

  test('stand beside the parts of plans that bear on it, those of plans that run first', async () => {
    const { words, parts } = await actions('cla-residential-rate/actions')
    expect(words).toBe('No plan of Blackpool names an action for this measure. 2 parts of plans bear on it.')
    expect(parts.map(({ one, name, plan, actions: serving }) => [one, name, plan.id, serving])).toEqual([
      ['Component', 'An assessment centre', 'mtfs-2021', 'No action serves it yet.'],
      ['Component', 'A semi-independent offer', 'mtfs-2021', 'No action serves it yet.'],
    ])
    expect(parts.map(({ runs }) => runs)).toEqual([false, false])
    expect((await actions(`cla-residential-rate/actions?area=${SANDWELL}`)).parts).toEqual([])
  })

  test('are none for another area or measure', async () => {
    const { words, actions: found } = await actions(`cla-rate/actions?area=${SANDWELL}`)
    expect([words, found]).toEqual(['No plan of Sandwell names an action for this measure.', []])
    expect((await actions('cpp-rate/actions')).actions).toEqual([])
  })

  test('of an unknown measure are not found', async () => {
    expect(await refusal('cla-rates/actions')).toEqual([
      404,
      'There is no indicator "cla-rates"; did you mean "cla-rate"?',
    ])
    expect(await refusal('cla-rate/actions?area=Blackpool')).toEqual([
      400,
      'area: is not an area: use an ONS code such as E06000009',
    ])
  })
})
