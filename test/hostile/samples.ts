import { REGISTERS } from '../../server/domain/register.ts'

/** Something there is: what stands for it in an address, and what is filled in in it. */
export type Sample = {
  fill: Record<string, string>
  terms: Record<string, unknown> | null
  version: number
}

/** Asks the program; gives the answer as JSON. */
export type Ask = (path: string, body?: unknown) => Promise<unknown>

const SAVING = {
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

/** What there is to ask for beneath a path of the document. */
export async function samplesOf(path: string, ask: Ask): Promise<Sample[]> {
  if (path.startsWith('/api/registers/{')) return (await Promise.all(REGISTERS.map(ofRegister(ask)))).flat()
  if (path.startsWith('/api/plans/actions/')) return ofRegister(ask)('action')
  if (path.startsWith('/api/targets')) return ofTargets(ask)
  if (path.startsWith('/api/savings')) {
    const made = await ask('/api/savings', { terms: SAVING, reason: 'board of May' })
    return [{ fill: idOf(made) ?? { id: 'x' }, terms: SAVING, version: 1 }]
  }
  const [list = ''] = path.split('/{')
  return path.includes('{') ? idsIn(await ask(list)).map((id) => sample({ id })) : []
}

const sample = (fill: Sample['fill']): Sample => ({ fill, terms: null, version: 1 })

const ofRegister = (ask: Ask) => async (register: string) => {
  const { entries = [] } = (await ask(`/api/registers/${register}`)) as { entries?: Entry[] }
  const found = entries
    .slice(0, 12)
    .map(({ id, terms, version }) => ({ fill: { register, id }, terms, version }))
  return found.length > 0 ? found : [sample({ register, id: 'x' })]
}
type Entry = { id: string; terms: Record<string, unknown>; version: number }

async function ofTargets(ask: Ask): Promise<Sample[]> {
  const ids = idsIn(((await ask('/api/targets')) as { targets: unknown[] }).targets.map(idOf))
  return Promise.all(
    ids.map(async (id) => {
      const { terms, target } = (await ask(`/api/targets/${id}`)) as {
        terms: Record<string, unknown>
        target: { version: number }
      }
      return { fill: { id }, terms, version: target.version }
    }),
  )
}

const idOf = (value: unknown): { id: string } | null => {
  const { id } = (value ?? {}) as { id?: unknown }
  return typeof id === 'string' ? { id } : null
}

/** Every id in an answer, however deep it lies. */
function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = idOf(value)
  return [...new Set([...(own ? [own.id] : []), ...Object.values(value).flatMap(idsIn)])].slice(0, 100)
}
