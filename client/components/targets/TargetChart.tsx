import { useMemo } from 'react'
import type { ProjectionAnswer, TrajectoryAnswer } from '../../../server/contract/target-answers.ts'
import { LineChart } from '../../charts/LineChart.tsx'
import { targetModel } from '../../charts/target-model.ts'
import { EventList } from '../Events.tsx'
import { IllustrativeNotice } from '../IllustrativeNotice.tsx'

/** The chart of a target: figures, path, amber limit, what it goes to, and where recent change leads. */
export function TargetChart(props: { answer: TrajectoryAnswer; projection: ProjectionAnswer | undefined }) {
  const { answer, projection } = props
  const { measure, area } = answer
  const model = useMemo(() => targetModel(answer, projection), [answer, projection])
  const illustrative = answer.illustrative || projection?.illustrative
  return (
    <figure className="app-figure">
      <figcaption className="app-figure__caption">
        {[measure.name, measure.unitShort].filter(Boolean).join(', ')}: {area.name}
      </figcaption>
      <LineChart model={model} unit={measure.unit} title={answer.summary.replace(/\.$/, '')} />
      {illustrative && <IllustrativeNotice />}
      {model.events.length + model.shades.length > 0 && (
        <>
          <p className="govuk-body app-target-events">On the chart:</p>
          <EventList model={model} events={answer.events} />
        </>
      )}
      {answer.earlier?.path.length === 0 && (
        <p className="govuk-body">{answer.earlier.label}, so its path can’t be drawn here.</p>
      )}
    </figure>
  )
}
