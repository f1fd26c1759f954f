import { useEffect, useRef, useState } from 'react'
import { type EventMarker, eventMarkers } from './event-markers.ts'
import { EVENT_HEIGHT, EVENT_ROOM, type Layout } from './layout.ts'
import type { LineModel, NumberedEvent } from './line-model.ts'

const CARD = 320

/** Over the drawn numbers of events: what answers to the pointer, the finger and the keyboard with their text. */
export function EventMarkers({ model, layout }: { model: LineModel; layout: Layout }) {
  const [open, setOpen] = useState<string | null>(null)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (open === null) return
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setOpen(null)
    const onPointer = ({ target }: PointerEvent) =>
      target instanceof Node && !box.current?.contains(target) && setOpen(null)
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', onPointer)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointerdown', onPointer)
    }
  }, [open])
  if (model.events.length === 0) return null
  return (
    <section ref={box} className="app-event-markers" aria-label="Numbers on the chart">
      {eventMarkers(model, layout).map((marker) => {
        const { label, x, width } = marker
        const events = model.events.filter(({ number }) => marker.numbers.includes(number))
        const left = x - width / 2
        return (
          <button
            key={label}
            type="button"
            className={`app-event-marker ${marker.linked ? 'app-event-marker--linked' : ''}`}
            style={{ left, top: layout.plot.top - EVENT_ROOM + 2, width, height: EVENT_HEIGHT }}
            aria-label={spoken(marker, events)}
            onFocus={() => setOpen(label)}
            onBlur={() => setOpen(null)}
            onClick={() => setOpen(label)}
            // A finger leaves as soon as it is lifted; what it opened stays until it taps elsewhere.
            onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setOpen(label)}
            onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setOpen(null)}
          >
            {open === label && <Card events={events} left={cardLeft(x, layout.width) - left} />}
          </button>
        )
      })}
    </section>
  )
}

/** The card stands under its number, and is moved aside where it would leave the chart. */
const cardLeft = (x: number, width: number) =>
  Math.max(0, Math.min(x - CARD / 2, width - Math.min(CARD, width)))

function spoken({ numbers, label }: EventMarker, events: readonly NumberedEvent[]): string {
  if (numbers.length === 1) {
    return events.map((each) => `${each.event.entry ? each.event.kindLabel : 'Event'} ${told(each)}`).join('')
  }
  return `Events ${label}: ${events.map(told).join(' ')}`
}

const told = ({ number, event }: NumberedEvent) => `${number}, ${event.when}: ${event.label}.`

/** More than so many would cover the page; the list below the chart has them all. */
const MOST_ON_CARD = 4

function Card({ events, left }: { events: readonly NumberedEvent[]; left: number }) {
  // One more is told rather than counted.
  const shown = events.slice(0, events.length === MOST_ON_CARD + 1 ? events.length : MOST_ON_CARD)
  const more = events.length - shown.length
  return (
    <span className="app-event-card" style={{ left, width: CARD }} aria-hidden="true">
      {shown.map(({ number, event }) => (
        <span key={number} className="app-event-card__event">
          <strong>
            {number}. {event.when}:
          </strong>{' '}
          {event.label}.
        </span>
      ))}
      {more > 0 && <span className="app-event-card__event">And {more} more, in the list below.</span>}
    </span>
  )
}
