import type { PlanMilestone } from '../../../server/contract/plan-part-answers.ts'
import { dayNumber } from '../../charts/scale.ts'
import { balanced, LETTER, LINE } from './lines.ts'

/** A milestone on a line of its own in the lane at the top: its days from `x1` to `x2`, its mark, its words beside it. */
export type DrawnMilestone = PlanMilestone & {
  y: number
  height: number
  x1: number
  x2: number
  mark: number
  markY: number
  lines: string[]
  words: { x: number; anchor: 'start' | 'end' }
}

/** Half of a mark, the room between it and its words, and what a line of them needs above and below. */
export const MARK = 8
const BESIDE = 14
const APART = 7
/** How much wider a letter in bold is, as those of the date are. */
const BOLD = 1.8
/** Beside a mark with less room, words in several lines are no longer easy to read. */
const LEAST_ROOM = 430

/** One row for each milestone from `top` down, so that the words of none can cover another; null without any. */
export function laneOf(
  milestones: readonly PlanMilestone[],
  x: (day: number) => number,
  { width, top }: { width: number; top: number },
): { drawn: DrawnMilestone[]; bottom: number } | null {
  if (milestones.length === 0) return null
  let y = top + LINE + 8
  const drawn = milestones.map((milestone) => {
    const [x1, x2] = [x(dayNumber(milestone.from)), x(dayNumber(milestone.to))]
    const mark = milestone.isStretch ? x1 : (x1 + x2) / 2
    const text = `${milestone.when}: ${milestone.label}${milestone.toCome ? ', still to come' : ''}`
    const bold = milestone.when.length * BOLD
    const place = placeOf(text.length * LETTER + bold, { x1, x2, mark }, width)
    const lines = balanced(text, Math.floor((place.room - bold) / LETTER))
    const own = lines.length * LINE
    const height = (place.isAbove ? own + LINE : own) + APART
    const markY = y + (place.isAbove ? own + LINE / 2 + 3 : height / 2)
    y += height
    return { ...milestone, y: y - height, height, x1, x2, mark, markY, lines, words: place.words }
  })
  return { drawn, bottom: y }
}

type Place = { words: DrawnMilestone['words']; room: number; isAbove: boolean }

/** Where words that need so much room go: beside the mark in one line, if not in several; or above it. */
function placeOf(
  needed: number,
  { x1, x2, mark }: Pick<DrawnMilestone, 'x1' | 'x2' | 'mark'>,
  width: number,
): Place {
  const [before, after] = [Math.min(x1, mark - MARK) - BESIDE, Math.max(x2, mark + MARK) + BESIDE]
  const sides: Place[] = [
    { words: { x: after, anchor: 'start' }, room: width - after, isAbove: false },
    { words: { x: before, anchor: 'end' }, room: before, isAbove: false },
  ]
  const x = Math.max(0, Math.min(mark - MARK, width - needed))
  const above: Place = { words: { x, anchor: 'start' }, room: width - x, isAbove: true }
  return sides.find(({ room }) => room >= needed) ?? sides.find(({ room }) => room >= LEAST_ROOM) ?? above
}
