import { Fragment } from 'react'
import type { EventAnswer } from '../../server/contract/points.ts'
import type { LineModel } from '../charts/line-model.ts'

/** What the numbers and the shading on a chart stand for, with everything that is known of it and where it says so. */
export function EventList({ model, events }: { model: LineModel; events: readonly EventAnswer[] }) {
  const shaded = events.filter(({ id }) => model.shades.some((shade) => shade.id === id))
  const outside = events.length - model.events.length - shaded.length
  return (
    <>
      <ol className="app-events">
        {model.events.map(({ number, event }) => (
          <li key={event.id}>
            <span className="app-events__number">{number}</span>
            <Event event={event} />
          </li>
        ))}
        {shaded.map((event) => (
          <li key={event.id}>
            <span className="app-events__number app-events__number--shaded">Shaded</span>
            <Event event={event} />
          </li>
        ))}
      </ol>
      {outside > 0 && (
        <p className="app-small">
          {outside === 1 ? 'One more event lies' : `${outside} more events lie`} before the first day of the
          chart or after its last.
        </p>
      )}
    </>
  )
}

function Event({ event }: { event: EventAnswer }) {
  const { when, kindLabel, label, judgements, publishedLabel, abnormal, doubt } = event
  return (
    <div>
      <strong>{when}</strong> ({abnormal ? 'Figures do not compare' : kindLabel}): {label}.
      {judgements.length > 0 && (
        <span className="app-events__judgements">
          {judgements.map(({ domain, grade }) => `${domain}: ${grade.toLowerCase()}`).join('. ')}.
        </span>
      )}
      <span className="app-small">
        {publishedLabel && `Published on ${publishedLabel}. `}Source: <Sources event={event} />
      </span>
      {doubt && <span className="app-small">On the sources: {doubt}</span>}
    </div>
  )
}

function Sources({ event: { sources } }: { event: EventAnswer }) {
  return sources.map(({ text, url }, i) => (
    <Fragment key={url ?? text}>
      {i > 0 && '; '}
      {url ? (
        <a className="govuk-link" href={url}>
          {text}
        </a>
      ) : (
        text
      )}
    </Fragment>
  ))
}
