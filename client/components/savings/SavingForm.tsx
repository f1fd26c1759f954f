import { type FormEvent, useEffect, useRef, useState } from 'react'
import { savingLinePath, savingLinesPath } from '../../../server/contract/paths.ts'
import type { LedgerAnswer, SavingLineAnswer } from '../../../server/contract/savings.ts'
import { post, put } from '../../api.ts'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { TextField } from '../fields/TextField.tsx'
import { ReasonFields } from '../versions/ReasonFields.tsx'
import { useVersion } from '../versions/use-version.ts'
import { SavingChoices } from './SavingChoices.tsx'
import { draftOf, EMPTY, emptiesOf, FIELDS, placeOf, type SavingDraft, termsOf } from './saving-draft.ts'

/** Enters a saving or, with `line`, changes it. What was there before stays in its history. */
export function SavingForm(props: {
  line: SavingLineAnswer | null
  ledger: LedgerAnswer
  programme: string
  onDone: (told: string) => void
  onCancel: () => void
}) {
  const { line, ledger, programme, onDone, onCancel } = props
  const [draft, setDraft] = useState<SavingDraft>(line ? draftOf(line) : EMPTY)
  const { said, faults, at, sent, send, busy } = useVersion({
    id: 'saving',
    empties: emptiesOf(draft),
    placeOf,
  })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const set = (next: Partial<SavingDraft>) => setDraft((before) => ({ ...before, ...next }))

  const save = (event: FormEvent) => {
    event.preventDefault()
    const terms = termsOf(draft, programme)
    void send(
      // The version that the form was opened with: what somebody else changed meanwhile is not overwritten unseen.
      (said) =>
        line
          ? put(savingLinePath(line.id), { terms, after: line.version, ...said })
          : post(savingLinesPath, { terms, ...said }),
      () => onDone(line ? 'Changed. What was there before is in the history.' : 'Added to the ledger.'),
    )
  }

  return (
    <section className="app-act app-savings__form" aria-labelledby="saving-form-heading">
      <h3 className="govuk-heading-m" id="saving-form-heading" tabIndex={-1} ref={heading}>
        {line ? `Change: ${line.terms.title}` : 'Add a saving'}
      </h3>
      <form onSubmit={save} noValidate aria-labelledby="saving-form-heading">
        <ErrorSummary faults={faults} sent={sent} />
        <TextField
          id={FIELDS['terms.title']}
          label="What is saved"
          hint="For example: fewer places bought from agencies."
          error={at(FIELDS['terms.title'])}
          value={draft.title}
          onChange={(title) => set({ title })}
        />
        <TextField
          id={FIELDS['terms.amount']}
          label="Amount in whole pounds"
          hint="For a full year; for a one-off, once."
          error={at(FIELDS['terms.amount'])}
          value={draft.amount}
          onChange={(amount) => set({ amount })}
        />
        <SavingChoices draft={draft} ledger={ledger} set={set} at={at} />
        <TextField
          id={FIELDS['terms.owner']}
          label="Who answers for it"
          hint="The role, not the person: Head of Fostering."
          error={at(FIELDS['terms.owner'])}
          value={draft.owner}
          onChange={(owner) => set({ owner })}
        />
        <TextField
          id={FIELDS['terms.evidence']}
          label="Where it can be checked"
          hint="A budget line or report. Needed once it is delivered."
          error={at(FIELDS['terms.evidence'])}
          value={draft.evidence}
          onChange={(evidence) => set({ evidence })}
          rows={2}
        />
        <label className="app-tick app-savings__tick">
          <input
            type="checkbox"
            checked={draft.illustrative}
            onChange={(event) => set({ illustrative: event.target.checked })}
          />
          <span>Made up, to try the ledger out</span>
        </label>
        <ReasonFields thing="line" why={line ? 'Why you change it' : 'Why you enter it'} said={said} />
        <div className="govuk-button-group">
          <button type="submit" className="govuk-button" aria-disabled={busy}>
            {busy ? 'Saving…' : line ? 'Save the change' : 'Add to the ledger'}
          </button>
          <button type="button" className="govuk-button govuk-button--secondary" onClick={onCancel}>
            Cancel
          </button>
        </div>
      </form>
    </section>
  )
}
