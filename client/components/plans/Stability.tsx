import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'

/** A word and a sign before it is a colour. */
export function KeepsChanging() {
  return (
    <span className="app-plan-state app-plan-state--changing">
      <span aria-hidden="true">⇄</span> Keeps changing
    </span>
  )
}

/** That a plan keeps changing, by how much, and by which rule that is said; nothing of one that does not. */
export function Stability({ stability: { keepsChanging, words, rule } }: Pick<PlanAnswer, 'stability'>) {
  if (!keepsChanging) return null
  return (
    <>
      <p className="govuk-body">
        <KeepsChanging /> {words}
      </p>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">When a plan counts as one that keeps changing</span>
        </summary>
        <p className="govuk-details__text">{rule}</p>
      </details>
    </>
  )
}
