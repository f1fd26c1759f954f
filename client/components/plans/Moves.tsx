import { Link } from '@tanstack/react-router'
import type { PlanMove } from '../../../server/contract/plan-action-answers.ts'
import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import { Choice } from '../Choice.tsx'
import { Changes } from '../versions/Changes.tsx'
import type { Shared } from './shared.ts'

/** What was put on record, changed or taken out after a day: in the plan itself, in its actions, in what they answer. */
export function Moves(props: { plan: PlanAnswer; shared: On; onChoose: (since: string) => void }) {
  const { plan, shared, onChoose } = props
  const { moved } = plan
  const added = moved.moves.filter(({ kind }) => kind === 'set')
  const others = moved.moves.filter(({ kind }) => kind !== 'set')
  return (
    <section aria-labelledby="moved-heading" className="app-plan-part">
      <h2 id="moved-heading" className="govuk-heading-m">
        What moved since the last meeting
      </h2>
      <div className="app-controls">
        <Choice label="After" value={moved.since} options={moved.sinceOptions} onChoose={onChoose} />
      </div>
      <p className="govuk-body">
        After {moved.sinceWords}: {moved.words}
      </p>
      {others.length > 0 && (
        <ol className="govuk-list app-plan-moves">
          {others.map((move) => (
            <Move key={`${move.of} ${move.id} ${move.version}`} move={move} shared={shared} />
          ))}
        </ol>
      )}
      {added.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">What was put on record ({added.length})</span>
          </summary>
          <div className="govuk-details__text">
            <ol className="govuk-list app-plan-moves">
              {added.map((move) => (
                <Move key={`${move.of} ${move.id}`} move={move} shared={shared} />
              ))}
            </ol>
          </div>
        </details>
      )}
    </section>
  )
}

type On = Shared & { on?: string | undefined }

function Move({ move, shared }: { move: PlanMove; shared: On }) {
  return (
    <li className={move.of === 'plan' ? 'app-plan-moves__plan' : undefined}>
      <MovedEntry move={move} shared={shared} />
      <MoveText move={move} />
    </li>
  )
}

const OTHERS = { plan: 'The plan itself', recommendation: 'Recommendation of scrutiny' }

/** An action has a page of its own; the others are told by what they are. */
function MovedEntry({ move: { of, id, title }, shared }: { move: PlanMove; shared: On }) {
  if (of === 'action') {
    return (
      <Link to="/actions/$id" params={{ id }} search={shared} className="govuk-link">
        {title}
      </Link>
    )
  }
  const { on: _, ...search } = shared
  return (
    <>
      <strong>{OTHERS[of]}:</strong>{' '}
      <Link
        to="/registers/$register/$id"
        params={{ register: of, id }}
        search={search}
        className="govuk-link"
      >
        {title}
      </Link>
    </>
  )
}

/** Who did what, when and why, with what was there before. */
export function MoveText({ move }: { move: PlanMove }) {
  return (
    <>
      <p className="govuk-body">
        {move.kindWords} on {move.onLabel} by {move.by}. <strong>Why:</strong> {move.reason}
      </p>
      <Changes changed={move.changed} />
    </>
  )
}
