import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { contextTerms, eventTerms } from '../../server/contract/events.ts'
import { actionTerms, contractTerms, planTerms } from '../../server/contract/plans.ts'
import { decisionTerms, recommendationTerms, workItemTerms } from '../../server/contract/scrutiny.ts'
import { loadReference } from '../../server/reference.ts'

/** What the council papers say of plans, actions, recommendations, decisions, contracts and events. */
type Entry = { id: string } & Record<string, unknown>

const read = (file: string) => readFileSync(`${import.meta.dirname}/../../data/${file}`, 'utf8')
const entries = (file: string): Entry[] => JSON.parse(read(file))
/** The terms of a file's entries, each checked against the shape that it has to have. */
function terms<T>(file: string, schema: { parse: (value: unknown) => T }) {
  return entries(`plans/${file}.json`).map(({ id, ...rest }) => ({ id, ...schema.parse(rest) }))
}

const plans = terms('plans', planTerms)
const actions = terms('actions', actionTerms)
const recommendations = terms('recommendations', recommendationTerms)
const workItems = terms('work-items', workItemTerms)
const decisions = terms('decisions', decisionTerms)
const contracts = terms('contracts', contractTerms)
const events = terms('events', eventTerms)
const context = terms('context', contextTerms)
const all = { plans, actions, recommendations, workItems, decisions, contracts, events, context }
const everything = Object.values(all).flat()

const { indicator, area, documents, targets } = loadReference()
const day = 24 * 60 * 60 * 1000
const daysBetween = (from: string | null | undefined, to: string | null | undefined) =>
  (Date.parse(to ?? '') - Date.parse(from ?? '')) / day
const find = <T extends { id: string }>(list: T[], id: string) => list.find((each) => each.id === id)
const ofPlan = (id: string) => actions.filter(({ plan }) => plan === id)

