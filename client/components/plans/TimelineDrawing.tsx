import type { PlanTimeline } from '../../../server/contract/plan-part-answers.ts'
import { LINE, wrapped } from './lines.ts'
import { Milestones } from './MilestoneLane.tsx'
import { Mark, Period, QUIET, RED } from './TimelineMarks.tsx'
import type { DrawnRow, TimelineLayout } from './timeline-layout.ts'

/** Milestones on a lane at the top, a bar from start to due for each action, stages as bands, and the day of reading. */
export function TimelineDrawing({ timeline, layout }: { timeline: PlanTimeline; layout: TimelineLayout }) {
  const { plot, now, period } = layout
  const letters = Math.floor((plot.left - 20) / 8.6)
  return (
    <svg
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={`Timeline. ${timeline.sentence} The same days are told below it and in the table of actions.`}
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
      {layout.ticks.map(({ at, label, anchor }) => (
        <g key={label}>
          <line x1={at} x2={at} y1={plot.top} y2={plot.bottom} stroke="#b1b4b6" />
          <text x={at} y={plot.top - 34} textAnchor={anchor} className="chart-text">
            {label}
          </text>
        </g>
      ))}
      <line x1={plot.left} x2={plot.right} y1={plot.top} y2={plot.top} stroke={QUIET} />
      {period && <Period x1={period.x1} x2={period.x2} y={plot.top} />}
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
      <Milestones layout={layout} />
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
