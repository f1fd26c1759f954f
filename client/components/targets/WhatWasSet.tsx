import type { TargetPageAnswer } from '../../../server/contract/target-answers.ts'
import { capitalised } from '../../words.ts'

/** The terms of a target in words: who set what, from where, by when, on whose authority, written down where. */
export function WhatWasSet({ page: { target, lists, notes } }: { page: TargetPageAnswer }) {
  const { baseline, stated, programme } = target
  const terms: [string, string | null][] = [
    ['What it asks for', target.basis],
    ['How the path runs', capitalised(target.shape)],
    ['Starts from', baseline && `${baseline.text} on ${baseline.label}`],
    ['Due', target.dueLabel ?? 'No day is set.'],
    ['Change as the paper claims it', stated?.words ?? null],
    ['Belongs to', programme?.name ?? null],
    ['Whose target', capitalised(target.setBy)],
    ['Who answers for it', target.owner],
    ['State', target.stateWords],
    ['Approval', target.approval],
    ['Next review', target.reviewOn ? longDate(target.reviewOn) : 'No day of review is set.'],
    ['Why it was set so', target.rationale ?? 'The paper gives no reason.'],
    ['National or statutory standard', target.standard ?? 'None is noted.'],
    ['Written in', [target.document, target.page].filter(Boolean).join(', ')],
    ['Stated on', longDate(target.statedOn)],
  ]
  return (
    <section aria-labelledby="set-heading">
      <h2 id="set-heading" className="govuk-heading-m">
        What was set
      </h2>
      <dl className="govuk-summary-list app-target-terms">
        {terms
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name} className="govuk-summary-list__row">
              <dt className="govuk-summary-list__key">{name}</dt>
              <dd className="govuk-summary-list__value">{value}</dd>
            </div>
          ))}
      </dl>
      {new Set(lists.map(({ text }) => text)).size > 1 && (
        <>
          <h3 className="govuk-heading-s">By each list of similar councils</h3>
          <ul className="govuk-list govuk-list--bullet">
            {lists.map(({ model, text, chosen }) => (
              <li key={model}>
                List of {model}: {text}
                {chosen && <strong> – this one counts</strong>}
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <>
          <h3 className="govuk-heading-s">What to bear in mind</h3>
          <ul className="govuk-list govuk-list--bullet">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const longDate = (date: string) =>
  new Date(date).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
