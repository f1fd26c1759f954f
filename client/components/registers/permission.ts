import type { Permission } from '../../../server/domain/permission.ts'
import type { Register } from '../../../server/domain/register.ts'

/** What adding to a register takes, where it is not keeping the registers. */
const TO_ADD: Partial<Record<Register, Permission>> = {
  question: 'ask',
  checklist: 'ask',
  target: 'set-targets',
  saving: 'set-targets',
}

/** What it takes to add an entry to a register of that name, as the server asks for it. */
export const permissionToAdd = (register: string): Permission => TO_ADD[register as Register] ?? 'record'
