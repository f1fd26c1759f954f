import { type ReactNode, useId } from 'react'
import { Dot } from './Dot.tsx'
import { EndLabels } from './EndLabels.tsx'
import type { Layout } from './layout.ts'
import type { LineModel, Mark } from './line-model.ts'
import type { Shape } from './styles.ts'

const INK = '#0b0c0c'

type Props = { model: LineModel; layout: Layout }

/** What lies under the lines in both drawings: shaded bands, cut off where the chart ends. */
export function Underlay({ model, layout }: Props) {
  const { x, y } = layout
  const edge = (points: readonly { at: number; value: number }[]) =>
    points.map(({ at, value }) => `${x(at)},${y(value)}`).join('L')
  if (model.bands.length === 0) return null
  return (
    <Clipped layout={layout}>
      {model.bands.map(({ id, colour, points }) => {
        const low = points.map(({ at, low: value }) => ({ at, value }))
        const high = points.map(({ at, high: value }) => ({ at, value }))
        return (
          <g key={id}>
            <path d={`M${edge(low)}L${edge([...high].reverse())}Z`} fill={colour} fillOpacity={0.16} />
            {[low, high].map((each) => (
              <path
                key={each === low ? 'low' : 'high'}
                d={`M${edge(each)}`}
                fill="none"
                stroke={colour}
                strokeWidth={1}
              />
            ))}
          </g>
        )
      })}
    </Clipped>
  )
}

/** What lies over the lines in both drawings: paths, numbered events, dated facts, and a label at each line's end. */
export function Overlay({ model, layout }: Props) {
  return (
    <g>
      <Events model={model} layout={layout} />
      <Paths model={model} layout={layout} />
      <Signs marks={model.milestones} shape="square" layout={layout} />
      <Signs marks={model.facts} shape="diamond" layout={layout} />
      {layout.wide && <EndLabels model={model} layout={layout} />}
    </g>
  )
}

function Signs({ marks, shape, layout }: { marks: readonly Mark[]; shape: Shape; layout: Layout }) {
  return marks.map(
    ({ key, at, value, hollow }) =>
      value !== null && (
        <Dot
          key={key}
          x={layout.x(at)}
          y={layout.y(value)}
          shape={shape}
          colour={INK}
          hollow={hollow}
          size={5}
        />
      ),
  )
}

/** Nothing in it reaches beyond the rectangle that the lines are drawn in. */
function Clipped({ layout, children }: { layout: Layout; children: ReactNode }) {
  const id = useId()
  const { left, right, top, bottom } = layout.plot
  return (
    <g clipPath={`url(#${id})`}>
      <clipPath id={id}>
        <rect x={left} y={top - 2} width={right - left} height={bottom - top + 4} />
      </clipPath>
      {children}
    </g>
  )
}

function Paths({ model, layout }: Props) {
  if (model.paths.length === 0) return null
  return (
    <Clipped layout={layout}>
      {model.paths.map(({ id, style, points }) => (
        <path
          key={id}
          d={`M${points.map(({ at, value }) => `${layout.x(at)},${layout.y(value)}`).join('L')}`}
          fill="none"
          stroke={style.colour}
          strokeWidth={style.width}
          strokeDasharray={style.dash}
        />
      ))}
    </Clipped>
  )
}

function Events({ model, layout }: Props) {
  const { plot } = layout
  return model.events.map(({ number, at }) => {
    const x = layout.x(at)
    return (
      <g key={number}>
        <line
          x1={x}
          x2={x}
          y1={plot.top}
          y2={plot.bottom}
          stroke="#505a5f"
          strokeWidth={1}
          strokeDasharray="3 3"
        />
        <circle cx={x} cy={plot.top - 8} r={9} fill="#505a5f" />
        <text x={x} y={plot.top - 4} textAnchor="middle" className="chart-event">
          {number}
        </text>
      </g>
    )
  })
}
