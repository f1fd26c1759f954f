import type { PlanMove } from '../../contract/plan-action-answers.ts'
import type { EntryAnswer } from '../../contract/registers.ts'
import { dayLabel } from '../../domain/period.ts'
import { many } from './plan-words.ts'

const KIND_WORDS: Record<PlanMove['kind'], string> = {
  set: 'Put on record',
  changed: 'Changed',
  retired: 'Taken out',
  'brought-back': 'Brought back',
}

/** Every version of an entry as a move; the newest first. */
export const movesOf = (
  of: PlanMove['of'],
  { id, title, history }: Pick<EntryAnswer, 'id' | 'title' | 'history'>,
): PlanMove[] =>
  history.map(({ version, kind, madeBy, madeOn, reason, changed }) => ({
    of,
    id,
    title,
    on: madeOn,
    onLabel: dayLabel(madeOn),
    version,
    kind,
    kindWords: KIND_WORDS[kind],
    by: madeBy,
    reason,
    changed: changed.map(whatDiffers),
  }))

/** Of what holds several lines, such as stages, only those that are not the same on both sides. */
function whatDiffers({ field, before, after }: PlanMove['changed'][number]): PlanMove['changed'][number] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const only = (lines: readonly string[], others: readonly string[]) =>
    lines.filter((line) => !others.includes(line)).join('\n')
  return old.length + now.length === 2 || old.toSorted().join() === now.toSorted().join()
    ? { field, before, after }
    : { field, before: only(old, now) || 'not in it', after: only(now, old) || 'no longer in it' }
}

/** `the plan itself was changed once; 3 changes were made to 2 actions; 5 actions were put on record.` */
export function movesInWords(moves: readonly Pick<PlanMove, 'of' | 'kind' | 'id'>[]): string {
  const of = (register: PlanMove['of']) => moves.filter((move) => move.of === register)
  const parts = [
    ...planInWords(of('plan')),
    ...entriesInWords(of('action'), 'action'),
    ...entriesInWords(
      of('recommendation'),
      'recommendation that they answer',
      'recommendations that they answer',
    ),
  ]
  if (parts.length === 0) return 'nothing was put on record or changed.'
  const isChanged = moves.some(({ kind }) => kind === 'changed')
  return `${parts.join('; ')}${isChanged ? '' : '; none was changed'}.`
}

type Counted = Pick<PlanMove, 'kind' | 'id'>

const SIMPLE = ['set', 'retired', 'brought-back'] as const

function planInWords(moves: readonly Counted[]): string[] {
  const changes = moves.filter(({ kind }) => kind === 'changed').length
  const times = changes === 1 ? 'once' : `${changes} times`
  return [
    ...(changes > 0 ? [`the plan itself was changed ${times}`] : []),
    ...SIMPLE.filter((kind) => moves.some((move) => move.kind === kind)).map(
      (kind) => `the plan was ${KIND_WORDS[kind].toLowerCase()}`,
    ),
  ]
}

function entriesInWords(moves: readonly Counted[], one: string, more = `${one}s`): string[] {
  const of = (kind: PlanMove['kind']) => moves.filter((move) => move.kind === kind)
  const was = (n: number) => (n === 1 ? 'was' : 'were')
  const changed = of('changed')
  const touched = new Set(changed.map(({ id }) => id)).size
  const changes = `${many(changed.length, 'change')} ${was(changed.length)} made to ${many(touched, one, more)}`
  const simple = SIMPLE.flatMap((kind) => {
    const n = of(kind).length
    return n === 0 ? [] : [`${many(n, one, more)} ${was(n)} ${KIND_WORDS[kind].toLowerCase()}`]
  })
  return changed.length === 0 ? simple : [changes, ...simple]
}
