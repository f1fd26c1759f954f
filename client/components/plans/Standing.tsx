import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import { sourceText } from './Source.tsx'
import { Stability } from './Stability.tsx'

/** Where a plan stands on the day that it is read on, with what has to be borne in mind about it. */
export function Standing({ plan, children }: { plan: PlanAnswer; children: ReactNode }) {
  const { silence, isToday, onLabel } = plan
  return (
    <section className="app-plan-standing" aria-labelledby="standing-heading">
      <h2 id="standing-heading" className="govuk-heading-m">
        Where it stands {isToday ? 'today' : 'on'} {isToday ? `(${onLabel})` : onLabel}
      </h2>
      <p className="govuk-body-l">
        {plan.countsWords} {plan.counts.actions > 0 && plan.dueWords}
      </p>
      <Stability stability={plan.stability} />
      {plan.unheardWords && <p className="govuk-body">{plan.unheardWords}</p>}
      {plan.review && (
        <p className="govuk-body">
          <strong>The review:</strong> {plan.review.weekWords}
        </p>
      )}
      {silence && (
        <p className="govuk-body">
          {silence.words}{' '}
          <Link
            to="/plans/$id"
            params={{ id: plan.id }}
            search={(previous) => ({ ...previous, on: silence.on })}
            className="govuk-link"
          >
            See it as it stood then
          </Link>
        </p>
      )}
      {plan.recordNote && <p className="govuk-inset-text">{plan.recordNote}</p>}
      {children}
    </section>
  )
}

/** What a plan is for, when it runs, and where that stands. */
export function Purpose({ plan }: { plan: PlanAnswer }) {
  return (
    <>
      {plan.retired && (
        <p className="govuk-inset-text">
          This plan was taken out. It is shown as it was, and counts nowhere.
        </p>
      )}
      <p className="govuk-body-l app-lead">{plan.purpose}</p>
      <dl className="govuk-summary-list app-plan-terms">
        {plan.how && <Term name="How">{plan.how}</Term>}
        <Term name="When">
          {plan.period}
          {plan.periodNote && <span className="app-small">{plan.periodNote}</span>}
        </Term>
        {plan.follows && (
          <Term name="Follows">
            {plan.follows.words}
            {plan.follows.doubt && <span className="app-small">{plan.follows.doubt}</span>}
            <span className="app-small">
              Source:{' '}
              {plan.follows.sources.map(({ text, url }, i) => (
                <span key={text}>
                  {i > 0 && '; '}
                  {url ? (
                    <a className="govuk-link" href={url}>
                      {new URL(url).hostname}
                    </a>
                  ) : (
                    text
                  )}
                </span>
              ))}
            </span>
          </Term>
        )}
        <Term name="Stated in">{sourceText(plan.source)}</Term>
      </dl>
    </>
  )
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
