import { Link, useSearch } from '@tanstack/react-router'
import type { EventAnswer, LinkedEntry } from '../../server/contract/points.ts'

/** A day of an action or a recommendation: what became of it, who answers for it, where it stands, and the way to it. */
export function LinkedEvent({ event, entry }: { event: EventAnswer; entry: LinkedEntry }) {
  const { when, kindLabel, sources } = event
  return (
    <div>
      <strong>{when}</strong> ({kindLabel}, {entry.told.toLowerCase()}): <Title entry={entry} />
      <dl className="app-events__facts">
        {entry.facts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}:</dt> <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <span className="app-small">
        Source: {sources.map(({ text }) => text).join('; ')}
        <InTracker entry={entry} />
      </span>
    </div>
  )
}

/** An action has a page of its own; a recommendation is read with its history. */
function Title({ entry: { register, id, title } }: { entry: LinkedEntry }) {
  const { area, neighbours, asAt } = useSearch({ strict: false })
  const search = { area, neighbours, asAt }
  if (register === 'action') {
    return (
      <Link to="/actions/$id" params={{ id }} search={search} className="govuk-link">
        {title}
      </Link>
    )
  }
  return (
    <Link to="/registers/$register/$id" params={{ register, id }} search={search} className="govuk-link">
      {title}
    </Link>
  )
}

function InTracker({ entry: { register, id, title } }: { entry: LinkedEntry }) {
  const { area, neighbours, asAt } = useSearch({ strict: false })
  if (register === 'action') return null
  return (
    <>
      .{' '}
      <Link to="/scrutiny" search={{ area, neighbours, asAt, on: asAt }} hash={id} className="govuk-link">
        In the tracker<span className="govuk-visually-hidden">: {title}</span>
      </Link>
    </>
  )
}
