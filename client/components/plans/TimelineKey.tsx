import type { PlanTimeline } from '../../../server/contract/plan-part-answers.ts'
import { MilestoneMark, type Shape } from './MilestoneLane.tsx'
import { Mark, Period, type State } from './TimelineMarks.tsx'

const KEY: readonly [State, string][] = [
  ['done', 'done'],
  ['under-way', 'under way'],
  ['not-started', 'not started'],
  ['stopped', 'stopped'],
  ['overdue', 'overdue, with a broken line since its due day'],
]

/** What the shapes stand for, as far as they occur. */
export function TimelineKey({ period, rows, stages, milestones }: PlanTimeline) {
  const there = KEY.filter(([state]) => rows.some((row) => row.state === state))
  const shapes = [
    rows.length > 0 ? 'A bar runs from start to due day; a diamond is a single day' : null,
    stages.some(({ from, to }) => from || to) ? 'a shaded band is a stage' : null,
  ].filter((shape) => shape !== null)
  return (
    <ul className="chart-key" aria-label="Key to the timeline">
      {(period.from || period.to) && (
        <li>
          <svg width="40" height="24" viewBox="0 0 40 24" aria-hidden="true">
            <Period x1={2} x2={38} y={12} />
          </svg>
          the plan’s own time
        </li>
      )}
      {MILESTONE_KEY.filter(([, is]) => milestones.some(is)).map(([words, , drawn]) => (
        <li key={words}>
          <svg width="40" height="24" viewBox="0 0 40 24" aria-hidden="true">
            <MilestoneMark {...drawn} y={12} />
          </svg>
          {words}
        </li>
      ))}
      {shapes.length > 0 && <li>{sentenceOf(shapes.join('; '))}</li>}
      {there.map(([state, words]) => (
        <li key={state}>
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
            <Mark state={state} x1={12} x2={12} y={12} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}

type Milestone = PlanTimeline['milestones'][number]

const ONE_DAY: Shape = { x1: 20, x2: 20, mark: 20, toCome: false, isStretch: false }

const MILESTONE_KEY: readonly [string, (milestone: Milestone) => boolean, Shape][] = [
  ['milestone', ({ toCome }) => !toCome, ONE_DAY],
  ['milestone still to come', ({ toCome }) => toCome, { ...ONE_DAY, toCome: true }],
  ['one that lasted', ({ isStretch }) => isStretch, { ...ONE_DAY, x1: 9, x2: 38, mark: 9, isStretch: true }],
  [
    'on some day between the two ends',
    ({ from, to, isStretch }) => !isStretch && from !== to,
    { ...ONE_DAY, x1: 2, x2: 38 },
  ],
]

const sentenceOf = (words: string) => `${words[0]?.toUpperCase()}${words.slice(1)}.`
