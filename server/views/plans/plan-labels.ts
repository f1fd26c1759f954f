import type { Register } from '../../domain/register.ts'
import { definitionOf } from '../../registers/definitions.ts'

/** What the form of a register calls one of the choices of a field. */
function labelOf(register: Register, field: string, value: string): string {
  const options = definitionOf(register)?.fields.find(({ name }) => name === field)?.options ?? []
  return options.find((option) => option.value === value)?.label ?? value
}

export const kindLabel = (kind: string): string => labelOf('plan', 'kind', kind)
export const stateLabel = (state: string): string => labelOf('action', 'state', state)
