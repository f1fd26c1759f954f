import type { ReactNode } from 'react'
import type { LedgerAnswer } from '../../../server/contract/savings.ts'
import {
  SAVING_KIND_WORDS,
  SAVING_KINDS,
  SAVING_STAGE_WORDS,
  SAVING_STAGES,
} from '../../../server/domain/savings.ts'
import { capitalised } from '../../words.ts'
import { Select } from '../uploads/Select.tsx'
import { FIELDS, isKind, isStage, type SavingDraft } from './saving-draft.ts'

/** What is chosen of a saving: its kind, its stage, its year, the part of the strategy that it comes from. */
export function SavingChoices(props: {
  draft: SavingDraft
  ledger: LedgerAnswer
  set: (next: Partial<SavingDraft>) => void
  at: (field: string) => ReactNode
}) {
  const { draft, ledger, set, at } = props
  const fault = (field: string) => {
    const message = at(field)
    return typeof message === 'string' ? message : undefined
  }
  // A line may count from a year that is not of the programme; it keeps it.
  const years = ledger.years.some(({ id }) => id === draft.year || draft.year === '')
    ? ledger.years
    : [{ id: draft.year, label: draft.year.replace('-', '/') }, ...ledger.years]
  return (
    <>
      <Select
        id={FIELDS['terms.kind']}
        label={<strong>Kind</strong>}
        value={draft.kind}
        error={fault(FIELDS['terms.kind'])}
        onChange={(kind) => set({ kind: isKind(kind) ? kind : '' })}
      >
        <option value="">Choose a kind</option>
        {SAVING_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {capitalised(SAVING_KIND_WORDS[kind])}
          </option>
        ))}
      </Select>
      <Select
        id={FIELDS['terms.stage']}
        label={<strong>How far it has come</strong>}
        value={draft.stage}
        error={fault(FIELDS['terms.stage'])}
        onChange={(stage) => set({ stage: isStage(stage) ? stage : '' })}
      >
        <option value="">Choose a stage</option>
        {SAVING_STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {capitalised(SAVING_STAGE_WORDS[stage])}
          </option>
        ))}
      </Select>
      <Select
        id={FIELDS['terms.year']}
        label={<strong>First year in which it counts</strong>}
        value={draft.year}
        error={fault(FIELDS['terms.year'])}
        onChange={(year) => set({ year })}
      >
        <option value="">Choose a year</option>
        {years.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
      <Select
        id={FIELDS['terms.component']}
        label={<strong>Part of the strategy that it comes from</strong>}
        value={draft.component}
        error={fault(FIELDS['terms.component'])}
        onChange={(component) => set({ component })}
      >
        <option value="">None of them</option>
        {ledger.components.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </>
  )
}
