import { useRef, useState } from 'react'
import type { SavingLineAnswer, SavingsAnswer } from '../../../server/contract/savings.ts'
import { useMay } from '../../use-session.ts'
import { countOf } from '../../words.ts'
import { LedgerLines } from './LedgerLines.tsx'
import { LedgerTotals } from './LedgerTotals.tsx'
import { SavingForm } from './SavingForm.tsx'
import { SavingsByYear } from './SavingsByYear.tsx'

/** What was saved: the lines of the ledger, their totals, and the form that writes them. */
export function Ledger({ answer }: { answer: SavingsAnswer }) {
  const { ledger, programme, path } = answer
  const mayWrite = useMay('set-targets')
  const [open, setOpen] = useState<'new' | SavingLineAnswer | null>(null)
  const [told, setTold] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const done = (text: string) => {
    setOpen(null)
    setTold(text)
    heading.current?.focus()
  }
  const start = (what: 'new' | SavingLineAnswer) => {
    setTold('')
    setOpen(what)
  }
  return (
    <section aria-labelledby="ledger-heading" className="app-savings__part">
      <h2 id="ledger-heading" className="govuk-heading-m" tabIndex={-1} ref={heading}>
        Savings ledger
      </h2>
      {told && (
        <p className="govuk-inset-text app-told" role="status">
          {told}
        </p>
      )}
      <p className="govuk-body">{ledger.words}</p>
      {ledger.illustrative && (
        <div className="app-notice" role="note">
          <strong>Illustrative lines.</strong> Some savings here were made up to show how the ledger works,
          and the totals hold them.
        </div>
      )}
      {mayWrite && ledger.lines.length === 0 && (
        <p className="govuk-body app-savings__how">
          To enter the first, choose “Add a saving” and give its amount, its kind, how far it has come and why
          you enter it. Every line keeps its history.
        </p>
      )}
      <LedgerTotals ledger={ledger} />
      <LedgerLines lines={ledger.lines} onChange={mayWrite ? start : null} onMoved={done} />
      {open === null && mayWrite && (
        <button type="button" className="govuk-button" onClick={() => start('new')}>
          Add a saving
        </button>
      )}
      {open !== null && (
        <SavingForm
          key={open === 'new' ? 'new' : open.id}
          line={open === 'new' ? null : open}
          ledger={ledger}
          programme={programme.id}
          onDone={done}
          onCancel={() => done('')}
        />
      )}
      {ledger.retired.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {countOf(ledger.retired.length, 'line')} taken out
            </span>
          </summary>
          <LedgerLines lines={ledger.retired} onChange={null} onMoved={done} />
        </details>
      )}
      {path && <SavingsByYear path={path} illustrative={ledger.illustrative} />}
    </section>
  )
}
