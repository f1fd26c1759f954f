import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { Dot } from './Dot.tsx'
import { EventMarkers } from './EventMarkers.tsx'
import { segments } from './layout.ts'
import type { Mark } from './line-model.ts'
import { Overlay, Underlay } from './Overlay.tsx'
import type { DrawingProps } from './PlainLineChart.tsx'
import type { Style } from './styles.ts'

type Row = { at: number } & Record<string, number>
type Run = { key: string; name: string; style: Style; plain: boolean; marks: (Mark & { value: number })[] }

/** The same chart on Recharts: answers to the pointer, the finger and the arrow keys with the figures of a day, and events with their text. */
export default function TouchableLineChart({ model, layout, title, formatTick }: DrawingProps) {
  const runs: Run[] = model.lines.flatMap((line) =>
    segments(line.marks).map((marks, i) => ({
      key: `${line.id}-${i}`,
      name: line.name,
      style: line.style,
      plain: line.plain ?? false,
      marks,
    })),
  )
  const rows = rowsOf(runs)
  const { plot } = layout
  return (
    <>
      <LineChart
        width={layout.width}
        height={layout.height}
        data={rows}
        margin={{ left: 0, right: layout.width - plot.right, top: plot.top, bottom: 0 }}
        title={title}
      >
        <CartesianGrid vertical={false} stroke="#dfe1e2" />
        <XAxis
          dataKey="at"
          type="number"
          scale="linear"
          domain={[layout.days.min, layout.days.max]}
          allowDataOverflow
          ticks={layout.xTicks.map((tick) => tick.at)}
          tickFormatter={(at: number) => layout.xTicks.find((tick) => tick.at === at)?.label ?? ''}
          height={layout.height - plot.bottom}
          tick={{ className: 'chart-text' }}
          tickMargin={8}
          interval={0}
          stroke="#505a5f"
        />
        <YAxis
          type="number"
          domain={[model.values.min, model.values.max]}
          ticks={model.ticks}
          tickFormatter={formatTick}
          width={plot.left}
          tick={{ className: 'chart-text' }}
          axisLine={false}
          tickLine={false}
          interval={0}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: '#0b0c0c', strokeWidth: 1 }}
          content={({ active, label }) =>
            active && typeof label === 'number' ? <Card runs={runs} facts={model.facts} at={label} /> : null
          }
        />
        <Underlay model={model} layout={layout} />
        {runs.map(({ key, name, style, plain, marks }) => (
          <Line
            key={key}
            dataKey={key}
            name={name}
            type="linear"
            connectNulls
            isAnimationActive={false}
            stroke={style.colour}
            strokeWidth={style.width}
            strokeDasharray={style.dash ?? '0'}
            dot={({ key: id, cx, cy, payload }) => {
              const mark = marks.find((each) => each.at === (payload as Row).at)
              if (plain || !mark || cx === undefined || cy === undefined) return <g key={id} />
              return (
                <Dot key={id} x={cx} y={cy} shape={style.shape} colour={style.colour} hollow={mark.hollow} />
              )
            }}
            activeDot={false}
          />
        ))}
        <Overlay model={model} layout={layout} />
      </LineChart>
      <EventMarkers model={model} layout={layout} />
    </>
  )
}

/** One row for every day that any line has a point on. */
function rowsOf(runs: readonly Run[]): Row[] {
  const rows = new Map<number, Row>()
  for (const { key, marks } of runs) {
    for (const { at, value } of marks) {
      const row = rows.get(at) ?? { at }
      rows.set(at, Object.assign(row, { [key]: value }))
    }
  }
  return [...rows.values()].sort((a, b) => a.at - b.at)
}

/** All figures of one day, with their counts and status. */
function Card({ runs, facts, at }: { runs: readonly Run[]; facts: readonly Mark[]; at: number }) {
  const found = runs.flatMap(({ key, name, style, plain, marks }) => {
    const mark = marks.find((each) => each.at === at && !each.silent)
    return mark ? [{ key, name, style, plain, mark }] : []
  })
  const quoted = facts.filter((fact) => fact.at === at)
  if (found.length === 0 && quoted.length === 0) return null
  return (
    <div className="chart-card">
      <p className="chart-card__when">{found[0]?.mark.label ?? quoted[0]?.label}</p>
      <ul>
        {found.map(({ key, name, style, plain, mark }) => (
          <li key={key}>
            <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
              {plain ? (
                <line x1={-7} x2={7} stroke={style.colour} strokeWidth={2} strokeDasharray={style.dash} />
              ) : (
                <Dot x={0} y={0} shape={style.shape} colour={style.colour} hollow={mark.hollow} />
              )}
            </svg>
            {name} <strong>{mark.text}</strong>
            {mark.details.length > 0 && <span> ({mark.details.join('; ')})</span>}
          </li>
        ))}
        {quoted.map((fact) => (
          <li key={fact.key}>
            In a council paper <strong>{fact.text}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}
