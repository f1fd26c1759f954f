import type { ScenarioAnswer } from '../../../server/contract/scenario.ts'
import { scale, valueTicks } from '../../charts/scale.ts'
import { useWidth } from '../../use-width.ts'
import { ADJUSTED, ADJUSTED_NAME, AIM, BASE, BASE_NAME, GRID, LETTER } from './lines.ts'

const HEIGHT = 300
const LONGEST_LABEL = 7 * LETTER
const WIDEST_BAR = 30

const short = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })
const text = (value: number) => `£${short.format(value).toLowerCase()}`

/** A year as it is drawn; `adjusted` null where there is nothing to compare, `isHeld` for the published year. */
type Year = { label: string; base: number; adjusted: number | null; path: number | null; isHeld: boolean }

/** Spending of each year beside what the path asks for. */
export function SpendChart({ answer }: { answer: ScenarioAnswer }) {
  const { ref, width } = useWidth()
  const { start, rows, changed, path, summary } = answer
  if (!start || !summary) return null
  const isChanged = changed.length > 0
  const years: Year[] = [
    { label: start.yearLabel, base: start.spend, adjusted: null, path: start.path, isHeld: true },
    ...rows.map(({ label, base, adjusted, path: asked }) => ({
      label,
      base: base.spend,
      adjusted: isChanged ? adjusted.spend : null,
      path: asked,
      isHeld: false,
    })),
  ]
  return (
    <figure className="app-figure">
      <figcaption className="app-figure__caption">
        Spending on children’s services a year, {start.yearLabel} to {rows.at(-1)?.label}
      </figcaption>
      <ul className="chart-key" aria-label="Key to the chart of spending">
        <li>
          <Sample kind="held" /> Published
        </li>
        <li>
          <Sample kind="base" /> {BASE_NAME}
        </li>
        {isChanged && (
          <li>
            <Sample kind="adjusted" /> {ADJUSTED_NAME}
          </li>
        )}
        {path && (
          <li>
            <svg width="34" height="14" viewBox="0 -7 34 14" aria-hidden="true">
              <path d="M0,0H34" stroke={AIM} strokeWidth="4" />
            </svg>
            {path.label}
          </li>
        )}
      </ul>
      <div ref={ref} className="chart" style={{ minHeight: HEIGHT }}>
        {width !== null && <Drawing width={width} title={`Bar chart. ${summary.spend}`} years={years} />}
      </div>
      <p className="govuk-body">{summary.spend}</p>
    </figure>
  )
}

const PAINTS = {
  held: { fill: BASE.colour, stroke: BASE.colour, strokeWidth: 2 },
  base: { fill: '#fff', stroke: BASE.colour, strokeWidth: 2 },
  adjusted: { fill: ADJUSTED.colour, stroke: ADJUSTED.colour, strokeWidth: 2 },
} as const
type Kind = keyof typeof PAINTS

function Drawing({ width, title, years }: { width: number; title: string; years: readonly Year[] }) {
  const values = years.flatMap(({ base, adjusted, path }) => [base, adjusted ?? 0, path ?? 0])
  const ticks = valueTicks(values, { fromZero: true })
  const left = Math.max(...ticks.map((tick) => text(tick).length)) * LETTER + 14
  const plot = { left, right: width - LONGEST_LABEL / 2, top: 14, bottom: HEIGHT - 32 }
  const y = scale({ min: 0, max: ticks.at(-1) ?? 1 }, { min: plot.bottom, max: plot.top })
  const band = (plot.right - plot.left) / years.length
  const bar = Math.min(WIDEST_BAR, band * 0.36)
  const every = Math.ceil((LONGEST_LABEL + 8) / band)
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
      {years.map(({ label, base, adjusted, path, isHeld }, i) => {
        const middle = plot.left + band * (i + 0.5)
        const draw = (kind: Kind, value: number, x: number) => (
          <rect x={x + 1} width={bar - 2} y={y(value)} height={plot.bottom - y(value)} {...PAINTS[kind]} />
        )
        return (
          <g key={label}>
            {adjusted === null ? (
              draw(isHeld ? 'held' : 'base', base, middle - bar / 2)
            ) : (
              <>
                {draw('base', base, middle - bar - 1)}
                {draw('adjusted', adjusted, middle + 1)}
              </>
            )}
            {path !== null && (
              <>
                <path d={`M${middle - band / 2 + 1},${y(path)}h${band - 2}`} stroke="#fff" strokeWidth={8} />
                <path d={`M${middle - band / 2 + 1},${y(path)}h${band - 2}`} stroke={AIM} strokeWidth={4} />
              </>
            )}
            {(years.length - 1 - i) % every === 0 && (
              <text x={middle} y={plot.bottom + 23} textAnchor="middle" className="chart-text">
                {label}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

function Sample({ kind }: { kind: Kind }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <rect x="2" y="2" width="14" height="14" {...PAINTS[kind]} />
    </svg>
  )
}
