import type { Register } from '../../server/domain/register.ts'
import { importFile } from '../../server/imports/run.ts'
import { insertVersion } from '../../server/store/entries.ts'
import { addressesOf } from './editions.ts'
import { HEADING } from './uploads.ts'
import { BLACKPOOL, makeWorld, type World } from './world.ts'

/** A measure of the theme that is seen, and one of another. */
export const SEEN = 'cla-rate'
export const OTHER = 'sw-agency-pct'
/** What a reader of {@link SEEN} is limited to. */
export const THEMES = 'children-in-care child-protection'

const paper = { document: 'A paper', page: null }
const stated = { ...paper, statedOn: '2021-05-01' }

export const target = (indicator: string) => ({
  programme: 'mtfs-2021',
  indicator,
  view: 'rate',
  area: BLACKPOOL,
  title: `Hold ${indicator}`,
  aim: 'lower',
  basis: 'fixed-value',
  value: 20,
  change: null,
  low: null,
  high: null,
  benchmark: null,
  statedChange: null,
  baseline: { value: 30, on: '2021-03-31', source: 'Return' },
  due: '2027-03-31',
  dueNote: null,
  shape: 'linear',
  milestones: [],
  tolerance: null,
  owner: 'Director',
  setBy: 'local',
  approvedOn: '2021-05-01',
  approval: 'Cabinet',
  rationale: null,
  standard: null,
  reviewOn: null,
  endsOn: null,
  ...stated,
})
export const action = (indicators: readonly string[], more: object = {}) => ({
  plan: 'improvement-2019',
  reference: null,
  title: `Do something about ${indicators[0]}`,
  stage: null,
  recommendation: null,
  owner: 'Director',
  start: null,
  due: '2026-12-31',
  dueText: null,
  state: 'under-way',
  stateText: null,
  progress: null,
  update: 'Begun in spring.',
  next: null,
  evidence: null,
  indicators,
  ...stated,
  ...more,
})
export const recommendation = (indicators: readonly string[], more: object = {}) => ({
  committee: 'Scrutiny',
  area: BLACKPOOL,
  madeOn: '2026-05-01',
  text: `Look at ${indicators[0]}`,
  targetText: 'Ongoing',
  targetOn: null,
  officer: 'Director',
  update: 'Under way.',
  rag: 'Amber',
  action: null,
  indicators,
  asOf: '2026-06-01',
  ...paper,
  ...more,
})
const event = (indicators: readonly string[]) => ({
  area: BLACKPOOL,
  on: '2024-06-01',
  until: null,
  precision: 'day',
  kind: 'milestone',
  label: `A change for ${indicators[0]}`,
  judgements: [],
  body: null,
  publishedOn: null,
  abnormal: false,
  indicators,
  doubt: null,
  source: 'A paper',
})
export const question = (indicator: string) => ({
  area: BLACKPOOL,
  indicator,
  period: null,
  question: `Why ${indicator}?`,
  askedBy: 'Chair',
  askedOn: '2026-06-01',
  meeting: '2026-12-01',
  answer: null,
  answeredBy: null,
  answeredOn: null,
  carriedTo: null,
  closed: false,
})
const commentary = (indicator: string, period: string) => ({
  area: BLACKPOOL,
  indicator,
  period,
  text: `What lies behind ${indicator}`,
  cause: 'Several.',
  action: 'Some.',
  owner: 'Director',
  recoveryOn: '2027-03-31',
  by: 'Head of service',
})
const contract = (targets: readonly string[]) => ({
  area: BLACKPOOL,
  name: 'Homes',
  provider: 'A trust',
  ownedBy: 'The council',
  form: null,
  direction: null,
  startedOn: null,
  term: null,
  board: null,
  assurance: 'The director answers for it.',
  reviews: null,
  escalation: null,
  measures: targets.map((id) => ({ target: id, review: 'Each quarter', consequence: null })),
  noMeasures: null,
  notes: [],
  ...stated,
})

const meeting = (about: { plan: string | null; contract: string | null }) => ({
  area: BLACKPOOL,
  kind: about.contract ? 'contract-review' : 'board',
  body: 'Improvement board',
  ...about,
  on: '2026-08-01',
  state: 'held',
  purpose: null,
  attendance: [{ who: 'Director', came: 'yes' }],
  outcome: 'The plan was agreed.',
  papers: null,
  ...paper,
  statedOn: '2026-08-02',
})

type Planted = [Register, id: string, terms: object, retired?: boolean]

/** What is about the theme that is seen; `others` is what it names beside it of the other theme, and of its entries. */
const ofBoth = (others: readonly string[]): Planted[] => {
  const [first] = others
  const names = (id: string) => (first ? id : null)
  return [
    ['target', 'hold-seen', target(SEEN)],
    ['action', 'about-seen', action([SEEN], { recommendation: names('of-other') })],
    ['action', 'about-both', action([SEEN, ...others])],
    ['recommendation', 'of-both', recommendation([SEEN, ...others], { action: names('about-other') })],
    ['event', 'event-of-both', event([SEEN, ...others])],
    ['contract', 'homes', contract(['hold-seen', ...(first ? ['hold-other'] : [])])],
    ['meeting', 'of-board', meeting({ plan: 'improvement-2019', contract: null })],
    ['meeting', 'of-contract', meeting({ plan: null, contract: 'homes' })],
    ['question', 'why-seen', question(SEEN)],
  ]
}

