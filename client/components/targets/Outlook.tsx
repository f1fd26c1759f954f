import type { ProjectionAnswer } from '../../../server/contract/target-answers.ts'
import { ScrollBox } from '../ScrollBox.tsx'
import { Worked } from './Worked.tsx'

/** Where the figure goes if recent change continues, and the chance that the target is met. */
export function Outlook({ projection, unit }: { projection: ProjectionAnswer; unit: string }) {
  const { none, words, chance, noChance, points, cautions } = projection
  return (
    <section aria-labelledby="outlook-heading">
      <h2 id="outlook-heading" className="govuk-heading-m">
        If recent change continues
      </h2>
      {none ? (
        <p className="govuk-body">No projection is made. {none}</p>
      ) : (
        <>
          <p className="govuk-body">{words}</p>
          <p className="govuk-body">{chance ? <strong>{chance.words}</strong> : noChance}</p>
          <h3 className="govuk-heading-s">What to bear in mind of this</h3>
          <ul className="govuk-list govuk-list--bullet">
            {cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
          <Points points={points} unit={unit} />
          <HowProjected projection={projection} />
        </>
      )}
    </section>
  )
}

function Points({ points, unit }: Pick<ProjectionAnswer, 'points'> & { unit: string }) {
  return (
    <ScrollBox label="Table: if recent change continues">
      <table className="govuk-table app-table app-target-outlook">
        <caption className="govuk-table__caption">
          If recent change continues{unit === '' ? '' : `, ${unit}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col" className="app-number">
              Middle
            </th>
            <th scope="col" className="app-number">
              Four times in five between
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ end, label, text, range }) => (
            <tr key={end}>
              <th scope="row" className="app-table__when">
                {label}
              </th>
              <td className="app-number">{text}</td>
              <td className="app-number">{range}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function HowProjected({ projection: { methodWords, from } }: { projection: ProjectionAnswer }) {
  return (
    <Worked>
      <p>Worked out from {from}.</p>
      <p>
        <strong>The method:</strong> {methodWords}
      </p>
      <p>
        Both methods were tried as if at each earlier time, from the fifth figure on, up to three figures
        ahead; the one that would have erred less is used. The first draws a straight line whose slope is the
        median of the slopes between all pairs of figures. The second follows the level and the trend, the
        newest figures counting most, and lets the trend fade by a tenth each period.
      </p>
      <p>
        Four times in five, a figure falls within 1.282 standard errors of the middle, if errors are spread as
        they were in the past. The chance is the share of that spread on the side of the goal that is aimed
        at.
      </p>
    </Worked>
  )
}
