import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { LineChart } from './LineChart.tsx'
import type { LineModel } from './line-model.ts'

/** The line chart of a series: our own line, what it is compared with, dated facts, events and the path of a target. */
export function SeriesChart({ answer, model }: { answer: SeriesAnswer; model: LineModel }) {
  return <LineChart model={model} unit={answer.indicator.unit} title={answer.summary.title} />
}
