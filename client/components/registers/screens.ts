import type { Register } from '../../../server/domain/register.ts'

type Place = {
  title: string
  to:
    | '/targets'
    | '/strategy'
    | '/savings'
    | '/plans'
    | '/scrutiny'
    | '/indicators'
    | '/contracts'
    | '/exceptions'
  /** The part of the screen, where it has parts with addresses of their own. */
  tab?: string
}

/** The screens on which the entries of a register are read in their place, by what the links say. */
export const SCREENS: Record<Register, readonly Place[]> = {
  target: [
    { title: 'Targets', to: '/targets' },
    { title: 'Strategy', to: '/strategy' },
  ],
  saving: [{ title: 'Savings and costs', to: '/savings' }],
  plan: [{ title: 'Plans', to: '/plans' }],
  action: [{ title: 'Plans, each with its actions', to: '/plans' }],
  recommendation: [{ title: 'Scrutiny: recommendations', to: '/scrutiny' }],
  'work-item': [{ title: 'Scrutiny: work plan', to: '/scrutiny', tab: 'workplan' }],
  event: [{ title: 'The chart of each measure', to: '/indicators' }],
  decision: [{ title: 'Scrutiny: decisions', to: '/scrutiny', tab: 'decisions' }],
  contract: [{ title: 'Contracts', to: '/contracts' }],
  meeting: [
    { title: 'Plans, each with the meetings of its boards', to: '/plans' },
    { title: 'Contracts, each with its reviews', to: '/contracts' },
  ],
  question: [{ title: 'Scrutiny: members’ questions', to: '/scrutiny', tab: 'questions' }],
  commentary: [
    { title: 'Exceptions', to: '/exceptions' },
    { title: 'The page of each measure', to: '/indicators' },
  ],
  checklist: [{ title: 'Scrutiny: topics', to: '/scrutiny', tab: 'topics' }],
}
