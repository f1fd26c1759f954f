import { useEffect, useRef, useState } from 'react'
import type { DrawnMilestone } from './milestone-layout.ts'
import type { TimelineLayout } from './timeline-layout.ts'
import '../../styles/events.scss'

const CARD = 340
const SIZE = 24

/** Over the drawn marks of milestones: what answers to the pointer, the finger and the keyboard with where it is stated. */
export function MilestoneButtons({ layout: { milestones, width } }: { layout: TimelineLayout }) {
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
  if (milestones.length === 0) return null
  return (
    <section ref={box} className="app-event-markers" aria-label="Marks of milestones">
      {milestones.map((milestone) => {
        const { id, mark, markY } = milestone
        const left = mark - SIZE / 2
        const card = Math.max(0, Math.min(mark - CARD / 2, width - Math.min(CARD, width)))
        return (
          <button
            key={id}
            type="button"
            className="app-event-marker"
            style={{ left, top: markY - SIZE / 2, width: SIZE, height: SIZE }}
            aria-label={spoken(milestone)}
            onFocus={() => setOpen(id)}
            onBlur={() => setOpen(null)}
            onClick={() => setOpen(id)}
            // A finger leaves as soon as it is lifted; what it opened stays until it taps elsewhere.
            onPointerEnter={({ pointerType }) => pointerType === 'mouse' && setOpen(id)}
            onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setOpen(null)}
          >
            {open === id && <Card milestone={milestone} left={card - left} />}
          </button>
        )
      })}
    </section>
  )
}

const sourcesOf = ({ sources }: DrawnMilestone) => `Source: ${sources.map(({ text }) => text).join('; ')}.`

const spoken = (milestone: DrawnMilestone): string =>
  [
    `${milestone.when}: ${milestone.label}.`,
    milestone.toCome ? 'Still to come.' : null,
    milestone.doubt,
    sourcesOf(milestone),
  ]
    .filter(Boolean)
    .join(' ')

function Card({ milestone, left }: { milestone: DrawnMilestone; left: number }) {
  const { when, label, toCome, doubt } = milestone
  return (
    <span className="app-event-card" style={{ left, width: CARD }} aria-hidden="true">
      <span className="app-event-card__event">
        <strong>{when}:</strong> {label}.{toCome && ' Still to come.'}
      </span>
      {doubt && <span className="app-event-card__event">{doubt}</span>}
      <span className="app-event-card__event">{sourcesOf(milestone)}</span>
    </span>
  )
}