/** What names a measure of the other theme and nothing else. */
const ofOther: Planted[] = [
  ['target', 'hold-other', target(OTHER)],
  ['target', 'held-other', target(`sw-turnover-pct`), true],
  ['action', 'about-other', action([OTHER])],
  ['action', 'done-other', action([`${OTHER}:count`], { state: 'done', evidence: 'The register' }), true],
  ['recommendation', 'of-other', recommendation([OTHER, 'sw-turnover-pct'])],
  ['event', 'event-of-other', event([OTHER])],
  ['question', 'why-other', question(OTHER)],
  ['commentary', 'on-other', commentary(OTHER, '2020-21Q4')],
  ['commentary', 'on-other-quarter', commentary('sw-turnover-pct', '2024-25')],
]

/** The ids of {@link ofOther}, by register. */
const idsOf = (register: Register) => ofOther.filter(([own]) => own === register).map(([, id]) => id)

/**
 * The demonstration with entries about two themes or, where `other` is false, without those about the second; and with
 * figures of the second that differ. Two such worlds differ only in what is of the second theme.
 */
export async function makeThemed(other: boolean): Promise<World> {
  const world = await makeWorld()
  const { db, reference } = world
  const report = await importFile(db, reference, {
    bytes: Buffer.from(
      [
        HEADING,
        `2020-21Q4,${SEEN},${BLACKPOOL},,601,28278,212.5,illustrative,`,
        `2020-21Q4,${OTHER},${BLACKPOOL},,${other ? '30,100,30' : '31,100,31'},illustrative,`,
      ].join('\n'),
    ),
    fileName: 'return.csv',
    by: 'analyst',
    reason: 'as meant',
    mode: 'publish',
    now: '2026-05-01T09:00:00.000Z',
  })
  if (report.release === null) throw new Error(JSON.stringify(report.findings))
  const planted = other ? [...ofBoth([OTHER, 'sw-turnover-pct']), ...ofOther] : ofBoth([])
  for (const [register, id, terms, retired = false] of planted)
    await plant(world, register, id, terms, retired)
  return world
}

async function plant({ db }: World, register: Register, id: string, terms: object, retired: boolean) {
  const body = JSON.stringify(terms)
  const made = { register, id, body, reason: 'Set out in the plan.', madeBy: 'Head of service' }
  await insertVersion(db, { ...made, version: 1, retired: false, madeAt: '2026-09-01T09:00:00.000Z' })
  if (!retired) return
  await insertVersion(db, { ...made, version: 2, retired: true, madeAt: '2026-09-02T09:00:00.000Z' })
}

const REGISTERS = ['action', 'recommendation', 'event', 'question', 'commentary'] as const

/** Every address of {@link addressesOf}, and those of what was planted here. */
export function themedAddressesOf(world: World): Map<string, string[]> {
  const addresses = addressesOf(world)
  const more = (pattern: string, paths: readonly string[]) =>
    addresses.set(pattern, [...(addresses.get(pattern) ?? []), ...paths])
  const targets = [...idsOf('target'), 'hold-seen']
  more(
    '/api/targets/{id}',
    targets.map((id) => `/api/targets/${id}`),
  )
  for (const part of ['trajectory', 'projection', 'realism']) {
    more(
      `/api/targets/{id}/${part}`,
      targets.map((id) => `/api/targets/${id}/${part}`),
    )
  }
  more(
    '/api/plans/actions/{id}',
    [...idsOf('action'), 'about-seen'].map((id) => `/api/plans/actions/${id}`),
  )
  more('/api/plans/{id}', ['/api/plans/improvement-2019'])
  more('/api/plans/due.ics', ['/api/plans/due.ics?plan=improvement-2019'])
  const entries = REGISTERS.flatMap((register) => idsOf(register).map((id) => `${register}/${id}`))
  const seen = [
    'action/about-seen',
    'recommendation/of-both',
    'event/event-of-both',
    'contract/homes',
    'meeting/of-board',
  ]
  more(
    '/api/registers/{register}/{id}',
    [...entries, ...seen].map((id) => `/api/registers/${id}`),
  )
  more(
    '/api/registers/{register}/{id}/form',
    [...entries, ...seen].map((id) => `/api/registers/${id}/form`),
  )
  more('/api/indicators/{id}/series', [
    `/api/indicators/${SEEN}/series?by=financial-year&events=all`,
    `/api/indicators/${SEEN}/series?by=quarter&events=all&asAt=2026-10-01`,
    `/api/indicators/${OTHER}/series?by=financial-year&events=all`,
  ])
  more('/api/commentary', [`/api/commentary?indicator=${OTHER}`])
  more('/api/scrutiny/questions', [
    `/api/scrutiny/questions?indicator=${OTHER}`,
    `/api/scrutiny/questions?indicator=${SEEN}`,
  ])
  return addresses
}

/** Screens whose first answers tell of entries. */
export const SCREENS = [
  '/',
  '/exceptions',
  '/plans',
  '/plans/improvement-2019',
  '/actions/about-seen',
  '/actions/about-other',
  '/scrutiny',
  '/targets',
  '/targets/hold-other',
  '/strategy',
  '/savings',
  '/what-if',
  '/contracts',
  '/papers',
  '/registers',
  '/registers/action',
  '/registers/action/about-both',
  '/registers/action/about-other',
  `/indicators/${SEEN}`,
  `/indicators/${OTHER}`,
]
