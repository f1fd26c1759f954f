import type { PlanMilestone, PlanTimeline } from '../../contract/plan-part-answers.ts'
import { ageLabel, dayLabel, month, periodLabel } from '../../domain/period.ts'
import { frameOf, overdueDays } from '../../domain/plan-dates.ts'
import { stateLabel } from './plan-labels.ts'
import { isUnheard, lastWordOn, type PlanOnDay, type RegisteredAction } from './plan-register.ts'
import { are, daysInWords, daysOf, many } from './plan-words.ts'

type Row = PlanTimeline['rows'][number]
type Entry = PlanTimeline['months'][number]['entries'][number]

/** Everything of a plan that has a day, to draw and as a list by month; null where nothing has. */
export function viewTimeline(
  { plan, actions, on, isToday }: PlanOnDay,
  milestones: readonly PlanMilestone[],
): PlanTimeline | null {
  const { terms } = plan
  const rows = actions.flatMap((action) => rowOf(action, on))
  const ends = [terms.from, terms.to, ...terms.stages.flatMap(({ from, to }) => [from, to])]
  const drawn = [...rows, ...milestones].flatMap(({ from, to }) => [from, to])
  const own = [...ends, ...rows.map(({ from }) => from)].filter((day) => day !== null)
  // Of a plan that states no day itself the day on which it was stated says how far its milestones reach towards it.
  const stated = own.length === 0 && drawn.length > 0 ? [terms.statedOn] : []
  const days = [...own, ...drawn, ...stated]
  const frame = frameOf(days, on)
  if (!frame) return null
  const name = isToday ? 'Today' : 'Read on'
  const [from, to] = [dayLabel(frame.from), dayLabel(frame.to)]
  return {
    from: frame.from,
    to: frame.to,
    onLabel: frame.holdsDay ? `${name}: ${dayLabel(on)}` : null,
    awayWords: frame.holdsDay ? null : awayInWords(frame, on, isToday),
    period: { from: terms.from, to: terms.to },
    milestones: [...milestones],
    stages: terms.stages.map((stage) => ({
      id: stage.id,
      name: stage.name,
      from: stage.from,
      to: stage.to,
      words: daysOf(stage.from, stage.to),
    })),
    rows,
    months: monthsOf(
      { plan, actions, milestones },
      frame.holdsDay ? (isToday ? 'Today' : 'The day that is shown') : null,
      on,
    ),
    sentence: `${from === to ? from : `From ${from} to ${to}`}: ${milestonesInWords(milestones)}${sentenceOf(rows, actions.length)}`,
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
  if (rows.length === 0) {
    if (of === 0) return 'no action is on record.'
    return of === 1
      ? 'its only action has no day, so it isn’t drawn.'
      : `none of its ${of} actions has a day, so none is drawn.`
  }
  const late = rows.filter(({ state }) => state === 'overdue').length
  const drawn = `${rows.length} of ${of} ${of === 1 ? 'action has' : 'actions have'} a day`
  return `${drawn}; ${late === 0 ? 'none is' : `${late} ${are(late)}`} overdue.`
}

/** `15 milestones, 2 of them still to come; `, to stand before more. */
function milestonesInWords(milestones: readonly PlanMilestone[]): string {
  const n = milestones.length
  if (n === 0) return ''
  const ahead = milestones.filter(({ toCome }) => toCome).length
  const some = ahead === n ? ', still to come' : ahead > 0 ? `, ${ahead} of them still to come` : ''
  return `${many(n, 'milestone')}${some}; `
}

function awayInWords(frame: { from: string; to: string }, on: string, isToday: boolean): string {
  const name = isToday ? `Today, ${dayLabel(on)},` : dayLabel(on)
  const [distance, side] =
    on > frame.to ? [ageLabel(frame.to, on), 'after its end'] : [ageLabel(on, frame.from), 'before its start']
  return `${name} is not on the timeline: it lies ${distance} ${side}.`
}

type Drawn = Pick<PlanOnDay, 'plan' | 'actions'> & { milestones: readonly PlanMilestone[] }

function monthsOf(
  { plan: { terms }, actions, milestones }: Drawn,
  dayWords: string | null,
  on: string,
): PlanTimeline['months'] {
  const plain = (day: string | null, words: string): Entry[] =>
    day === null ? [] : [{ ...PLAIN, on: day, onLabel: dayLabel(day), words }]
  const stages = terms.stages.flatMap(({ name, from, to }) => [
    ...plain(from, `The stage “${name}” begins`),
    ...plain(to, `The stage “${name}” ends`),
  ])
  const entries = [
    ...milestones.map(({ id, from, when, label, toCome }) => ({
      ...PLAIN,
      on: from,
      onLabel: when,
      milestone: id,
      words: label,
      stateWords: toCome ? 'Milestone, still to come' : 'Milestone',
    })),
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

const PLAIN = { action: null, milestone: null, state: null, stateWords: null }

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
            milestone: null,
            words: `Begins: ${title}`,
            ...(due === null ? standing : { state: null, stateWords: null }),
          },
        ]
  return due === null
    ? begins
    : [
        ...begins,
        {
          on: due,
          onLabel: dayLabel(due),
          action: action.id,
          milestone: null,
          words: `Due: ${title}`,
          ...standing,
        },
      ]
}
