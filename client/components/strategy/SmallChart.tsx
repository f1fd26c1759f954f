import type { ProgrammeTarget } from '../../../server/contract/programmes.ts'
import { Dot } from '../../charts/Dot.tsx'
import { segments } from '../../charts/layout.ts'
import { ACTUAL, BENCHMARK, FAN, MIDDLE, PATH } from './lines.ts'
import { HEIGHT, type SmallLayout, smallLayout, WIDTH } from './small-layout.ts'

type Drawn = { on: string; value: number | null; isBreak?: boolean }

/** A target in the size of a card: what was, what is asked for, and where it goes if recent change continues. */
export function SmallChart({ target, chart }: Pick<ProgrammeTarget, 'target' | 'chart'>) {
  const { goal, measure } = target
  // A range has no single number to be drawn at.
  const end = goal?.value == null ? null : { value: goal.value, text: goal.text }
  const layout = smallLayout(chart, end, measure.unit)
  if (!layout) return <p className="app-target__empty">There is no figure to draw.</p>
  const { plot } = layout
  return (
    <svg
      className="app-target__chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Line chart. ${chart.sentence}`}
    >
      {layout.ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={plot.left} x2={plot.right} y1={at} y2={at} stroke="#dfe1e2" />
          <text x={plot.left - 6} y={at + 5} textAnchor="end" className="chart-text">
            {label}
          </text>
        </g>
      ))}
      {layout.years.map(({ at, label }) => (
        <g key={label}>
          <line x1={at} x2={at} y1={plot.bottom} y2={plot.bottom + 5} stroke="#505a5f" />
          <text x={at} y={plot.bottom + 21} textAnchor="middle" className="chart-text">
            {label}
          </text>
        </g>
      ))}
      <Fan fan={chart.fan} layout={layout} />
      {chart.benchmark && <Line points={chart.benchmark.points} layout={layout} look={BENCHMARK} />}
      <Line points={chart.path} layout={layout} look={PATH} />
      <Line points={chart.points} layout={layout} look={ACTUAL} />
      {chart.points.map(
        ({ on, value, hollow }) =>
          value !== null && (
            <Dot
              key={on}
              x={layout.x(on)}
              y={layout.y(value)}
              shape="circle"
              colour="#12436d"
              hollow={hollow}
              size={3}
            />
          ),
      )}
      {layout.labels.map(({ kind, text, at }) => (
        <text
          key={kind}
          x={plot.right + 8}
          y={at + 5}
          className="chart-text"
          fontWeight={kind === 'now' ? 700 : 400}
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

type Look = Record<string, string | number>

function Line({ points, layout, look }: { points: readonly Drawn[]; layout: SmallLayout; look: Look }) {
  return segments(points).map((run) => (
    <path
      key={run[0]?.on}
      d={`M${run.map(({ on, value }) => `${layout.x(on)},${layout.y(value)}`).join('L')}`}
      {...look}
    />
  ))
}

function Fan({ fan, layout }: { fan: ProgrammeTarget['chart']['fan']; layout: SmallLayout }) {
  if (fan.length === 0) return null
  const edge = (end: 'low' | 'high') => fan.map((point) => `${layout.x(point.on)},${layout.y(point[end])}`)
  return (
    <g>
      <path d={`M${[...edge('high'), ...edge('low').reverse()].join('L')}Z`} {...FAN} />
      <Line points={fan} layout={layout} look={MIDDLE} />
    </g>
  )
}
