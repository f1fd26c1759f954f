import { Link } from '@tanstack/react-router'
import type { SeriesTargetAnswer } from '../../server/contract/series-answers.ts'
import { RatingTag } from './RatingTag.tsx'

/** Whether a measure is where its target wants it by now: a word, the reason and the rule. */
export function TargetLine({ target }: { target: SeriesTargetAnswer }) {
  return (
    <p className="govuk-body app-target-line">
      <RatingTag state={target.rating.state} /> {withoutState(target.rating.words)} {target.rating.rule}{' '}
      <Link to="/targets/$id" params={{ id: target.id }} className="govuk-link">
        About the target: {target.text}
        {target.dueLabel ? ` by ${target.dueLabel}` : ''}
      </Link>
    </p>
  )
}

/** The tag says the colour; the sentence need not say it again. */
function withoutState(words: string): string {
  const reason = words.replace(/^(Green|Amber|Red|No data|Not rated(?: here)?): /, '')
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`
}
