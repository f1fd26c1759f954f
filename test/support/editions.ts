import { csvPath, filePath } from '../../server/contract/paths.ts'
import { XLSX_TYPE } from '../../server/door/wanted-format.ts'
import { importFile } from '../../server/imports/run.ts'
import { insertVersion } from '../../server/store/entries.ts'
import { protectEdition } from '../../server/store/protect.ts'
import { withdrawRelease } from '../../server/store/releases.ts'
import { rowsOf } from './workbook.ts'
import { BLACKPOOL, makeWorld, type World } from './world.ts'

const HEADING = 'period,indicator_id,area_code,dimension,numerator,denominator,value,status,note'
const row = (period: string, indicator: string, numerator: number, denominator: number | '', value: number) =>
  `${period},${indicator},${BLACKPOOL},,${numerator},${denominator},${value},illustrative,`
const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10

/** The newest quarter, in which `few` children are counted wherever so few are. */
const quarter = (few: number) => [
  row('2020-21Q4', 'cla-rate', 601, 28278, 212.5),
  row('2020-21Q4', 'cpp-ends-rate', 31, 28278, 11),
  row('2020-21Q4', 'cpp-stepdown-pct', few, 31, percent(few, 31)),
  row('2020-21Q4', 'cla-ifa-count', few, '', few),
  row('2020-21Q4', 'complaints', few, '', few),
  row('2020-21Q4', 'serious-incidents', few, '', few),
  row('2020-21Q4', 'placements-high-cost', few * 12_345, '', few * 12_345),
]

async function publish(world: World, day: string, rows: readonly string[]): Promise<number> {
  const report = await importFile(world.db, world.reference, {
    bytes: Buffer.from([HEADING, ...rows].join('\n')),
    fileName: `return-${day}.csv`,
    by: 'analyst',
    reason: 'as meant',
    mode: 'publish',
    now: `${day}T09:00:00.000Z`,
  })
  if (report.release === null) throw new Error(JSON.stringify(report.findings))
  return report.release
}

const TARGET = {
  programme: 'mtfs-2021',
  view: 'rate',
  area: BLACKPOOL,
  aim: 'lower',
  basis: 'maintain',
  value: null,
  change: null,
  low: null,
  high: null,
  benchmark: null,
  statedChange: null,
  due: '2027-03-31',
  dueNote: null,
  shape: 'level',
  milestones: [],
  tolerance: null,
  owner: 'Director',
  setBy: 'local',
  approvedOn: null,
  approval: null,
  rationale: null,
  standard: null,
  reviewOn: null,
  endsOn: null,
  statedOn: '2021-05-01',
  document: 'A paper',
  page: null,
}
const ACTION = {
  plan: 'improvement-plan',
  reference: null,
  title: 'Look after each other',
  stage: null,
  recommendation: null,
  owner: 'Director',
  start: null,
  due: null,
  dueText: null,
  state: 'under-way',
  stateText: null,
  progress: null,
  update: null,
  next: null,
  evidence: null,
  statedOn: '2021-05-01',
  document: 'A paper',
  page: null,
}
const QUESTION = {
  area: BLACKPOOL,
  period: null,
  askedBy: 'Chair',
  askedOn: '2021-06-01',
  meeting: null,
  answer: null,
  answeredBy: null,
  answeredOn: null,
  carriedTo: null,
  closed: false,
}
const COMMENTARY = {
  area: BLACKPOOL,
  cause: null,
  action: null,
  owner: null,
  recoveryOn: null,
  by: 'Head of service',
}

const entries = (few: number, plan: string) =>
  [
    [
      'target',
      'hold-incidents',
      {
        ...TARGET,
        indicator: 'serious-incidents',
        title: 'Incidents are not to rise',
        baseline: { value: few, on: '2021-03-31', source: 'Return' },
      },
    ],
    [
      'target',
      'hold-steps',
      {
        ...TARGET,
        indicator: 'cpp-stepdown-pct',
        title: 'Steps down are to go on',
        baseline: { value: percent(few, 31), on: '2021-03-31', source: 'Return' },
      },
    ],
    ['action', 'about-incidents', { ...ACTION, plan, indicators: ['serious-incidents'] }],
    ['action', 'about-both', { ...ACTION, plan, indicators: ['serious-incidents', 'cla-rate'] }],
    ['question', 'why-incidents', { ...QUESTION, indicator: 'serious-incidents', question: 'Why so many?' }],
    [
      'commentary',
      'on-hidden',
      {
        ...COMMENTARY,
        indicator: 'cpp-stepdown-pct',
        period: '2020-21Q4',
        text: `Of 31 plans ${few} were stepped down.`,
      },
    ],
    [
      'commentary',
      'on-shown',
      {
        ...COMMENTARY,
        indicator: 'cpp-ends-rate',
        period: '2020-21Q4',
        text: 'Fewer plans ended in winter.',
      },
    ],
  ] as const

