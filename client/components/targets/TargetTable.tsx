import { type Search, trajectoryPath } from '../../../server/contract/paths.ts'
import type { TrajectoryAnswer } from '../../../server/contract/target-answers.ts'
import { FigureNotes, FigureSources } from '../FigureNotes.tsx'
import { FileLinks } from '../FileLinks.tsx'
import { RatingTag } from '../RatingTag.tsx'
import { ScrollBox } from '../ScrollBox.tsx'
import { Tag } from '../Tag.tsx'

/** The chart as a table: each day with its figure, what was asked for by then, and how that is rated. */
export function TargetTable({ answer, search }: { answer: TrajectoryAnswer; search: Search }) {
  const { measure, area, benchmark, rows } = answer
  const unit = measure.unitShort === '' ? '' : `, ${measure.unitShort}`
  return (
    <section aria-labelledby="figures-heading">
      <h2 id="figures-heading" className="govuk-heading-m">
        The figures
      </h2>
      <p className="govuk-body app-downloads">
        <FileLinks what="this chart" path={trajectoryPath(answer.target, search)} />
      </p>
      <ScrollBox label={`Table: ${measure.name} and what was asked for`}>
        <table className="govuk-table app-table app-target-table">
          <caption className="govuk-table__caption">
            {measure.name}
            {unit}: figures and what was asked for by their day
          </caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col" className="app-number">
                {area.name}
              </th>
              <th scope="col" className="app-number">
                Asked for by then
              </th>
              {benchmark && (
                <th scope="col" className="app-number">
                  {benchmark.label}
                </th>
              )}
              <th scope="col">Rating</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.end}>
                <th scope="row" className="app-table__when">
                  {row.label}
                </th>
                <td className="app-number" data-heading={area.name}>
                  {row.figure}
                  {row.illustrative && (
                    <>
                      {' '}
                      <Tag kind="illustrative" />
                    </>
                  )}
                </td>
                <td className="app-number" data-heading="Asked for by then">
                  {row.expected?.text ?? 'nothing'}
                </td>
                {benchmark && (
                  <td className="app-number" data-heading={benchmark.label}>
                    {row.benchmark ?? 'no figure'}
                  </td>
                )}
                <td>{row.why === null ? <RatingTag state={row.rating} /> : `Not rated: ${row.why}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {answer.notes.map((note) => (
        <p key={note} className="app-source app-target-note">
          {note}
        </p>
      ))}
      <FigureNotes points={answer.points} />
      <FigureSources points={answer.points} />
    </section>
  )
}
