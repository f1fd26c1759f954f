import type { EventAnswer, PointAnswer } from '../../server/contract/points.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { BREAK } from '../../server/domain/figure.ts'
import { dayNumber, type Range, valueTicks } from './scale.ts'
import { type Style, styleOf } from './styles.ts'

/** A point as it is drawn. `value` is null at a gap, so that the line breaks there. */
export type Mark = {
  key: string
  at: number
  value: number | null
  label: string
  text: string
  /** What stands below the value in a tooltip: counts, status, reason. */
  details: string[]
  /** Made up for the demonstration, or doubted: drawn hollow. */
  hollow: boolean
  /** Only ties a line to the end of another: nothing to read. */
  silent?: boolean
  /** Counted in another way than the one before it, as its note says: the line begins anew. */
  isBreak?: boolean
}

/** `plain`: drawn without points, since what it goes through are no figures. */
export type Line = { id: string; name: string; style: Style; marks: Mark[]; plain?: boolean }

/** A line of days and values that are no figures: what a target asks for, or the limit beside it. `text` is its end. */
export type Path = {
  id: string
  name: string
  text: string
  style: Omit<Style, 'shape'>
  points: { at: number; value: number }[]
}

/** Two edges with a shade between them, under the lines. */
export type Band = {
  id: string
  name: string
  colour: string
  points: { at: number; low: number; high: number }[]
}

/** Days whose figures do not compare with others: shaded behind everything. `name` says it in full. */
export type Shade = { id: string; label: string; name: string; from: number; to: number }

/** An event with the number that stands on the chart and in the list below it. */
export type NumberedEvent = { number: number; at: number; event: EventAnswer }

export type LineModel = {
  lines: Line[]
  bands: Band[]
  paths: Path[]
  facts: Mark[]
  milestones: Mark[]
  shades: Shade[]
  /** The point that the newest figure is set against, with its label. */
  base: { at: number; value: number; label: string } | null
  events: NumberedEvent[]
  days: Range
  ticks: number[]
  values: Range
}

const STATUS_WORDS: Record<string, string> = {
  provisional: 'provisional',
  revised: 'revised',
  estimated: 'estimated',
  illustrative: 'illustrative',
}

const statusWord = (status: string | null): string | null => (status ? (STATUS_WORDS[status] ?? null) : null)

const withCommas = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 1 })

function detailsOf(point: PointAnswer): string[] {
  const counts =
    point.numerator === null
      ? null
      : point.denominator === null
        ? withCommas(point.numerator)
        : `${withCommas(point.numerator)} of ${withCommas(point.denominator)}`
  return [
    counts,
    statusWord(point.status),
    point.reason,
    point.doubt ? 'Doubted: not part of the line.' : null,
  ].filter((text) => text !== null)
}

export function ownMark(point: PointAnswer, prefix: string): Mark {
  return {
    key: `${prefix}-${point.period}`,
    at: dayNumber(point.end),
    value: point.value,
    label: point.label,
    text: point.text,
    details: detailsOf(point),
    hollow: point.status === 'illustrative' || point.doubt !== null,
    isBreak: point.note?.startsWith(BREAK) ?? false,
  }
}

/** How what a target asks for is drawn, on every chart. */
export const PATH_STYLE: Path['style'] = { colour: '#0b0c0c', dash: '6 3', width: 2 }

