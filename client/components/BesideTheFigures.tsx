import type { ReactNode } from 'react'
import type { IndicatorAnswer } from '../../server/contract/answers.ts'
import type { Search } from '../../server/contract/paths.ts'
import type { SeriesAnswer } from '../../server/contract/series-answers.ts'
import { ComparisonPanel } from './ComparisonPanel.tsx'
import { DefinitionPanel } from './DefinitionPanel.tsx'
import { PapersPanel } from './PapersPanel.tsx'

/**
 * What stands beside the figures of a measure, in the order in which a councillor asks: how others compare, what is done
 * and was asked, what papers said of it, and what the measure means.
 */
export function BesideTheFigures(props: {
  answer: SeriesAnswer
  definition: IndicatorAnswer
  search: Search
  change: (next: Record<string, string | undefined>) => void
  children: ReactNode
}) {
  const { answer, definition, search, change, children } = props
  const hasFigures = answer.points.length > 0 || answer.facts.length > 0
  return (
    <>
      {hasFigures && <ComparisonPanel id={answer.indicator.id} search={search} change={change} />}
      {children}
      {hasFigures && <PapersPanel answer={answer} />}
      <DefinitionPanel definition={definition} answer={answer} />
    </>
  )
}
