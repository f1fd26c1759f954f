import type { ProblemAnswer } from '../../server/contract/answers.ts'
import { REGISTERS } from '../../server/domain/register.ts'
import { ask, draft, HEADING, post } from '../support/uploads.ts'
import type { World } from '../support/world.ts'

/** Texts that a spreadsheet would run, in front of words by which they are found again. */
const RUNS = [
  '=HYPERLINK("http://x","planted")',
  '+1+planted',
  '-2+3 planted',
  '@SUM(1) planted',
  '＝1 planted',
]
/** A line of its own in a calendar, if line breaks were let through, and an element of its own in a page. */
const BREAKS = '\r\nATTACH:http://planted.example\r\n</script><script>planted</script>'

type Terms = Record<string, unknown>
type Form = { fields: { name: string; kind: string }[]; blank: Terms }
type Entries = { entries: { terms: Terms }[] }

/** Writes texts that would run wherever the program takes a text in; gives the registers that took one. */
export async function plant(world: World): Promise<string[]> {
  const planted: string[] = []
  for (const register of REGISTERS) if (await plantIn(world, register)) planted.push(register)
  await plantTarget(world)
  const file = await draft(
    world,
    `${HEADING}\n2026-27Q1,cla-rate,E06000009,,600,28278,212.2,provisional,"${RUNS[0]?.replaceAll('"', '""')}"\n`,
  )
  const publish = { reason: RUNS[1], warningsReason: RUNS[2] }
  if (!(await post(world, `/api/uploads/${file.id}/publish`, publish)).ok) throw new Error('not published')
  return planted
}

/** What has to be filled in by choice, or stands in the way of being due. */
const CHOSEN: Terms = {
  indicator: 'cla-rate',
  period: '2016-17Q3',
  askedOn: '2026-11-01',
  completedOn: '2026-11-01',
  state: 'under-way',
  due: '2026-12-01',
}

/** A meeting is about something, which no text can say. */
const ABOUT: Record<string, Terms> = {
  meeting: {
    kind: 'board',
    plan: 'improvement-2019',
    on: '2026-12-01',
    state: 'planned',
    statedOn: '2026-11-01',
  },
}

async function plantIn(world: World, register: string): Promise<boolean> {
  const form = await ask(world, `/api/registers/${register}/form`)
  if (!form.ok) return false
  const { fields, blank } = (await form.json()) as Form
  const { entries } = (await (await ask(world, `/api/registers/${register}`)).json()) as Entries
  const terms: Terms = { ...(entries[0]?.terms ?? blank) }
  for (const { name } of fields) if (name in CHOSEN) terms[name] = CHOSEN[name]
  Object.assign(terms, ABOUT[register])
  const texts = fields.filter(({ name, kind }) => (kind === 'line' || kind === 'text') && !(name in CHOSEN))
  const hostile = texts.map(({ name, kind }, i): [string, string] => [
    name,
    `${RUNS[i % RUNS.length]}${kind === 'text' ? BREAKS : ''}`,
  ])
  return send(world, register, terms, new Map(hostile))
}

/** What one field will not take is left out, so that the others are tried. */
async function send(
  world: World,
  register: string,
  terms: Terms,
  hostile: Map<string, string>,
): Promise<boolean> {
  const answer = await post(world, `/api/registers/${register}`, {
    terms: { ...terms, ...Object.fromEntries(hostile) },
    reason: RUNS[0],
  })
  if (answer.ok) return true
  const { errors = [] } = (await answer.json()) as ProblemAnswer
  const refused = errors.map(({ path }) => path.split('.')[1] ?? '').filter((name) => hostile.delete(name))
  return refused.length > 0 && (await send(world, register, terms, hostile))
}

async function plantTarget(world: World): Promise<void> {
  const { terms } = (await (await ask(world, '/api/targets/mtfs-care')).json()) as { terms: Terms }
  const hostile = { ...terms, title: RUNS[0], owner: RUNS[1] }
  const answer = await post(world, '/api/targets', { terms: hostile, reason: RUNS[2] })
  if (!answer.ok) throw new Error(`the target was not taken: ${await answer.text()}`)
}
