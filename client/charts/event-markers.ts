import type { Layout } from './layout.ts'
import type { LineModel } from './line-model.ts'
import type { Range } from './scale.ts'

/** Where the numbers of events stand above a chart, so that each can be read. Pure; all places are in pixels. */

/** One event: its number, its day, where on the chart that day is, and whether it is done about the measure. */
type Placed = { number: number; at: number; x: number; linked: boolean }

/**
 * A number, or several in one where there is no room for each; `lines` are the places of the days it stands for. It is
 * `linked` where all of it is actions and recommendations, and nothing that happened otherwise.
 */
export type EventMarker = {
  numbers: number[]
  label: string
  x: number
  width: number
  lines: number[]
  linked: boolean
}

/** Events within so many days are one story: where they would overlap they share a marker rather than move apart. */
const ONE_STORY_DAYS = 21
/** Farther than this from its day a number is no longer seen to belong to it. */
const MOST_MOVED = 30
const GAP = 3
const DIGIT = 9.6
/** A target that a finger can hit is at least as wide. */
const LEAST_WIDTH = 24

type Group = { events: Placed[] }

/** The markers of a chart's events. */
export const eventMarkers = ({ events }: LineModel, { x, plot }: Layout): EventMarker[] =>
  markersOf(
    events.map(({ number, at, event }) => ({ number, at, x: x(at), linked: Boolean(event.entry) })),
    { min: plot.left, max: plot.right },
  )

/** The markers of events in the order of time: apart where there is room, merged (`3–4`) where there is none. */
export function markersOf(events: readonly Placed[], plot: Range): EventMarker[] {
  let groups = mergedWhere(
    events.map((event) => ({ events: [event] })),
    isOneStory,
  )
  let places = placesOf(groups, plot)
  const isMoved = (x: number, i: number) => Math.abs(x - anchorOf(groups[i])) > MOST_MOVED
  while (groups.length > 1 && (roomFor(groups) > plot.max - plot.min || places.some(isMoved))) {
    groups = withNearestMerged(groups)
    places = placesOf(groups, plot)
  }
  return groups.map((group, i) => ({
    numbers: group.events.map(({ number }) => number),
    label: labelOf(group),
    x: places[i] ?? anchorOf(group),
    width: widthOf(group),
    lines: group.events.map(({ x }) => x),
    linked: group.events.every(({ linked }) => linked),
  }))
}

function labelOf({ events }: Group): string {
  const [first, last] = [events[0]?.number, events.at(-1)?.number]
  return first === last ? String(first) : `${first}–${last}`
}

const widthOf = (group: Group) => Math.max(LEAST_WIDTH, labelOf(group).length * DIGIT + 12)

/** What all of them need side by side. */
const roomFor = (groups: readonly Group[]) => groups.reduce((sum, group) => sum + widthOf(group) + GAP, -GAP)

/** A marker belongs between the first and the last of its days. */
function anchorOf(group: Group | undefined): number {
  const [first, last] = [group?.events[0]?.x ?? 0, group?.events.at(-1)?.x ?? 0]
  return (first + last) / 2
}

function isOneStory(a: Group, b: Group): boolean {
  const [first, next] = [a.events[0], b.events[0]]
  if (!first || !next || next.at - first.at > ONE_STORY_DAYS) return false
  return anchorOf(b) - anchorOf(a) < (widthOf(a) + widthOf(b)) / 2 + GAP
}

function mergedWhere(groups: readonly Group[], isSame: (a: Group, b: Group) => boolean): Group[] {
  const merged: Group[] = []
  for (const group of groups) {
    const last = merged.at(-1)
    if (last && isSame(last, group)) last.events.push(...group.events)
    else merged.push({ events: [...group.events] })
  }
  return merged
}

function withNearestMerged(groups: readonly Group[]): Group[] {
  const spans = groups
    .slice(1)
    .map(({ events }, i) => (events.at(-1)?.x ?? 0) - (groups[i]?.events[0]?.x ?? 0))
  const nearest = spans.indexOf(Math.min(...spans))
  const pair = { events: [...(groups[nearest]?.events ?? []), ...(groups[nearest + 1]?.events ?? [])] }
  return [...groups.slice(0, nearest), pair, ...groups.slice(nearest + 2)]
}

/**
 * As near to their days as can be, in order, each with its width to itself: the least squares of what they are moved, by
 * pooling neighbours that would overlap.
 */
function placesOf(groups: readonly Group[], { min, max }: Range): number[] {
  const offsets: number[] = []
  for (const [i, group] of groups.entries()) {
    const previous = groups[i - 1]
    const apart = previous ? (widthOf(previous) + widthOf(group)) / 2 + GAP : 0
    offsets.push((offsets[i - 1] ?? 0) + apart)
  }
  const blocks: { sum: number; count: number }[] = []
  for (const [i, group] of groups.entries()) {
    let block = { sum: anchorOf(group) - (offsets[i] ?? 0), count: 1 }
    for (let last = blocks.at(-1); last && meanOf(last) > meanOf(block); last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count }
      blocks.pop()
    }
    blocks.push(block)
  }
  const [first, last] = [groups[0], groups.at(-1)]
  const lowest = min + (first ? widthOf(first) : 0) / 2
  const highest = max - (last ? widthOf(last) : 0) / 2 - (offsets.at(-1) ?? 0)
  return blocks
    .flatMap((block) => Array.from({ length: block.count }, () => meanOf(block)))
    .map((place, i) => Math.max(lowest, Math.min(highest, place)) + (offsets[i] ?? 0))
}

const meanOf = ({ sum, count }: { sum: number; count: number }) => sum / count
