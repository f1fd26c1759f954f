import type { PointAnswer } from '../../server/contract/points.ts'
import { BREAK } from '../../server/domain/figure.ts'

/** Why a figure is missing, or what to know of it; the same words are said once, with all the days that they are of. */
export function FigureNotes({ points }: { points: readonly PointAnswer[] }) {
  const days = new Map<string, string[]>()
  for (const point of points) {
    for (const note of [point.reason, noteOf(point), point.doubt]) {
      if (note) days.set(note, [...(days.get(note) ?? []), point.label])
    }
  }
  if (days.size === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">Notes</h3>
      <ul className="govuk-list app-notes">
        {[...days].map(([note, labels]) => (
          <li key={note}>
            <strong>{labels.join('; ')}:</strong> {note}
          </li>
        ))}
      </ul>
    </>
  )
}

/** A break in a series is told in words. */
const noteOf = ({ note }: PointAnswer) =>
  note?.startsWith(BREAK) ? `Break in the series: ${note.slice(BREAK.length).trim()}` : note

/** Which publications figures come from, and when they came out; of many, the first and the last. */
export function FigureSources({ points }: { points: readonly PointAnswer[] }) {
  const sources = [
    ...new Map(points.flatMap((point) => (point.source ? [[point.source, point.publishedAt] as const] : []))),
  ]
  if (sources.length === 0) return null
  const isLong = sources.length > 4
  const shown = isLong ? [sources.at(0), sources.at(-1)] : sources
  return (
    <p className="app-source">
      <strong>Source:</strong>{' '}
      {shown
        .filter((source) => source !== undefined)
        .map(([name, date]) => `${name} (published ${monthOf(date)})`)
        .join(isLong ? ' to ' : '; ')}
      .
    </p>
  )
}

const monthOf = (date: string | null) =>
  date
    ? new Date(date).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
    : 'on an unknown day'
