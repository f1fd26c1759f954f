import type { ReactNode } from 'react'
import type { ProgrammeTarget } from '../../../server/contract/programmes.ts'
import { Dot } from '../../charts/Dot.tsx'
import { ACTUAL, BENCHMARK, FAN, MIDDLE, PATH } from './lines.ts'

/** What the lines of the small charts stand for, once above all of them. */
export function ChartKey({ targets }: { targets: readonly ProgrammeTarget[] }) {
  const charts = targets.map(({ chart }) => chart)
  const points = charts.flatMap((chart) => chart.points)
  if (points.length === 0) return null
  return (
    <ul className="chart-key app-target-key" aria-label="Key to the charts">
      <li>
        <Sample>
          <path d="M0,0H34" {...ACTUAL} />
          <Dot x={17} y={0} shape="circle" colour="#12436d" />
        </Sample>
        figures, the newest in bold
      </li>
      {points.some(({ hollow }) => hollow) && (
        <li>
          <Sample>
            <Dot x={17} y={0} shape="circle" colour="#12436d" hollow />
          </Sample>
          illustrative figure
        </li>
      )}
      {charts.some(({ path }) => path.length > 0) && (
        <li>
          <Sample>
            <path d="M0,0H34" {...PATH} />
          </Sample>
          path to the goal
        </li>
      )}
      {charts.some(({ benchmark }) => benchmark !== null) && (
        <li>
          <Sample>
            <path d="M0,0H34" {...BENCHMARK} />
          </Sample>
          similar councils, or England
        </li>
      )}
      {charts.some(({ fan }) => fan.length > 0) && (
        <li>
          <Sample>
            <path d="M0,0L34,-6V6Z" {...FAN} />
            <path d="M0,0H34" {...MIDDLE} />
          </Sample>
          if recent change continues, four times in five
        </li>
      )}
    </ul>
  )
}

function Sample({ children }: { children: ReactNode }) {
  return (
    <svg width="34" height="14" viewBox="0 -7 34 14" aria-hidden="true">
      {children}
    </svg>
  )
}
