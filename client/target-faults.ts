import type { ProblemAnswer } from '../server/contract/answers.ts'
import { TARGET_FIELDS, type TargetField } from '../server/domain/target-fields.ts'
import type { FormFault } from './components/ErrorSummary.tsx'
import { basisOf, type DraftKey, type TargetDraft } from './target-draft.ts'
import { capitalised } from './words.ts'

/** A fault as the summary tells it, and as it stands at its field, whose label says what it is about. */
export type TargetFault = FormFault & { atField: string }

export const idOf = (key: DraftKey | 'milestones' | 'reason' | 'by') => `target-${key.replaceAll('.', '-')}`
export const milestoneId = (place: number, part: 'on' | 'value') => `target-milestones-${place}-${part}`

const SHORTEST_REASON = 3

/** What nobody can have meant to leave empty, in the order of the form; all else is for the server to say. */
export function emptiesOf(draft: TargetDraft, reason: string): TargetFault[] {
  const wanted: [key: DraftKey, message: string][] = [
    ['indicator', 'Choose the measure'],
    ['title', 'Say what is aimed at'],
  ]
  const numbers: Record<string, [DraftKey, string][]> = {
    'fixed-value': [['value', 'Enter the value aimed at']],
    'pct-from-baseline': [['change', 'Enter by how many per cent it shall change']],
    'abs-from-baseline': [['change', 'Enter by how much it shall change']],
    range: [
      ['low', 'Enter the lower end of the range'],
      ['high', 'Enter the upper end of the range'],
    ],
  }
  wanted.push(...(numbers[basisOf(draft)] ?? []))
  if (draft.tolerance !== 'usual') wanted.push(['toleranceSize', 'Enter how much is tolerated'])
  wanted.push(
    ['owner', 'Enter the role that answers for it'],
    ['document', 'Enter the paper that states it'],
    ['statedOn', 'Enter the day on which it was stated'],
  )
  const faults = wanted
    .filter(([key]) => draft[key].replaceAll('-', '').trim() === '')
    .map(([key, message]) => own(idOf(key), message))
  return reason.trim().length < SHORTEST_REASON
    ? [...faults, own(idOf('reason'), 'Say why, in a few words')]
    : faults
}

const own = (field: string, message: string): TargetFault => ({ field, message, atField: message })

/** The field that stands for several, where the server speaks of all of them. */
const FIRST_OF: Record<string, DraftKey> = {
  baseline: 'baseline.value',
  benchmark: 'benchmark.group',
  'benchmark.frozen': 'benchmark.frozen.value',
  'tolerance.size': 'toleranceSize',
}

/** What the server had against it, one fault a field; what is about no field stands by itself. */
export function faultsOf({ errors = [], detail }: ProblemAnswer): TargetFault[] {
  const faults = new Map<string, TargetFault>()
  for (const { path, message } of errors) {
    const place = placeOf(path)
    if (!place || faults.has(place.field)) continue
    const told = place.label === null ? capitalised(message) : `${place.label}: ${message}`
    faults.set(place.field, { field: place.field, message: told, atField: capitalised(message) })
  }
  return faults.size > 0 ? [...faults.values()] : [{ field: null, message: detail, atField: detail }]
}

function placeOf(path: string): { field: string; label: string | null } | null {
  if (path === 'reason' || path === 'by') return { field: idOf(path), label: null }
  const term = path.replace(/^terms\./, '')
  const milestone = /^milestones\.(\d+)\.(on|value)$/.exec(term)
  if (milestone) {
    const place = Number(milestone[1])
    return { field: milestoneId(place, milestone[2] as 'on' | 'value'), label: `Milestone ${place + 1}` }
  }
  const key = FIRST_OF[term] ?? term
  if (key === 'toleranceSize') return { field: idOf(key), label: TARGET_FIELDS.tolerance }
  if (!(key in TARGET_FIELDS)) return null
  const known = key as TargetField
  return { field: idOf(known), label: TARGET_FIELDS[known] }
}
