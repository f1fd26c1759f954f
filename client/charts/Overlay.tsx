import { Dot } from './Dot.tsx'
import { endLabel, type Layout } from './layout.ts'
import type { LineModel } from './line-model.ts'
import { spread } from './scale.ts'

const INK = '#0b0c0c'

/** What lies over the lines in both drawings: the target, numbered events, dated facts, and a label at each line's end. */
export function Overlay({ model, layout }: { model: LineModel; layout: Layout }) {
  return (
    <g>
      <Events model={model} layout={layout} />
      <Target model={model} layout={layout} />
      {model.facts.map(
        (fact) =>
          fact.value !== null && (
            <Dot
              key={fact.key}
              x={layout.x(fact.at)}
              y={layout.y(fact.value)}
              shape="diamond"
              colour={INK}
              hollow={fact.hollow}
              size={5}
            />
          ),
      )}
      {layout.wide && <EndLabels model={model} layout={layout} />}
    </g>
  )
}

function Events({ model, layout }: { model: LineModel; layout: Layout }) {
  const { plot } = layout
  return model.events.map(({ number, at }) => {
    const x = layout.x(at)
    return (
      <g key={number}>
        <line
          x1={x}
          x2={x}
          y1={plot.top}
          y2={plot.bottom}
          stroke="#505a5f"
          strokeWidth={1}
          strokeDasharray="3 3"
        />
        <circle cx={x} cy={plot.top - 8} r={9} fill="#505a5f" />
        <text x={x} y={plot.top - 4} textAnchor="middle" className="chart-event">
          {number}
        </text>
      </g>
    )
  })
}

function Target({ model, layout }: { model: LineModel; layout: Layout }) {
  if (!model.target) return null
  const y = layout.y(model.target.value)
  return (
    <g>
      <line
        x1={layout.plot.left}
        x2={layout.plot.right}
        y1={y}
        y2={y}
        stroke={INK}
        strokeWidth={1.5}
        strokeDasharray="6 3"
      />
      <text x={layout.plot.left + 6} y={y - 6} className="chart-text chart-text--halo">
        {model.target.label}
      </text>
    </g>
  )
}

/** Name and newest value beside each line's end, pushed apart so that none covers another. */
function EndLabels({ model, layout }: { model: LineModel; layout: Layout }) {
  const ends = model.lines.flatMap((line) => {
    const last = line.marks.findLast((mark) => mark.value !== null)
    return last && last.value !== null ? [{ line, last, y: layout.y(last.value) }] : []
  })
  const places = spread(
    ends.map((end) => end.y),
    20,
    { min: layout.plot.top, max: layout.plot.bottom },
  )
  return ends.map(({ line, last, y }, i) => {
    const place = places[i] ?? y
    const x = layout.plot.right + 10
    return (
      <g key={line.id}>
        <line
          x1={layout.x(last.at) + 6}
          y1={y}
          x2={x + 2}
          y2={place}
          stroke={line.style.colour}
          strokeWidth={1}
        />
        <Dot x={x + 8} y={place} shape={line.style.shape} colour={line.style.colour} hollow={last.hollow} />
        <text x={x + 18} y={place + 5} className="chart-text" fontWeight={line.id === 'own' ? 700 : 400}>
          {endLabel(line)}
        </text>
      </g>
    )
  })
}
