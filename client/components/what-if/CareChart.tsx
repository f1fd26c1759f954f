import type { ScenarioAnswer } from '../../../server/contract/scenario.ts'
import { formatNumber } from '../../../server/domain/rounding.ts'
import { Dot } from '../../charts/Dot.tsx'
import { dayNumber, scale, spread, valueTicks } from '../../charts/scale.ts'
import type { Style } from '../../charts/styles.ts'
import { useWidth } from '../../use-width.ts'
import { ADJUSTED, ADJUSTED_NAME, AIM, BASE, BASE_NAME, GRID, LETTER } from './lines.ts'

const HEIGHT = 300
const text = (value: number) => formatNumber(value, 0)

/** Children in care, quarter by quarter: as things are, with the changes, and what is aimed at. */
export function CareChart({ answer }: { answer: ScenarioAnswer }) {
  const { ref, width } = useWidth()
  const { quarters, rows, target, changed, summary, start } = answer
  const last = quarters.at(-1)
  if (!start || !last || !summary) return null
  const isChanged = changed.length > 0
  return (
    <figure className="app-figure">
      <figcaption className="app-figure__caption">
        Children in care, {start.label} to {last.label}
      </figcaption>
      <ul className="chart-key" aria-label="Key to the chart of children in care">
        {isChanged && (
          <li>
            <Sample style={ADJUSTED} /> {ADJUSTED_NAME}
          </li>
        )}
        <li>
          <Sample style={BASE} /> {BASE_NAME}
        </li>
        {target && (
          <li>
            <svg width="34" height="14" viewBox="0 -7 34 14" aria-hidden="true">
              <path d="M0,0H34" stroke={AIM} strokeWidth="1.5" strokeDasharray="2 3" />
            </svg>
            Target: {target.text}
          </li>
        )}
      </ul>
      <div ref={ref} className="chart" style={{ minHeight: HEIGHT }}>
        {width !== null && (
          <Drawing
            width={width}
            title={`Line chart. ${summary.children}`}
            lines={
              isChanged ? [lineOf(answer, 'base'), lineOf(answer, 'adjusted')] : [lineOf(answer, 'base')]
            }
            target={target?.children ?? null}
            days={[start.on, ...rows.map(({ on }) => on)]}
          />
        )}
      </div>
      <p className="govuk-body">{summary.children}</p>
    </figure>
  )
}

type Line = { id: string; style: Style; points: { on: string; value: number }[] }

const lineOf = ({ quarters }: ScenarioAnswer, id: 'base' | 'adjusted'): Line => ({
  id,
  style: id === 'base' ? BASE : ADJUSTED,
  points: quarters.map((each) => ({ on: each.on, value: each[id] })),
})

type DrawingProps = {
  width: number
  title: string
  lines: readonly Line[]
  target: number | null
  /** The last days of the years. */
  days: readonly string[]
}

function Drawing({ width, title, lines, target, days }: DrawingProps) {
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value))
  // From nothing, so that the picture does not jump while a slider moves and no change looks larger than it is.
  const ticks = valueTicks(target === null ? values : [...values, target], { fromZero: true })
  const widest = Math.max(...[...ticks, ...values].map((value) => text(value).length)) * LETTER
  const plot = { left: widest + 14, right: width - widest - 18, top: 20, bottom: HEIGHT - 32 }
  const at = days.map(dayNumber)
  const x = scale({ min: Math.min(...at), max: Math.max(...at) }, { min: plot.left + 8, max: plot.right })
  const y = scale({ min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1 }, { min: plot.bottom, max: plot.top })
  const every = Math.ceil(days.length / Math.max(1, Math.floor((plot.right - plot.left) / 52)))
  const ends = lines.flatMap(({ id, points }) => {
    const end = points.at(-1)
    return end ? [{ id, value: end.value }] : []
  })
  const places = spread(
    ends.map(({ value }) => y(value)),
    20,
    { min: plot.top, max: plot.bottom },
  )
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={title}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? '#505a5f' : GRID}
          />
          <text x={plot.left - 8} y={y(tick) + 5} textAnchor="end" className="chart-text">
            {text(tick)}
          </text>
        </g>
      ))}
      {days
        .filter((_, i) => (days.length - 1 - i) % every === 0)
        .map((day) => (
          <g key={day}>
            <line
              x1={x(dayNumber(day))}
              x2={x(dayNumber(day))}
              y1={plot.bottom}
              y2={plot.bottom + 6}
              stroke="#505a5f"
            />
            <text x={x(dayNumber(day))} y={plot.bottom + 23} textAnchor="middle" className="chart-text">
              {day.slice(0, 4)}
            </text>
          </g>
        ))}
      {target !== null && (
        <g>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y(target)}
            y2={y(target)}
            stroke={AIM}
            strokeWidth={1.5}
            strokeDasharray="2 3"
          />
          <text x={plot.left + 10} y={y(target) + 20} className="chart-text chart-text--halo">
            Target {text(target)}
          </text>
        </g>
      )}
      {lines.map(({ id, style, points }) => (
        <g key={id}>
          <path
            d={`M${points.map(({ on, value }) => `${x(dayNumber(on))},${y(value)}`).join('L')}`}
            fill="none"
            stroke={style.colour}
            strokeWidth={style.width}
            strokeDasharray={style.dash}
            strokeLinejoin="round"
          />
          {points
            .filter(({ on }) => days.includes(on))
            .map(({ on, value }) => (
              <Dot key={on} x={x(dayNumber(on))} y={y(value)} shape={style.shape} colour={style.colour} />
            ))}
        </g>
      ))}
      {ends.map(({ id, value }, i) => (
        <text
          key={id}
          x={plot.right + 10}
          y={(places[i] ?? 0) + 5}
          className="chart-text"
          fontWeight={id === 'adjusted' ? 700 : 400}
        >
          {text(value)}
        </text>
      ))}
    </svg>
  )
}

function Sample({ style }: { style: Style }) {
  return (
    <svg width="34" height="14" viewBox="0 -7 34 14" aria-hidden="true">
      <path d="M0,0H34" stroke={style.colour} strokeWidth={style.width} strokeDasharray={style.dash} />
      <Dot x={17} y={0} shape={style.shape} colour={style.colour} />
    </svg>
  )
}
