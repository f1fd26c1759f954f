import { type ReactNode, useId } from 'react'
import { Dot } from './Dot.tsx'
import { EndLabels } from './EndLabels.tsx'
import { eventMarkers } from './event-markers.ts'
import { EVENT_HEIGHT, EVENT_ROOM, type Layout } from './layout.ts'
import type { LineModel, Mark } from './line-model.ts'
import type { Shape } from './styles.ts'

const INK = '#0b0c0c'
const QUIET = '#505a5f'
const BRAND = '#12436d'

type Props = { model: LineModel; layout: Layout }

/** What lies under the lines in both drawings: stretches that do not compare, and shaded bands. */
export function Underlay(props: Props) {
  return (
    <g>
      <Shades {...props} />
      <Bands {...props} />
    </g>
  )
}

/** Hatched and with edges, so that it shows without colour too. */
function Shades({ model, layout: { x, plot } }: Props) {
  const id = useId()
  if (model.shades.length === 0) return null
  const height = plot.bottom - plot.top
  return (
    <g>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" fill="#f3f5f7" />
        <line y2="7" stroke="#b1b4b6" strokeWidth={2} />
      </pattern>
      {model.shades.map(({ id: key, from, to }) => (
        <g key={key}>
          <rect x={x(from)} y={plot.top} width={x(to) - x(from)} height={height} fill={`url(#${id})`} />
          <path d={`M${x(from)},${plot.top}v${height}M${x(to)},${plot.top}v${height}`} stroke={QUIET} />
        </g>
      ))}
    </g>
  )
}

function Bands({ model, layout }: Props) {
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

/** What lies over the lines in both drawings: paths, numbered events, dated facts, and labels. */
export function Overlay({ model, layout }: Props) {
  return (
    <g>
      <Events model={model} layout={layout} />
      <Paths model={model} layout={layout} />
      <Signs marks={model.milestones} shape="square" layout={layout} />
      <Signs marks={model.facts} shape="diamond" layout={layout} />
      {model.shades.map(({ id, label, from, to }) => (
        <Label key={id} x={layout.x((from + to) / 2)} y={layout.plot.bottom - 9} layout={layout}>
          {label}
        </Label>
      ))}
      <Base model={model} layout={layout} />
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

/**
 * A line on each day, and above it the number that the event has in the list; several share one where days are close.
 * What is done about the measure stands in a square, what happened otherwise in a round.
 */
function Events({ model, layout }: Props) {
  const { plot } = layout
  const top = plot.top - EVENT_ROOM + 2
  const foot = top + EVENT_HEIGHT
  return (
    <g>
      {eventMarkers(model, layout).map(({ label, x, width, lines, linked }) => (
        <g key={label}>
          <path
            d={lines.map((line) => `M${x},${foot}L${line},${plot.top}V${plot.bottom}`).join('')}
            fill="none"
            stroke="#7d868c"
            strokeDasharray="3 3"
          />
          <rect
            x={x - width / 2}
            y={top}
            width={width}
            height={EVENT_HEIGHT}
            rx={linked ? 0 : EVENT_HEIGHT / 2}
            fill={linked ? BRAND : QUIET}
          />
          <text x={x} y={top + 18} textAnchor="middle" className="app-event-number">
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}

/** A ring round the point that the newest figure is set against; its label stands on the side that the line leaves free. */
function Base({ model: { base, lines }, layout }: Props) {
  if (!base) return null
  const [x, y] = [layout.x(base.at), layout.y(base.value)]
  const own = lines.find(({ id }) => id === 'own')
  const next = own?.marks.find(({ at, value }) => at > base.at && value !== null)
  const isBelow = (next?.value ?? 0) > base.value
  // A narrow chart has no room for more; the value stands above it.
  const text = layout.wide ? base.label : 'Base'
  return (
    <g>
      <circle cx={x} cy={y} r={9} fill="none" stroke={INK} strokeWidth={2.5} />
      <Label x={x + (text.length * LETTER) / 2 - 8} y={isBelow ? y + 28 : y - 16} layout={layout} bold>
        {text}
      </Label>
    </g>
  )
}

/** About how wide a letter of a label inside the chart is. */
const LETTER = 8.6

/** Words on the chart round a place, moved aside so that they never leave it. */
function Label(props: { x: number; y: number; layout: Layout; bold?: boolean; children: string }) {
  const { x, y, layout, bold = false, children } = props
  const { left, right } = layout.plot
  const half = (children.length * LETTER) / 2
  return (
    <text
      x={Math.max(left + half, Math.min(right - half, x))}
      y={y}
      textAnchor="middle"
      className="chart-text chart-text--halo"
      fontWeight={bold ? 700 : 400}
    >
      {children}
    </text>
  )
}
