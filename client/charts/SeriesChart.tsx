import { useMemo } from 'react'
import type { SeriesAnswer } from '../../server/contract/answers.ts'
import { LineChart } from './LineChart.tsx'
import { lineModel } from './line-model.ts'

/** The line chart of a series: our own line, what it is compared with, dated facts, events and the path of a target. */
export function SeriesChart({ answer }: { answer: SeriesAnswer }) {
  const model = useMemo(() => lineModel(answer), [answer])
  return <LineChart model={model} unit={answer.indicator.unit} title={answer.summary.title} />
}
