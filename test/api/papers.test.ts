import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemAnswer } from '../../server/contract/answers.ts'
import { type PaperItem, paperAnswer, papersAnswer } from '../../server/contract/papers.ts'
import { firstPaths } from '../../server/contract/paths.ts'
import { makeWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.db.destroy())
afterEach(() => {
  expect(world.errors.splice(0)).toEqual([])
})

const text = async (path: string) => (await world.app.request(path)).text()
const paper = async (id: string) => paperAnswer.parse(JSON.parse(await text(`/api/papers/${id}`)))
const papers = async () => papersAnswer.parse(JSON.parse(await text('/api/papers')))
const said = ({ about, text, more, when, place, doubt }: PaperItem) =>
  [about, text, ...more, when, place, doubt].join('\n')

/** What the screen at a path is drawn from, and how each of those answers. */
async function statusesBehind(path: string): Promise<number[]> {
  const { pathname, searchParams } = new URL(path, 'http://dashboard')
  const asked = firstPaths(pathname, Object.fromEntries(searchParams))
  return Promise.all(asked.map(async (address) => (await world.app.request(address)).status))
}

const AGENDA = 'scrutiny-agenda-2017'
const REPORT = 'lead-member-report-2019'
const PACK = 'recruitment-pack-2021'
const TRANSITION = 'transition-plan-2021'
const SANDWELL_REPORT = 'sandwell-report-2018'
const here = (id: string, fact: string) => `/papers/${id}#context-${fact}`

