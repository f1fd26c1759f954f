import type { SavingLineAnswer, SavingVersionAnswer } from '../../../server/contract/savings.ts'
import { dayLabel } from '../../../server/domain/period.ts'
import { countOf } from '../../words.ts'
import { MoveForm } from './MoveForm.tsx'

const KINDS: Record<SavingVersionAnswer['kind'], string> = {
  set: 'Entered',
  changed: 'Changed',
  retired: 'Taken out',
  'brought-back': 'Brought back',
}

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
      <ol className="govuk-list" reversed>
        {line.history.map(({ version, kind, madeBy, madeOn, reason, changed }) => (
          <li key={version}>
            <strong>
              {KINDS[kind]} by {madeBy} on {dayLabel(madeOn)}.
            </strong>{' '}
            {reason}
            {changed.map(({ field, before, after }) => (
              <span key={field} className="app-small">
                {field}: {before} → {after}
              </span>
            ))}
          </li>
        ))}
      </ol>
      <MoveForm line={line} onMoved={onMoved} />
    </details>
  )
}
