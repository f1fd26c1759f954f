import type { PlanTimeline } from '../../../server/contract/plan-part-answers.ts'
import { dayNumber, type Range, scale } from '../../charts/scale.ts'
import { LETTER, LINE, wrapped } from './lines.ts'
import { type DrawnMilestone, laneOf } from './milestone-layout.ts'

const TOP = 62
const MONTH_LABEL = 78

type Row = PlanTimeline['rows'][number]
type Stage = PlanTimeline['stages'][number]

/** An action: its words in lines on the left, and its bar from `x1` to `x2`, the same where only one day is known. */
export type DrawnRow = Row & { y: number; height: number; lines: string[]; x1: number; x2: number }
/** A stage over the rows of its actions; without a band where its days are not stated. */
export type DrawnGroup = {
  key: string
  y: number
  height: number
  lines: string[]
  band: { x1: number; x2: number } | null
}

export type TimelineLayout = {
  width: number
  height: number
  /** Where the lane of milestones ends; null without any. */
  lane: { top: number; bottom: number } | null
  milestones: DrawnMilestone[]
  plot: { left: number; right: number; top: number; bottom: number }
  ticks: { at: number; label: string; anchor: 'start' | 'middle' | 'end' }[]
  groups: DrawnGroup[]
  rows: DrawnRow[]
  /** From the plan's own first day to its last, as far as they are stated; null where neither is. */
  period: { x1: number; x2: number } | null
  now: { at: number; label: string; anchor: 'start' | 'middle' | 'end' } | null
}

const STEPS = [1, 2, 3, 6, 12, 24, 60]

/** The first days of months, as many as have room for their labels: every month, or every second, third … */
export function monthTicks({ min, max }: Range, most: number): { at: number; label: string }[] {
  const monthOf = (day: number) => {
    const date = new Date(day * 86_400_000)
    return date.getUTCFullYear() * 12 + date.getUTCMonth()
  }
  const [first, last] = [monthOf(min), monthOf(max)]
  const step = STEPS.find((each) => (last - first + 1) / each <= Math.max(1, most)) ?? 120
  const ticks: { at: number; label: string }[] = []
  for (let month = first; month <= last; month++) {
    const date = Date.UTC(Math.floor(month / 12), month % 12, 1)
    const at = date / 86_400_000
    if (month % step === 0 && at >= min) {
      const name = new Date(date).toLocaleDateString('en-GB', {
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      })
      ticks.push({ at, label: name })
    }
  }
  return ticks
}

/** Where everything of a timeline stands, for a width in pixels. `now` is the day that the plan is read on. */
export function timelineLayout(
  { from, to, period, milestones, stages: all, rows, onLabel }: PlanTimeline,
  on: string,
  width: number,
): TimelineLayout {
  // A stage without any day holds nothing that could be drawn.
  const stages = all.filter((stage) => stage.from || stage.to || rows.some((row) => row.stage === stage.id))
  const left = stages.length + rows.length === 0 ? 6 : Math.min(400, Math.round(width * 0.42))
  const span = Math.max(dayNumber(to) - dayNumber(from), 30)
  const days = { min: dayNumber(from) - span * 0.04, max: dayNumber(to) + span * 0.06 }
  const plot = { left, right: width - 6 }
  const x = scale(days, { min: plot.left, max: plot.right })
  const letters = Math.floor((left - 20) / LETTER)
  const groups: DrawnGroup[] = []
  const drawn: DrawnRow[] = []
  const lane = laneOf(milestones, x, { width, top: TOP })
  let y = lane ? lane.bottom + 10 : TOP
  for (const { stage, own } of grouped(stages, rows)) {
    const start = y
    const lines = stage === null ? [] : wrapped(stage.name, letters)
    if (stage !== null) y += (lines.length + (stage.words === '' ? 0 : 1)) * LINE + 8
    for (const row of own) {
      const text = wrapped(row.title, letters)
      const height = (text.length + wrapped(row.words, letters).length) * LINE + 14
      drawn.push({ ...row, y, height, lines: text, x1: x(dayNumber(row.from)), x2: x(dayNumber(row.to)) })
      y += height
    }
    if (stage !== null)
      groups.push({ key: stage.id, y: start, height: y - start, lines, band: bandOf(stage, x, plot) })
    y += 6
  }
  const at = x(dayNumber(on))
  /** A label at an edge of the drawing stands beside its place, so that nothing of it is cut off. */
  const anchorOf = (place: number, room: number) =>
    place - plot.left < room ? 'start' : plot.right - place < room ? 'end' : 'middle'
  return {
    width,
    height: y + 4,
    lane: lane && { top: TOP, bottom: lane.bottom },
    milestones: lane?.drawn ?? [],
    plot: { ...plot, top: TOP - 8, bottom: y },
    ticks: monthTicks(days, Math.floor((plot.right - plot.left) / MONTH_LABEL)).map(({ at: day, label }) => ({
      at: x(day),
      label,
      anchor: anchorOf(x(day), MONTH_LABEL / 3),
    })),
    groups,
    period: bandOf(period, x, plot),
    rows: drawn,
    now: onLabel === null ? null : { at, label: onLabel, anchor: anchorOf(at, (MONTH_LABEL * 3) / 2) },
  }
}

/** A stage whose end is not stated goes on to the end of the drawing. */
function bandOf(
  { from, to }: Pick<Stage, 'from' | 'to'>,
  x: (day: number) => number,
  plot: { left: number; right: number },
): DrawnGroup['band'] {
  if (from === null && to === null) return null
  return {
    x1: from === null ? plot.left : x(dayNumber(from)),
    x2: to === null ? plot.right : x(dayNumber(to) + 1),
  }
}

/** Stages in their order with their actions; then what is in none. */
function grouped(
  stages: readonly Stage[],
  rows: readonly Row[],
): { stage: Stage | null; own: readonly Row[] }[] {
  const known = new Set(stages.map(({ id }) => id))
  const loose = rows.filter(({ stage }) => stage === null || !known.has(stage))
  const none: Stage = { id: '', name: 'No stage is stated', from: null, to: null, words: '' }
  const own = stages.map((stage) => ({ stage, own: rows.filter((row) => row.stage === stage.id) }))
  if (loose.length === 0) return own
  return [...own, { stage: stages.length > 0 ? none : null, own: loose }]
}
