import { useQuery } from '@tanstack/react-query'
import type { TargetRealismAnswer } from '../../../server/contract/target-answers.ts'
import { targetRealism } from '../../queries.ts'
import { Worked } from './Worked.tsx'

/** Whether any council ever did what the target asks for. It comes after the page, and blanks nothing. */
export function Done({ id }: { id: string }) {
  const { data } = useQuery(targetRealism(id))
  return (
    <section aria-labelledby="done-heading">
      <h2 id="done-heading" className="govuk-heading-m">
        Has it been done?
      </h2>
      {!data && <p className="govuk-body">Looking through the figures of all councils …</p>}
      {data?.none && <p className="govuk-body">{data.none}</p>}
      {data?.rows.map((row) => (
        <Asked key={row.label} row={row} />
      ))}
      {data && data.rows.length > 0 && (
        <Worked>
          <p>{data.basis}</p>
          <p>
            A stretch goes as far if the figure at its end lies at least as many per cent from the one at its
            beginning. “Done by many” is a quarter of all stretches or more, “by some” 5% or more, “by few”
            fewer, but not none. Stretches of one council overlap, so they are not independent of each other.
          </p>
          <p>
            Councils that are far out tend to come back some of the way by themselves, so those that began in
            the outer quarter of their year are counted apart.
          </p>
        </Worked>
      )}
    </section>
  )
}

function Asked({ row }: { row: TargetRealismAnswer['rows'][number] }) {
  const { label, years, text, verdict, sentence, ownPast, farEnd } = row
  return (
    <div className="app-target-asked">
      <h3 className="govuk-heading-s">
        {label}: {verdict}
      </h3>
      <ul className="govuk-list govuk-list--bullet">
        {years > 1 && <li>Spread evenly, that is {text.neededAYear}.</li>}
        <li>{sentence}</li>
        {farEnd && <li>{farEnd.words}</li>}
        {ownPast && <li>{ownPast.words}</li>}
      </ul>
    </div>
  )
}