/**
 * The demonstration with returns in which `few` children (one to five) are counted: at the end of a quarter, by a
 * revision of a figure that was public, in a file that was withdrawn; and with what was written and aimed at about them.
 * Two worlds that differ only in `few` differ only in what the public may not know.
 */
export async function makePlanted(few: number): Promise<World> {
  const world = await makeWorld()
  const { db, reference } = world
  await publish(world, '2026-05-01', quarter(few))
  const eet = 14 + few - 2
  await publish(world, '2026-06-01', [row('2020-21Q3', 'cl-eet-pct', eet, 32, percent(eet, 32))])
  const withdrawn = await publish(world, '2026-07-01', [row('2020-21Q4', 'plo-children', few, '', few)])
  await db.transaction().execute(async (tx) => {
    await withdrawRelease(tx, withdrawn, '2026-08-01T09:00:00.000Z')
    await protectEdition(tx, reference)
  })
  const plan = reference.seeds.find(({ register }) => register === 'plan')?.id ?? ''
  for (const [register, id, terms] of entries(few, plan)) {
    await insertVersion(db, {
      register,
      id,
      version: 1,
      body: JSON.stringify(terms),
      retired: false,
      reason: 'Set out in the plan.',
      madeBy: 'Head of service',
      madeAt: '2026-09-01T09:00:00.000Z',
    })
  }
  return world
}

const PLANTED = [
  'cpp-stepdown-pct',
  'cpp-ends-rate',
  'cla-ifa-count',
  'complaints',
  'cla-rate',
  'cl-eet-pct',
  'plo-children',
]
/** Before the revision, while the withdrawn file stood, and after all. */
const DAYS = ['', '2026-05-15', '2026-07-15', '2026-11-01']

const times = (...lists: readonly string[][]): string[] =>
  lists.reduce((all, list) => all.flatMap((before) => list.map((each) => `${before}${each}`)), [''])
const option = (name: string, values: readonly string[]) =>
  values.map((value) => (value === '' ? '' : `&${name}=${value}`))

