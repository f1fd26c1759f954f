/** The registers that people keep beside the figures. Every entry of one has versions, none of which is ever lost. */
export const REGISTERS = [
  'target',
  'saving',
  'plan',
  'action',
  'recommendation',
  'work-item',
  'event',
  'decision',
  'contract',
  'question',
  'commentary',
  'checklist',
] as const
export type Register = (typeof REGISTERS)[number]
