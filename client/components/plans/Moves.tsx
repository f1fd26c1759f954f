import { Link } from '@tanstack/react-router'
import type { PlanMove } from '../../../server/contract/plan-action-answers.ts'
import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import { Choice } from '../Choice.tsx'
import { Changes } from '../versions/Changes.tsx'
import type { Shared } from './shared.ts'

/** What was put on record, changed or taken out after a day, and how due days moved since they were first set. */
export function Moves(props: {
  plan: PlanAnswer
  shared: Shared & { on?: string | undefined }
  onChoose: (since: string) => void
}) {
  const { plan, shared, onChoose } = props
  const { moved, dueMoves } = plan
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
            <Move key={`${move.action} ${move.version}`} move={move} shared={shared} />
          ))}
        </ol>
      )}
      {added.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Actions that were put on record ({added.length})
            </span>
          </summary>
          <div className="govuk-details__text">
            <ol className="govuk-list app-plan-moves">
              {added.map((move) => (
                <Move key={move.action} move={move} shared={shared} />
              ))}
            </ol>
          </div>
        </details>
      )}
      <h3 className="govuk-heading-s">Due days since they were first set</h3>
      <p className="govuk-body">{dueMoves.words}</p>
    </section>
  )
}

function Move({ move, shared }: { move: PlanMove; shared: Shared & { on?: string | undefined } }) {
  return (
    <li>
      <Link to="/actions/$id" params={{ id: move.action }} search={shared} className="govuk-link">
        {move.title}
      </Link>
      <MoveText move={move} />
    </li>
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