/** Addresses of every page and list that somebody who may read can ask for, by the pattern of the API. */
export function addressesOf({ reference }: World): Map<string, string[]> {
  const indicators = reference.indicators.map(({ id }) => id)
  const cards = reference.scorecards.map(({ id }) => id)
  const seeds = (register: string) =>
    reference.seeds.filter((seed) => seed.register === register).map(({ id }) => id)
  const registers = [
    'plan',
    'action',
    'recommendation',
    'work-item',
    'event',
    'decision',
    'contract',
    'meeting',
    'question',
    'commentary',
    'checklist',
  ]
  const programmes = ['mtfs-2021', 'council-plan-2015']
  const targets = [...reference.targets.map(({ id }) => id), 'hold-incidents', 'hold-steps']
  const by = option('by', ['', 'month', 'quarter', 'financial-year'])
  const days = option('asAt', DAYS)
  const asCards = (path: string) =>
    times(
      [path],
      [
        ...by,
        ...option('period', ['2020-21Q4', '2020-21']),
        ...days.slice(1).map((day) => `&by=quarter${day}`),
      ],
    )
  const each = (ids: readonly string[], path: (id: string) => string) => ids.map(path)
  return new Map<string, string[]>([
    ['/api/areas', ['/api/areas']],
    ['/api/indicators', ['/api/indicators']],
    ['/api/indicators/{id}', each(indicators, (id) => `/api/indicators/${id}`)],
    [
      '/api/indicators/{id}/series',
      [
        ...each([...indicators, 'serious-incident'], (id) => `/api/indicators/${id}/series?by=quarter`),
        ...times(
          PLANTED.flatMap((id) => [
            `/api/indicators/${id}/series?compare=neighbours,england`,
            `/api/indicators/${id}:count/series?compare=`,
          ]),
          [...by, ...option('basis', ['in-period', 'annualised', 'year-to-date']), ...days.slice(1)],
        ),
        ...PLANTED.map((id) => `/api/indicators/${id}/series?by=quarter&base=2019-20Q4`),
      ],
    ],
    [
      '/api/indicators/{id}/comparison',
      [
        ...each(indicators, (id) => `/api/indicators/${id}/comparison?`),
        ...times(
          PLANTED.map((id) => `/api/indicators/${id}/comparison?`),
          [...option('period', ['2020-21Q4', '2020-21', '2020-21Q3']), ...days.slice(1)],
        ),
      ],
    ],
    [
      '/api/indicators/{id}/realism',
      each(PLANTED, (id) => `/api/indicators/${id}/realism?change=-10&years=1,3`),
    ],
    ['/api/indicators/{id}/actions', each(indicators, (id) => `/api/indicators/${id}/actions`)],
    ['/api/scorecards', ['/api/scorecards']],
    ['/api/scorecards/{id}', cards.flatMap((card) => asCards(`/api/scorecards/${card}?`))],
    [
      '/api/exceptions',
      ['mtfs', 'child-protection'].flatMap((card) => asCards(`/api/exceptions?card=${card}`)),
    ],
    ['/api/quality', times(['/api/quality?'], option('quarter', ['', '2020-21Q4']), days)],
    ['/api/figures', times(['/api/figures?'], days)],
    ['/api/templates/quarterly-return', ['/api/templates/quarterly-return?period=2020-21Q4']],
    [
      '/api/targets',
      ['/api/targets', '/api/targets?all=1', ...PLANTED.map((id) => `/api/targets?indicator=${id}&all=1`)],
    ],
    ['/api/targets/{id}', each(targets, (id) => `/api/targets/${id}`)],
    ['/api/targets/{id}/trajectory', each(targets, (id) => `/api/targets/${id}/trajectory?version=1`)],
    ['/api/targets/{id}/projection', each(targets, (id) => `/api/targets/${id}/projection`)],
    ['/api/targets/{id}/realism', each(targets, (id) => `/api/targets/${id}/realism`)],
    ['/api/plans', ['/api/plans']],
    ['/api/plans/due.ics', ['/api/plans/due.ics']],
    ['/api/plans/{id}', each(seeds('plan'), (id) => `/api/plans/${id}`)],
    [
      '/api/plans/actions/{id}',
      each([...seeds('action'), 'about-incidents', 'about-both'], (id) => `/api/plans/actions/${id}`),
    ],
    ['/api/programmes', ['/api/programmes']],
    ['/api/programmes/{id}', programmes.map((id) => `/api/programmes/${id}`)],
    ['/api/programmes/{id}/savings', programmes.map((id) => `/api/programmes/${id}/savings`)],
    [
      '/api/strategy',
      ['/api/strategy', '/api/strategy?area=E08000028', '/api/strategy?programme=council-plan-2015'],
    ],
    ['/api/strategy/savings', ['/api/strategy/savings', '/api/strategy/savings?area=E08000028']],
    ['/api/savings/{id}', ['/api/savings/none']],
    ['/api/scenario', ['/api/scenario']],
    ['/api/scrutiny', ['/api/scrutiny']],
    ['/api/scrutiny/tracker', ['/api/scrutiny/tracker']],
    [
      '/api/scrutiny/questions',
      ['/api/scrutiny/questions', '/api/scrutiny/questions?indicator=serious-incidents'],
    ],
    ['/api/scrutiny/prompts', times(['/api/scrutiny/prompts?'], days)],
    ['/api/registers', ['/api/registers']],
    ['/api/registers/{register}', registers.map((register) => `/api/registers/${register}?all=1`)],
    ['/api/registers/{register}/form', registers.map((register) => `/api/registers/${register}/form`)],
    [
      '/api/registers/{register}/{id}',
      [
        '/api/registers/action/developments-high-cost-placements',
        '/api/registers/recommendation/serious-case-reviews',
        '/api/registers/action/about-incidents',
        '/api/registers/action/about-both',
        '/api/registers/question/why-incidents',
        '/api/registers/commentary/on-hidden',
        '/api/registers/commentary/on-shown',
      ],
    ],
    ['/api/registers/{register}/{id}/form', ['/api/registers/action/about-both/form']],
    ['/api/commentary', PLANTED.map((id) => `/api/commentary?indicator=${id}`)],
    ['/api/contracts', ['/api/contracts']],
    ['/api/papers', ['/api/papers']],
    ['/api/papers/{id}', reference.documents.map(({ id }) => `/api/papers/${id}`)],
  ])
}

/** Asks for every address, as data and as files, and gives the answers by address. */
export async function crawl(
  addresses: ReadonlyMap<string, readonly string[]>,
  ask: (address: string) => Promise<Response>,
): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const address of [...addresses.values()].flat()) {
    for (const asked of [address, csvPath(address), filePath(address, 'xlsx')]) {
      const response = await ask(asked)
      const text = await textOf(response)
      if (response.status >= 500) throw new Error(`${asked}: ${text}`)
      answers.set(asked, `${response.status} ${text.replace(/urn:request:[0-9a-f-]+/, '')}`)
    }
  }
  return answers
}

/** An answer as text: a workbook, which holds the moment that it was made at, by what stands in it. */
const textOf = async (response: Response): Promise<string> =>
  response.headers.get('content-type') === XLSX_TYPE
    ? JSON.stringify(await rowsOf(await response.bytes()))
    : response.text()

/** The addresses whose answers differ. */
export const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] =>
  [...a].filter(([address, answer]) => b.get(address) !== answer).map(([address]) => address)

/** The patterns of the API that some addresses are of. */
export const patternsOf = (
  found: readonly string[],
  addresses: ReadonlyMap<string, readonly string[]>,
): string[] =>
  [...addresses]
    .filter(([, own]) => own.some((address) => found.includes(address) || found.includes(csvPath(address))))
    .map(([pattern]) => pattern)

/** The patterns of everything that can be asked for by GET. */
export async function patternsOfApi({ app }: World): Promise<string[]> {
  const document = (await (await app.request('/api/openapi.json')).json()) as {
    paths: Record<string, { get?: unknown }>
  }
  return Object.keys(document.paths).filter((path) => document.paths[path]?.get !== undefined)
}
