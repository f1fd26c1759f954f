import { Dot } from './Dot.tsx'
import { endLabel, type Layout, pathLabel } from './layout.ts'
import type { LineModel } from './line-model.ts'
import { spread } from './scale.ts'
import type { Shape, Style } from './styles.ts'

type End = {
  id: string
  label: string
  at: number
  value: number
  style: Omit<Style, 'shape'>
  /** What stands before the label: the line's own point or, where it has none, a piece of the line. */
  sign: { shape: Shape; hollow: boolean } | null
}

/** A leader that runs on over empty space is no part of the line that it starts from. */
const SHORT = 40

/** Name and newest value beside each line's end, pushed apart so that none covers another. */
export function EndLabels({ model, layout }: { model: LineModel; layout: Layout }) {
  const ends = endsOf(model)
  const places = spread(
    ends.map((end) => layout.y(end.value)),
    20,
    { min: layout.plot.top, max: layout.plot.bottom },
  )
  const x = layout.plot.right + 10
  return ends.map(({ id, label, at, value, style, sign }, i) => {
    const [from, y] = [layout.x(at) + 6, layout.y(value)]
    const place = places[i] ?? y
    const isShort = x - from < SHORT
    return (
      <g key={id}>
        <line
          x1={from}
          y1={y}
          x2={x + 2}
          y2={place}
          stroke={isShort ? style.colour : '#b1b4b6'}
          strokeWidth={1}
          strokeDasharray={isShort ? undefined : '1 3'}
        />
        {sign ? (
          <Dot x={x + 8} y={place} shape={sign.shape} colour={style.colour} hollow={sign.hollow} />
        ) : (
          <line
            x1={x + 1}
            x2={x + 14}
            y1={place}
            y2={place}
            stroke={style.colour}
            strokeWidth={style.width}
            strokeDasharray={style.dash}
          />
        )}
        <text x={x + 18} y={place + 5} className="chart-text" fontWeight={id === 'own' ? 700 : 400}>
          {label}
        </text>
      </g>
    )
  })
}

function endsOf({ lines, paths }: LineModel): End[] {
  const ofLines = lines.flatMap((line): End[] => {
    const last = line.marks.findLast((mark) => mark.value !== null)
    if (!last || last.value === null) return []
    const sign = line.plain ? null : { shape: line.style.shape, hollow: last.hollow }
    return [{ ...line, label: endLabel(line), at: last.at, value: last.value, sign }]
  })
  const ofPaths = paths.flatMap((path): End[] => {
    const last = path.points.at(-1)
    return last ? [{ ...path, ...last, label: pathLabel(path), sign: null }] : []
  })
  return [...ofLines, ...ofPaths]
}
