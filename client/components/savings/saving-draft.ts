import type { SavingLineAnswer, SavingTerms } from '../../../server/contract/savings.ts'
import {
  SAVING_KINDS,
  SAVING_STAGES,
  type SavingKind,
  type SavingStage,
} from '../../../server/domain/savings.ts'
import { type FieldFault, ownFault, type Place } from '../versions/faults.ts'

/** What is typed into the form of a saving; '' where nothing has been chosen. */
export type SavingDraft = {
  title: string
  kind: SavingKind | ''
  stage: SavingStage | ''
  amount: string
  year: string
  component: string
  owner: string
  evidence: string
  illustrative: boolean
}

export const EMPTY: SavingDraft = {
  title: '',
  kind: '',
  stage: '',
  amount: '',
  year: '',
  component: '',
  owner: '',
  evidence: '',
  illustrative: false,
}

/** The fields of the form, by what the server calls them. */
export const FIELDS = {
  'terms.title': 'saving-title',
  'terms.kind': 'saving-kind',
  'terms.stage': 'saving-stage',
  'terms.amount': 'saving-amount',
  'terms.year': 'saving-year',
  'terms.component': 'saving-component',
  'terms.owner': 'saving-owner',
  'terms.evidence': 'saving-evidence',
} as const

export function draftOf({ terms }: Pick<SavingLineAnswer, 'terms'>): SavingDraft {
  const { programme: _, amount, component, evidence, ...rest } = terms
  return { ...rest, amount: String(amount), component: component ?? '', evidence: evidence ?? '' }
}

/** Whole pounds out of what people type: `250000`, `250,000`, `£250 000`. Null for anything else. */
export function readPounds(text: string): number | null {
  const bare = text.replaceAll(/[£,\s]/g, '')
  return /^\d{1,11}$/.test(bare) ? Number(bare) : null
}

export const isKind = (text: string): text is SavingKind => SAVING_KINDS.some((kind) => kind === text)
export const isStage = (text: string): text is SavingStage => SAVING_STAGES.some((stage) => stage === text)

/** Where a field stands that the server names; null where the form has none. What is said of it names it already. */
export function placeOf(path: string): Place | null {
  const field = Object.entries(FIELDS).find(([known]) => known === path)?.[1]
  return field === undefined ? null : { field, label: null }
}

const needsEvidence = ({ stage }: SavingDraft) => stage === 'delivered' || stage === 'confirmed'
const SHORTEST = 3

/** What is missing, in the order of the fields. */
export function emptiesOf(draft: SavingDraft): FieldFault[] {
  const checks: [isMissing: boolean, field: string, message: string][] = [
    [draft.title.trim().length < SHORTEST, FIELDS['terms.title'], 'Say what is saved'],
    [draft.kind === '', FIELDS['terms.kind'], 'Choose what kind of saving it is'],
    [draft.stage === '', FIELDS['terms.stage'], 'Choose how far it has come'],
    [readPounds(draft.amount) === null, FIELDS['terms.amount'], 'Enter whole pounds, such as 250,000'],
    [draft.year === '', FIELDS['terms.year'], 'Choose the year in which it first counts'],
    [draft.owner.trim() === '', FIELDS['terms.owner'], 'Name the role that answers for it'],
    [
      needsEvidence(draft) && draft.evidence.trim() === '',
      FIELDS['terms.evidence'],
      'Say where a delivered saving can be checked',
    ],
  ]
  return checks.flatMap(([isMissing, field, message]) => (isMissing ? [ownFault(field, message)] : []))
}

/** What is sent; null as long as something is missing. */
export function termsOf(draft: SavingDraft, programme: string): SavingTerms | null {
  const { kind, stage, year } = draft
  const amount = readPounds(draft.amount)
  if (kind === '' || stage === '' || amount === null || emptiesOf(draft).length > 0) return null
  return {
    programme,
    component: draft.component === '' ? null : draft.component,
    title: draft.title.trim(),
    kind,
    stage,
    amount,
    year,
    owner: draft.owner.trim(),
    evidence: draft.evidence.trim() === '' ? null : draft.evidence.trim(),
    illustrative: draft.illustrative,
  }
}
