import { savingTerms } from '../contract/savings.ts'
import { targetTerms } from '../contract/targets.ts'
import { type Definition, type Described, plain } from './definition.ts'
import { COMMENTARY, EVENT } from './figure-definitions.ts'
import { MEETING } from './meeting-definitions.ts'
import { ACTION, CONTRACT, PLAN } from './plan-definitions.ts'
import { CHECKLIST, DECISION, QUESTION, RECOMMENDATION, WORK_ITEM } from './scrutiny-definitions.ts'

/** The registers of plain entries, in the order in which they are listed. */
export const DEFINITIONS: readonly Definition[] = [
  PLAN,
  ACTION,
  RECOMMENDATION,
  WORK_ITEM,
  EVENT,
  DECISION,
  CONTRACT,
  MEETING,
  QUESTION,
  COMMENTARY,
  CHECKLIST,
]

export const definitionOf = (register: string): Definition | undefined =>
  DEFINITIONS.find((definition) => definition.register === register)

/** Targets and savings have forms of their own. */
export const OWN_FORMS: readonly Described[] = [
  {
    register: 'target',
    title: 'Targets',
    one: 'a target',
    purpose: 'What a measure is to come to, by when and by which path, and who approved it.',
    schema: plain(targetTerms),
    named: 'title',
  },
  {
    register: 'saving',
    title: 'Savings',
    one: 'a saving',
    purpose: 'What a strategy is to save, how far each saving has come, and who answers for it.',
    schema: plain(savingTerms),
    named: 'title',
  },
]
