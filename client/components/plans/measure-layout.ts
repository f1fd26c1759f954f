import type { ActionMeasure } from '../../../server/contract/plan-action-answers.ts'
import { segments } from '../../charts/layout.ts'
import { ownMark } from '../../charts/line-model.ts'
import { dayNumber, scale, spread, valueTicks, yearTicks } from '../../charts/scale.ts'

const HEIGHT = 216
const LETTER = 10.2
/** What the number of a day needs to itself. */
const BADGE = 26

export type MeasureLayout = {
  width: number
  height: number
  plot: { left: number; right: number; top: number; bottom: number }
  ticks: { at: number; label: string }[]
  years: { at: number; label: string }[]
  /** Runs of points without a gap between them, as paths. */
  runs: string[]
  dots: { key: string; x: number; y: number; hollow: boolean }[]
  /** The days of the action: the line of each, and where its number stands, clear of the other's. */
  days: { number: number; x: number; badge: number; label: string }[]
}

/** A measure as a small line with the days of an action on it; null where there are fewer than two figures. */
export function measureLayout(
  { points, from, due }: Pick<ActionMeasure, 'points' | 'from' | 'due'>,
  width: number,
  format: (value: number) => string,
): MeasureLayout | null {
  const marks = points.map((point) => ownMark(point, 'own'))
  const values = marks.flatMap(({ value }) => value ?? [])
  if (values.length < 2) return null
  const marked = [
    { on: from.on, label: from.words },
    ...(due ? [{ on: due, label: 'The day on which it was due' }] : []),
  ]
  const steps = valueTicks(values, { count: 3 })
  const left = Math.max(...steps.map((step) => format(step).length)) * LETTER + 14
  const plot = { left, right: width - 16, top: 34, bottom: HEIGHT - 32 }
  const at = [...marks.map((mark) => mark.at), ...marked.map(({ on }) => dayNumber(on))]
  const air = Math.max((Math.max(...at) - Math.min(...at)) * 0.03, 20)
  const span = { min: Math.min(...at) - air, max: Math.max(...at) + air }
  const x = scale(span, { min: plot.left, max: plot.right })
  const y = scale({ min: steps[0] ?? 0, max: steps.at(-1) ?? 1 }, { min: plot.bottom, max: plot.top })
  const places = marked.map(({ on }) => x(dayNumber(on)))
  const badges = spread(places, BADGE, { min: plot.left, max: plot.right })
  return {
    width,
    height: HEIGHT,
    plot,
    ticks: steps.map((value) => ({ at: y(value), label: format(value) })),
    years: yearTicks(span, Math.max(1, Math.floor((plot.right - plot.left) / 56))).map(
      ({ at: day, label }) => ({ at: x(day), label }),
    ),
    runs: segments(marks).map((run) => `M${run.map((mark) => `${x(mark.at)},${y(mark.value)}`).join('L')}`),
    dots: marks.flatMap(({ key, at: day, value, hollow }) =>
      value === null ? [] : [{ key, x: x(day), y: y(value), hollow }],
    ),
    days: marked.map(({ label }, i) => ({
      number: i + 1,
      x: places[i] ?? 0,
      badge: badges[i] ?? 0,
      label,
    })),
  }
}
