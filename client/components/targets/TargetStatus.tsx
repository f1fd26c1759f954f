import type { TargetAnswer } from '../../../server/contract/target-answers.ts'
import { RatingTag } from '../RatingTag.tsx'
import { Worked } from './Worked.tsx'
import '../../styles/target.scss'

/** Where a target stands, first of all: a word and a sign, the reason, and the rule with its tolerance. */
export function TargetStatus({ target }: { target: TargetAnswer }) {
  const { rating, assurance, state, stateWords, age } = target
  const isRated = ['green', 'amber', 'red'].includes(rating.state)
  return (
    <div className="app-target-status">
      <p className="govuk-body-l">
        <RatingTag state={rating.state} /> {reasonOf(rating.words)}
      </p>
      {state !== 'in-force' && (
        <p className="govuk-body">
          <strong>{stateWords}.</strong>
        </p>
      )}
      <p className="govuk-body">
        <strong>The rule:</strong> {rating.rule}
        {age && ` The newest figure is ${age} old.`}
      </p>
      {assurance && (
        <p className="govuk-body">
          <strong>By ordinary variation: {assurance.word}.</strong> {assurance.words}
        </p>
      )}
      <Worked>
        <p>
          A figure is held against what the path asks for on the figure’s own day, never against the goal that
          lies at the end. A figure exactly on a limit is inside it.
        </p>
        {isRated && rating.expected && target.point && (
          <p>
            Here: {target.point.text} on the one side, {rating.expected.text} on the other. The path runs{' '}
            {target.shape}.
          </p>
        )}
        <p>
          The usual tolerance is 5% of what is asked for; 2 percentage points for a percentage; 1 where less
          than 20 is asked for. The rule is this dashboard’s own: no law or guidance sets it.
        </p>
        {assurance && (
          <p>
            Ordinary variation reaches from the average of the figures 2.66 times the average step from one to
            the next, to either side; single large steps are left out of it (NHS England, Making Data Count).
            It is held against the goal, and knows of no path and no plan.
          </p>
        )}
      </Worked>
    </div>
  )
}

/** The tag says the colour; the sentence need not say it again. */
function reasonOf(words: string): string {
  const reason = words.replace(/^(Green|Amber|Red|No data|Not rated(?: here)?): /, '')
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`
}
