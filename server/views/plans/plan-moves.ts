import type { PlanMove } from '../../contract/plan-action-answers.ts'
import type { PlanAnswer } from '../../contract/plan-answers.ts'
import { actionTerms } from '../../contract/plans.ts'
import type { EntryAnswer } from '../../contract/registers.ts'
import { addDays, dayLabel } from '../../domain/period.ts'
import { Problem } from '../../problem.ts'
import type { Database } from '../../store/database.ts'
import { viewRegister } from '../registers/entries.ts'
import { loadEntries } from '../registers/register.ts'
import type { Setting } from '../subject.ts'
import { meetingsOf, type Reading } from './plan-register.ts'
import { many } from './plan-words.ts'

/** How far back one looks where the work plan has no meeting. */
const DAYS_WITHOUT_MEETING = 90
const MOST_MEETINGS = 8

const KIND_WORDS: Record<PlanMove['kind'], string> = {
  set: 'Put on record',
  changed: 'Changed',
  retired: 'Taken out',
  'brought-back': 'Brought back',
}

/** Every version of an entry as a move; the newest first. */
export const movesOf = ({ id, title, history }: Pick<EntryAnswer, 'id' | 'title' | 'history'>): PlanMove[] =>
  history.map(({ version, kind, madeBy, madeOn, reason, changed }) => ({
    action: id,
    title,
    on: madeOn,
    onLabel: dayLabel(madeOn),
    version,
    kind,
    kindWords: KIND_WORDS[kind],
    by: madeBy,
    reason,
    changed,
  }))

/** What was done to the actions of a plan after a day, up to the day that it is read on. */
export async function viewMoves(
  db: Database,
  setting: Setting,
  plan: { id: string; area: string },
  { on, isToday }: Reading,
  asked: string | undefined,
): Promise<PlanAnswer['moved']> {
  const meetings = (await meetingsOf(db, plan.area)).filter((day) => day < on)
  const since = asked ?? meetings.at(-1) ?? addDays(on, -DAYS_WITHOUT_MEETING)
  if (since > on) {
    throw new Problem(
      'invalid-request',
      `since: ${dayLabel(since)} lies after ${dayLabel(on)}, the day that the plan is read on.`,
    )
  }
  const entries = await loadEntries(db, 'action', actionTerms)
  // An action that was moved to another plan left this one, which is a move too.
  const ever = new Set(
    entries
      .filter(({ versions }) => versions.some(({ terms }) => terms.plan === plan.id))
      .map(({ id }) => id),
  )
  const register = await viewRegister(db, setting, 'action', { all: true })
  const moves = register.entries
    .filter(({ id }) => ever.has(id))
    .flatMap(movesOf)
    .filter((move) => move.on > since && (isToday || move.on <= on))
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : b.version - a.version))
  return {
    since,
    sinceWords: sinceInWords(since, meetings, asked),
    sinceOptions: sinceOptions(since, meetings, on),
    words: movesInWords(moves),
    moves,
  }
}

function sinceInWords(since: string, meetings: readonly string[], asked: string | undefined): string {
  if (since === meetings.at(-1)) return `${dayLabel(since)}, the last meeting in the work plan of scrutiny`
  if (meetings.includes(since)) return `${dayLabel(since)}, a meeting in the work plan of scrutiny`
  return asked ? dayLabel(since) : `${dayLabel(since)}, ${DAYS_WITHOUT_MEETING} days before`
}

function sinceOptions(
  since: string,
  meetings: readonly string[],
  on: string,
): PlanAnswer['moved']['sinceOptions'] {
  const before = addDays(on, -DAYS_WITHOUT_MEETING)
  const known = [
    ...meetings.slice(-MOST_MEETINGS).map((value) => ({ value, label: `${dayLabel(value)}, a meeting` })),
    { value: before, label: `${dayLabel(before)}, ${DAYS_WITHOUT_MEETING} days before` },
  ]
  const isKnown = known.some(({ value }) => value === since)
  const all = isKnown ? known : [...known, { value: since, label: dayLabel(since) }]
  return all.toSorted((a, b) => (a.value < b.value ? 1 : -1))
}

/** `3 changes were made to 2 actions, and 5 actions were put on record.` */
export function movesInWords(moves: readonly Pick<PlanMove, 'kind' | 'action'>[]): string {
  const of = (kind: PlanMove['kind']) => moves.filter((move) => move.kind === kind)
  const changed = of('changed')
  const touched = new Set(changed.map(({ action }) => action)).size
  const was = (n: number) => (n === 1 ? 'was' : 'were')
  const simple = (['set', 'retired', 'brought-back'] as const).flatMap((kind) => {
    const n = of(kind).length
    return n === 0 ? [] : [`${many(n, 'action')} ${was(n)} ${KIND_WORDS[kind].toLowerCase()}`]
  })
  const parts =
    changed.length === 0
      ? simple
      : [
          `${many(changed.length, 'change')} ${was(changed.length)} made to ${many(touched, 'action')}`,
          ...simple,
        ]
  if (parts.length === 0) return 'nothing was put on record or changed.'
  const words = parts.join('; ')
  return `${words}${changed.length === 0 ? '; none was changed' : ''}.`
}
