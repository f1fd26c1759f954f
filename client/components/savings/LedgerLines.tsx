import type { SavingLineAnswer } from '../../../server/contract/savings.ts'
import { capitalised } from '../../words.ts'
import { Tag } from '../Tag.tsx'
import { LineHistory } from './LineHistory.tsx'
import { StageTag } from './StageTag.tsx'

/** The lines of the ledger, each with its history and what can be done with it; `onChange` null where none may be changed. */
export function LedgerLines(props: {
  lines: readonly SavingLineAnswer[]
  onChange: ((line: SavingLineAnswer) => void) | null
  onMoved: (told: string) => void
}) {
  const { lines, onChange, onMoved } = props
  if (lines.length === 0) return null
  return (
    <ul className="app-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <h3 className="govuk-heading-s">
            {line.terms.title} {line.terms.illustrative && <Tag kind="illustrative" />}
          </h3>
          <p className="app-lines__amount">
            <strong>
              {line.amount.text}
              {line.terms.kind === 'one-off' ? '' : ' a year'}
            </strong>{' '}
            <StageTag stage={line.terms.stage} />
          </p>
          <dl>
            <Fact name="Kind">{capitalised(line.kindWords)}</Fact>
            <Fact name="Counts from">{line.yearLabel}</Fact>
            <Fact name="Answered for by">{line.terms.owner}</Fact>
            <Fact name="Part of the strategy">{line.component ?? 'None named'}</Fact>
            <Fact name="Evidence">{line.terms.evidence ?? 'None yet'}</Fact>
          </dl>
          {onChange && (
            <button
              type="button"
              className="govuk-button govuk-button--secondary"
              onClick={() => onChange(line)}
            >
              Change<span className="govuk-visually-hidden"> {line.terms.title}</span>
            </button>
          )}
          <LineHistory line={line} onMoved={onMoved} />
        </li>
      ))}
    </ul>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
