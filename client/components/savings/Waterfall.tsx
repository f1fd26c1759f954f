import type { BridgeAnswer } from '../../../server/contract/savings.ts'
import { scale, valueTicks } from '../../charts/scale.ts'
import { useWidth } from '../../use-width.ts'

/** From here on the names stand left of the bars; below they stand above them. */
const WIDE = 640
const COLOURS = { total: '#12436D', more: '#c4500f', less: '#1d7d73' } as const
const BAR = 26

/** Bars from one year's cost to the other's, each beginning where the one above it ended. */
export function Waterfall({ steps, summary }: Pick<BridgeAnswer, 'steps' | 'summary'>) {
  const { ref: box, width } = useWidth()
  return (
    <div ref={box} className="chart app-waterfall">
      {width !== null && <Drawing steps={steps} summary={summary} width={width} />}
    </div>
  )
}

function Drawing({ steps, summary, width }: Pick<BridgeAnswer, 'steps' | 'summary'> & { width: number }) {
  const isWide = width >= WIDE
  const row = isWide ? 46 : 66
  const plot = { left: isWide ? 210 : 0, right: width - (isWide ? 140 : 2) }
  const height = steps.length * row
  const topOf = (i: number) => i * row + (isWide ? (row - BAR) / 2 : row - BAR - 8)
  const ticks = valueTicks(
    steps.flatMap(({ start, end }) => [start, end]),
    { fromZero: true },
  )
  const x = scale(
    { min: Math.min(0, ticks[0] ?? 0), max: ticks.at(-1) ?? 1 },
    { min: plot.left, max: plot.right },
  )
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Bar chart, a waterfall. ${summary}`}
    >
      <line x1={x(0)} x2={x(0)} y1={0} y2={height} stroke="#505a5f" />
      {steps.slice(0, -1).map((step, i) => (
        <line
          key={step.id}
          x1={x(step.end)}
          x2={x(step.end)}
          y1={topOf(i)}
          y2={topOf(i + 1) + BAR}
          stroke="#505a5f"
          strokeDasharray="3 3"
        />
      ))}
      {steps.map((step, i) => {
        const [left, right] = [x(Math.min(step.start, step.end)), x(Math.max(step.start, step.end))]
        const text = topOf(i) + (isWide ? BAR / 2 + 6 : -9)
        return (
          <g key={step.id}>
            <rect
              x={left}
              y={topOf(i)}
              width={Math.max(2, right - left)}
              height={BAR}
              fill={COLOURS[kindOf(step)]}
            />
            <text x={0} y={text} className="chart-text chart-text--halo">
              {step.label}
            </text>
            <text
              x={width - 2}
              y={text}
              textAnchor="end"
              className="chart-text chart-text--halo"
              fontWeight="700"
            >
              {step.text}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function kindOf({ id, value }: BridgeAnswer['steps'][number]): keyof typeof COLOURS {
  if (id === 'before' || id === 'after') return 'total'
  return value < 0 ? 'less' : 'more'
}