describe('the entries', () => {
  test.each(Object.entries(all))('%s have ids of their own, in small letters', (_, list) => {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    expect(list.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  test('speak of indicators, areas and papers that there are', () => {
    const strands = plans.flatMap((each) => each.strands)
    const measures = [actions, recommendations, events, strands].flat().flatMap((each) => each.indicators)
    expect(measures.filter((id) => !indicator(id))).toEqual([])
    const areas = everything.flatMap((each) => ('area' in each ? each.area : []))
    expect(areas.filter((id) => !area(id))).toEqual([])
    const papers = everything.flatMap((each) => ('document' in each ? each.document : []))
    expect(papers.filter((id) => !documents.some((one) => one.id === id))).toEqual([])
  })

  test('refer to plans, stages, recommendations, inspections and targets that there are', () => {
    expect(actions.filter(({ plan }) => !find(plans, plan))).toEqual([])
    const stages = plans.flatMap(({ id, stages }) => stages.map((stage) => `${id}/${stage.id}`))
    const named = actions.flatMap(({ plan, stage }) => (stage === null ? [] : `${plan}/${stage}`))
    expect(named.filter((stage) => !stages.includes(stage))).toEqual([])
    const strands = plans.flatMap(({ id, strands }) => strands.map((strand) => `${id}/${strand.id}`))
    const served = actions.flatMap(({ plan, serves }) => (serves === null ? [] : `${plan}/${serves}`))
    expect(served.filter((strand) => !strands.includes(strand))).toEqual([])
    const answered = actions.flatMap(({ recommendation }) => recommendation ?? [])
    expect(answered.filter((id) => !find(recommendations, id))).toEqual([])
    const answering = recommendations.flatMap(({ action }) => action ?? [])
    expect(answering.filter((id) => !find(actions, id))).toEqual([])
    const milestones = events.flatMap(({ plan }) => plan ?? [])
    expect(milestones.filter((id) => !find(plans, id))).toEqual([])
    const inspections = plans.flatMap(({ inspection }) => inspection ?? [])
    expect(inspections.map((id) => find(events, id)?.kind)).toEqual(['inspection', 'inspection'])
    const measures = contracts.flatMap((each) => each.measures.map(({ target }) => target))
    expect(measures.filter((id) => !targets.some((one) => one.id === id))).toEqual([])
  })

  test('say how a period came about wherever its first or last day is missing', () => {
    const open = plans.filter(({ from, to }) => from === null || to === null)
    expect(open.filter(({ periodNote }) => periodNote === null)).toEqual([])
  })

  test('end no earlier than they begin', () => {
    expect(events.filter(({ on, until }) => until !== null && until < on)).toEqual([])
    expect(plans.filter(({ from, to }) => from !== null && to !== null && to < from)).toEqual([])
  })

  // Surnames that the papers print, and first names by which they call somebody: whole words with a capital.
  test('name nobody', () => {
    const surnames =
      'Aldridge Amanda Bennett Benson Blackledge Booth Britton Burnett Cain Callow Campbell Carter Cavill Charles Clapham Clegg Coleman Collett Critchley Cross Cruyff Darron Davis Divall Doyle Dutton Elmes Fairhurst Fisher Foot Galley Gent Graham Haskayne Henderson Henshaw Hobson Holmes Houston Hugo Humphreys Humphries Hunter Jack Jackson Jeanette Kelly Kirkland Lee Lincoln Malik Martins Maycock Mitchell Norris Owen Rajpura Ramchandani Raynor Richards Robertson Rowson Ryan Sanders Scott Simon Sisk Smith Stansfield Storey Taplin Taylor Thompson Threlfall Towers Weafer Whitehead Williams Wilson Wood Wright Hara Councillor Cllr'
    const people = new RegExp(`\\b(${surnames.split(' ').join('|')})\\b`)
    expect(everything.filter((each) => people.test(JSON.stringify(each)))).toEqual([])
  })
})

describe('the tracker of recommendations of 27 April 2017', () => {
  test('has 13 rows: 3 green, 2 amber, none red, 7 not yet due, 1 completed', () => {
    expect(recommendations).toHaveLength(13)
    const count = (rag: string) => recommendations.filter((each) => each.rag === rag).length
    expect(['Green', 'Amber', 'Red', 'Not yet due', 'Completed'].map(count)).toEqual([3, 2, 0, 7, 1])
  })

  test.each([
    ['Ongoing', null],
    ['April 2017', '2017-04-30'],
    ['31 May 2016', '2016-05-31'],
    ['Tbc', null],
    ['May 2016', '2016-05-31'],
    ['Following inspection', null],
    ['9 March 2017', '2017-03-09'],
    ['June 2017', '2017-06-30'],
    ['Before April meeting of the Committee', null],
  ])('reads the target "%s" as %s', (targetText, targetOn) => {
    const dates = recommendations.filter((each) => each.targetText === targetText)
    expect(new Set(dates.map((each) => each.targetOn))).toEqual(new Set([targetOn]))
  })

  test('keeps the order of the paper, from July 2015 to March 2017', () => {
    const made = recommendations.map(({ madeOn }) => madeOn)
    expect(made).toEqual(made.toSorted())
    expect([made.at(0), made.at(-1)]).toEqual(['2015-07-02', '2017-03-09'])
  })

  test('has dementia training 331 days late', () => {
    const training = find(recommendations, 'dementia-training')
    expect(daysBetween(training?.targetOn, training?.asOf)).toBe(331)
  })
})

describe('the work plan of 2016/17', () => {
  test('has nine meetings', () => {
    expect([...new Set(workItems.map(({ meeting }) => meeting))]).toEqual([
      '2016-06-09',
      '2016-07-14',
      '2016-09-01',
      '2016-10-13',
      '2016-12-08',
      '2017-01-26',
      '2017-03-09',
      '2017-04-27',
      '2017-06-08',
    ])
  })

  test('takes the Council Plan four times', () => {
    const performance = workItems.filter(({ kind }) => kind === 'performance')
    expect(performance.map(({ meeting, covers }) => `${meeting} ${covers}`)).toEqual([
      '2016-07-14 End of Year',
      '2016-10-13 Q1',
      '2016-12-08 Q2',
      '2017-03-09 Q3',
    ])
  })
})

describe('the mapping review of 2017', () => {
  const review = find(plans, 'mapping-review-2017')

  test('takes 14 weeks, of which the last begins on 8 May and week 8 on 27 March', () => {
    expect(review).toMatchObject({ from: '2017-02-06', to: '2017-05-08', weeksPlanned: 14 })
    expect(daysBetween(review?.from, review?.to) / 7 + 1).toBe(review?.weeksPlanned)
    expect(daysBetween(review?.from, review?.statedOn) / 7 + 1).toBe(8)
  })

  test('has three parts done, seven remaining and one added', () => {
    const count = (state: string) => review?.parts.filter((part) => part.state === state).length
    expect(['done', 'remaining', 'added'].map(count)).toEqual([3, 7, 1])
  })

  test('found something in each of its four themes', () => {
    expect([...new Set(review?.findings.map(({ theme }) => theme))]).toEqual([
      'Management and leadership',
      'Performance management and processes',
      'Structure and workflow',
      'Information and communication',
    ])
  })
})

test.each([
  ['better-start', [45_000_000]],
  ['headstart', [11_000_000, 10_000_000]],
  ['opportunity-area', [6_000_000]],
  ['fairness-commission-2017', [5_000, 300_000]],
  ['developments-2017', [34_000]],
])('%s has the sums that the papers print, in pounds', (id, sums) => {
  const amounts = find(plans, id)?.funding.map(({ amount }) => amount)
  expect(amounts).toEqual(sums)
  const printed = context.map(({ value }) => value)
  expect(amounts?.filter((amount) => !printed.includes(amount))).toEqual([])
})

test('the Opportunity Area has three priorities, each with the actions that the report names under it', () => {
  expect(find(plans, 'opportunity-area')?.strands.map(({ kind }) => kind)).toEqual([
    'priority',
    'priority',
    'priority',
  ])
  const serving = Map.groupBy(ofPlan('opportunity-area'), ({ serves }) => serves)
  expect([...serving].map(([priority, own]) => [priority, own.length])).toEqual([
    [null, 1],
    ['priority-1', 2],
    ['priority-2', 1],
    ['priority-3', 2],
  ])
})

test('the transition covers posts of which no paper states a day', () => {
  const cover = find(plans, 'transition-2021')?.cover ?? []
  expect(cover).toHaveLength(11)
  expect(cover.filter(({ from, to }) => from !== null || to !== null)).toEqual([])
})

test('the report lists no standard of youth offending, so none is made up', () => {
  expect(find(plans, 'youth-offending-2018')?.strands).toEqual([])
})

test('the plan of the Fairness Commission has eight rows, seven of them on track', () => {
  const onTrack = ofPlan('fairness-commission-2017').map(({ stateText }) => stateText === 'Yes')
  expect(onTrack).toEqual([true, true, true, true, true, false, true, true])
})

test('a contract without measures says why it has none', () => {
  expect(contracts.map(({ measures, noMeasures }) => [measures, noMeasures !== null])).toEqual([[[], true]])
})

test.each([
  ['blackpool-ofsted-2018', '2018-11-26', '2019-01-17', ['Inadequate', 'Inadequate', 'Inadequate', 'RI']],
  ['blackpool-ofsted-2022', '2022-12-05', '2023-02-01', ['RI', 'RI', 'RI', 'Good']],
  ['sandwell-ofsted-2022', '2022-05-09', '2022-07-05', ['RI', 'RI', 'RI', 'RI']],
])('%s began on %s and was published on %s with %j', (id, on, publishedOn, grades) => {
  const inspection = find(events, id)
  expect(inspection).toMatchObject({ on, publishedOn, kind: 'inspection', body: 'Ofsted' })
  const short = inspection?.judgements.map(({ grade }) => grade.replace(/^Requires.*/, 'RI'))
  expect(short).toEqual(grades)
})

test('one stretch is abnormal: the year of the pandemic', () => {
  const stretches = events.filter(({ abnormal }) => abnormal)
  expect(stretches.map(({ on, until }) => [on, until])).toEqual([['2020-04-01', '2021-03-31']])
})

test('child fatalities, and nothing else, are not to be shown to everybody', () => {
  expect(context.filter(({ sensitive }) => sensitive).map(({ id }) => id)).toEqual(['child-fatalities-2017'])
})

test.each([
  ['the money of HeadStart', 'headstart-money-2019'],
  ['the money of HeadStart, as the pack has it', 'headstart-money-2016'],
  ['the day of the inspection of 2018', 'ofsted-december-2018'],
  ['the rate of children in care of March 2017', 'highest-rate-of-care'],
])('says that sources differ on %s', (_, id) => {
  expect(find(context, id)?.conflict).not.toBeNull()
})

/** A fact of the papers; the file and the entry that hold it; what the entry has to say. */
const FACTS: [fact: string, place: string, says: string][] = [
  ['Scrutiny meetings', 'plans/events#scrutiny-2017-01-26', '"on":"2017-01-26"'],
  ['Scrutiny meetings', 'plans/events#scrutiny-2017-03-09', '"on":"2017-03-09"'],
  ['Scrutiny meetings', 'plans/events#scrutiny-2017-04-27', 'meets at 6 pm'],
  ['Scrutiny meetings', 'plans/events#scrutiny-2017-04-27', '"publishedOn":"2017-04-18"'],
  ['Scrutiny meetings', 'plans/events#scrutiny-2017-06-08', '"on":"2017-06-08"'],
  ['Council Plan exceptions', 'plans/context#council-plan-q3-exceptions', '"value":3'],
  ['Council Plan exceptions', 'plans/context#council-plan-q3-adults', 'annual review'],
  ['Council Plan exceptions', 'scorecards#council-plan', '["referrals-rate","cla-rate","cpp-repeat-pct"]'],
  ['Children in care: target and actual', 'targets#council-plan-care', '"value":443'],
  ['Children in care: target and actual', 'targets#council-plan-care', '"value":520,"on":"2017-03-09"'],
  ['Children in care: target and actual', 'facts#cla-rate E06000009 2017-03-09', '"numerator":"520"'],
  ['Children in care: target and actual', 'plans/context#care-below-target-before', '18 months before'],
  ['Children in care, rate and rank', 'facts#cla-rate E06000009 2017-03-24', '"numerator":"527"'],
  ['Children in care, rate and rank', 'facts#cla-rate E06000009 2017-03-31', '"value":"163"'],
  ['Children in care, rate and rank', 'plans/context#highest-rate-of-care', 'highest in the country'],
  ['Comparison with others', 'facts#cla-rate E06000002 2017-03-31', '"value":"120"'],
  ['Comparison with others', 'facts#cla-rate E06000045 2017-03-31', '"value":"120"'],
  ['Comparison with others', 'facts#cla-rate E06000021 2017-03-31', '"value":"117"'],
  ['Comparison with others', 'facts#cla-rate E06000010 2017-03-31', '"value":"116"'],
  ['Comparison with others', 'facts#cla-rate E08000012 2017-03-31', '"value":"115"'],
  ['Children in care and cases', 'facts#cla-rate E06000009 2017-04-27', '"numerator":"532"'],
  ['Children in care and cases', 'facts#open-cases E06000009 2017-04-27', '"value":"2112"'],
  ['Children in care, June 2019', 'facts#cla-rate E06000009 2019-06-14', '"numerator":"579"'],
  ['Children in care, December 2020', 'facts#cla-rate E06000009 2020-12', '"numerator":"608"'],
  ['Vacancies and agency cover', 'facts#sw-vacancy-pct E06000009 2017-04-27', '"numerator":"11"'],
  ['Vacancies and agency cover', 'facts#sw-agency-pct E06000009 2017-04-27', '"numerator":"8"'],
  ['Managers on Firstline', 'plans/context#firstline-managers', '"value":4'],
  ['Managers on Firstline', 'plans/actions#developments-firstline', '"start":"2017-03-01"'],
  ['Contacts from police', 'facts#contacts-police-pct E06000009 2017-02', '"value":"50"'],
  ['Contacts from police', 'facts#contact-conversion-pct police E06000009 2017-02', '"value":"11"'],
  ['Placements that cost most', 'plans/context#placements-under-review', '"value":20'],
  ['Child fatalities', 'plans/context#child-fatalities-2017', '"value":3'],
  ['Mapping review: days', 'plans/plans#mapping-review-2017', 'Agreed in February 2017'],
  ['Mapping review: days', 'plans/plans#mapping-review-2017', 'Four weeks in on 9 March 2017'],
  [
    'Mapping review: parts done',
    'plans/plans#mapping-review-2017',
    '"name":"Families in Need","state":"added","weeks":2',
  ],
  [
    'Mapping review: parts done',
    'plans/plans#mapping-review-2017',
    '"name":"Safeguarding teams","state":"done"',
  ],
  [
    'Mapping review: parts remaining',
    'plans/plans#mapping-review-2017',
    '"name":"Pupil welfare","state":"remaining"',
  ],
  ['Mapping review: themes', 'plans/plans#mapping-review-2017', '"theme":"Structure and workflow"'],
  ['Mapping review: findings', 'plans/plans#mapping-review-2017', 'cases drift'],
  ['Mapping review: findings', 'plans/plans#mapping-review-2017', 'missing from the Selima system'],
  ['Mapping review: findings', 'plans/plans#mapping-review-2017', 'not one front door'],
  ['Mapping review: findings', 'plans/plans#mapping-review-2017', 'not the best fit'],
  ['Mapping review: actions', 'plans/actions#mapping-review-manager-event', 'communication event'],
  ['Mapping review: actions', 'plans/actions#mapping-review-chief-executive-meetings', 'Chief Executive'],
  ['Mapping review: actions', 'plans/actions#mapping-review-compliance-audit', 'compliance'],
  ['Mapping review: actions', 'plans/actions#mapping-review-human-resources', 'sickness'],
  ['Director and interim posts', 'plans/events#director-2017', '"on":"2017-04-24"'],
  ['Director and interim posts', 'plans/context#interim-posts-2017', 'Principal Social Worker'],
  ['Annual conversation', 'plans/events#annual-conversation-2017', '"on":"2017-03-03"'],
  ['Annual conversation', 'plans/events#ofsted-visit-2017', '"on":"2017-08-01"'],
  ['The Link', 'plans/actions#developments-the-link', 'four by external appointees'],
  ['The Link', 'plans/actions#developments-the-link', '"due":"2017-05-31"'],
  ['Two hubs', 'plans/actions#developments-adolescents-hub', '"dueText":"July 2017"'],
  ['Two hubs', 'plans/actions#developments-services-hub', '"dueText":"August 2017"'],
  ['Special free school', 'plans/context#special-free-school-places', '"value":48'],
  ['Special free school', 'plans/actions#developments-special-free-school', 'September 2019'],
  [
    'Early years in Blackpool',
    'facts#ey-good-outstanding-pct childminder E06000009 2017-04-18',
    '"value":"100"',
  ],
  [
    'Early years in Blackpool',
    'facts#ey-good-outstanding-pct non-domestic E06000009 2017-04-18',
    '"value":"97.7"',
  ],
  ['Early years in Blackpool', 'facts#ey-good-outstanding-pct E06000009 2017-04-18', '"value":"98.8"'],
  [
    'Early years in England',
    'facts#ey-good-outstanding-pct childminder E92000001 2016-12-31',
    '"value":"91"',
  ],
  [
    'Early years in England',
    'facts#ey-good-outstanding-pct non-domestic E92000001 2016-12-31',
    '"value":"95"',
  ],
  ['Early years in England', 'facts#ey-good-outstanding-pct E92000001 2016-12-31', '"value":"93"'],
  ['Early years reports', 'plans/context#early-years-group-reports', '"value":4'],
  ['Early years reports', 'plans/context#early-years-childminder-reports', '"value":2'],
  ['Free entitlement', 'plans/context#free-entitlement-hours', '"value":30'],
  ['Free entitlement', 'plans/context#digital-accelerate-grant', '"value":34000'],
  ['Adult and family learning', 'plans/context#parent-courses-length', '"value":2'],
  ['Adult and family learning', 'plans/context#english-maths-passed', '"value":30'],
  ['Adult and family learning', 'plans/context#english-maths-enrolled', '"value":66'],
  ['Adult and family learning', 'plans/context#family-learning-families', '"value":356'],
  ['Adult and family learning', 'plans/context#mental-health-enquiries', '"value":250'],
  ['Adult and family learning', 'plans/context#mental-health-enrolments', '"value":198'],
  ['Adult and family learning', 'plans/context#mental-health-courses', '"value":60'],
  ['Adult and family learning', 'plans/context#mental-health-courses-planned', '"value":17'],
  ['Opportunity Area', 'plans/plans#opportunity-area', 'In place since January 2017'],
  ['Opportunity Area', 'plans/context#opportunity-area-partners', '"value":40'],
  ['Opportunity Area', 'plans/events#opportunity-area-event-2017', '"on":"2017-03-03"'],
  ['Opportunity Area', 'plans/actions#opportunity-area-delivery-plan', '"due":"2017-04-30"'],
  ['Opportunity Area', 'plans/context#opportunity-area-length', '"value":3'],
  ['Opportunity Area', 'plans/context#opportunity-area-money', '"value":6000000'],
  ['Opportunity Area', 'plans/context#team-around-school-pupils', '"value":67'],
  ['Opportunity Area', 'plans/context#post-16-schools', '"value":5'],
  ['Opportunity Area', 'plans/context#start-blackpool-schools', '"value":3'],
  ['Opportunity Area', 'plans/actions#opportunity-area-start-blackpool', 'Full launch September 2019'],
  ['Tracker of recommendations', 'plans/recommendations#ofsted-summaries', '"rag":"Green"'],
  ['Tracker of recommendations', 'plans/recommendations#care-provider-rebranding', '"rag":"Completed"'],
  ['Work plan of 2016/17', 'plans/work-items#2017-03-09-council-plan', '"covers":"Q3"'],
  ['Fairness Commission', 'plans/context#vanguard-money', '"value":300000'],
  ['Fairness Commission', 'plans/context#fairness-budget', '"value":5000'],
  ['Fairness Commission', 'plans/context#fairness-board-voluntary', '"value":43'],
  ['Fairness Commission', 'plans/context#showcase-organisations', '"value":50'],
  ['Fairness Commission', 'plans/context#coffee-mornings', '"value":7'],
  ['Fairness Commission', 'plans/actions#fairness-easter-buddies', 'Runs from 10 to 21 April 2017'],
  ['Fairness Commission', 'plans/context#community-panels', '12 to 15 residents'],
  ['Fairness Commission', 'plans/context#community-panels-areas', '"value":5'],
  ['Fairness Commission', 'plans/context#dementia-trained-staff', '"value":800'],
  ['Fairness Commission', 'plans/actions#fairness-community-farm', '"dueText":"Easter 2018"'],
  ['Fairness Commission', 'plans/actions#fairness-fairtrade', '"dueText":"October 2017"'],
  ['Fairness Commission', 'plans/actions#fairness-dementia-friendly', '"dueText":"December 2017"'],
  ['Commissioner', 'plans/events#blackpool-commissioner-2019', '"on":"2019-03-25"'],
  ['Commissioner', 'plans/context#commissioner-weeks', '"value":12'],
  ['Commissioner', 'plans/context#lead-member-previous-report', 'January 2019'],
  ['Improvement plan', 'plans/plans#improvement-2019', '"lengthText":"nine months"'],
  ['Improvement plan', 'plans/plans#improvement-2019', '"recommendations":11'],
  ['Improvement plan', 'plans/plans#improvement-2019', 'first twelve weeks'],
  ['Improvement plan', 'plans/plans#improvement-2019', 'late summer 2019'],
  ['Permanent appointments', 'facts#sw-appointments E06000009 2019-06', '"value":"33"'],
  ['Demand', 'plans/context#demand-after-inspection', 'April and May 2019'],
  ['Demand', 'plans/context#front-door-equilibrium', 'at least as much work'],
  ['Demand', 'plans/context#caseload-above-optimal', 'above what is optimal'],
  ['Demand', 'plans/context#fewer-leave-care', 'fewer leave'],
  ['Outliers', 'plans/context#outlier-social-care', 'by far the highest'],
  ['Outliers', 'plans/context#outlier-schools', 'pupil referral units'],
  ['Outliers', 'plans/context#outlier-youth-justice', 'for the first time'],
  ['Youth offending', 'plans/events#blackpool-youth-offending-2018', '"grade":"Inadequate"'],
  ['Youth offending', 'plans/events#blackpool-youth-offending-2018', '"on":"2018-11-01"'],
  ['Youth offending', 'plans/plans#youth-offending-2018', '"lengthText":"twelve months"'],
  ['Youth offending', 'plans/actions#youth-offending-independent-chair', 'Youth Justice Board'],
  ['Youth offending', 'plans/actions#youth-offending-service-manager', '"stateText":"In post"'],
  ['HeadStart and resilience', 'plans/context#headstart-money-2019', '"value":11000000'],
  ['HeadStart and resilience', 'plans/context#resilience-moves', '"value":42'],
  ['HeadStart and resilience', 'plans/events#resilience-pathway-2019', '"on":"2019-06-11"'],
  ['HeadStart and resilience', 'plans/context#resilience-talk', '"value":100'],
  ['HeadStart and resilience', 'plans/events#fathers-conference-2019', '"on":"2019-06-17"'],
  ['HeadStart and resilience', 'plans/context#better-start-sites', '"value":5'],
  ['Funding and scale', 'plans/context#headstart-money-2016', '"value":10000000'],
  ['Funding and scale', 'plans/events#headstart-2016', '"on":"2016-06-01"'],
  ['Funding and scale', 'plans/context#better-start-money', '"value":45000000'],
  ['Funding and scale', 'plans/plans#better-start', '"lengthText":"10 years"'],
  ['Funding and scale', 'plans/events#better-start-2014', '"on":"2014-06-01"'],
  ['Funding and scale', 'plans/context#free-breakfasts', '"value":11000'],
  ['Funding and scale', 'plans/context#school-buildings-money', '"value":60000000'],
  ['Funding and scale', 'plans/context#pupil-turnover', '"value":30'],
  ['Funding and scale', 'plans/context#residents', '"value":140000'],
  ['Ofsted and commissioner, 2021', 'plans/context#ofsted-december-2018', 'December 2018'],
  ['Ofsted and commissioner, 2021', 'plans/context#commissioner-final-review', 'outcome was awaited'],
  ['Recruitment of a director', 'plans/context#director-applications-close', '2021-02-07'],
  ['Recruitment of a director', 'plans/decisions#director-panel-2021', '"on":"2021-01-26"'],
  ['Recruitment of a director', 'plans/events#blackpool-employment-committee-2021', '"on":"2021-03-09"'],
  ['Recruitment of a director', 'plans/events#blackpool-employment-committee-2021', '2021-02-26'],
  ['Recruitment of a director', 'plans/context#interim-director-months', '"value":3'],
  ['Recruitment of a director', 'plans/decisions#interim-director-agreed-2021', '"on":"2021-02-10"'],
  ['Recruitment of a director', 'plans/context#director-leaves', 'end of March 2021'],
  ['Recruitment of a director', 'plans/context#director-short-list', '"value":4'],
  ['Recruitment of a director', 'plans/context#director-pay-ratified', 'November 2015'],
  ['Transition plan', 'plans/actions#transition-interim-director', 'Assistant Director'],
  ['Transition plan', 'plans/actions#transition-social-care-lead', 'assistant director for social care'],
  ['Transition plan', 'plans/actions#transition-education-lead', 'assistant director for education'],
  ['Transition plan', 'plans/actions#transition-head-of-service', 'adolescents'],
  ['Transition plan', 'plans/actions#transition-mentoring', 'Getting to Good Board'],
  ['Transition plan', 'plans/actions#transition-leader', 'chair the Children and Families Partnership'],
  ['Transition plan', 'plans/actions#transition-outcomes', 'no figures'],
  ['Sandwell report', 'plans/decisions#sandwell-director-2018', '"on":"2018-01-16"'],
  ['Sandwell report', 'plans/context#sandwell-director-days', '"value":3'],
  ['Sandwell report', 'plans/context#sandwell-director-interim', 'interim'],
  ['Sandwell report', 'plans/context#sandwell-restructure-report', 'February 2017'],
  ["Sandwell Children's Trust", 'plans/events#sandwell-direction-2016', '"on":"2016-10-19"'],
  ["Sandwell Children's Trust", 'plans/contracts#sandwell-childrens-trust', 'section 479A'],
  ["Sandwell Children's Trust", 'plans/contracts#sandwell-childrens-trust', 'Company limited by guarantee'],
  ["Sandwell Children's Trust", 'plans/contracts#sandwell-childrens-trust', 'April 2018'],
  [
    "Sandwell Children's Trust",
    'plans/contracts#sandwell-childrens-trust',
    'together have to keep Cabinet informed',
  ],
]

/** The rows of facts.csv, found by measure, part, area and period. */
const rows: Record<string, string>[] = parse(read('facts.csv'), { columns: true })
const figures = rows.map((row) => ({
  id: [row.indicator, row.dimension, row.area, row.period].filter((part) => part !== '').join(' '),
  ...row,
}))
const held = (place: string) => {
  const [file = '', id = ''] = place.split('#')
  const list: Entry[] = file === 'facts' ? figures : entries(`${file}.json`)
  return JSON.stringify(find(list, id))
}

describe('every fact of the papers is held', () => {
  test('from all 46 subjects', () => {
    expect(new Set(FACTS.map(([fact]) => fact)).size).toBe(46)
  })

  test.each(FACTS)('%s: %s says %s', (_, place, says) => {
    expect(held(place)).toContain(says)
  })
})
