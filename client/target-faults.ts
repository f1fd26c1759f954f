import { TARGET_FIELDS, type TargetField } from '../server/domain/target-fields.ts'
import { type FieldFault, ownFault, type Place } from './components/versions/faults.ts'
import { basisOf, type DraftKey, type TargetDraft } from './target-draft.ts'

export const idOf = (key: DraftKey | 'milestones') => `target-${key.replaceAll('.', '-')}`
export const milestoneId = (place: number, part: 'on' | 'value') => `target-milestones-${place}-${part}`

/** What nobody can have meant to leave empty, in the order of the form; all else is for the server to say. */
export function emptiesOf(draft: TargetDraft): FieldFault[] {
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
  return wanted
    .filter(([key]) => draft[key].replaceAll('-', '').trim() === '')
    .map(([key, message]) => ownFault(idOf(key), message))
}

/** The field that stands for several, where the server speaks of all of them. */
const FIRST_OF: Record<string, DraftKey> = {
  baseline: 'baseline.value',
  benchmark: 'benchmark.group',
  'benchmark.frozen': 'benchmark.frozen.value',
  'tolerance.size': 'toleranceSize',
}

/** Where a field stands that the server names; null where the form has none. */
export function placeOf(path: string): Place | null {
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