/** A fact of the papers; the paper on whose page it is found; what is said there; the screen that it leads to. */
const FACTS: [fact: string, document: string, says: string, path: string][] = [
  ['Scrutiny meetings', AGENDA, '26 January 2017', '/indicators/cla-rate?events=all'],
  ['Scrutiny meetings', AGENDA, 'Published on: 18 April 2017', '/indicators/cla-rate?events=all'],
  ['Scrutiny meetings', AGENDA, '8 June 2017', '/indicators/cla-rate?events=all'],
  ['Council Plan exceptions', AGENDA, 'three had deteriorated', here(AGENDA, 'council-plan-q3-exceptions')],
  ['Council Plan exceptions', AGENDA, 'with an annual review', here(AGENDA, 'council-plan-q3-adults')],
  ['Council Plan exceptions', AGENDA, 'Council Plan 2015 to 2020', '/strategy?programme=council-plan-2015'],
  ['Children in care: target and actual', AGENDA, '443 children in care', '/targets/council-plan-care'],
  ['Children in care: target and actual', AGENDA, '520 children in care', '/indicators/cla-rate'],
  [
    'Children in care: target and actual',
    AGENDA,
    '18 months before',
    here(AGENDA, 'care-below-target-before'),
  ],
  ['Children in care, rate and rank', AGENDA, '527 children in care', '/indicators/cla-rate'],
  ['Children in care, rate and rank', AGENDA, '163 per 10,000', '/indicators/cla-rate'],
  ['Children in care, rate and rank', AGENDA, 'highest in the country', here(AGENDA, 'highest-rate-of-care')],
  ['Comparison with others', AGENDA, 'Middlesbrough\n120 per', '/indicators/cla-rate?area=E06000002'],
  ['Comparison with others', AGENDA, 'Southampton\n120 per', '/indicators/cla-rate?area=E06000045'],
  ['Comparison with others', AGENDA, '117 per 10,000', '/indicators/cla-rate?area=E06000021'],
  ['Comparison with others', AGENDA, '116 per 10,000', '/indicators/cla-rate?area=E06000010'],
  ['Comparison with others', AGENDA, '115 per 10,000', '/indicators/cla-rate?area=E08000012'],
  ['Children in care and cases', AGENDA, '532 children in care', '/indicators/cla-rate'],
  ['Children in care and cases', AGENDA, '2,112 allocated cases', '/indicators/open-cases'],
  ['Children in care, June 2019', REPORT, '579 children in care', '/indicators/cla-rate'],
  ['Children in care, December 2020', PACK, '608 children in care', '/indicators/cla-rate'],
  ['Vacancies and agency cover', AGENDA, '11 social worker vacancies', '/indicators/sw-vacancy-pct'],
  ['Vacancies and agency cover', AGENDA, '8 agency social workers', '/indicators/sw-agency-pct'],
  ['Managers on Firstline', AGENDA, '4 managers', here(AGENDA, 'firstline-managers')],
  ['Managers on Firstline', AGENDA, 'Four managers began in March 2017', '/actions/developments-firstline'],
  ['Contacts from police', AGENDA, '50%', '/indicators/contacts-police-pct'],
  ['Contacts from police', AGENDA, '11%', '/indicators/contact-conversion-pct?dimension=police'],
  ['Placements that cost most', AGENDA, '20 placements', here(AGENDA, 'placements-under-review')],
  ['Mapping review: days', AGENDA, 'Agreed in February 2017', '/plans/mapping-review-2017'],
  ['Mapping review: days', AGENDA, 'on 8 May 2017, the first day of week 14', '/plans/mapping-review-2017'],
  ['Mapping review: parts done', AGENDA, 'Parts added: Families in Need', '/plans/mapping-review-2017'],
  ['Mapping review: parts done', AGENDA, 'Safeguarding teams', '/plans/mapping-review-2017'],
  ['Mapping review: parts remaining', AGENDA, 'Pupil welfare', '/plans/mapping-review-2017'],
  ['Mapping review: themes', AGENDA, 'Found, structure and workflow', '/plans/mapping-review-2017'],
  ['Mapping review: findings', AGENDA, 'cases drift', '/plans/mapping-review-2017'],
  ['Mapping review: findings', AGENDA, 'Selima', '/plans/mapping-review-2017'],
  ['Mapping review: findings', AGENDA, 'not the best fit', '/plans/mapping-review-2017'],
  ['Mapping review: actions', AGENDA, 'communication event', '/actions/mapping-review-manager-event'],
  ['Mapping review: actions', AGENDA, 'compliance', '/actions/mapping-review-compliance-audit'],
  ['Mapping review: actions', AGENDA, 'sickness', '/actions/mapping-review-human-resources'],
  ['Director and interim posts', AGENDA, '24 April 2017', '/indicators/cla-rate?events=all'],
  ['Director and interim posts', AGENDA, 'Principal Social Worker', here(AGENDA, 'interim-posts-2017')],
  ['Annual conversation', AGENDA, 'annual conversation', '/indicators/cla-rate?events=all'],
  ['Annual conversation', AGENDA, 'August 2017', '/indicators/cla-rate?events=all'],
  ['The Link', AGENDA, 'four by external appointees', '/actions/developments-the-link'],
  ['Two hubs', AGENDA, 'Due: July 2017', '/actions/developments-adolescents-hub'],
  ['Two hubs', AGENDA, 'Due: August 2017', '/actions/developments-services-hub'],
  ['Special free school', AGENDA, '48 pupils', here(AGENDA, 'special-free-school-places')],
  ['Special free school', AGENDA, 'September 2019', '/actions/developments-special-free-school'],
  ['Early years in Blackpool', AGENDA, '100%', '/indicators/ey-good-outstanding-pct?dimension=childminder'],
  ['Early years in Blackpool', AGENDA, '97.7%', '/indicators/ey-good-outstanding-pct?dimension=non-domestic'],
  ['Early years in Blackpool', AGENDA, '98.8%', '/indicators/ey-good-outstanding-pct'],
  [
    'Early years in England',
    AGENDA,
    '91%',
    '/indicators/ey-good-outstanding-pct?dimension=childminder&area=E92000001',
  ],
  [
    'Early years in England',
    AGENDA,
    '95%',
    '/indicators/ey-good-outstanding-pct?dimension=non-domestic&area=E92000001',
  ],
  ['Early years in England', AGENDA, '93%', '/indicators/ey-good-outstanding-pct?area=E92000001'],
  ['Early years reports', AGENDA, '4 settings', here(AGENDA, 'early-years-group-reports')],
  ['Early years reports', AGENDA, '2 childminders', here(AGENDA, 'early-years-childminder-reports')],
  ['Free entitlement', AGENDA, '30 hours', here(AGENDA, 'free-entitlement-hours')],
  ['Free entitlement', AGENDA, '£34,000', here(AGENDA, 'digital-accelerate-grant')],
  ['Adult and family learning', AGENDA, '2 years', here(AGENDA, 'parent-courses-length')],
  ['Adult and family learning', AGENDA, '30 learners', here(AGENDA, 'english-maths-passed')],
  ['Adult and family learning', AGENDA, '66 learners', here(AGENDA, 'english-maths-enrolled')],
  ['Adult and family learning', AGENDA, '356 families', here(AGENDA, 'family-learning-families')],
  ['Adult and family learning', AGENDA, '250 enquiries', here(AGENDA, 'mental-health-enquiries')],
  ['Adult and family learning', AGENDA, '198 enrolments', here(AGENDA, 'mental-health-enrolments')],
  ['Adult and family learning', AGENDA, '60 courses', here(AGENDA, 'mental-health-courses')],
  ['Adult and family learning', AGENDA, '17 courses', here(AGENDA, 'mental-health-courses-planned')],
  ['Opportunity Area', REPORT, 'in place from January 2017', '/plans/opportunity-area'],
  ['Opportunity Area', AGENDA, '40 partners', here(AGENDA, 'opportunity-area-partners')],
  ['Opportunity Area', AGENDA, 'By the end of April', '/actions/opportunity-area-delivery-plan'],
  ['Opportunity Area', AGENDA, '3 years', here(AGENDA, 'opportunity-area-length')],
  ['Opportunity Area', REPORT, '£6,000,000', here(REPORT, 'opportunity-area-money')],
  ['Opportunity Area', REPORT, '67 pupils', here(REPORT, 'team-around-school-pupils')],
  ['Opportunity Area', REPORT, '5 schools', here(REPORT, 'post-16-schools')],
  ['Opportunity Area', REPORT, '3 schools', here(REPORT, 'start-blackpool-schools')],
  ['Opportunity Area', REPORT, 'Full launch September 2019', '/actions/opportunity-area-start-blackpool'],
  ['Tracker of recommendations', AGENDA, '27 April 2017: Amber', '/scrutiny?on=2017-04-27'],
  ['Tracker of recommendations', AGENDA, 'Target date: 31 May 2016', '/scrutiny?on=2017-04-27'],
  ['Work plan of 2016/17', AGENDA, 'Meeting of 9 June 2016', '/scrutiny?tab=workplan'],
  ['Work plan of 2016/17', AGENDA, 'Covers: Q3', '/scrutiny?tab=workplan'],
  ['Fairness Commission', AGENDA, '£300,000', here(AGENDA, 'vanguard-money')],
  ['Fairness Commission', AGENDA, '£5,000', here(AGENDA, 'fairness-budget')],
  ['Fairness Commission', AGENDA, '43%', here(AGENDA, 'fairness-board-voluntary')],
  ['Fairness Commission', AGENDA, '50 organisations', here(AGENDA, 'showcase-organisations')],
  ['Fairness Commission', AGENDA, '7 coffee mornings', here(AGENDA, 'coffee-mornings')],
  ['Fairness Commission', AGENDA, '12 to 15 residents', here(AGENDA, 'community-panels')],
  ['Fairness Commission', AGENDA, '5 areas', here(AGENDA, 'community-panels-areas')],
  ['Fairness Commission', AGENDA, '800 staff', here(AGENDA, 'dementia-trained-staff')],
  ['Fairness Commission', AGENDA, 'Due: Easter 2018', '/actions/fairness-community-farm'],
  ['Commissioner', REPORT, '25 March 2019', '/indicators/cla-rate?events=all'],
  ['Commissioner', REPORT, '12 weeks', here(REPORT, 'commissioner-weeks')],
  ['Commissioner', REPORT, 'January 2019', here(REPORT, 'lead-member-previous-report')],
  ['Improvement plan', REPORT, 'nine months', '/plans/improvement-2019'],
  ['Improvement plan', REPORT, '11 recommendations', '/plans/improvement-2019'],
  ['Improvement plan', REPORT, 'late summer 2019', '/plans/improvement-2019'],
  ['Permanent appointments', REPORT, '33 new permanent social workers', '/indicators/sw-appointments'],
  ['Demand', REPORT, 'April and May 2019', here(REPORT, 'demand-after-inspection')],
  ['Demand', REPORT, 'at least as much work', here(REPORT, 'front-door-equilibrium')],
  ['Demand', REPORT, 'above what is optimal', here(REPORT, 'caseload-above-optimal')],
  ['Demand', REPORT, 'fewer leave', here(REPORT, 'fewer-leave-care')],
  ['Outliers', REPORT, 'by far the highest', here(REPORT, 'outlier-social-care')],
  ['Outliers', REPORT, 'pupil referral units', here(REPORT, 'outlier-schools')],
  ['Outliers', REPORT, 'for the first time', here(REPORT, 'outlier-youth-justice')],
  ['Youth offending', REPORT, 'November 2018', '/indicators/yj-first-time-entrants?events=all'],
  ['Youth offending', REPORT, 'twelve months', '/plans/youth-offending-2018'],
  ['Youth offending', REPORT, 'Youth Justice Board', '/actions/youth-offending-independent-chair'],
  ['HeadStart and resilience', REPORT, '£11,000,000', here(REPORT, 'headstart-money-2019')],
  ['HeadStart and resilience', REPORT, '42 moves', here(REPORT, 'resilience-moves')],
  ['HeadStart and resilience', REPORT, '11 June 2019', '/indicators/early-help-episodes?events=all'],
  ['HeadStart and resilience', REPORT, '100 business leaders', here(REPORT, 'resilience-talk')],
  ['HeadStart and resilience', REPORT, '17 June 2019', '/indicators/early-help-episodes?events=all'],
  ['HeadStart and resilience', REPORT, '5 sites', here(REPORT, 'better-start-sites')],
  ['Funding and scale', PACK, '£10,000,000', here(PACK, 'headstart-money-2016')],
  ['Funding and scale', PACK, '£45,000,000', here(PACK, 'better-start-money')],
  ['Funding and scale', PACK, '10 years', '/plans/better-start'],
  ['Funding and scale', PACK, '11,000 breakfasts', here(PACK, 'free-breakfasts')],
  ['Funding and scale', PACK, '£60,000,000', here(PACK, 'school-buildings-money')],
  ['Funding and scale', PACK, '30%', here(PACK, 'pupil-turnover')],
  ['Funding and scale', PACK, '140,000 residents', here(PACK, 'residents')],
  ['Ofsted and commissioner, 2021', PACK, 'December 2018', here(PACK, 'ofsted-december-2018')],
  ['Ofsted and commissioner, 2021', PACK, 'outcome was awaited', here(PACK, 'commissioner-final-review')],
  ['Recruitment of a director', PACK, '7 February 2021', here(PACK, 'director-applications-close')],
  ['Recruitment of a director', PACK, '26 January 2021', '/scrutiny?tab=decisions'],
  ['Recruitment of a director', PACK, '9 March 2021', '/indicators/cla-rate?events=all'],
  ['Recruitment of a director', PACK, '3 months', here(PACK, 'interim-director-months')],
  ['Recruitment of a director', PACK, '10 February 2021', '/scrutiny?tab=decisions'],
  ['Recruitment of a director', PACK, 'end of March 2021', here(PACK, 'director-leaves')],
  ['Recruitment of a director', PACK, '4 candidates', here(PACK, 'director-short-list')],
  ['Recruitment of a director', PACK, 'November 2015', here(PACK, 'director-pay-ratified')],
  ['Transition plan', TRANSITION, 'interim Director', '/actions/transition-interim-director'],
  ['Transition plan', TRANSITION, 'for social care', '/actions/transition-social-care-lead'],
  ['Transition plan', TRANSITION, 'special needs', '/actions/transition-education-lead'],
  ['Transition plan', TRANSITION, 'service for adolescents', '/actions/transition-head-of-service'],
  ['Transition plan', TRANSITION, 'Getting to Good Board', '/actions/transition-mentoring'],
  [
    'Transition plan',
    TRANSITION,
    'chair the Children and Families Partnership',
    '/actions/transition-leader',
  ],
  ['Transition plan', TRANSITION, 'no figures', '/actions/transition-outcomes'],
  ['Sandwell report', SANDWELL_REPORT, '16 January 2018', '/scrutiny?tab=decisions&area=E08000028'],
  ['Sandwell report', SANDWELL_REPORT, '3 days a week', here(SANDWELL_REPORT, 'sandwell-director-days')],
  ['Sandwell report', SANDWELL_REPORT, 'interim', here(SANDWELL_REPORT, 'sandwell-director-interim')],
  ['Sandwell report', SANDWELL_REPORT, 'February 2017', here(SANDWELL_REPORT, 'sandwell-restructure-report')],
  [
    "Sandwell Children's Trust",
    SANDWELL_REPORT,
    '19 October 2016',
    '/indicators/cla-rate?events=all&area=E08000028',
  ],
  ["Sandwell Children's Trust", SANDWELL_REPORT, 'section 479A', '/contracts?area=E08000028'],
  ["Sandwell Children's Trust", SANDWELL_REPORT, 'Company limited by guarantee', '/contracts?area=E08000028'],
  ["Sandwell Children's Trust", SANDWELL_REPORT, 'April 2018', '/contracts?area=E08000028'],
  ["Sandwell Children's Trust", SANDWELL_REPORT, 'keep Cabinet informed', '/contracts?area=E08000028'],
]

