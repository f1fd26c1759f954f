import { segments } from './layout.ts'
import { dayNumber, scale } from './scale.ts'

const WIDTH = 120
const HEIGHT = 34

/** The shape of a series in the size of a word. What it says is said beside it in words, so it is left out for screen readers. */
export function Sparkline({ points }: { points: readonly { end: string; value: number | null }[] }) {
  const marks = points.map((point) => ({ at: dayNumber(point.end), value: point.value }))
  const values = marks.map((mark) => mark.value).filter((value) => value !== null)
  const [first, last] = [marks[0], marks.at(-1)]
  if (values.length < 2 || !first || !last) return null
  const x = scale({ min: first.at, max: last.at }, { min: 4, max: WIDTH - 4 })
  const y = scale({ min: Math.min(...values), max: Math.max(...values) }, { min: HEIGHT - 5, max: 5 })
  const end = marks.findLast((mark) => mark.value !== null)
  return (
    <svg
      className="sparkline"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      {segments(marks).map((run) => (
        <path
          key={run[0]?.at}
          d={`M${run.map((mark) => `${x(mark.at)},${y(mark.value)}`).join('L')}`}
          fill="none"
          stroke="#12436D"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      ))}
      {end && end.value !== null && <circle cx={x(end.at)} cy={y(end.value)} r="3.5" fill="#12436D" />}
    </svg>
  )
}
