import type { DrawnRow } from './timeline-layout.ts'

const BAR = 18
export const RED = '#d4351c'
export const QUIET = '#505a5f'

export type State = DrawnRow['state']

/** How a state is filled; what is overdue has a sign in it too. */
const LOOKS: Record<State, { fill: string; stroke: string; dash?: string }> = {
  done: { fill: '#00703c', stroke: '#00703c' },
  'under-way': { fill: '#12436d', stroke: '#12436d' },
  'not-started': { fill: '#ffffff', stroke: '#12436d' },
  stopped: { fill: '#ffffff', stroke: QUIET, dash: '3 3' },
  overdue: { fill: RED, stroke: RED },
}

/** A bar over its days, a diamond on a single one. */
export function Mark({ state, x1, x2, y }: { state: State; x1: number; x2: number; y: number }) {
  const { fill, stroke, dash } = LOOKS[state]
  const look = { fill, stroke, strokeWidth: 2, strokeDasharray: dash }
  const sign = state === 'overdue' ? '!' : state === 'done' ? '✓' : null
  const half = BAR / 2 + 3
  return (
    <g>
      {x2 - x1 < 3 ? (
        <path d={`M${x1},${y - half}L${x1 + half},${y}L${x1},${y + half}L${x1 - half},${y}Z`} {...look} />
      ) : (
        <rect x={x1} y={y - BAR / 2} width={x2 - x1} height={BAR} {...look} />
      )}
      {sign && (x2 - x1 < 3 || x2 - x1 > 14) && (
        <text x={(x1 + x2) / 2} y={y + 6} textAnchor="middle" className="app-plan-sign">
          {sign}
        </text>
      )}
    </g>
  )
}

/** The time of the plan itself: a thick line with an end on either side. */
export function Period({ x1, x2, y }: { x1: number; x2: number; y: number }) {
  return (
    <path
      d={`M${x1},${y - 7}V${y + 7}M${x1},${y}H${x2}M${x2},${y - 7}V${y + 7}`}
      stroke="#12436d"
      strokeWidth={4}
      fill="none"
    />
  )
}
