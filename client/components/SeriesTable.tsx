import type { PointAnswer, SeriesAnswer } from '../../server/contract/answers.ts'
import { BREAK } from '../../server/domain/figure.ts'
import { StatusTag, Tag } from './Tag.tsx'

const withCommas = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 1 })

/**
 * The figures of the chart as a table, the newest first: the same numbers, with what they are made of and where from.
 * The link to their file stands inside the part that scrolls, where the keyboard can reach it and then move the table.
 */
export function SeriesTable({ answer, file }: { answer: SeriesAnswer; file: string }) {
  const { indicator, comparators } = answer
  const rows = rowsOf(answer)
  const hasCounts = answer.points.some((point) => point.numerator !== null)
  const hasStatus = answer.points.some((point) => point.status !== 'final' || point.doubt !== null)
  return (
    <section aria-labelledby="table-heading">
      <h2 id="table-heading" className="govuk-heading-m">
        The figures
      </h2>
      <section className="app-scroll" aria-label={`Table: ${indicator.name}`}>
        <p className="govuk-body app-downloads">
          <a className="govuk-link" href={file} download>
            Download these figures as a spreadsheet file (comma-separated values, CSV)
          </a>
        </p>
        <table className="govuk-table app-table">
          <caption className="govuk-table__caption">
            {indicator.name}, {indicator.unitText}
          </caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col" className="app-number">
                {answer.area.name}
              </th>
              {hasCounts && (
                <th scope="col" className="app-number">
                  Made up of
                </th>
              )}
              {comparators.map((comparator) => (
                <th key={comparator.id} scope="col" className="app-number">
                  {comparator.label}
                </th>
              ))}
              {hasStatus && <th scope="col">Status</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ end, label, own }) => (
              <tr key={end}>
                <th scope="row" className="app-table__when">
                  {label}
                </th>
                <td className="app-number">{own?.text ?? 'no figure'}</td>
                {hasCounts && (
                  <td className="app-number">{own ? madeOf(own, indicator.unit) : 'no figure'}</td>
                )}
                {comparators.map((comparator) => {
                  const point = comparator.points.find((each) => each.end === end)
                  return (
                    <td key={comparator.id} className="app-number">
                      {point?.text ?? 'yearly only'}
                      {comparator.kind === 'neighbours' && point && point.contributing < point.of && (
                        <span className="app-small">
                          {point.contributing} of {point.of}
                        </span>
                      )}
                    </td>
                  )
                })}
                {hasStatus && <td>{own ? <Status point={own} /> : 'no figure'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Notes points={answer.points} />
      <Sources points={answer.points} />
    </section>
  )
}

/** A word for each figure, so that no cell is empty; whatever takes more words stands in the notes. */
function Status({ point }: { point: PointAnswer }) {
  if (point.doubt) return <Tag kind="doubted" />
  if (point.value === null) return 'no figure'
  return point.status === 'final' ? 'Final' : <StatusTag status={point.status} />
}

/** Why a figure is missing, or what to know of it; the same words are said once, with all the days that they are of. */
function Notes({ points }: { points: readonly PointAnswer[] }) {
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

type Row = { end: string; label: string; own: PointAnswer | undefined }

/** Every day that we or a comparator have a figure of, the newest first; a year and its last quarter end on one day. */
function rowsOf(answer: SeriesAnswer): Row[] {
  const rows = new Map<string, Row>()
  for (const point of answer.points) rows.set(point.end, { end: point.end, label: point.label, own: point })
  for (const { end, label } of answer.comparators.flatMap((comparator) => comparator.points)) {
    if (!rows.has(end)) rows.set(end, { end, label, own: undefined })
  }
  return [...rows.values()].sort((a, b) => (a.end < b.end ? 1 : -1))
}

/** A share is so many of so many; a ratio's two parts are of different things, so one is divided by the other. */
function madeOf({ numerator, denominator }: PointAnswer, unit: string): string {
  if (numerator === null) return 'not given'
  if (denominator === null) return withCommas(numerator)
  return `${withCommas(numerator)} ${unit === 'ratio' ? '÷' : 'of'} ${withCommas(denominator)}`
}

/** Which publications the figures come from, and when they came out. */
function Sources({ points }: { points: readonly PointAnswer[] }) {
  const sources = new Map(
    points.flatMap((point) => (point.source ? [[point.source, point.publishedAt]] : [])),
  )
  if (sources.size === 0) return null
  const names = [...sources]
  const shown = names.length > 4 ? [names[0], names.at(-1)] : names
  return (
    <p className="app-source">
      <strong>Source:</strong>{' '}
      {shown
        .filter((name) => name !== undefined)
        .map(([name, date]) => `${name} (published ${monthOf(date)})`)
        .join(names.length > 4 ? ' to ' : '; ')}
      .
    </p>
  )
}

const monthOf = (date: string | null | undefined) =>
  date
    ? new Date(date).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
    : 'on an unknown day'
