import type { DecisionAnswer } from '../../../server/contract/scrutiny-answers.ts'
import { EntryLine } from './EntryLink.tsx'

type Props = { decisions: readonly DecisionAnswer[]; on: string; area: string | undefined; back: string }

/** What was decided, by whom and when, with the reference of the decision where one is printed. */
export function Decisions({ decisions, on, area, back }: Props) {
  return (
    <>
      {decisions.length === 0 ? (
        <p className="app-empty">No decision is held up to {on}. When one is entered, it appears here.</p>
      ) : (
        <>
          <p className="govuk-body app-lead">
            {decisions.length === 1 ? '1 decision is' : `${decisions.length} decisions are`} held up to {on},
            the newest first.
          </p>
          <table className="app-stack app-decisions">
            <caption className="govuk-visually-hidden">Decisions up to {on}, the newest first</caption>
            <thead>
              <tr>
                <th scope="col">Decision</th>
                <th scope="col">Reference</th>
                <th scope="col">Date</th>
                <th scope="col">Decided by</th>
                <th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {decisions.map((decision) => (
                <tr key={decision.id}>
                  <th scope="row">{decision.title}</th>
                  <td data-heading="Reference">{decision.reference ?? 'none is printed'}</td>
                  <td data-heading="Date">{decision.made.label}</td>
                  <td data-heading="Decided by">{decision.maker}</td>
                  <td data-heading="Outcome">
                    {decision.outcome}
                    <span className="app-small">
                      Source: {decision.source.document}
                      {decision.source.page && `, ${decision.source.page}`}.
                    </span>
                    <EntryLine className="app-act-line" register="decision" id={decision.id} back={back}>
                      Change<span className="govuk-visually-hidden">: {decision.title}</span>
                    </EntryLine>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <EntryLine register="decision" back={back} filled={{ area }}>
        Add a decision
      </EntryLine>
    </>
  )
}
