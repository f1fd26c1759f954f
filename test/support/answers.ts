import { createHash } from 'node:crypto'
import { BLACKPOOL, SANDWELL, type World } from './world.ts'

const REGISTERS = ['plan', 'action', 'recommendation', 'event', 'meeting', 'question']

/** An address of every kind that draws on the database, but for what tells of the database itself: people, the record. */
const PATHS = [
  '/api/areas',
  '/api/indicators',
  '/api/indicators/cla-rate',
  '/api/indicators/cla-rate/series?by=financial-year&compare=neighbours,region,england',
  `/api/indicators/cla-rate/series?by=quarter&area=${SANDWELL}`,
  '/api/indicators/cla-rate/series?by=financial-year&asAt=2021-03-09',
  '/api/indicators/cla-rate/comparison?group=neighbours',
  '/api/indicators/cla-rate/actions',
  '/api/scorecards',
  '/api/scorecards/mtfs',
  '/api/scorecards/workforce',
  '/api/quality',
  `/api/figures.csv?area=${BLACKPOOL}`,
  '/api/targets?all=1',
  '/api/targets/mtfs-care',
  '/api/targets/mtfs-care/projection',
  '/api/plans',
  '/api/plans/due.ics',
  '/api/programmes',
  '/api/programmes/mtfs-2021',
  '/api/programmes/mtfs-2021/savings',
  '/api/scenario',
  '/api/scrutiny',
  '/api/scrutiny/tracker',
  '/api/scrutiny/questions',
  '/api/scrutiny/prompts',
  '/api/exceptions',
  '/api/commentary?indicator=cla-rate',
  '/api/contracts',
  '/api/papers',
  '/api/registers',
  ...REGISTERS.map((register) => `/api/registers/${register}`),
]

/** The hash of what nobody and the analyst are answered at each address. */
export async function answersOf(world: World): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  const cookie = await world.as()
  const uploads = await world.db.selectFrom('upload').select('id').orderBy('id').execute()
  const ofUploads = uploads.flatMap(({ id }) => [`/api/uploads/${id}`, `/api/uploads/${id}/file`])
  for (const path of [...PATHS, '/api/uploads', ...ofUploads]) {
    for (const [who, headers] of [
      ['nobody', {}],
      ['the analyst', { cookie }],
    ] as const) {
      const response = await world.app.request(path, { headers })
      // A refusal has a number of its own in it.
      const said = response.ok ? sha256(await response.bytes()) : ''
      answers.set(`${who}: ${path}`, `${response.status} ${said}`)
    }
  }
  return answers
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
