import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { BeforeAfterAnswer } from '../../server/contract/uploads.ts'
import { formatNumber } from '../../server/domain/rounding.ts'
import { endLabel, type Layout } from './layout.ts'
import type { LineModel, Mark } from './line-model.ts'
import { PlainLineChart } from './PlainLineChart.tsx'
import { dayNumber, scale, valueTicks, yearTicks } from './scale.ts'
import { type Style, styleOf } from './styles.ts'

const HEIGHT = 220
const LETTER = 10.2
/** Before: dashed and thinner, with square points; after: as our own line is drawn everywhere. */
const BEFORE: Style = { colour: '#c4500f', dash: '7 4', shape: 'square', width: 2 }

const text = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1)

function modelOf({ points }: BeforeAfterAnswer, names: Names): LineModel {
  const marks = (which: 'before' | 'after') =>
    points.map(
      (point): Mark => ({
        key: point.period,
        at: dayNumber(point.end),
        value: point[which],
        label: point.label,
        // Only the name stands at the end of a line: the change may lie anywhere in it, and the sentence tells it.
        text: '',
        details: [],
        hollow: false,
      }),
    )
  const at = points.map((point) => dayNumber(point.end))
  const differs = points.map((point) => point.before !== point.after)
  // The line of before is drawn only round what changes; elsewhere it would lie under the other.
  const before = marks('before').map((mark, i) =>
    differs[i] || differs[i - 1] || differs[i + 1] ? mark : { ...mark, value: null },
  )
  const values = points.flatMap((point) => [point.before, point.after]).filter((value) => value !== null)
  const ticks = valueTicks(values, { count: 3 })
  return {
    // The later line lies on top. Its id is that of our own area everywhere, which is drawn bold.
    lines: [
      { id: 'before', name: names.before, style: BEFORE, marks: before },
      { id: 'own', name: names.after, style: styleOf('own', 0), marks: marks('after') },
    ].filter((line) => line.marks.some((mark) => mark.value !== null)),
    bands: [],
    paths: [],
    facts: [],
    milestones: [],
    shades: [],
    base: null,
    events: [],
    days: { min: Math.min(...at), max: Math.max(...at) },
    ticks,
    values: { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1 },
  }
}

function layoutOf(model: LineModel, width: number): Layout {
  const labels = Math.max(0, ...model.lines.map((line) => endLabel(line).length)) * LETTER + 30
  const left = Math.max(...model.ticks.map((tick) => text(tick).length)) * LETTER + 14
  const plot = { left, right: width - labels, top: 12, bottom: HEIGHT - 32 }
  const air = Math.max((model.days.max - model.days.min) * 0.03, 20)
  const days = { min: model.days.min - air, max: model.days.max + air }
  return {
    width,
    height: HEIGHT,
    // The lines are labelled at their ends at any width: there are two, with short names.
    wide: true,
    plot,
    days,
    x: scale(days, { min: plot.left, max: plot.right }),
    y: scale(model.values, { min: plot.bottom, max: plot.top }),
    xTicks: yearTicks(days, Math.max(1, Math.floor((plot.right - plot.left) / 56))),
  }
}

type Names = { before: string; after: string }

/** A series as it was and as it becomes, as large as a hand; the sentence below says what the drawing shows. */
export function BeforeAfterChart({ chart, names }: { chart: BeforeAfterAnswer; names: Names }) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const model = useMemo(() => modelOf(chart, names), [chart, names])
  return (
    <figure className="app-figure app-before-after">
      <figcaption className="app-figure__caption">
        {chart.name}, {chart.areaName}
        <span className="app-small">{chart.unitText}</span>
      </figcaption>
      <div ref={box} className="chart" style={{ minHeight: HEIGHT }}>
        {width !== null && (
          <PlainLineChart
            model={model}
            layout={layoutOf(model, width)}
            title={`Line chart. ${chart.sentence}`}
            formatTick={text}
          />
        )}
      </div>
      <p className="govuk-body app-small">{chart.sentence}</p>
    </figure>
  )
}
