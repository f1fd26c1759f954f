import { Link } from '@tanstack/react-router'
import type { ContractAnswer } from '../../../server/contract/exception-answers.ts'
import { RatingTag } from '../RatingTag.tsx'
import { EntryLine } from '../scrutiny/EntryLink.tsx'
import { ContractMeetings } from './ContractMeetings.tsx'
import type { Shared } from './ExceptionCard.tsx'

type Props = { contract: ContractAnswer; breachRule: string; areaId: string; back: string; shared: Shared }

/** One contract: what its paper says, what is measured in it, and what to bear in mind. */
export function Contract({ contract, breachRule, areaId, back, shared }: Props) {
  const { id, name, terms, end, measures, noMeasures, notes, source, statedLabel } = contract
  return (
    <section aria-labelledby={`contract-${id}`}>
      <h2 id={`contract-${id}`} className="govuk-heading-m">
        {name}
      </h2>
      <dl className="app-pairs app-contract">
        {terms.map(({ field, text, said }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd className={said ? undefined : 'app-unsaid'}>{text}</dd>
          </div>
        ))}
      </dl>
      {end && <p className="govuk-body">{end}</p>}
      <p className="app-source">
        Stated on {statedLabel} in: {source.document}
        {source.page && `, ${source.page}`}.
      </p>
      <h3 className="govuk-heading-s">What is measured in it</h3>
      {noMeasures && (
        <p className="app-empty">
          {noMeasures} None is made up here. A measure appears here when a target is set in a contract.
        </p>
      )}
      {measures.length > 0 && <p className="govuk-body">{breachRule}</p>}
      {measures.length > 0 && (
        <ul className="app-actions">
          {measures.map(({ target, review, consequence, breachWords }) => (
            <li key={target.id}>
              <Link to="/targets/$id" params={{ id: target.id }} search={shared} className="govuk-link">
                {target.title}
              </Link>{' '}
              <RatingTag state={target.rating.state} />
              <dl className="app-pairs">
                <div>
                  <dt>Newest figure</dt>
                  <dd>
                    {target.point
                      ? `${target.point.text} ${target.measure.unitShort}, ${target.point.label}`
                      : 'None is held'}
                  </dd>
                </div>
                <div>
                  <dt>Goal</dt>
                  <dd>{target.goal?.text ?? 'no figure'}</dd>
                </div>
                <div>
                  <dt>Breaches in a row</dt>
                  <dd>{breachWords}</dd>
                </div>
                <div>
                  <dt>Reviewed</dt>
                  <dd className={review ? undefined : 'app-unsaid'}>{review ?? 'Not stated'}</dd>
                </div>
                <div>
                  <dt>What follows a breach</dt>
                  <dd className={consequence ? undefined : 'app-unsaid'}>{consequence ?? 'Not stated'}</dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      )}
      <ContractMeetings contract={contract} area={areaId} back={back} />
      {notes.length > 0 && (
        <>
          <h3 className="govuk-heading-s">To bear in mind</h3>
          <ul className="govuk-list govuk-list--bullet">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <EntryLine register="contract" id={id} back={back}>
        Change this contract<span className="govuk-visually-hidden">: {name}</span>
      </EntryLine>
    </section>
  )
}
