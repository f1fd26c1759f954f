import { Dot } from '../../charts/Dot.tsx'
import type { MeasureLayout } from './measure-layout.ts'

const BRAND = '#12436d'
const QUIET = '#505a5f'

/** The small line of a measure, with the days of an action numbered on it; the list below says what they are. */
export function MeasureLine({ layout, title }: { layout: MeasureLayout; title: string }) {
  const { width, height, plot } = layout
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {layout.ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={plot.left} x2={plot.right} y1={at} y2={at} stroke="#dfe1e2" />
          <text x={plot.left - 8} y={at + 5} textAnchor="end" className="chart-text">
            {label}
          </text>
        </g>
      ))}
      {layout.years.map(({ at, label }) => (
        <g key={label}>
          <line x1={at} x2={at} y1={plot.bottom} y2={plot.bottom + 6} stroke={QUIET} />
          <text x={at} y={plot.bottom + 24} textAnchor="middle" className="chart-text">
            {label}
          </text>
        </g>
      ))}
      {layout.days.map(({ number, x, badge }) => (
        <g key={number}>
          <path
            d={`M${badge},22L${x},${plot.top}V${plot.bottom}`}
            fill="none"
            stroke={QUIET}
            strokeWidth={2}
          />
          <circle cx={badge} cy={12} r={12} fill={QUIET} />
          <text x={badge} y={18} textAnchor="middle" className="app-plan-sign">
            {number}
          </text>
        </g>
      ))}
      {layout.runs.map((path) => (
        <path key={path} d={path} fill="none" stroke={BRAND} strokeWidth={3} strokeLinejoin="round" />
      ))}
      {layout.dots.map(({ key, x, y, hollow }) => (
        <Dot key={key} x={x} y={y} shape="circle" colour={BRAND} hollow={hollow} size={4} />
      ))}
    </svg>
  )
}