describe('every fact of the papers is found on the page of its paper', () => {
  // The 46th is not for everybody.
  test('from 45 subjects', () => {
    expect(new Set(FACTS.map(([fact]) => fact)).size).toBe(45)
  })

  test.each(FACTS)('%s: %s says %s, shown at %s', async (_fact, document, says, path) => {
    const items = (await paper(document)).groups.flatMap((group) => group.items)
    const found = items.filter((item) => said(item).includes(says)).map((item) => item.path)
    expect(found).toContain(path)
  })
})

test('every screen that a page leads to has its answers', async () => {
  const paths = (await Promise.all((await papers()).papers.map(({ id }) => paper(id)))).flatMap(
    ({ groups }) => groups.flatMap(({ items }) => items.map(({ path }) => path)),
  )
  const statuses = await Promise.all(
    [...new Set(paths)].map(async (path) => `${path} ${[...new Set(await statusesBehind(path))]}`),
  )
  expect(statuses.length).toBeGreaterThan(100)
  expect(statuses.filter((each) => !each.endsWith(' 200'))).toEqual([])
})

describe('a page of a paper', () => {
  test('says how many facts of each kind it shows', async () => {
    const { words, facts, groups } = await paper(SANDWELL_REPORT)
    expect(words).toBe(
      '7 facts of this paper are shown here: 1 contract, 1 decision, 2 events and 3 other facts.',
    )
    expect(groups.flatMap(({ items }) => items)).toHaveLength(facts)
  })

  test('gives every fact a place of its own on it', async () => {
    const ids = (await paper(AGENDA)).groups.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('tells where papers differ', async () => {
    const items = (await paper(PACK)).groups.flatMap((group) => group.items)
    const doubts = items.filter(({ text }) =>
      /HeadStart|Big Lottery, awarded in June 2016|dates the/.test(text),
    )
    expect(doubts.map(({ doubt }) => doubt)).toEqual([
      expect.anything(),
      expect.stringContaining('11 million'),
      expect.stringContaining('November'),
    ])
  })

  test('has the parts of a paper in the order in which they are printed', async () => {
    const { groups } = await paper(AGENDA)
    const rows = groups.find(({ id }) => id === 'recommendations')?.items.map(({ place }) => place)
    expect([rows?.at(0), rows?.at(1), rows?.at(12)]).toEqual([
      'appendix 7(c), row 1',
      'appendix 7(c), row 2',
      'appendix 7(c), row 13',
    ])
  })

  test('as CSV has a row a fact', async () => {
    const response = await world.app.request(`/api/papers/${TRANSITION}.csv`)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="paper_transition-plan-2021.csv"',
    )
    const rows = (await response.text()).trim().split('\r\n')
    expect(rows).toHaveLength(17)
    expect(rows.at(-1)).toContain('/actions/transition-')
  })

  test('that there is not names those that there are', async () => {
    const response = await world.app.request('/api/papers/nothing')
    expect(problemAnswer.parse(await response.json())).toMatchObject({
      status: 404,
      detail:
        'There is no paper "nothing". There are: scrutiny-agenda-2017, lead-member-report-2019, recruitment-pack-2021, transition-plan-2021, sandwell-report-2018.',
    })
  })
})

describe('what is not for everybody', () => {
  test('is only counted', async () => {
    expect((await paper(AGENDA)).hidden).toBe('1 fact is not shown to everybody.')
    expect((await paper(REPORT)).hidden).toBeNull()
  })

  test.each(['/api/papers', '/api/papers.csv', `/api/papers/${AGENDA}`, `/api/papers/${AGENDA}.csv`])(
    'is nowhere in %s',
    async (path) => {
      const answer = await text(path)
      expect(answer).toContain('Resilient Communities')
      expect(answer).not.toMatch(/fatalit|regulator was notified|paragraph 5\.3\.6/i)
    },
  )
})

test('the list has every paper with what is held of it', async () => {
  const { words, papers: list } = await papers()
  expect(words).toMatch(/^What the papers of councils say comes from 5 papers\./)
  expect(list.map(({ id, published, facts }) => [id, published, facts > 5])).toEqual([
    [AGENDA, '18 April 2017', true],
    [REPORT, 'June 2019', true],
    [PACK, '26 February 2021', true],
    [TRANSITION, '2021', true],
    [SANDWELL_REPORT, '16 January 2018', true],
  ])
  expect(await text('/api/papers.csv')).toMatch(/^document_id,title,publisher,published,facts\r\n/)
})
