import { LINE } from './lines.ts'
import { type DrawnMilestone, MARK } from './milestone-layout.ts'
import type { TimelineLayout } from './timeline-layout.ts'

const INK = '#0b0c0c'
const QUIET = '#505a5f'

/** The lane at the top of a timeline: a line for each milestone, its mark on its day and its words beside it. */
export function Milestones({ layout: { lane, milestones, plot } }: { layout: TimelineLayout }) {
  if (!lane) return null
  return (
    <g>
      <text x={0} y={lane.top + LINE - 4} className="chart-text chart-text--halo" fontWeight={700}>
        Milestones
      </text>
      {milestones.map((milestone) => (
        <Milestone key={milestone.id} milestone={milestone} />
      ))}
      <line x1={0} x2={plot.right} y1={lane.bottom + 2} y2={lane.bottom + 2} stroke={QUIET} />
    </g>
  )
}

function Milestone({ milestone }: { milestone: DrawnMilestone }) {
  const { y, markY, lines, words, when } = milestone
  return (
    <g>
      <MilestoneMark {...milestone} y={markY} />
      {lines.map((line, i) => {
        // The date stands first, in bold, as far as it stands in the first line.
        const date = i === 0 && line.startsWith(`${when}:`) ? `${when}:` : ''
        return (
          <text
            key={line}
            x={words.x}
            y={y + 3 + (i + 1) * LINE - 5}
            textAnchor={words.anchor}
            className="chart-text chart-text--halo"
          >
            <tspan fontWeight={700}>{date}</tspan>
            {line.slice(date.length)}
          </text>
        )
      })}
    </g>
  )
}

export type Shape = Pick<DrawnMilestone, 'x1' | 'x2' | 'mark' | 'toCome' | 'isStretch'>

/** A disc on its day, hollow while it is to come; a thick line while it lasted, whiskers where its day is not known. */
export function MilestoneMark({ x1, x2, mark, y, toCome, isStretch }: Shape & { y: number }) {
  const isLong = x2 - x1 > 2
  return (
    <g>
      {isStretch && (
        <line x1={x1} x2={x2} y1={y} y2={y} stroke={INK} strokeWidth={6} strokeOpacity={toCome ? 0.4 : 1} />
      )}
      {!isStretch && isLong && (
        <path
          d={`M${x1},${y - 5}V${y + 5}M${x1},${y}H${x2}M${x2},${y - 5}V${y + 5}`}
          stroke={INK}
          strokeWidth={2}
          fill="none"
        />
      )}
      <circle
        cx={mark}
        cy={y}
        r={MARK - 1}
        fill={toCome ? '#ffffff' : INK}
        stroke={INK}
        strokeWidth={2}
        strokeDasharray={toCome ? '3 2' : undefined}
      />
      {!toCome && <circle cx={mark} cy={y} r={2.5} fill="#ffffff" />}
    </g>
  )
}
