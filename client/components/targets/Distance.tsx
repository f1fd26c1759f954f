import type { TargetAnswer } from '../../../server/contract/target-answers.ts'
import { Worked } from './Worked.tsx'

/** How far the goal is, in the unit and in children, and the pace that it needs beside the pace of late. */
export function Distance({ target }: { target: TargetAnswer }) {
  const { goal, gap, pace, point, measure } = target
  return (
    <section aria-labelledby="distance-heading">
      <h2 id="distance-heading" className="govuk-heading-m">
        How far, how fast
      </h2>
      <dl className="govuk-summary-list app-target-terms">
        <Term name="The goal">{goal ? goal.words : 'There is no figure of what it goes to.'}</Term>
        <Term name="From the newest figure">
          {gap ? gap.words : 'It can’t be told without both a figure and a goal.'}
        </Term>
        {pace && <Term name="The pace">{pace.words}</Term>}
      </dl>
      {gap && goal && point && (
        <Worked>
          <p>
            The way left is the goal, {goal.text}, less the newest figure, {point.text} ({point.label}); in
            per cent it is a share of the newest figure.
          </p>
          {gap.count !== null && (
            <p>
              In {measure.counted}: as many as the goal would mean
              {point.denominator === null
                ? ''
                : ` among ${point.denominator.toLocaleString('en-GB')} children`}
              , less{' '}
              {point.numerator === null
                ? 'as many as the newest rate means'
                : `the ${point.numerator.toLocaleString('en-GB')} counted`}
              . Goals and rates that are rounded make it right to a child or two only.
            </p>
          )}
          <p>
            The pace that is needed is the way left, divided by the periods between the newest figure and the
            day it is due. The pace of late is the average of the latest four changes from one figure to the
            next.
          </p>
        </Worked>
      )}
    </section>
  )
}

function Term({ name, children }: { name: string; children: string }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
