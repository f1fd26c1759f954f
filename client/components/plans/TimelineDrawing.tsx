import type { PlanTimeline } from '../../../server/contract/plan-part-answers.ts'
import { type DrawnRow, timelineLayout, wrapped } from './timeline-layout.ts'

const LINE = 21
const BAR = 18
const RED = '#d4351c'
const QUIET = '#505a5f'

type State = DrawnRow['state']

/** How a state is filled; what is overdue has a sign in it too. */
const LOOKS: Record<State, { fill: string; stroke: string; dash?: string }> = {
  done: { fill: '#00703c', stroke: '#00703c' },
  'under-way': { fill: '#12436d', stroke: '#12436d' },
  'not-started': { fill: '#ffffff', stroke: '#12436d' },
  stopped: { fill: '#ffffff', stroke: QUIET, dash: '3 3' },
  overdue: { fill: RED, stroke: RED },
}

/** A bar from start to due for each action, a diamond where one day is known, stages as bands, and the day of reading. */
export function TimelineDrawing({
  timeline,
  on,
  width,
}: {
  timeline: PlanTimeline
  on: string
  width: number
}) {
  const layout = timelineLayout(timeline, on, width)
  const { plot, now } = layout
  const letters = Math.floor((plot.left - 20) / 8.6)
  return (
    <svg
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={`Timeline. ${timeline.sentence} The same days are in the table of actions.`}
    >
      {layout.groups.map(
        ({ key, band, y, height }) =>
          band && (
            <rect
              key={key}
              x={band.x1}
              y={y}
              width={Math.max(band.x2 - band.x1, 3)}
              height={height}
              fill="#e3ebf2"
              stroke="#12436d"
              strokeWidth={1}
            />
          ),
      )}
      {layout.ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={at} x2={at} y1={plot.top} y2={plot.bottom} stroke="#b1b4b6" />
          <text x={at} y={plot.top - 34} textAnchor="middle" className="chart-text">
            {label}
          </text>
        </g>
      ))}
      <line x1={plot.left} x2={plot.right} y1={plot.top} y2={plot.top} stroke={QUIET} />
      {layout.groups.map(({ key, y, lines }) => (
        <text key={key} y={y} className="chart-text" fontWeight={700}>
          {lines.map((line, i) => (
            <tspan key={line} x={0} y={y + (i + 1) * LINE}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {layout.groups.map(({ key, y, lines }) => (
        <text key={key} x={0} y={y + (lines.length + 1) * LINE} className="chart-text">
          {timeline.stages.find(({ id }) => id === key)?.words}
        </text>
      ))}
      {now && <Now now={now} top={plot.top} bottom={plot.bottom} />}
      {layout.rows.map((row) => (
        <Row key={row.action} row={row} letters={letters} right={now?.at ?? plot.right} />
      ))}
    </svg>
  )
}

function Now({
  now: { at, label, anchor },
  top,
  bottom,
}: {
  now: { at: number; label: string; anchor: 'start' | 'middle' | 'end' }
  top: number
  bottom: number
}) {
  return (
    <g>
      <line x1={at} x2={at} y1={top - 4} y2={bottom} stroke="#0b0c0c" strokeWidth={2} />
      <text
        x={anchor === 'start' ? at + 6 : anchor === 'end' ? at - 6 : at}
        y={top - 9}
        textAnchor={anchor}
        className="chart-text"
        fontWeight={700}
      >
        {label}
      </text>
    </g>
  )
}

function Row({ row, letters, right }: { row: DrawnRow; letters: number; right: number }) {
  const { y, lines, words, state, x1, x2 } = row
  const middle = y + 6 + (lines.length * LINE) / 2
  const told = wrapped(state === 'overdue' ? `! ${words}` : words, letters)
  return (
    <g>
      <text className="chart-text">
        {lines.map((line, i) => (
          <tspan key={line} x={0} y={y + (i + 1) * LINE - 2}>
            {line}
          </tspan>
        ))}
        {told.map((line, i) => (
          <tspan
            key={line}
            x={0}
            y={y + (lines.length + i + 1) * LINE - 2}
            fontWeight={700}
            fill={state === 'overdue' ? '#942514' : '#0b0c0c'}
          >
            {line}
          </tspan>
        ))}
      </text>
      {state === 'overdue' && right > x2 && (
        <line x1={x2} x2={right} y1={middle} y2={middle} stroke={RED} strokeWidth={3} strokeDasharray="6 4" />
      )}
      <Mark state={state} x1={x1} x2={x2} y={middle} />
    </g>
  )
}

/** A bar over its days, a diamond on a single one. */
function Mark({ state, x1, x2, y }: { state: State; x1: number; x2: number; y: number }) {
  const { fill, stroke, dash } = LOOKS[state]
  const look = { fill, stroke, strokeWidth: 2, strokeDasharray: dash }
  const sign = state === 'overdue' ? '!' : state === 'done' ? '✓' : null
  const half = BAR / 2 + 3
  return (
    <g>
      {x2 - x1 < 3 ? (
        <path d={`M${x1},${y - half}L${x1 + half},${y}L${x1},${y + half}L${x1 - half},${y}Z`} {...look} />
      ) : (
        <rect x={x1} y={y - BAR / 2} width={x2 - x1} height={BAR} {...look} />
      )}
      {sign && (x2 - x1 < 3 || x2 - x1 > 14) && (
        <text x={(x1 + x2) / 2} y={y + 6} textAnchor="middle" className="app-plan-sign">
          {sign}
        </text>
      )}
    </g>
  )
}

const KEY: readonly [State, string][] = [
  ['done', 'done'],
  ['under-way', 'under way'],
  ['not-started', 'not started'],
  ['stopped', 'stopped'],
  ['overdue', 'overdue, with a broken line since its due day'],
]

/** What the shapes stand for, as far as they occur. */
export function TimelineKey({ rows }: Pick<PlanTimeline, 'rows'>) {
  const there = KEY.filter(([state]) => rows.some((row) => row.state === state))
  return (
    <ul className="chart-key" aria-label="Key to the timeline">
      <li>A bar runs from start to due day; a diamond is a single day; a shaded band is a stage.</li>
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
