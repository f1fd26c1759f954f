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
  'meeting',
  'question',
  'commentary',
  'checklist',
] as const
export type Register = (typeof REGISTERS)[number]

/** What ships with the program, out of public papers, is noted under this name. */
export const SHIPPED_BY = 'demonstration'
