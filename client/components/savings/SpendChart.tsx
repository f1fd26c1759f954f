import type { SavingsAnswer } from '../../../server/contract/savings.ts'
import { Dot } from '../../charts/Dot.tsx'
import { dayNumber, scale, valueTicks } from '../../charts/scale.ts'
import { useWidth } from '../../use-width.ts'

type Chart = NonNullable<SavingsAnswer['path']>['chart']
type Point = Chart['actual'][number]

/** Below this the names of the lines stand above the chart, not at their ends. */
const WIDE = 640
const MILLION = 1_000_000
/** About how wide a letter is. */
const LETTER = 10.2
const ACTUAL = { colour: '#12436D', dash: undefined, shape: 'circle', width: 3 } as const
const PATH = { colour: '#801650', dash: '8 5', shape: 'square', width: 2 } as const

/** What was spent in each year, and what the path to the goal allows for: two lines, each named at its end. */
export function SpendChart({ chart }: { chart: Chart }) {
  const { ref: box, width } = useWidth()
  const isWide = width !== null && width >= WIDE
  return (
    <>
      {!isWide && (
        <ul className="chart-key">
          <KeyItem name="Spent" style={ACTUAL} />
          <KeyItem name="Path of the strategy" style={PATH} />
        </ul>
      )}
      <div ref={box} className="chart app-spend-chart">
        {width !== null && <Drawing chart={chart} width={width} isWide={isWide} />}
      </div>
    </>
  )
}

function KeyItem({ name, style }: { name: string; style: typeof ACTUAL | typeof PATH }) {
  return (
    <li>
      <svg width="34" height="14" aria-hidden="true">
        <line
          x1="0"
          x2="34"
          y1="7"
          y2="7"
          stroke={style.colour}
          strokeWidth={style.width}
          strokeDasharray={style.dash}
        />
        <Dot x={17} y={7} shape={style.shape} colour={style.colour} />
      </svg>
      {name}
    </li>
  )
}

function Drawing({ chart, width, isWide }: { chart: Chart; width: number; isWide: boolean }) {
  const all = [...chart.actual, ...chart.path]
  const days = all.map(({ end }) => dayNumber(end))
  const ticks = valueTicks(
    all.map(({ value }) => value),
    { fromZero: true },
  )
  const height = isWide ? 360 : 280
  const left = Math.max(...ticks.map((tick) => String(tick / MILLION).length)) * LETTER + 12
  const plot = { left, right: width - (isWide ? 190 : 30), top: 14, bottom: height - 34 }
  const x = scale(
    { min: Math.min(...days), max: Math.max(...days) },
    { min: plot.left + 14, max: plot.right - 8 },
  )
  const y = scale({ min: 0, max: ticks.at(-1) ?? 1 }, { min: plot.bottom, max: plot.top })
  const place = ({ end, value }: Point) => ({ x: x(dayNumber(end)), y: y(value) })
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Line chart. ${chart.sentence}`}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? '#505a5f' : '#dfe1e2'}
          />
          <text x={plot.left - 8} y={y(tick) + 5} textAnchor="end" className="chart-text">
            {tick / MILLION}
          </text>
        </g>
      ))}
      {yearLabels(all, Math.max(2, Math.floor((plot.right - plot.left) / 76))).map(({ end, label }) => (
        <text key={end} x={x(dayNumber(end))} y={plot.bottom + 24} textAnchor="middle" className="chart-text">
          {label}
        </text>
      ))}
      <Line points={chart.path.map(place)} style={PATH} />
      <Line points={chart.actual.map(place)} style={ACTUAL} />
      {isWide && (
        <>
          <EndLabel name="Spent" point={chart.actual.at(-1)} place={place} style={ACTUAL} />
          <EndLabel name="Path" point={chart.path.at(-1)} place={place} style={PATH} />
        </>
      )}
    </svg>
  )
}

function Line({ points, style }: { points: { x: number; y: number }[]; style: typeof ACTUAL | typeof PATH }) {
  return (
    <>
      <path
        d={`M${points.map((point) => `${point.x},${point.y}`).join('L')}`}
        fill="none"
        stroke={style.colour}
        strokeWidth={style.width}
        strokeDasharray={style.dash}
        strokeLinejoin="round"
      />
      {points.map((point) => (
        <Dot key={point.x} x={point.x} y={point.y} shape={style.shape} colour={style.colour} />
      ))}
    </>
  )
}

function EndLabel(props: {
  name: string
  point: Point | undefined
  place: (point: Point) => { x: number; y: number }
  style: typeof ACTUAL | typeof PATH
}) {
  const { name, point, place, style } = props
  if (!point) return null
  const at = place(point)
  return (
    <text
      x={at.x + 12}
      y={at.y + 5}
      className="chart-text chart-text--halo"
      fontWeight="700"
      style={{ fill: style.colour }}
    >
      {name} {point.text}
    </text>
  )
}

/** Every year once, or every second, third … of them, so that at most `most` labels stand below the chart. */
function yearLabels(points: readonly Point[], most: number): Point[] {
  const years = [...new Map(points.map((point) => [point.end, point])).values()].sort((a, b) =>
    a.end < b.end ? -1 : 1,
  )
  const every = Math.ceil(years.length / most)
  return years.filter((_, i) => (years.length - 1 - i) % every === 0)
}
