import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ProgrammeTarget } from '../../../server/contract/programmes.ts'
import { RatingTag } from '../RatingTag.tsx'
import { StatusTag } from '../Tag.tsx'
import { SmallChart } from './SmallChart.tsx'

/** One target: is it on the path, how far is there to go, how fast, was it ever done, and whose is it. */
export function TargetCard({ target, chart, chance, realism }: ProgrammeTarget) {
  const { id, measure, title, point, age, rating, gap, pace, goal, owner, setBy, state, stateWords } = target
  return (
    <li className="app-target">
      <h3 className="govuk-heading-s">
        <Link to="/targets/$id" params={{ id }} className="govuk-link">
          {measure.name}
        </Link>
      </h3>
      <p className="app-target__stated">As stated: {title}.</p>
      <p className="app-target__now">
        <RatingTag state={rating.state} /> {state !== 'in-force' && <strong>{stateWords}. </strong>}
      </p>
      <p className="app-target__figure">
        {point && (
          <>
            <strong className="app-target__value">{[point.text, measure.unitShort].join(' ').trim()}</strong>{' '}
            <span className="app-quiet">
              {point.label}, {age} ago
            </span>{' '}
            <StatusTag status={point.status} />
          </>
        )}
      </p>
      <p className="app-target__reason">{rating.words}</p>
      <SmallChart target={target} chart={chart} />
      <dl>
        {goal && (
          <Item term="Goal:" className="app-target__goal">
            {goal.words}
          </Item>
        )}
        {gap && <Item term="To go:">{gap.words}</Item>}
        {pace && <Item term="Pace:">{pace.words}</Item>}
        {chance && <Item term="Chance:">{chance.words}</Item>}
        {realism && (
          <Item term="Has it been done?">
            {realism.verdict && <strong className="app-target__verdict">{realism.verdict}. </strong>}
            {realism.sentence}
            {realism.record && <span className="app-target__record"> {realism.record}</span>}
          </Item>
        )}
        <Item term="Whose:" className="app-target__whose">
          {owner}; {setBy}. {state === 'in-force' && `${stateWords}.`}
        </Item>
      </dl>
    </li>
  )
}

function Item(props: { term: string; className?: string; children: ReactNode }) {
  return (
    <div className={props.className}>
      <dt>{props.term}</dt> <dd>{props.children}</dd>
    </div>
  )
}
