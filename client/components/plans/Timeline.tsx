import type { PlanAnswer } from '../../../server/contract/plan-answers.ts'
import type { PlanTimeline } from '../../../server/contract/plan-part-answers.ts'
import { useWidth } from '../../use-width.ts'
import { MilestoneButtons } from './MilestoneButtons.tsx'
import { MilestoneList, MilestoneSource } from './MilestoneList.tsx'
import { TimelineDrawing } from './TimelineDrawing.tsx'
import { TimelineKey } from './TimelineKey.tsx'
import { timelineLayout } from './timeline-layout.ts'

/** The days of a plan: drawn where there is room, and as a list by month where there is not. `shown` are the actions chosen. */
export function Timeline({ plan, shown }: { plan: PlanAnswer; shown: ReadonlySet<string> }) {
  const { ref, width } = useWidth()
  const { timeline } = plan
  return (
    <section aria-labelledby="timeline-heading" className="app-plan-part">
      <h2 id="timeline-heading" className="govuk-heading-m">
        Timeline
      </h2>
      {timeline ? (
        <>
          <p className="govuk-body">
            {timeline.sentence} {timeline.rows.length > 0 && plan.undatedWords} {timeline.awayWords}
          </p>
          <div ref={ref} className="chart app-plan-drawing">
            {width !== null && width > 0 && (
              <Drawing timeline={chosen(timeline, shown)} on={plan.on} width={width} />
            )}
            <TimelineKey {...timeline} />
            <MilestoneList milestones={timeline.milestones} />
          </div>
          <Months timeline={timeline} shown={shown} />
        </>
      ) : (
        <p className="app-empty">
          {plan.undatedWords ?? 'No action is on record.'} The plan states no day for itself either. When a
          day is set, a timeline appears here.
        </p>
      )}
    </section>
  )
}

function Drawing({ timeline, on, width }: { timeline: PlanTimeline; on: string; width: number }) {
  const layout = timelineLayout(timeline, on, width)
  return (
    <>
      <TimelineDrawing timeline={timeline} layout={layout} />
      <MilestoneButtons layout={layout} />
    </>
  )
}

const chosen = (timeline: PlanTimeline, shown: ReadonlySet<string>): PlanTimeline => ({
  ...timeline,
  rows: timeline.rows.filter(({ action }) => shown.has(action)),
})

function Months({ timeline, shown }: { timeline: PlanTimeline; shown: ReadonlySet<string> }) {
  return (
    <ol className="app-plan-months" aria-label="The timeline, month by month">
      {timeline.months.map(({ month, entries }) => {
        const own = entries.filter(({ action }) => action === null || shown.has(action))
        return own.length === 0 ? null : (
          <li key={month}>
            <h3 className="govuk-heading-s">{month}</h3>
            <ul className="govuk-list">
              {own.map(({ on, onLabel, words, milestone, state, stateWords }) => (
                <li
                  key={`${on} ${words}`}
                  className={state ? `app-plan-month app-plan-month--${state}` : 'app-plan-month'}
                >
                  <strong>{onLabel}</strong> {words}
                  {stateWords && (
                    <span className="app-small">
                      {state === 'overdue' && <span aria-hidden="true">! </span>}
                      {milestone && <span aria-hidden="true">◉ </span>}
                      {stateWords}
                    </span>
                  )}
                  {timeline.milestones
                    .filter(({ id }) => id === milestone)
                    .map((each) => (
                      <MilestoneSource key={each.id} milestone={each} />
                    ))}
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
