import type { ReactNode } from 'react'
import type { LedgerAnswer } from '../../../server/contract/savings.ts'
import {
  SAVING_KIND_WORDS,
  SAVING_KINDS,
  SAVING_STAGE_WORDS,
  SAVING_STAGES,
} from '../../../server/domain/savings.ts'
import { capitalised } from '../../words.ts'
import { SelectField } from '../fields/SelectField.tsx'
import { FIELDS, isKind, isStage, type SavingDraft } from './saving-draft.ts'

/** What is chosen of a saving: its kind, its stage, its year, the part of the strategy that it comes from. */
export function SavingChoices(props: {
  draft: SavingDraft
  ledger: LedgerAnswer
  set: (next: Partial<SavingDraft>) => void
  at: (field: string) => ReactNode
}) {
  const { draft, ledger, set, at } = props
  // A line may count from a year that is not of the programme; it keeps it.
  const years = ledger.years.some(({ id }) => id === draft.year || draft.year === '')
    ? ledger.years
    : [{ id: draft.year, label: draft.year.replace('-', '/') }, ...ledger.years]
  return (
    <>
      <SelectField
        id={FIELDS['terms.kind']}
        label="Kind"
        value={draft.kind}
        error={at(FIELDS['terms.kind'])}
        onChange={(kind) => set({ kind: isKind(kind) ? kind : '' })}
      >
        <option value="">Choose a kind</option>
        {SAVING_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {capitalised(SAVING_KIND_WORDS[kind])}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={FIELDS['terms.stage']}
        label="How far it has come"
        value={draft.stage}
        error={at(FIELDS['terms.stage'])}
        onChange={(stage) => set({ stage: isStage(stage) ? stage : '' })}
      >
        <option value="">Choose a stage</option>
        {SAVING_STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {capitalised(SAVING_STAGE_WORDS[stage])}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={FIELDS['terms.year']}
        label="First year in which it counts"
        value={draft.year}
        error={at(FIELDS['terms.year'])}
        onChange={(year) => set({ year })}
      >
        <option value="">Choose a year</option>
        {years.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={FIELDS['terms.component']}
        label="Part of the strategy that it comes from"
        value={draft.component}
        error={at(FIELDS['terms.component'])}
        onChange={(component) => set({ component })}
      >
        <option value="">None of them</option>
        {ledger.components.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
    </>
  )
}
