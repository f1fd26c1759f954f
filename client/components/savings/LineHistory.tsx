import type { SavingLineAnswer } from '../../../server/contract/savings.ts'
import { countOf } from '../../words.ts'
import { May } from '../May.tsx'
import { Versions } from '../versions/Versions.tsx'
import { LineMoves } from './LineMoves.tsx'

/** Who did what with a line, when and why; and taking it out, bringing it back or undoing the last change. */
export function LineHistory({ line, onMoved }: { line: SavingLineAnswer; onMoved: (told: string) => void }) {
  return (
    <details className="govuk-details app-lines__history">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          History: {countOf(line.history.length, 'entry', 'entries')}
          <span className="govuk-visually-hidden"> of {line.terms.title}</span>
        </span>
      </summary>
      <Versions history={line.history} first="Entered" now="as it is now" heading="h4" />
      <May permission="set-targets">
        <LineMoves line={line} onMoved={onMoved} />
      </May>
    </details>
  )
}
