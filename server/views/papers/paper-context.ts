import { dayLabel } from '../../domain/period.ts'
import { formatNumber } from '../../domain/rounding.ts'
import type { ContextFact } from '../../reference.ts'
import type { Paper, Told } from './paper-item.ts'

/** The facts of a paper that no other part of the program holds, without those that are not for everybody. */
export function contextFrom({ setting, id }: Paper): Told[] {
  return setting.reference.context
    .filter(({ document, sensitive }) => document === id && !sensitive)
    .map((fact) => ({
      about: fact.topic,
      text: [amountOf(fact), fact.text].filter(Boolean).join(': '),
      more: [],
      when: fact.asAt && whenOf(fact.asAt),
      place: fact.page,
      doubt: fact.conflict,
      path: `/papers/${id}#context-${fact.id}`,
      link: null,
    }))
}

/** A day in words, or the time as it is printed. */
const whenOf = (text: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? dayLabel(text) : text.charAt(0).toUpperCase() + text.slice(1)

/** How many facts of a paper are not for everybody, in a sentence that says nothing else of them. */
export function hiddenInWords({ setting, id }: Paper): string | null {
  const hidden = setting.reference.context.filter(({ document, sensitive }) => document === id && sensitive)
  if (hidden.length === 0) return null
  return hidden.length === 1
    ? '1 fact is not shown to everybody.'
    : `${hidden.length} facts are not shown to everybody.`
}

/** `£34,000`, `43%`, `4 managers`; nothing where the paper gives no number. */
function amountOf({ value, unit }: ContextFact): string | null {
  if (value === null) return null
  const number = formatNumber(value, Number.isInteger(value) ? 0 : 1)
  if (unit === 'pounds') return `£${number}`
  return unit === 'per cent' ? `${number}%` : `${number} ${unit ?? ''}`.trim()
}
