import { Dot } from './Dot.tsx'
import { type Layout, segments } from './layout.ts'
import type { LineModel } from './line-model.ts'
import { Overlay, Underlay } from './Overlay.tsx'

/** What both drawings of a line chart are given. */
export type DrawingProps = {
  model: LineModel
  layout: Layout
  /** Says what the chart shows; the table below says it in full. */
  title: string
  formatTick: (value: number) => string
}

/** The chart as a plain drawing: it is there with the page, before Recharts has arrived to make it answer to a finger. */
export function PlainLineChart({ model, layout, title, formatTick }: DrawingProps) {
  const { plot, x, y } = layout
  return (
    <svg
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={title}
    >
      {model.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? '#505a5f' : '#dfe1e2'}
          />
          <text x={plot.left - 8} y={y(tick) + 5} textAnchor="end" className="chart-text">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} stroke="#505a5f" />
      {layout.xTicks.map(({ at, label }) => (
        <g key={label}>
          <line x1={x(at)} x2={x(at)} y1={plot.bottom} y2={plot.bottom + 6} stroke="#505a5f" />
          <text x={x(at)} y={plot.bottom + 22} textAnchor="middle" className="chart-text">
            {label}
          </text>
        </g>
      ))}
      <Underlay model={model} layout={layout} />
      {model.lines.map(({ id, marks, style, plain }) => (
        <g key={id}>
          {segments(marks).map((run) => (
            <path
              key={run[0]?.key}
              d={`M${run.map((mark) => `${x(mark.at)},${y(mark.value)}`).join('L')}`}
              fill="none"
              stroke={style.colour}
              strokeWidth={style.width}
              strokeDasharray={style.dash}
              strokeLinejoin="round"
            />
          ))}
          {marks.map(
            (mark) =>
              mark.value !== null &&
              !plain && (
                <Dot
                  key={mark.key}
                  x={x(mark.at)}
                  y={y(mark.value)}
                  shape={style.shape}
                  colour={style.colour}
                  hollow={mark.hollow}
                />
              ),
          )}
        </g>
      ))}
      <Overlay model={model} layout={layout} />
    </svg>
  )
}
