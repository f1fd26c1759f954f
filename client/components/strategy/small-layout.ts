import type { ProgrammeTarget } from '../../../server/contract/programmes.ts'
import { dayNumber, type Range, scale, spread, valueTicks, yearTicks } from '../../charts/scale.ts'

export const WIDTH = 280
export const HEIGHT = 154

/** About how wide a letter of 16 pixels is. */
const LETTER = 10.2
/** What a line of labels needs to itself. */
const LINE = 19

type Chart = ProgrammeTarget['chart']

export type SmallLayout = {
  plot: { left: number; right: number; top: number; bottom: number }
  x: (day: string) => number
  y: (value: number) => number
  ticks: { at: number; label: string }[]
  years: { at: number; label: string }[]
  /** The newest figure and the goal, to the right of the lines and clear of each other. */
  labels: { kind: 'now' | 'goal'; text: string; at: number }[]
}

/** Where everything of a small chart stands; null where there is no figure to draw. */
export function smallLayout(
  { points, path, fan, benchmark }: Chart,
  goal: { value: number; text: string } | null,
  unit: string,
): SmallLayout | null {
  const now = points.findLast(({ value }) => value !== null)
  if (!now || now.value === null) return null
  const format = shortNumber(unit)
  // Labels are as precise as the words beside the chart, but for sums that would be too long.
  const label = (value: number, text: string) => (unit === 'pounds' ? format(value) : text)
  const lines = [...points, ...path, ...fan, ...(benchmark?.points ?? [])]
  const values = [...lines.map(({ value }) => value), ...fan.flatMap(({ low, high }) => [low, high])]
  const steps = valueTicks(
    values.filter((value) => value !== null),
    { count: 3 },
  )
  const ends: { kind: 'now' | 'goal'; text: string; value: number }[] = [
    { kind: 'now', text: label(now.value, now.text), value: now.value },
    ...(goal === null
      ? []
      : [{ kind: 'goal' as const, text: label(goal.value, goal.text), value: goal.value }]),
  ]
  const wide = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length)) * LETTER + 6
  const plot = {
    left: wide(steps.map(format)) + 10,
    right: WIDTH - wide(ends.map(({ text }) => text)) - 14,
    top: 12,
    bottom: HEIGHT - 28,
  }
  const days = lines.map(({ on }) => dayNumber(on))
  const span: Range = { min: Math.min(...days) - 60, max: Math.max(...days) + 60 }
  const x = scale(span, { min: plot.left, max: plot.right })
  const y = scale({ min: steps[0] ?? 0, max: steps.at(-1) ?? 1 }, { min: plot.bottom, max: plot.top })
  const places = spread(
    ends.map(({ value }) => y(value)),
    LINE,
    { min: plot.top, max: plot.bottom },
  )
  return {
    plot,
    x: (day) => x(dayNumber(day)),
    y,
    ticks: steps.map((value) => ({ at: y(value), label: format(value) })),
    years: yearTicks(span, Math.floor((plot.right - plot.left) / 52)).map(({ at, label }) => ({
      at: x(at),
      label,
    })),
    labels: ends.map(({ kind, text }, i) => ({ kind, text, at: places[i] ?? 0 })),
  }
}

const PLAIN = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const MILLIONS = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })

/** Numbers for an axis: millions of pounds are written short, and percentages carry their sign. */
export function shortNumber(unit: string): (value: number) => string {
  return (value) => {
    const text = (Math.abs(value) >= 100_000 ? MILLIONS : PLAIN).format(value).replace('-', '−').toLowerCase()
    return unit === 'pounds' ? `£${text}` : unit === 'percent' ? `${text}%` : text
  }
}
