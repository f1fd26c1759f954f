import { Fragment } from 'react'
import type { EventAnswer } from '../../server/contract/points.ts'
import type { LineModel } from '../charts/line-model.ts'
import { LinkedEvent } from './LinkedEvent.tsx'

/** Whether there is anything to tell of the events of a chart: what is done about a measure is told off the chart too. */
export const hasEventList = (model: LineModel, events: readonly EventAnswer[]): boolean =>
  model.events.length + model.shades.length > 0 || events.some(({ entry }) => entry !== null)

/** What the numbers and the shading on a chart stand for, with everything that is known of it and where it says so. */
export function EventList({ model, events }: { model: LineModel; events: readonly EventAnswer[] }) {
  const shown = new Set([...model.events.map(({ event }) => event.id), ...model.shades.map(({ id }) => id)])
  const shaded = events.filter(({ id }) => model.shades.some((shade) => shade.id === id))
  const outside = events.filter(({ id }) => !shown.has(id))
  const done = outside.filter(({ entry }) => entry !== null)
  const others = outside.length - done.length
  return (
    <>
      <ol className="app-events">
        {model.events.map(({ number, event }) => (
          <li key={event.id}>
            <span className={`app-events__number ${event.entry ? 'app-events__number--linked' : ''}`}>
              {number}
            </span>
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
      {done.length > 0 && (
        <>
          <p className="app-small">Before the first day of the chart or after its last:</p>
          <ul className="app-events">
            {done.map((event) => (
              <li key={event.id}>
                <Event event={event} />
              </li>
            ))}
          </ul>
        </>
      )}
      {others > 0 && (
        <p className="app-small">
          {others === 1 ? 'One more event lies' : `${others} more events lie`} before the first day of the
          chart or after its last.
        </p>
      )}
    </>
  )
}

function Event({ event }: { event: EventAnswer }) {
  const { when, kindLabel, label, judgements, publishedLabel, abnormal, doubt, entry } = event
  if (entry) return <LinkedEvent event={event} entry={entry} />
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
