import type { Line, LineModel, Path } from './line-model.ts'
import { type Range, scale, yearTicks } from './scale.ts'

/** Below this a chart has its key above it; from here on each line is labelled at its end, if the lines keep room. */
const WIDE = 640
const MOST_FOR_LABELS = 0.45

/** About how wide a letter of a label is, bold ones included. */
const LETTER = 10.2
const LONGEST_NAME = 22

const shortened = (name: string) =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name

/** What stands at the end of a line: its name, shortened if need be, and its newest value. */
export const endLabel = ({ name, marks }: Line): string =>
  `${shortened(name)} ${marks.findLast((mark) => mark.value !== null)?.text ?? ''}`

/** The same of a path, whose name may hold its value already. */
export const pathLabel = ({ name, text }: Pick<Path, 'name' | 'text'>): string =>
  text === '' ? name : `${shortened(name)} ${text}`

export type Layout = {
  width: number
  height: number
  wide: boolean
  /** The rectangle that the lines are drawn in. */
  plot: { left: number; right: number; top: number; bottom: number }
  x: (day: number) => number
  y: (value: number) => number
  xTicks: { at: number; label: string }[]
  days: Range
}

/** How high the numbers of events stand above the lines, and how high each is. */
export const EVENT_ROOM = 38
export const EVENT_HEIGHT = 24

/** Where everything of a line chart stands, for a width in pixels. Shared by the plain drawing and the Recharts one. */
export function layoutFor(model: LineModel, width: number, formatTick: (value: number) => string): Layout {
  const ends = [...model.lines.map(endLabel), ...model.paths.map(pathLabel)]
  const labels = Math.max(0, ...ends.map((label) => label.length)) * LETTER + 34
  const wide = width >= WIDE && labels <= width * MOST_FOR_LABELS
  const top = model.events.length > 0 ? EVENT_ROOM : 20
  const height = (wide ? 360 : 280) + top
  const left = Math.max(...model.ticks.map((tick) => formatTick(tick).length)) * LETTER + 16
  const plot = {
    left,
    right: width - (wide ? labels : 18),
    top,
    bottom: height - 34,
  }
  // A little air on both sides keeps the first and last point off the frame.
  const air = Math.max((model.days.max - model.days.min) * 0.02, 20)
  const days = { min: model.days.min - air, max: model.days.max + air }
  return {
    width,
    height,
    wide,
    plot,
    days,
    x: scale(days, { min: plot.left, max: plot.right }),
    y: scale(model.values, { min: plot.bottom, max: plot.top }),
    xTicks: yearTicks(days, Math.floor((plot.right - plot.left) / 56)),
  }
}

/**
 * Runs of points without a gap between them: a line is broken where a figure is missing, and before one that does not
 * compare with the one before it.
 */
export function segments<T extends { value: number | null; isBreak?: boolean }>(
  marks: readonly T[],
): (T & { value: number })[][] {
  const runs: (T & { value: number })[][] = [[]]
  for (const mark of marks) {
    if (mark.value === null || mark.isBreak) runs.push([])
    if (mark.value !== null) runs.at(-1)?.push({ ...mark, value: mark.value })
  }
  return runs.filter((run) => run.length > 0)
}
