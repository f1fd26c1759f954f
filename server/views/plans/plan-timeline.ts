import type { PlanTimeline } from '../../contract/plan-part-answers.ts'
import { ageLabel, dayLabel, month, periodLabel } from '../../domain/period.ts'
import { frameOf, overdueDays } from '../../domain/plan-dates.ts'
import { stateLabel } from './plan-labels.ts'
import { isUnheard, lastWordOn, type PlanOnDay, type RegisteredAction } from './plan-register.ts'
import { are, daysInWords, daysOf } from './plan-words.ts'

type Row = PlanTimeline['rows'][number]
type Entry = PlanTimeline['months'][number]['entries'][number]

/** Everything of a plan that has a day, to draw and as a list by month; null where nothing has. */
export function viewTimeline({ plan, actions, on, isToday }: PlanOnDay): PlanTimeline | null {
  const { terms } = plan
  const rows = actions.flatMap((action) => rowOf(action, on))
  const ends = [terms.from, terms.to, ...terms.stages.flatMap(({ from, to }) => [from, to])]
  const days = [...ends, ...rows.flatMap(({ from, to }) => [from, to])].filter((day) => day !== null)
  const frame = frameOf(days, on)
  if (!frame) return null
  const name = isToday ? 'Today' : 'Read on'
  const [from, to] = [dayLabel(frame.from), dayLabel(frame.to)]
  return {
    from: frame.from,
    to: frame.to,
    onLabel: frame.holdsDay ? `${name}: ${dayLabel(on)}` : null,
    awayWords: frame.holdsDay ? null : awayInWords(frame, on, isToday),
    stages: terms.stages.map((stage) => ({
      id: stage.id,
      name: stage.name,
      from: stage.from,
      to: stage.to,
      words: daysOf(stage.from, stage.to),
    })),
    rows,
    months: monthsOf(
      plan,
      actions,
      frame.holdsDay ? (isToday ? 'Today' : 'The day that is shown') : null,
      on,
    ),
    sentence: `${from === to ? from : `From ${from} to ${to}`}: ${sentenceOf(rows, actions.length)}`,
  }
}

/** Actions without any day, which no timeline can hold; null where there are none. */
export function undatedInWords(actions: readonly RegisteredAction[]): string | null {
  const n = actions.filter(({ terms }) => terms.start === null && terms.due === null).length
  if (n === 0) return null
  if (n === actions.length) {
    return n === 1
      ? 'No day is stated for its only action, so it can’t be drawn.'
      : `No day is stated for any of its ${n} actions, so none can be drawn.`
  }
  return `${n} of the ${actions.length} actions ${are(n)} not drawn, since no day is stated for ${n === 1 ? 'it' : 'them'}.`
}

const stateOf = ({ terms }: RegisteredAction, on: string): Row['state'] =>
  overdueDays(terms, on) === null ? terms.state : 'overdue'

function stateInWords(action: RegisteredAction, on: string): string {
  const { terms } = action
  const days = overdueDays(terms, on)
  const words = stateLabel(terms.state)
  if (days === null) return words
  const heard = isUnheard(action, on) ? ` when last heard of on ${dayLabel(lastWordOn(action))}` : ''
  return `Overdue by ${daysInWords(days)}, ${words.toLowerCase()}${heard}`
}

function rowOf(action: RegisteredAction, on: string): Row[] {
  const { title, start, due, stage } = action.terms
  const [from, to] = [start ?? due, due ?? start]
  if (from === null || to === null) return []
  const days =
    start === null ? `due ${dayLabel(to)}` : due === null ? `from ${dayLabel(from)}` : daysOf(from, to)
  const words = `${stateInWords(action, on)}; ${days}`
  return [{ action: action.id, title, stage, from, to, state: stateOf(action, on), words }]
}

function sentenceOf(rows: readonly Row[], of: number): string {
  if (rows.length === 0) return 'no action has a day.'
  const late = rows.filter(({ state }) => state === 'overdue').length
  const drawn = `${rows.length} of ${of} ${of === 1 ? 'action has' : 'actions have'} a day`
  return `${drawn}; ${late === 0 ? 'none is' : `${late} ${are(late)}`} overdue.`
}

function awayInWords(frame: { from: string; to: string }, on: string, isToday: boolean): string {
  const name = isToday ? `Today, ${dayLabel(on)},` : dayLabel(on)
  const [distance, side] =
    on > frame.to ? [ageLabel(frame.to, on), 'after its end'] : [ageLabel(on, frame.from), 'before its start']
  return `${name} is not on the timeline: it lies ${distance} ${side}.`
}

function monthsOf(
  { terms }: PlanOnDay['plan'],
  actions: readonly RegisteredAction[],
  dayWords: string | null,
  on: string,
): PlanTimeline['months'] {
  const plain = (day: string | null, words: string): Entry[] =>
    day === null
      ? []
      : [{ on: day, onLabel: dayLabel(day), action: null, words, state: null, stateWords: null }]
  const stages = terms.stages.flatMap(({ name, from, to }) => [
    ...plain(from, `The stage “${name}” begins`),
    ...plain(to, `The stage “${name}” ends`),
  ])
  const entries = [
    ...plain(terms.from, 'The plan begins'),
    ...stages,
    ...actions.flatMap((action) => entriesOf(action, on)),
    ...plain(terms.to, 'The plan’s stated end'),
    ...(dayWords ? plain(on, dayWords) : []),
  ]
  const byMonth = Map.groupBy(
    entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    (entry) => entry.on.slice(0, 7),
  )
  return [...byMonth].map(([id, own]) => ({
    month: periodLabel(month(Number(id.slice(0, 4)), Number(id.slice(5)))),
    entries: own,
  }))
}

function entriesOf(action: RegisteredAction, on: string): Entry[] {
  const { title, start, due } = action.terms
  const standing = { state: stateOf(action, on), stateWords: stateInWords(action, on) }
  const begins: Entry[] =
    start === null
      ? []
      : [
          {
            on: start,
            onLabel: dayLabel(start),
            action: action.id,
            words: `Begins: ${title}`,
            ...(due === null ? standing : { state: null, stateWords: null }),
          },
        ]
  return due === null
    ? begins
    : [...begins, { on: due, onLabel: dayLabel(due), action: action.id, words: `Due: ${title}`, ...standing }]
}
