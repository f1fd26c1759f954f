import type { PointAnswer } from '../../server/contract/points.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import type { RatingAnswer } from '../../server/contract/target-answers.ts'
import { FigureNotes, FigureSources } from './FigureNotes.tsx'
import { FileLinks } from './FileLinks.tsx'
import { RatingTag } from './RatingTag.tsx'
import { StatusTag, Tag } from './Tag.tsx'

const withCommas = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 1 })

/**
 * The figures of the chart as a table, the newest first: the same numbers, with what they are made of and where from.
 * The link to their file stands inside the part that scrolls, where the keyboard can reach it and then move the table.
 */
export function SeriesTable({ answer, path }: { answer: SeriesAnswer; path: string }) {
  const { indicator, comparators } = answer
  const rows = rowsOf(answer)
  const hasCounts = answer.points.some((point) => point.numerator !== null)
  const asked = new Map(answer.target?.expected.map((each) => [each.period, each]))
  const hasStatus = answer.points.some((point) => point.status !== 'final' || point.doubt !== null)
  return (
    <section aria-labelledby="table-heading">
      <h2 id="table-heading" className="govuk-heading-m">
        The figures
      </h2>
      <section className="app-scroll" aria-label={`Table: ${indicator.name}`}>
        <p className="govuk-body app-downloads">
          <FileLinks what="these figures" path={path} />
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
              {asked.size > 0 && <th scope="col">Asked for by then</th>}
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
                {asked.size > 0 && <td>{own ? <Asked asked={asked.get(own.period)} /> : 'no figure'}</td>}
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
      <FigureNotes points={answer.points} />
      <FigureSources points={answer.points} />
    </section>
  )
}

/** What the target's path asked for on a figure's day, and whether the figure was there. */
function Asked({ asked }: { asked: { text: string; state: RatingAnswer['state'] } | undefined }) {
  if (!asked) return 'nothing yet'
  return (
    <>
      {asked.text} <RatingTag state={asked.state} />
    </>
  )
}

/** Why there is no figure, in a word. */
const MISSING_WORDS: Record<NonNullable<PointAnswer['missing']>, string> = {
  suppressed: 'Hidden',
  'low-reliability': 'Unreliable',
  'not-applicable': 'Not applicable',
  'not-available': 'Not available',
  'rounds-to-zero': 'Near zero',
  'not-reported': 'Not reported',
}

/** A word for each figure, so that no cell is empty; whatever takes more words stands in the notes. */
function Status({ point }: { point: PointAnswer }) {
  if (point.doubt) return <Tag kind="doubted" />
  if (point.missing) return MISSING_WORDS[point.missing]
  return point.status === 'final' ? 'Final' : <StatusTag status={point.status} />
}

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
