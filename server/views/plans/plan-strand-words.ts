import type { Strand } from '../../contract/plans.ts'
import { overdueDays } from '../../domain/plan-dates.ts'
import { are, type CountedAction, joined, many } from './plan-words.ts'

/** What a plan is made up of, in words. */

type Kind = Strand['kind']

export const STRAND_NAMES: Record<Kind, { heading: string; one: string; many: string; body: string }> = {
  recommendation: {
    heading: 'Recommendations of the inspection',
    one: 'Recommendation',
    many: 'recommendations',
    body: 'Domain',
  },
  standard: { heading: 'Standards', one: 'Standard', many: 'standards', body: 'Organisation' },
  priority: { heading: 'Priorities', one: 'Priority', many: 'priorities', body: 'Organisation' },
  component: { heading: 'Components', one: 'Component', many: 'components', body: 'Organisation' },
  block: {
    heading: 'Building blocks in place already',
    one: 'Building block',
    many: 'building blocks',
    body: 'Organisation',
  },
}

const counted = (n: number, kind: Kind) =>
  many(n, STRAND_NAMES[kind].one.toLowerCase(), STRAND_NAMES[kind].many)

type Group = { printed: number | null; held: number; served: number }

/** How many there are, and how many of them no action serves. `printed`: how many recommendations the paper speaks of. */
export function groupInWords(kind: Kind, { printed, held, served }: Group): string {
  if (kind === 'block') return `In place already when the plan was made: ${counted(held, kind)}.`
  const there =
    kind === 'recommendation' && printed !== null
      ? recommendationsOnRecord(printed, held)
      : held === 0
        ? `No ${STRAND_NAMES[kind].one.toLowerCase()} is on record.`
        : `${counted(held, kind)} ${are(held)} on record.`
  return held === 0 ? there : `${there} ${servedInWords(held, served)}`
}

/** `By the paper it answers 11 recommendations; 3 of them are on record.` */
export function recommendationsOnRecord(printed: number, held: number): string {
  const answers = `By the paper it answers ${many(printed, 'recommendation')}`
  if (held === 0) return `${answers}; ${printed === 1 ? 'it is not' : 'none of them is'} on record.`
  if (held > printed) return `${answers}; ${held} are on record.`
  if (held < printed) return `${answers}; ${held} of them ${are(held)} on record.`
  return `${answers}; ${printed === 1 ? 'it is' : printed === 2 ? 'both are' : `all ${printed} are`} on record.`
}

function servedInWords(held: number, served: number): string {
  if (held === 1) return served === 1 ? 'An action serves it.' : 'No action serves it yet.'
  if (served === 0) return `No action serves ${held === 2 ? 'either' : 'any'} of them yet.`
  if (served === held) return 'Each is served by an action.'
  return `${held - served} of them ${held - served === 1 ? 'has' : 'have'} no action yet.`
}

const ORDER = ['done', 'overdue', 'under-way', 'not-started', 'stopped'] as const
const WORDS: Record<(typeof ORDER)[number], string> = {
  done: 'done',
  overdue: 'overdue',
  'under-way': 'under way',
  'not-started': 'not started',
  stopped: 'stopped',
}

/** `3 actions: 1 done, 1 overdue and 1 not started.` Each action is counted once: an overdue one only as that. */
export function strandCountsInWords(actions: readonly CountedAction[], on: string): string {
  if (actions.length === 0) return 'No action serves it yet.'
  const states = Map.groupBy(actions, (action) =>
    overdueDays(action, on) === null ? action.state : ('overdue' as const),
  )
  const parts = ORDER.flatMap((state) => {
    const n = states.get(state)?.length ?? 0
    if (n === 0) return []
    return [actions.length === 1 ? WORDS[state] : `${n} ${WORDS[state]}`]
  })
  return `${many(actions.length, 'action')}: ${joined(parts)}.`
}