/** What a line chart of a series shows: our own line first, then what it is compared with, in the order chosen. */
export function lineModel(answer: SeriesAnswer): LineModel {
  const own: Line = {
    id: 'own',
    name: answer.area.name,
    style: styleOf('own', 0),
    marks: answer.points.map((point) => ownMark(point, 'own')),
  }
  let areas = 0
  const others = answer.comparators.map((comparator): Line => {
    const style = styleOf(comparator.kind, comparator.kind === 'area' ? areas++ : 0)
    return {
      id: comparator.id,
      name: comparator.kind === 'neighbours' ? 'Similar councils' : comparator.label,
      style,
      marks: comparator.points.map((point) => ({
        key: `${comparator.id}-${point.period}`,
        at: dayNumber(point.end),
        value: point.value,
        label: point.label,
        text: point.text,
        details: comparator.kind === 'neighbours' ? [`${point.contributing} of ${point.of} councils`] : [],
        hollow: false,
      })),
    }
  })
  const lines = [own, ...others].filter((line) => line.marks.length > 0)
  const facts = answer.facts.map((fact) => ownMark(fact, 'fact'))
  const all = [...lines.flatMap((line) => line.marks), ...facts]
  const first = Math.min(...all.map((mark) => mark.at))
  const path = (answer.target?.path ?? []).map(({ on, value }) => ({ at: dayNumber(on), value }))
  const isShown = (path.at(-1)?.at ?? Number.NEGATIVE_INFINITY) > first
  const paths: Path[] =
    answer.target && isShown
      ? [{ id: 'path', name: answer.target.pathLabel, text: '', style: PATH_STYLE, points: path }]
      : []
  const base = answer.points.find(({ period }) => period === answer.base?.period)
  return framed(
    {
      lines,
      bands: [],
      paths,
      facts,
      milestones: [],
      base:
        base && base.value !== null
          ? { at: dayNumber(base.end), value: base.value, label: `Base, ${base.shortLabel}: ${base.text}` }
          : null,
    },
    answer.events,
  )
}

/** The events between two days, numbered in their order. Stretches that do not compare are shaded and have no number. */
function numbered(events: readonly EventAnswer[], { min, max }: Range): NumberedEvent[] {
  return events
    .filter(({ abnormal }) => !abnormal)
    .map((event) => ({ at: dayNumber(event.date), event }))
    .filter(({ at }) => at >= min && at <= max)
    .map((placed, i) => ({ ...placed, number: i + 1 }))
}

/** For so much of its length a chart goes on after its last figure, where what is done about it does. */
const FURTHER = 1 / 3

/** What is done about a measure today lies after its newest figure: the chart goes on to it, unless it is far off. */
function prolonged({ min, max }: Range, events: readonly EventAnswer[]): Range {
  const reach = max + (max - min) * FURTHER
  const later = events.filter(({ entry }) => entry).map(({ date }) => dayNumber(date))
  return { min, max: Math.max(max, ...later.filter((at) => at <= reach)) }
}

/** The part of each stretch that lies between two days; the last day of a stretch is part of it. */
function shaded(events: readonly EventAnswer[], { min, max }: Range): Shade[] {
  return events
    .filter(({ abnormal }) => abnormal)
    .map(({ id, shortLabel, when, date, until }) => ({
      id,
      label: shortLabel,
      name: `${shortLabel}, ${when}: figures of this time do not compare with others`,
      from: Math.max(dayNumber(date), min),
      to: Math.min(dayNumber(until ?? date) + 1, max),
    }))
    .filter(({ from, to }) => from < to)
}

/**
 * A chart with its axes: from the first figure to the last thing drawn or done about it, and as high as all of it needs.
 * Paths and bands that begin before the first figure are cut off there, and events before it are left out.
 */
export function framed(
  parts: Omit<LineModel, 'shades' | 'events' | 'days' | 'ticks' | 'values'>,
  events: readonly EventAnswer[],
): LineModel {
  const marks = [...parts.lines.flatMap((line) => line.marks), ...parts.facts]
  const points = [...parts.paths.flatMap((path) => path.points), ...parts.milestones]
  const edges = parts.bands.flatMap((band) => band.points)
  const drawn = [...points, ...edges].map(({ at }) => at)
  const min = Math.min(...(marks.length > 0 ? marks.map(({ at }) => at) : drawn))
  const max = Math.max(...marks.map(({ at }) => at), ...drawn)
  const values = [...marks, ...points.filter(({ at }) => at >= min)].map(({ value }) => value)
  const ticks = valueTicks([
    ...values.filter((value) => value !== null),
    ...edges.filter(({ at }) => at >= min).flatMap(({ low, high }) => [low, high]),
  ])
  const days = prolonged({ min, max }, events)
  return {
    ...parts,
    shades: shaded(events, days),
    events: numbered(events, days),
    days,
    ticks,
    values: { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1 },
  }
}
