import { ageLabel, dayLabel, daysBetween } from '../../domain/period.ts'
import { daysWords } from './scrutiny-words.ts'

/** How long a contract still runs on a day, or how long it has been over; null where no end is known. */
export function endInWords(endsOn: string | null, today: string): string | null {
  if (endsOn === null) return null
  const days = daysBetween(today, endsOn)
  if (days === 0) return `Its last day is today, ${dayLabel(endsOn)}.`
  if (days < 0) return `It ended on ${dayLabel(endsOn)}, ${ageLabel(endsOn, today)} ago.`
  const [left, are] = [daysWords(days), days === 1 ? 'is' : 'are']
  const age = ageLabel(today, endsOn)
  return `It ends on ${dayLabel(endsOn)}: ${age === left ? left : `${age} (${left})`} ${are} left.`
}
