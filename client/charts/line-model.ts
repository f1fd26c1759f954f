import type { PointAnswer, SeriesAnswer } from '../../server/contract/answers.ts'
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
  /** Counted in another way than the one before it, as its note says: the line begins anew. */
  isBreak?: boolean
}

export type Line = { id: string; name: string; style: Style; marks: Mark[] }

export type LineModel = {
  lines: Line[]
  facts: Mark[]
  events: { number: number; at: number; label: string }[]
  target: { value: number; label: string } | null
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

function ownMark(point: PointAnswer, prefix: string): Mark {
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
  const target =
    answer.target && answer.target.value !== null && answer.target.view === answer.indicator.view
      ? { value: answer.target.value, label: answer.target.text }
      : null
  const values = all.map((mark) => mark.value).filter((value) => value !== null)
  if (target) values.push(target.value)
  const at = all.map((mark) => mark.at)
  const days = { min: Math.min(...at), max: Math.max(...at) }
  const ticks = valueTicks(values)
  const events = answer.events
    .map((event) => ({ at: dayNumber(event.date), label: event.label }))
    .filter((event) => event.at >= days.min && event.at <= days.max)
    .map((event, i) => ({ ...event, number: i + 1 }))
  return {
    lines,
    facts,
    events,
    target,
    days,
    ticks,
    values: { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1 },
  }
}
