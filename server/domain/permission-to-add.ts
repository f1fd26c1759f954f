import type { Permission } from './permission.ts'
import type { Register } from './register.ts'

/** What adding to a register takes, where it is not keeping the registers. */
const TO_ADD: Partial<Record<Register, Permission>> = {
  question: 'ask',
  checklist: 'ask',
  target: 'set-targets',
  saving: 'set-targets',
}

/** What it takes to add an entry to a register of that name. A question or a topic is for every member to bring. */
export const permissionToAdd = (register: string): Permission => TO_ADD[register as Register] ?? 'record'
